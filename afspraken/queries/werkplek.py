"""What an employee at a balie sees: who is here, with the story, and who can be called next.

Needs are not here: who serves reads them through ``bezoekbehoeften_lezen``, which leaves a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from afspraken.models import Bezoek, Oproep, Overdracht, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE
from afspraken.rules.dagseconde import dagseconde, wandtijd
from afspraken.rules.inzagedoel import HELPEN
from afspraken.rules.oproepuitleg import lees
from afspraken.rules.volgorde import houdt_vrij, volgende
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.gelezen_behoeften import GelezenBehoeften, gelezen_behoeften
from toegankelijkheid.queries.vereisten_bij import vereisten_bij

from .alarmen import Alarmregel, open_alarmen, wie_komt
from .oproepwoorden import oproepwoorden, uitleg_in_woorden
from .regelrijen import open_regelrijen
from .verhalen import verhalen_in
from .wachtregels import Gemist, Wachtregel, gemist_vandaag, wachtregels
from .wachtrijstand import Wachtrijstand, wachtrijstand


@dataclass(frozen=True, slots=True)
class Bezoekdeelregel:
    """One product for one person; ``is_klaar``: done at an earlier balie."""

    deel_id: int
    product: str
    persoon: int
    minuten: int
    is_klaar: bool


@dataclass(frozen=True, slots=True)
class Bezoekhier:
    """Who was called here, or is being helped here.

    ``uitleg``: why this visitor; ``keren``: how often called; ``sinds``: of the help. ``minuten``: planned,
    extra time included; ``bezig``: so long helped, whole minutes. ``verhalen``: what colleagues wrote, oldest
    first. ``van_eerder``: the day it is of, when nobody closed that. ``heeft_behoeften``: there is something
    to read through the action for it; ``behoeften``: what this user has opened there during this visit.
    """

    regel: Wachtregel
    naam: str
    uitleg: str
    keren: int
    sinds: datetime | None
    minuten: int
    extra_minuten: int
    bezig: int
    delen: tuple[Bezoekdeelregel, ...]
    begeleiding: str
    verhalen: tuple[str, ...]
    van_eerder: date | None
    heeft_behoeften: bool
    behoeften: GelezenBehoeften | None


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Whom "Volgende" would call now, and why; without a number: why nobody."""

    bezoek_id: UUID | None = None
    nummer: str = ""
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Raadsman:
    """The sociaal raadsman of the office, to hand over."""

    naam: str
    telefoon: str
    bereikbaar: str


@dataclass(frozen=True, slots=True)
class Werkplekstand:
    """``rij``: who this employee at this balie can help, in the order of the promises.

    ``gemist``: who did not come to this employee today. ``hulp_van``: who answered the own call for help.
    """

    werkplek_id: int
    locatie_id: int
    kantoor: str
    kantoor_code: str
    balie: int
    medewerker: str
    pauze_sinds: datetime | None
    bezoek: Bezoekhier | None
    voorstel: Voorstel
    rij: tuple[Wachtregel, ...]
    apart: tuple[Wachtregel, ...]
    gemist: tuple[Gemist, ...]
    alarmen: tuple[Alarmregel, ...]
    hulp_van: str
    raadsman: Raadsman


def werkplekstand(
    *, gebruiker_id: int, nu: datetime, locatie_ids: frozenset[int] | None = None
) -> Werkplekstand:
    """Return the workplace where this user sits. At most 29 statements, however many wait.

    Raises ``NietGevonden`` for who sits nowhere, or at an office that is not (any more) of the own role.
    """
    hier = _werkplek(gebruiker_id, locatie_ids)
    locatie = hier.locatie
    stand = wachtrijstand(locatie, nu)
    bezoeken = open_regelrijen(locatie, nu, ook_aan=hier.balie_id)
    regels = wachtregels(locatie, bezoeken, stand, {hier.balie_id: hier.balie.nummer}, nu)
    per_id = {regel.bezoek_id: regel for regel in regels}
    bezig = next((b for b in bezoeken if b.balie_id == hier.balie_id and b.status in AAN_EEN_BALIE), None)
    return Werkplekstand(
        werkplek_id=hier.pk,
        locatie_id=locatie.pk,
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        balie=hier.balie.nummer,
        medewerker=hier.medewerker.naam,
        pauze_sinds=hier.pauze_sinds,
        bezoek=_bezoek(bezig.id, per_id[bezig.id], hier, nu) if bezig else None,
        voorstel=_voorstel(stand, hier, per_id) if bezig is None else Voorstel(),
        rij=tuple(r for r in regels if r.staat == Bezoek.Status.WACHTEND and r.balies),
        apart=tuple(r for r in regels if r.staat == Bezoek.Status.GEPARKEERD),
        gemist=gemist_vandaag(locatie, nu, door=hier.medewerker_id),
        alarmen=open_alarmen(locatie),
        hulp_van=wie_komt(balie_id=hier.balie_id, nu=nu),
        raadsman=Raadsman(locatie.raadsman, locatie.raadsman_telefoon, locatie.raadsman_bereikbaar),
    )


