"""An employee falls out: equals take over at the same time, the rest becomes a knelpunt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from afspraken.actions.stappen.dagslot import Dagsleutel, vergrendel
from afspraken.actions.stappen.gebeurtenis import noteer
from afspraken.actions.stappen.plaats import Start, verlopen_vrijgeven
from afspraken.actions.stappen.wissel import meld_wissels, schrijf_wissels
from afspraken.models import Afspraak, Afspraakdeel, Bezoek, Knelpunt
from afspraken.queries.aanbod import aanbod_van, kantoren
from afspraken.queries.dagblokken import dagblokken
from afspraken.rules.bezoekstatus import EINDE
from afspraken.rules.herplaatsing import herplaats
from afspraken.rules.plaatsing import Dagaanbod
from afspraken.rules.status import TIJDELIJK
from afspraken.rules.vraag import Vraag
from locaties.actions.stappen.daad import daad
from locaties.models import Inzet, Medewerker
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.bekwaamheden import bekwaamheden

SOORT = "medewerker_afgemeld"


@dataclass(frozen=True, slots=True)
class Afgemeld:
    """How many go on with a colleague, and which became a knelpunt."""

    herplaatst: int
    knelpunten: int
    knelpunt_ids: tuple[int, ...]


@daad
def medewerker_afmelden(
    *,
    medewerker_id: int,
    van: date,
    tot_en_met: date,
    reden: str,
    nu: datetime,
    gebruiker_id: int | None,
) -> Afgemeld:
    """Take the employee off the roster on [van, tot_en_met], at every office.

    A second time tries again what still has no colleague. ``reden`` is read by whoever calls: no health.
    """
    if not Medewerker.objects.filter(id=medewerker_id).exists():
        raise NietGevonden("Wij kennen deze medewerker niet.")
    dagen = _dagen(medewerker_id, van, tot_en_met)
    vergrendel(dagen)
    Inzet.objects.filter(
        medewerker_id=medewerker_id, datum__range=(van, tot_en_met), afgemeld_op=None
    ).update(afgemeld_op=nu)
    delen = _delen_per_afspraak(medewerker_id, van, tot_en_met, nu)
    gekozen = _herplaats(delen, medewerker_id, nu)
    # By time, not in the order of choosing: whoever needs something is chosen first, and events have numbers.
    for afspraak_id in filter(gekozen.__contains__, delen):
        _meld_herplaatst(afspraak_id, nu, gebruiker_id)
    rest = [regels[0].afspraak for pk, regels in delen.items() if pk not in gekozen]
    ids = tuple(_knelpunt(a, reden, nu, gebruiker_id) for a in rest if not _laat_los(a, nu))
    aantal = sum(delen[pk][0].afspraak.status != Afspraak.Status.VASTGEHOUDEN for pk in gekozen)
    return Afgemeld(herplaatst=aantal, knelpunten=len(ids), knelpunt_ids=ids)


def _dagen(medewerker_id: int, van: date, tot: date) -> set[Dagsleutel]:
    op = {"medewerker_id": medewerker_id, "datum__range": (van, tot)}
    inzet = Inzet.objects.filter(**op).values_list("locatie_id", "datum")
    delen = Afspraakdeel.objects.filter(**op, is_actief=True).values_list("locatie_id", "datum")
    return {*inzet, *delen}


def _delen_per_afspraak(
    medewerker_id: int, van: date, tot: date, nu: datetime
) -> dict[UUID, list[Afspraakdeel]]:
    """Return what is still to come; who has arrived and waits counts too, who is or was helped does not."""
    begonnen = {*EINDE, Bezoek.Status.IN_BEHANDELING}
    rijen = (
        Afspraakdeel.objects.filter(
            Q(begin__gt=nu) | Q(afspraak__status=Afspraak.Status.AANGEMELD),
            medewerker_id=medewerker_id,
            datum__range=(van, tot),
            is_actief=True,
        )
        .exclude(afspraak__status__in=TIJDELIJK, afspraak__vastgehouden_tot__lte=nu)
        # The appointment itself stays arrived, also when the visit is over.
        .exclude(afspraak__status=Afspraak.Status.AANGEMELD, afspraak__bezoek__status__in=begonnen)
    )
    per_afspraak: dict[UUID, list[Afspraakdeel]] = defaultdict(list)
    for deel in rijen.select_related("afspraak").order_by("begin", "volgorde"):
        per_afspraak[deel.afspraak_id].append(deel)
    return dict(per_afspraak)


def _herplaats(delen: Mapping[UUID, Sequence[Afspraakdeel]], medewerker_id: int, nu: datetime) -> set[UUID]:
    """Let colleagues take over what they can, day by day; return which appointments go on."""
    gekozen: set[UUID] = set()
    kan = bekwaamheden().get(medewerker_id, ()) if delen else ()
    for (locatie_id, datum), dag in _dagen_met_aanbod(delen, nu).items():
        blokken = dagblokken(locatie_id=locatie_id, datum=datum, nu=nu)
        heeft = frozenset(code for code, van, tot in kan if van <= datum <= tot)
        uitgevallen = [
            # What somebody who still fills in needs, is not known: a colleague has no less than the first.
            replace(blok, specialismen=heeft) if _wordt_ingevuld(delen[blok.afspraak_id]) else blok
            for blok in blokken
            if blok.afspraak_id in delen and not any(deel.vastgezet for deel in delen[blok.afspraak_id])
        ]
        uitkomst = herplaats(dag, blokken, uitgevallen, medewerker_id)
        schrijf_wissels(uitkomst.wissels)
        gekozen |= uitkomst.gelukt
        meld_wissels([w for w in uitkomst.wissels if w.blok.afspraak_id not in delen], nu=nu, reden=SOORT)
    return gekozen


def _wordt_ingevuld(regels: Sequence[Afspraakdeel]) -> bool:
    return regels[0].afspraak.status == Afspraak.Status.VASTGEHOUDEN


def _dagen_met_aanbod(
    delen: Mapping[UUID, Sequence[Afspraakdeel]], nu: datetime
) -> dict[Dagsleutel, Dagaanbod]:
    """Return these office-days: who is on duty, with what is free of them now."""
    nodig = {(deel.locatie_id, deel.datum) for regels in delen.values() for deel in regels}
    if not nodig:
        return {}
    lijst = [k for k in kantoren() if k.id in {locatie for locatie, _ in nodig}]
    for kantoor in lijst:
        for datum in {d for locatie, d in nodig if locatie == kantoor.id}:
            verlopen_vrijgeven(Start(kantoor, datum, 0), nu=nu)
    gelezen = aanbod_van(
        lijst,
        vraag=Vraag(delen=(), categorieen=frozenset()),
        van=min(datum for _, datum in nodig),
        tot=max(datum for _, datum in nodig) + timedelta(days=1),
        nu=nu,
        aanloop_minuten=0,
        # Who takes over keeps the time that was promised, whatever the hours are for new appointments.
        ook_dicht=True,
    )
    return {
        (a.kantoor.id, dag.datum): dag
        for a in gelezen
        for dag in a.dagen
        if (a.kantoor.id, dag.datum) in nodig
    }


def _meld_herplaatst(afspraak_id: UUID, nu: datetime, gebruiker_id: int | None) -> None:
    """A colleague has it; the citizen does not notice."""
    noteer(afspraak_id, "afspraak.herplaatst", nu=nu, rol="planner", gebruiker_id=gebruiker_id)
    Knelpunt.objects.filter(afspraak_id=afspraak_id, soort=SOORT, opgelost_op=None).update(
        opgelost_op=nu, oplossing="Een collega neemt de afspraak over."
    )


def _laat_los(afspraak: Afspraak, nu: datetime) -> bool:
    """Let go of a time that somebody only held while filling in: nothing was promised yet."""
    if afspraak.status != Afspraak.Status.VASTGEHOUDEN:
        return False
    afspraak.delen.update(is_actief=False)
    Afspraak.objects.filter(id=afspraak.id).update(status=Afspraak.Status.VERLOPEN, gewijzigd_op=nu)
    return True


def _knelpunt(afspraak: Afspraak, reden: str, nu: datetime, gebruiker_id: int | None) -> int:
    knelpunt, is_nieuw = Knelpunt.objects.get_or_create(
        afspraak=afspraak, soort=SOORT, opgelost_op=None, defaults={"sinds": nu, "reden": reden[:200]}
    )
    if is_nieuw:
        noteer(afspraak.id, "knelpunt.gemeld", nu=nu, rol="planner", gebruiker_id=gebruiker_id, reden=SOORT)
    return knelpunt.pk
