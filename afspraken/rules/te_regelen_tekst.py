"""The morning mail of an office: that something is open, never what or for whom."""

from __future__ import annotations

from datetime import date, datetime

from afspraken.rules.berichtdatum import volle_datum
from afspraken.rules.berichtsoort import Tekst


def te_regelen_tekst(*, locatie: str, open_aantal: int, te_laat: int, eerste: date, adres: str) -> Tekst:
    """Return the mail; the list itself stands behind the login."""
    zaken = "1 ding" if open_aantal == 1 else f"{open_aantal} dingen"
    regels = [f"Voor {locatie} moet u nog {zaken} regelen.", f"Het eerste moet klaar zijn op {_dag(eerste)}."]
    if te_laat:
        regels.append(f"Te laat: {te_laat}. Doe dit eerst, of bel de inwoner.")
    return Tekst(
        f"Te regelen: {locatie}",
        "\n".join(regels) + f"\n\nBekijk de lijst: {adres}\n\nU krijgt dit bericht elke werkdag,"
        " zolang er iets open staat.\n",
    )


def _dag(dag: date) -> str:
    return volle_datum(datetime(dag.year, dag.month, dag.day), "nl")  # noqa: DTZ001 - only its words