def _werkplek(gebruiker_id: int, locatie_ids: frozenset[int] | None) -> Werkplek:
    rijen = Werkplek.objects.filter(medewerker__gebruiker_id=gebruiker_id, einde=None)
    if locatie_ids is not None:
        rijen = rijen.filter(locatie_id__in=locatie_ids)
    werkplek = rijen.select_related("locatie", "balie", "medewerker").first()
    if werkplek is None:
        raise NietGevonden("U zit nog niet aan een balie.")
    return werkplek


def _bezoek(bezoek_id: UUID, regel: Wachtregel, hier: Werkplek, nu: datetime) -> Bezoekhier:
    bezoek = Bezoek.objects.select_related("afspraak").prefetch_related("delen__product").get(id=bezoek_id)
    oproepen = list(Oproep.objects.filter(bezoek=bezoek, balie_id=hier.balie_id).values_list("op", "uitleg"))
    overdracht = Overdracht.objects.filter(bezoek=bezoek).first()
    sinds = _begonnen(bezoek)
    delen = sorted(bezoek.delen.all(), key=lambda deel: deel.volgorde)
    return Bezoekhier(
        regel=regel,
        naam=_naam(bezoek),
        uitleg=_uitleg(bezoek, oproepen[-1][1], overdracht, hier) if oproepen else "",
        keren=len(oproepen),
        sinds=sinds,
        minuten=sum(deel.minuten for deel in delen if deel.klaar_op is None) + bezoek.extra_minuten,
        extra_minuten=bezoek.extra_minuten,
        bezig=int((nu - sinds).total_seconds() // 60) if sinds else 0,
        delen=tuple(
            Bezoekdeelregel(d.pk, d.product.naam, d.persoon, d.minuten, d.klaar_op is not None) for d in delen
        ),
        begeleiding=bezoek.afspraak.begeleiding if bezoek.afspraak else "",
        verhalen=verhalen_in(overdracht) if overdracht else (),
        van_eerder=bezoek.datum if bezoek.datum < nu.astimezone(hier.locatie.zone).date() else None,
        heeft_behoeften=bezoek.afstemming_id is not None,
        behoeften=_behoeften(bezoek, oproepen[0][0], hier) if oproepen else None,
    )


def _begonnen(bezoek: Bezoek) -> datetime | None:
    """Since when this turn lasts: who was passed on began at another balie before."""
    if bezoek.status != Bezoek.Status.IN_BEHANDELING:
        return None
    begonnen = bezoek.gebeurtenissen.filter(soort="bezoek.begonnen").order_by("op", "id").last()
    return begonnen.op if begonnen else bezoek.begonnen_op


def _naam(bezoek: Bezoek) -> str:
    """Of the first contact, so that the right one sits down."""
    contact = bezoek.afspraak.contacten.order_by("rol", "achternaam").first() if bezoek.afspraak else None
    return contact.achternaam if contact else ""


def _uitleg(bezoek: Bezoek, bewaard: str, overdracht: Overdracht | None, hier: Werkplek) -> str:
    kort = lees(bewaard)
    begin = dagseconde(bezoek.afspraak.begin, hier.locatie.zone) if bezoek.afspraak else None
    opleidingen = set(filter(None, [overdracht.specialisme if overdracht else ""]))
    if bezoek.afstemming_id:
        opleidingen |= vereisten_bij(afstemming_id=bezoek.afstemming_id).specialismen
    return oproepwoorden(kort.reden, kort.voorbij, begin, sorted(opleidingen))


def _behoeften(bezoek: Bezoek, sinds: datetime, hier: Werkplek) -> GelezenBehoeften | None:
    wie = hier.medewerker.gebruiker_id
    if bezoek.afstemming_id is None or wie is None:
        return None
    return gelezen_behoeften(afstemming_id=bezoek.afstemming_id, gebruiker_id=wie, doel=HELPEN, sinds=sinds)


def _voorstel(stand: Wachtrijstand, hier: Werkplek, regels: dict[UUID, Wachtregel]) -> Voorstel:
    bord = (stand.wachtenden, stand.plaatsen, stand.plaats(hier.pk), stand.verwacht, stand.nu)
    keuze = volgende(*bord)
    if keuze is not None:
        wie = keuze.wachtende_id
        return Voorstel(wie, regels[wie].nummer, uitleg_in_woorden(keuze.uitleg))
    vrij = houdt_vrij(*bord)
    if vrij is None or vrij.begin is None:
        return Voorstel()
    tijd = wandtijd(vrij.begin)
    return Voorstel(uitleg=_("Deze balie blijft nu vrij voor de afspraak van %(tijd)s uur.") % {"tijd": tijd})
