# ruff: noqa: S608 - every name in these statements is a constant of this module
"""Which tables free times are made of, and whose version a change of a row raises."""

from __future__ import annotations

from dataclasses import dataclass

from afspraken.rules.status import TIJDELIJK

DAG, VERSIE = "locaties_locatiedag", "locaties_locatieversie"
ALTIJD = ("insert", "update", "delete")
HOUDT_TOT = "CASE WHEN {rij}.status IN ({tijdelijk}) THEN {rij}.vastgehouden_tot END"


@dataclass(frozen=True, slots=True)
class Bron:
    """A table, and whom a change of its rows concerns: office-days or (whole) offices.

    ``vraag`` selects them from ``{rijen}``, the old and new rows ``r`` with ``kolommen``. ``verandert``: only
    when this expression of ``{rij}`` does. ``is_rooster``: the day has other shifts then, not only less room.
    """

    tabel: str
    kolommen: tuple[str, ...]
    vraag: str
    per_dag: bool = False
    wanneer: tuple[str, ...] = ALTIJD
    verandert: str = ""
    is_rooster: bool = False


def _van_dag(tabel: str, als: str = "", *, is_rooster: bool = False) -> Bron:
    kolommen = ("locatie_id", "datum", *([als] if als else []))
    waar = f" WHERE r.{als}" if als else ""
    vraag = f"SELECT r.locatie_id, r.datum FROM {{rijen}}{waar}"
    return Bron(tabel, kolommen, vraag, per_dag=True, is_rooster=is_rooster)


def _van_kantoor(tabel: str, kolom: str = "locatie_id", wanneer: tuple[str, ...] = ALTIJD) -> Bron:
    return Bron(tabel, (kolom,), f"SELECT r.{kolom} FROM {{rijen}}", wanneer=wanneer)


def _van_balie(tabel: str) -> Bron:
    vraag = "SELECT b.locatie_id FROM {rijen} JOIN locaties_balie b ON b.id = r.balie_id"
    return Bron(tabel, ("balie_id",), vraag)


def _van_ieder(tabel: str, wanneer: tuple[str, ...] = ALTIJD) -> Bron:
    """All offices: who or what it is about may turn up anywhere."""
    return Bron(
        tabel,
        ("id",),
        f"SELECT v.locatie_id FROM {VERSIE} v WHERE EXISTS (SELECT 1 FROM {{rijen}})",
        wanneer=wanneer,
    )


BRONNEN = (
    _van_dag("afspraken_afspraakdeel", als="is_actief"),
    _van_dag("locaties_inzet", is_rooster=True),
    Bron(
        "locaties_pauze",
        ("inzet_id",),
        "SELECT i.locatie_id, i.datum FROM {rijen} JOIN locaties_inzet i ON i.id = r.inzet_id",
        per_dag=True,
        is_rooster=True,
    ),
    # Until when a time is held; confirming makes it lasting.
    Bron(
        "afspraken_afspraak",
        ("id",),
        "SELECT d.locatie_id, d.datum FROM {rijen} JOIN afspraken_afspraakdeel d ON d.afspraak_id = r.id"
        " WHERE d.is_actief",
        per_dag=True,
        wanneer=("update",),
        verandert=HOUDT_TOT.replace("{tijdelijk}", ", ".join(f"'{status}'" for status in sorted(TIJDELIJK))),
    ),
    _van_kantoor("locaties_openingstijd"),
    _van_kantoor("locaties_extraopening"),
    _van_kantoor("locaties_sluiting"),
    _van_kantoor("locaties_balie"),
    _van_kantoor("locaties_productoplocatie"),
    _van_kantoor("locaties_locatie_voorzieningen"),
    _van_kantoor("locaties_locatie", kolom="id", wanneer=("update",)),
    # A day without a row is as old as its office.
    _van_kantoor(DAG, wanneer=("delete",)),
    _van_balie("locaties_balieuitval"),
    _van_balie("locaties_balie_voorzieningen"),
    _van_ieder("locaties_medewerker", wanneer=("update",)),
    _van_ieder("locaties_medewerker_producten"),
    _van_ieder("toegankelijkheid_bekwaamheid"),
    _van_ieder("locaties_voorziening", wanneer=("update",)),
    _van_ieder("toegankelijkheid_specialisme"),
)
