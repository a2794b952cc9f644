"""Make the appointment: the held time, or the same time again when it expired and is still free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from afspraken.models import Aanvraag, Afspraak, Contact
from afspraken.queries.aanvraag import open_gegevens
from afspraken.queries.vraag import vraag_van
from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE, TOESTEMMINGSTEKST
from toegankelijkheid.actions.afstemming_vastleggen import afstemming_vastleggen

from .stappen.aanvraag import pak_aanvraag, schrijf_gegevens
from .stappen.afspraakrij import nieuwe_afspraak
from .stappen.berichten import zet_herinnering_klaar, zet_klaar
from .stappen.contact import GegevensOntbreken, link_van, nieuw_contact
from .stappen.dagslot import vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.grenzen import toets_adres, toets_contact
from .stappen.plaats import Start, einde_van, neem_plaats, start_van
from .stappen.toegangscode import DOEL_BEVESTIGEN, KAN_STUREN, maak_toegangscode


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

    Raises ``TijdBezet`` (expired and taken), ``TijdNietMogelijk``, ``TeVeelAfspraken`` and ``TeDruk`` (site
    only), ``GegevensOntbreken``, ``NietBereikbaar``, ``Onleesbaar``, ``AanvraagWeg``.
    """
    eerder = _al_gemaakt(formulier)
    if eerder:
        return eerder
    if herkomst == "site":
        toets_adres(afzender_ip, nu=nu)
    try:
        with transaction.atomic(durable=True):
            rij = pak_aanvraag(aanvraag_id)
            eerder = _al_gemaakt(formulier)
            return eerder or _maak(rij, formulier, nu, herkomst, rol, gebruiker_id, wijze)
    except IntegrityError:  # the same form from another draft: the unique uuid won
        eerder = _al_gemaakt(formulier)
        if eerder is None:
            raise
        return eerder


def _maak(
    rij: Aanvraag,
    formulier: UUID,
    nu: datetime,
    herkomst: str,
    rol: str,
    gebruiker_id: int | None,
    wijze: Literal["online", "mondeling"],
) -> Gemaakt:
    gegevens = open_gegevens(rij)
    if gegevens.begin is None or not gegevens.locatie:
        raise GegevensOntbreken("Kies eerst een dag en een tijd.")
    start = start_van(gegevens.locatie, gegevens.begin)
    houdt = rij.afspraak.delen.values_list("locatie_id", "datum") if rij.afspraak else ()
    vergrendel([start.sleutel, *houdt])
    afspraak = _met_plaats(rij, gegevens, start, nu=nu, herkomst=herkomst)
    contact = nieuw_contact(afspraak, gegevens)
    if herkomst == "site":
        toets_contact(contact, nu=nu)
    _bevestig(afspraak, gegevens, formulier, start, nu=nu, wijze=wijze)
    contact.save()
    if herkomst == "site" and settings.BEVESTIGEN_MET_CODE and contact.kanaal in KAN_STUREN:
        _voorlopig(afspraak, contact, nu)
    else:
        zet_klaar(afspraak, Berichtsoort.BEVESTIGING, nu=nu)
        zet_herinnering_klaar(afspraak, nu=nu)
    noteer(afspraak.id, "afspraak.gemaakt", nu=nu, rol=rol, gebruiker_id=gebruiker_id, herkomst=herkomst)
    rij.afspraak = None
    schrijf_gegevens(rij, Aanvraaggegevens(taal=gegevens.taal), nu)
    return _gemaakt(afspraak, contact)


def _met_plaats(
    rij: Aanvraag, gegevens: Aanvraaggegevens, start: Start, *, nu: datetime, herkomst: str
) -> Afspraak:
    """Return the held appointment while it holds; else one that takes the same place anew."""
    vraag = vraag_van(gegevens)
    afspraak = rij.afspraak or nieuwe_afspraak(start, vraag, nu=nu, herkomst=herkomst, taal=gegevens.taal)
    if rij.afspraak and _houdt_nog(afspraak, nu) and afspraak.begin == gegevens.begin:
        return afspraak
    afspraak.locatie_id = start.kantoor.id
    afspraak.begin, afspraak.einde = start.begin, einde_van(start, vraag)
    afspraak.status, afspraak.vastgehouden_tot = Afspraak.Status.BEVESTIGD, None
    afspraak.save()
    # The lead time was kept when the time was chosen; filling in slowly does not lose it.
    neem_plaats(afspraak, start, vraag, nu=nu, zonder_aanloop=True)
    return afspraak


def _houdt_nog(afspraak: Afspraak, nu: datetime) -> bool:
    """Whether the hold still stands; read anew, now that the day is locked."""
    afspraak.refresh_from_db()
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
    afspraak.save()


def _voorlopig(afspraak: Afspraak, contact: Contact, nu: datetime) -> None:
    """Keep the place for half an hour; the code from the message makes it sure."""
    afspraak.status = Afspraak.Status.VOORLOPIG
    afspraak.vastgehouden_tot = nu + timedelta(minutes=settings.VOORLOPIG_MINUTEN)
    afspraak.save()
    maak_toegangscode(contact, DOEL_BEVESTIGEN, nu=nu)


def _al_gemaakt(formulier: UUID) -> Gemaakt | None:
    afspraak = Afspraak.objects.filter(formulier=formulier).first()
    if afspraak is None:
        return None
    contact = afspraak.contacten.order_by("id").first()
    return _gemaakt(afspraak, contact) if contact else None


def _gemaakt(afspraak: Afspraak, contact: Contact) -> Gemaakt:
    return Gemaakt(afspraak.id, afspraak.code, link_van(contact.id, contact.link_versie))
