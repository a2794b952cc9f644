"""Closing time: no visit stays open without a decision, and who did not come is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from afspraken.models import Afspraak, Alarm, Bezoek
from afspraken.queries.afsluiting import te_sluiten_werkplekken
from afspraken.queries.kantooruren import kantooruren
from afspraken.rules.bezoekstatus import EINDE, OPEN
from afspraken.rules.dagrand import dag_op
from afspraken.rules.wegstuurreden import Wegstuurreden
from locaties.actions.stappen.daad import daad
from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden, Weigering

from .stappen.bezoekeinde import sluit_bezoek
from .stappen.bezoekrij import NietMogelijkNu
from .stappen.gebeurtenis import noteer, noteer_bezoek
from .stappen.wachtrijslot import vergrendel_wachtrij


class KantoorNogOpen(Weigering):
    """Before closing time everybody may still be helped."""

    code = "kantoor_nog_open"
    melding = "Het kantoor is nog open. U kunt de dag na sluitingstijd afsluiten."


class NogZonderBesluit(Weigering):
    """Some visits are still open, and nobody said how they ended."""

    code = "nog_zonder_besluit"


@dataclass(frozen=True, slots=True)
class Besluit:
    """How one visit ended: a state, with a ``Wegstuurreden`` or an outcome where that state asks for one."""

    naar: str
    reden: str = ""
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class Afgesloten:
    """How many visits were ended now, and how many appointments nobody came for."""

    bezoeken: int
    niet_verschenen: int


@daad
def dag_afsluiten(
    *,
    locatie_id: int,
    datum: date,
    besluiten: Mapping[UUID, Besluit],
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
) -> Afgesloten:
    """Carry out the decisions, write down who did not come, close the workplaces. Again changes nothing.

    All or nothing. Raises ``NietGevonden``, ``KantoorNogOpen``, ``NogZonderBesluit`` (names the tickets),
    ``NietMogelijkNu`` (a decision that does not go with the state of the visit).
    """
    locatie = Locatie.objects.filter(id=locatie_id).first()
    if locatie is None:
        raise NietGevonden("Wij kennen dit kantoor niet.")
    vergrendel_wachtrij(locatie_id)
    _toets_dicht(locatie, datum, nu)
    bezoeken = list(Bezoek.objects.filter(locatie=locatie, datum=datum, status__in=OPEN))
    _toets_besloten(bezoeken, besluiten)
    for bezoek in bezoeken:
        _voer_uit(bezoek, besluiten[bezoek.id], nu)
        noteer_bezoek(bezoek, f"bezoek.{bezoek.status}", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    dag = dag_op(datum, locatie.zone)
    gemist = _niet_gekomen(locatie, dag, nu, rol, gebruiker_id)
    te_sluiten_werkplekken(locatie, datum).update(einde=nu, pauze_sinds=None)
    Alarm.objects.filter(locatie=locatie, beantwoord_op=None, op__lt=dag[1]).update(beantwoord_op=nu)
    return Afgesloten(len(bezoeken), gemist)


def _toets_dicht(locatie: Locatie, datum: date, nu: datetime) -> None:
    vandaag = nu.astimezone(locatie.zone).date()
    sluit_om = kantooruren(locatie=locatie, nu=nu).tot
    if datum > vandaag or (datum == vandaag and sluit_om is not None and nu < sluit_om):
        raise KantoorNogOpen


def _toets_besloten(bezoeken: list[Bezoek], besluiten: Mapping[UUID, Besluit]) -> None:
    open_ = sorted(str(bezoek) for bezoek in bezoeken if bezoek.id not in besluiten)
    if open_:
        raise NogZonderBesluit(
            _("Zeg eerst wat er met deze nummers is gebeurd: %(nummers)s.") % {"nummers": ", ".join(open_)}
        )


def _voer_uit(bezoek: Bezoek, besluit: Besluit, nu: datetime) -> None:
    if not _past(besluit):
        raise NietMogelijkNu
    bezoek.reden, bezoek.uitkomst = besluit.reden, besluit.uitkomst
    sluit_bezoek(bezoek, besluit.naar, nu=nu)


def _past(besluit: Besluit) -> bool:
    """Whether it is an end, with the reason or the outcome that belongs to it."""
    heeft_reden = besluit.reden in set(Wegstuurreden)
    heeft_uitkomst = besluit.uitkomst in Bezoek.Uitkomst.values
    return besluit.naar in EINDE and (
        heeft_reden == (besluit.naar == Bezoek.Status.WEGGESTUURD)
        and heeft_uitkomst == (besluit.naar == Bezoek.Status.AFGEROND)
    )


def _niet_gekomen(
    locatie: Locatie, dag: tuple[datetime, datetime], nu: datetime, rol: str, gebruiker_id: int | None
) -> int:
    """Appointments of that day that are over and for which nobody was checked in."""
    van, tot = dag
    rijen = Afspraak.objects.select_for_update(no_key=True).filter(
        locatie=locatie, status=Afspraak.Status.BEVESTIGD, begin__gte=van, begin__lt=min(tot, nu)
    )
    gemist = list(rijen.order_by("id"))
    for afspraak in gemist:
        afspraak.status, afspraak.gewijzigd_op = Afspraak.Status.NIET_VERSCHENEN, nu
        afspraak.save(update_fields=["status", "gewijzigd_op"])
        noteer(afspraak.id, "afspraak.niet_verschenen", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    return len(gemist)
