"""Begin, hold still, speed up and put back the day of the demo: one row, read by the site and the player."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from afspraken.demo.laden import GeenDemo
from afspraken.models import Demodag
from afspraken.models.demodag import ENIGE
from afspraken.rules.demoklok import SNELST, Demoklok
from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden, Weigering

from .kantoordag import eerste_speeldag, kantoordag
from .plan import Gast, gasten

VOOR_OPENING = timedelta(minutes=5)
BELASTING = 75
SNELHEDEN = (1, 5, 15, 30, SNELST)
Staat = Demodag.Staat


class AlEenDag(Weigering):
    """One day at a time: there is one clock."""

    code = "al_een_dag"
    melding = "Er wordt al een dag gespeeld. Zet die eerst terug."


class GeenSpeeldag(Weigering):
    """Closed, or without a roster, for as far as there are rosters."""

    code = "geen_speeldag"
    melding = "Dit kantoor heeft de komende weken geen dag die we kunnen spelen. Kies een ander kantoor."


class GeenDag(Weigering):
    """Somebody else put it back meanwhile."""

    code = "geen_dag"
    melding = "Er wordt nu geen dag gespeeld."


class SnelheidOnmogelijk(Weigering):
    """Faster than the office can be followed."""

    code = "snelheid_onmogelijk"
    melding = "Kies een snelheid van 1 tot 60."


def dag_spelen(
    *, kantoor: str, snelheid: int, echt: datetime, zaad: str = "", belasting: int = BELASTING
) -> None:
    """Set the clock to just before opening; the player books first and plays then.

    The same ``zaad`` on the same date brings the same people. Raises ``GeenDemo``, ``NietGevonden``,
    ``AlEenDag``, ``GeenSpeeldag``, ``SnelheidOnmogelijk``.
    """
    _toets_demo()
    _toets_snelheid(snelheid)
    locatie = Locatie.objects.filter(code=kantoor).first()
    if locatie is None:
        raise NietGevonden("Wij kennen dit kantoor niet.")
    datum = eerste_speeldag(locatie, nu=echt)
    dag = kantoordag(locatie, datum) if datum else None
    if datum is None or dag is None:
        raise GeenSpeeldag
    zaad = zaad or f"{kantoor}/{datum}"
    komen = gasten(dag, zaad=zaad, belasting=belasting)
    met = sum(gast.wens is not None for gast in komen)
    _rij, is_nieuw = Demodag.objects.get_or_create(
        id=ENIGE,
        defaults={
            "locatie": locatie,
            "datum": datum,
            "zaad": zaad,
            "belasting": belasting,
            "snelheid": snelheid,
            "echt_op": echt,
            "demo_op": dag.van - VOOR_OPENING,
            "te_boeken": met,
            "inlopers": len(komen) - met,
        },
    )
    if not is_nieuw:
        raise AlEenDag


def dag_stilzetten(*, echt: datetime) -> None:
    """Let the clock stand still; nobody does anything. Once more changes nothing. Raises ``GeenDag``."""
    _verander(echt, van=Staat.SPEELT, naar=Staat.PAUZE)


def dag_hervatten(*, echt: datetime) -> None:
    """Go on at the chosen speed. Once more changes nothing. Raises ``GeenDag``."""
    _verander(echt, van=Staat.PAUZE, naar=Staat.SPEELT)


def dag_beginnen(*, echt: datetime) -> None:
    """Everything is booked: let the clock go. Raises ``GeenDag``."""
    _verander(echt, van=Staat.KLAARZETTEN, naar=Staat.SPEELT)


def dag_beeindigen(*, echt: datetime) -> None:
    """The office is closed: the clock goes on as a clock does. Raises ``GeenDag``."""
    _verander(echt, van=Staat.SPEELT, naar=Staat.KLAAR)


def snelheid_kiezen(*, snelheid: int, echt: datetime) -> None:
    """Go on at another speed, now or when it goes on. Raises ``GeenDag``, ``SnelheidOnmogelijk``."""
    _toets_snelheid(snelheid)
    _verander(echt, snelheid=snelheid)


def dag_terugzetten(*, echt: datetime) -> None:
    """Have the player undo what the day did and give the demo the real time. Raises ``GeenDag``."""
    _verander(echt, naar=Staat.TERUGZETTEN)


def gasten_van(dag: Demodag) -> tuple[Gast, ...]:
    """Return who was planned: always the same."""
    plan = kantoordag(dag.locatie, dag.datum)
    return gasten(plan, zaad=dag.zaad, belasting=dag.belasting) if plan else ()


def _verander(echt: datetime, *, van: str = "", naar: str = "", snelheid: int = 0) -> None:
    """Step to another state where that is the next one; the clock goes on from where it is."""
    _toets_demo()
    with transaction.atomic():
        dag = Demodag.objects.select_for_update().filter(id=ENIGE).first()
        if dag is None:
            raise GeenDag
        klok = Demoklok(dag.echt_op, dag.demo_op, dag.tempo)
        dag.snelheid = snelheid or dag.snelheid
        if naar and (not van or dag.staat == van):
            dag.staat = naar
        klok = klok.met_tempo(_tempo(dag), echt=echt)
        dag.echt_op, dag.demo_op, dag.tempo = klok.echt_op, klok.demo_op, klok.tempo
        dag.save(update_fields=["staat", "snelheid", "echt_op", "demo_op", "tempo"])


def _tempo(dag: Demodag) -> int:
    return {Staat.SPEELT: dag.snelheid, Staat.KLAAR: 1}.get(Staat(dag.staat), 0)


def _toets_demo() -> None:
    if not settings.DEMO:
        raise GeenDemo


def _toets_snelheid(snelheid: int) -> None:
    if not 1 <= snelheid <= SNELST:
        raise SnelheidOnmogelijk
