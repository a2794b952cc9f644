"""Make the appointment: the held time, or the same time again when it expired and is still free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError
from django.db.models import QuerySet

from afspraken.models import Aanvraag, Afspraak, Contact
from afspraken.queries.aanvraag import open_gegevens
from afspraken.queries.vaste_vraag import vaste_vraag
from afspraken.queries.vraag import vraag_van
from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE, TOESTEMMINGSTEKST
from locaties.actions.stappen.daad import daad
from toegankelijkheid.actions.afstemming_vastleggen import afstemming_vastleggen

from .stappen.aanvraag import AanvraagWeg, gehouden_dagen, pak_aanvraag, schrijf_gegevens
from .stappen.afspraakrij import nieuwe_afspraak
from .stappen.berichten import zet_klaar
from .stappen.contact import GegevensOntbreken, link_van, nieuw_contact, toets_code_mogelijk
from .stappen.dagslot import vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.grenzen import tel_boeking, toets_contact
from .stappen.plaats import Start, einde_van, neem_plaats, start_van
from .stappen.rijen import bewaar
from .stappen.smsplafond import toets_code_per_sms
from .stappen.toegangscode import DOEL_BEVESTIGEN, maak_toegangscode


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """The appointment, its code, and the link of who made it."""

    afspraak_id: UUID
    code: str
    link: str


def afspraak_maken(
    *,
    aanvraag_id: UUID,
    formulier: UUID,
    nu: datetime,
    herkomst: str = "site",
    rol: str = "burger",
    gebruiker_id: int | None = None,
    afzender_ip: str = "",
    wijze: Literal["online", "mondeling"] = "online",
) -> Gemaakt:
    """Confirm the draft's time and return the appointment; the same ``formulier`` always gives the same one.

    Raises ``TijdBezet`` (expired and taken), ``TijdNietMogelijk``, ``TeVeelAfspraken``, ``TeDruk`` and
    ``GeenCodeMogelijk``, ``GeenSmsMeer`` (site only), ``GegevensOntbreken``, ``NietBereikbaar``,
    ``Onleesbaar``, ``EmailKloptNiet``, ``AanvraagWeg``.
    """
    try:
        return _maak(aanvraag_id, formulier, nu, herkomst, rol, gebruiker_id, afzender_ip, wijze)
    except (AanvraagWeg, IntegrityError):  # the draft is gone since, or the same form came from another draft
        eerder = _al_gemaakt(formulier)
        if eerder is None:
            raise
        return eerder


@daad
def _maak(
    aanvraag_id: UUID,
    formulier: UUID,
    nu: datetime,
    herkomst: str,
    rol: str,
    gebruiker_id: int | None,
    afzender_ip: str,
    wijze: Literal["online", "mondeling"],
) -> Gemaakt:
    rij = pak_aanvraag(aanvraag_id)
    eerder = _al_gemaakt(formulier)
    if eerder:
        return eerder
    gegevens = open_gegevens(rij)
    if gegevens.begin is None or not gegevens.locatie:
        raise GegevensOntbreken("Kies eerst een dag en een tijd.")
    start = start_van(gegevens.locatie, gegevens.begin)
    vergrendel([start.sleutel, *gehouden_dagen(rij)])
    afspraak = _met_plaats(rij, gegevens, start, nu=nu, herkomst=herkomst)
    contact = nieuw_contact(afspraak, gegevens)
    if herkomst == "site":
        toets_code_mogelijk(contact)
        tel_boeking(afzender_ip, nu=nu)
        toets_contact(contact, nu=nu)
    _bevestig(afspraak, gegevens, formulier, start, nu=nu, wijze=wijze)
    bewaar(contact)
    if herkomst == "site" and settings.BEVESTIGEN_MET_CODE:
        _voorlopig(afspraak, contact, nu)
    else:
        zet_klaar(afspraak, Berichtsoort.BEVESTIGING, nu=nu, herinner_in=start.kantoor.zone, aan=[contact])
    noteer(afspraak.id, "afspraak.gemaakt", nu=nu, rol=rol, gebruiker_id=gebruiker_id, herkomst=herkomst)
    rij.afspraak = None
    schrijf_gegevens(rij, Aanvraaggegevens(taal=gegevens.taal), nu)
    return _gemaakt(afspraak, contact)


def _met_plaats(
    rij: Aanvraag, gegevens: Aanvraaggegevens, start: Start, *, nu: datetime, herkomst: str
) -> Afspraak:
    """Return the held appointment while it holds; else one that takes the same place anew."""
    # Read only now that the day is locked.
    houdt = next(iter(_afspraak(rij.afspraak_id)), None) if rij.afspraak_id else None
    if houdt and _houdt_nog(houdt, nu) and houdt.begin == gegevens.begin:
        return houdt
    vraag = vraag_van(gegevens)
    afspraak = houdt or nieuwe_afspraak(start, vraag, nu=nu, herkomst=herkomst, taal=gegevens.taal)
    afspraak.locatie_id = start.kantoor.id
    afspraak.begin, afspraak.einde = start.begin, einde_van(start, vraag)
    afspraak.status, afspraak.vastgehouden_tot = Afspraak.Status.BEVESTIGD, None
    bewaar(afspraak)
    # The lead time was kept when the time was chosen; filling in slowly does not lose it.
    neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=True, is_nieuw=houdt is None)
    return afspraak


def _houdt_nog(afspraak: Afspraak, nu: datetime) -> bool:
    """Whether the hold still stands."""
    tot = afspraak.vastgehouden_tot
    return afspraak.status == Afspraak.Status.VASTGEHOUDEN and tot is not None and tot > nu


def _bevestig(
    afspraak: Afspraak,
    gegevens: Aanvraaggegevens,
    formulier: UUID,
    start: Start,
    *,
    nu: datetime,
    wijze: Literal["online", "mondeling"],
) -> None:
    if gegevens.hulp and gegevens.toestemming and gegevens.behoeften:
        afspraak.afstemming_id = afstemming_vastleggen(
            behoeften=gegevens.behoeften,
            eigen_tolk=gegevens.begeleiding == "eigen_tolk",
            tekstversie=TOESTEMMINGSTEKST,
            wijze=wijze,
            locatie_id=afspraak.locatie_id,
            afspraakdatum=start.datum,
            wissen_na=afspraak.einde + AFSTEMMING_NA_EINDE,
            nu=nu,
        )
    afspraak.status, afspraak.vastgehouden_tot = Afspraak.Status.BEVESTIGD, None
    afspraak.formulier, afspraak.taal = formulier, gegevens.taal
    afspraak.begeleiding, afspraak.spreektaal = gegevens.begeleiding, gegevens.spreektaal
    afspraak.gewijzigd_op = nu
    bewaar(afspraak)


def _voorlopig(afspraak: Afspraak, contact: Contact, nu: datetime) -> None:
    """Keep the place for half an hour; the code from the message makes it sure."""
    toets_code_per_sms(contact, nu=nu)
    afspraak.status = Afspraak.Status.VOORLOPIG
    afspraak.vastgehouden_tot = nu + timedelta(minutes=settings.VOORLOPIG_MINUTEN)
    bewaar(afspraak)
    maak_toegangscode(contact, DOEL_BEVESTIGEN, nu=nu)


@vaste_vraag
def _afspraak(afspraak_id: UUID) -> QuerySet[Afspraak, Afspraak]:
    return Afspraak.objects.filter(id=afspraak_id)


@vaste_vraag
def _afspraak_met(formulier: UUID) -> QuerySet[Afspraak, Afspraak]:
    return Afspraak.objects.filter(formulier=formulier)


def _al_gemaakt(formulier: UUID) -> Gemaakt | None:
    gevonden = _afspraak_met(formulier)
    contact = gevonden[0].contacten.order_by("id").first() if gevonden else None
    return _gemaakt(gevonden[0], contact) if contact else None


def _gemaakt(afspraak: Afspraak, contact: Contact) -> Gemaakt:
    return Gemaakt(afspraak.id, afspraak.code, link_van(contact.id, contact.link_versie))
