"""What does this message say, at this moment, and where does it go?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from afspraken.models import Bericht, Contact
from afspraken.queries.dagbericht import dagbericht
from afspraken.queries.mijn_afspraak import MijnAfspraak, mijn_afspraak
from afspraken.queries.sms_nummer import sms_nummer
from afspraken.rules.agenda import agenda_uid
from afspraken.rules.berichtsoort import DAGBERICHTEN, Berichtgegevens, Berichtsoort, NeemMee, Tekst
from afspraken.rules.berichtteksten import maak_bericht
from afspraken.rules.link import link_token
from afspraken.rules.meenemen import samen_kort, wie
from afspraken.rules.raadsman import RAADSMAN, raadsman_tekst
from afspraken.rules.te_regelen_tekst import te_regelen_tekst
from locaties.models import Locatie, Product
from locaties.queries.gemeente import gemeente
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.te_regelen import te_regelen

TE_REGELEN = "te_regelen"
_ERBIJ = ("contact__afspraak__locatie", "bezoek__locatie", "bezoek__balie", "bezoek__beurtsms")
_KOMT = frozenset({Berichtsoort.BEVESTIGING, Berichtsoort.GEWIJZIGD, Berichtsoort.HERINNERING})
_STAAT_NOG = frozenset({"bevestigd", "aangemeld"})
_MET_AGENDA: dict[Berichtsoort, Literal["REQUEST", "CANCEL"]] = {
    Berichtsoort.BEVESTIGING: "REQUEST",
    Berichtsoort.GEWIJZIGD: "REQUEST",
    Berichtsoort.GEANNULEERD_DOOR_BURGER: "CANCEL",
    Berichtsoort.GEANNULEERD_DOOR_GEMEENTE: "CANCEL",
}


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the calendar file says."""

    methode: Literal["REQUEST", "CANCEL"]
    uid: str
    volgnummer: int
    begin: datetime
    einde: datetime
    samenvatting: str
    plaats: str
    omschrijving: str
    link: str


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A message ready to leave; an empty ``naar`` means that there is no address."""

    naar: str
    onderwerp: str
    tekst: str
    agenda: Agenda | None = None


def bericht_inhoud(*, bericht_id: UUID, nu: datetime) -> Inhoud | None:
    """Return the message as it is true now; None when what it tells is no longer so."""
    bericht = Bericht.objects.select_related(*_ERBIJ).get(pk=bericht_id)
    if eigen := {TE_REGELEN: _te_regelen, RAADSMAN: _raadsman}.get(bericht.soort):
        return eigen(bericht, nu)
    if bericht.soort in DAGBERICHTEN:
        return _van_de_dag(bericht, nu)
    contact = bericht.contact
    if contact is None:
        return None
    soort = Berichtsoort(bericht.soort)
    link = link_token(settings.LINK_SLEUTEL, contact.id, contact.link_versie)
    try:
        afspraak = mijn_afspraak(link=link, nu=nu, taal=bericht.taal)
    except NietGevonden:
        return None
    if not _klopt_nog(soort, afspraak.status):
        return None
    return _over_afspraak(bericht, contact, afspraak, soort, nu)


def _van_de_dag(bericht: Bericht, nu: datetime) -> Inhoud | None:
    """Also nothing when somebody took back the number."""
    gegevens, contact = dagbericht(bericht, nu=nu), bericht.contact
    naar = _naar(bericht, contact) if contact else sms_nummer(bericht)
    if gegevens is None or not naar:
        return None
    tekst = maak_bericht(Berichtsoort(bericht.soort), gegevens, kanaal=bericht.kanaal, taal=bericht.taal)
    return Inhoud(naar, tekst.onderwerp, tekst.tekst)


def _klopt_nog(soort: Berichtsoort, status: str) -> bool:
    if soort is Berichtsoort.CODE:
        return True
    return (status in _STAAT_NOG) if soort in _KOMT else (status == "geannuleerd")


def _over_afspraak(
    bericht: Bericht, contact: Contact, afspraak: MijnAfspraak, soort: Berichtsoort, nu: datetime
) -> Inhoud:
    gegevens = _gegevens(bericht, contact, afspraak, nu)
    tekst = maak_bericht(soort, gegevens, kanaal=bericht.kanaal, taal=bericht.taal)
    methode = _MET_AGENDA.get(soort) if bericht.kanaal == Contact.Kanaal.EMAIL else None
    agenda = _agenda(afspraak, gegevens, tekst, methode) if methode else None
    return Inhoud(_naar(bericht, contact), tekst.onderwerp, tekst.tekst, agenda)


def _naar(bericht: Bericht, contact: Contact) -> str:
    match bericht.kanaal:
        case Contact.Kanaal.SMS:
            return contact.telefoon
        case Contact.Kanaal.EMAIL:
            return contact.email
        case _:
            return "papier"


def _gegevens(bericht: Bericht, contact: Contact, afspraak: MijnAfspraak, nu: datetime) -> Berichtgegevens:
    stad, kantoor, punt = gemeente(), contact.afspraak.locatie, afspraak.contactpersoon
    return Berichtgegevens(
        gemeente=stad.naam,
        telefoon=kantoor.telefoon or stad.telefoon,
        telefoon_buitenland=stad.telefoon_buitenland,
        tekst_voor_doven=stad.voor_doven(bericht.taal),
        locatie_naam=kantoor.naam,
        locatie_kort=kantoor.korte_naam,
        adres=f"{kantoor.adres}, {kantoor.postcode} {kantoor.plaats}",
        begin=afspraak.begin,
        zone=ZoneInfo(afspraak.zone),
        code=afspraak.code,
        link=_link(contact, bericht.kanaal),
        nu=nu,
        producten=afspraak.producten,
        neem_mee=_neem_mee(afspraak, bericht.taal),
        meenemen_kort=_meenemen_kort(afspraak.afspraak_id, bericht.taal),
        contactpersoon=punt.naam if punt else "",
        contactpersoon_telefoon=punt.telefoon if punt else "",
        reden=str(bericht.gegevens.get("reden", "")),
        verificatiecode=str(bericht.gegevens.get("verificatiecode", "")),
    )


def _link(contact: Contact, kanaal: str) -> str:
    """In an SMS each character counts: without the last slash, which the site adds itself."""
    pad = f"/a/{link_token(settings.LINK_SLEUTEL, contact.id, contact.link_versie)}"
    return _adres(pad if kanaal == Contact.Kanaal.SMS else f"{pad}/")


def _adres(pad: str) -> str:
    return str(settings.SITE_ADRES).rstrip("/") + pad


def _neem_mee(afspraak: MijnAfspraak, taal: str) -> tuple[NeemMee, ...]:
    return tuple(
        NeemMee(wie(volgnummer, persoon.groep, taal), persoon.neem_mee)
        for volgnummer, persoon in enumerate(afspraak.personen, 1)
    )


def _meenemen_kort(afspraak_id: UUID, taal: str) -> str:
    producten = Product.objects.filter(afspraakdeel__afspraak_id=afspraak_id).order_by("volgorde", "id")
    kort = {
        product.pk: (product.meenemen_kort_en if taal == "en" else product.meenemen_kort)
        for product in producten
    }
    return samen_kort(kort.values())


def _agenda(
    afspraak: MijnAfspraak, gegevens: Berichtgegevens, tekst: Tekst, methode: Literal["REQUEST", "CANCEL"]
) -> Agenda:
    return Agenda(
        methode=methode,
        uid=agenda_uid(afspraak.afspraak_id),
        volgnummer=afspraak.volgnummer,
        begin=afspraak.begin,
        einde=afspraak.einde,
        samenvatting=tekst.onderwerp,
        plaats=f"{gegevens.locatie_naam}, {gegevens.adres}",
        omschrijving=tekst.tekst,
        link=gegevens.link,
    )


def _te_regelen(bericht: Bericht, nu: datetime) -> Inhoud | None:
    locatie = Locatie.objects.get(pk=bericht.gegevens["locatie_id"])
    vandaag = nu.astimezone(locatie.zone).date()
    rijen = te_regelen(locatie_ids=frozenset({locatie.pk}), vandaag=vandaag)
    if not rijen:
        return None
    tekst = te_regelen_tekst(
        locatie=locatie.naam,
        open_aantal=len(rijen),
        te_laat=sum(rij.is_te_laat for rij in rijen),
        eerste=min(rij.voor_datum for rij in rijen),
        adres=_adres("/beheer/te-regelen/"),
    )
    return Inhoud(bericht.adres, tekst.onderwerp, tekst.tekst)


def _raadsman(bericht: Bericht, nu: datetime) -> Inhoud | None:
    """To who asked for it at the counter, as it stands with the office now."""
    if bericht.bezoek is None:
        return None
    kantoor = bericht.bezoek.locatie
    tekst = raadsman_tekst(
        gemeente=gemeente().naam,
        naam=kantoor.raadsman,
        telefoon=kantoor.raadsman_telefoon,
        bereikbaar=kantoor.raadsman_bereikbaar,
    )
    return Inhoud(sms_nummer(bericht), "", tekst)
