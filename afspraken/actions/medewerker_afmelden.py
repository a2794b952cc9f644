"""An employee falls out: equals take over at the same time, the rest becomes a knelpunt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from afspraken.actions.stappen.dagslot import Dagsleutel, vergrendel
from afspraken.actions.stappen.gebeurtenis import noteer
from afspraken.actions.stappen.plaats import Start, verlopen_vrijgeven
from afspraken.actions.stappen.weigeringen import bezet_als_weigering
from afspraken.models import Afspraak, Afspraakdeel, Knelpunt
from afspraken.queries.aanbod import aanbod_van, kantoren
from afspraken.rules.herplaatsing import Blok, herplaats
from afspraken.rules.plaatsing import Werker
from afspraken.rules.status import TIJDELIJK
from afspraken.rules.vraag import Vraag
from locaties.models import Inzet, Medewerker
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.models import Afstemming

SOORT = "medewerker_afgemeld"


@dataclass(frozen=True, slots=True)
class Afgemeld:
    """How many go on with a colleague, and which became a knelpunt."""

    herplaatst: int
    knelpunten: int
    knelpunt_ids: tuple[int, ...]


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
    with transaction.atomic(durable=True):
        dagen = _dagen(medewerker_id, van, tot_en_met)
        vergrendel(dagen)
        Inzet.objects.filter(
            medewerker_id=medewerker_id, datum__range=(van, tot_en_met), afgemeld_op=None
        ).update(afgemeld_op=nu)
        delen = _delen_per_afspraak(medewerker_id, van, tot_en_met, nu)
        gekozen = herplaats(_blokken(delen), _werkers(delen, nu))
        for afspraak_id, werker in gekozen.items():
            _wissel(delen[afspraak_id], werker, nu, gebruiker_id)
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
    """Return what is still to come; who has arrived and waits counts too."""
    rijen = Afspraakdeel.objects.filter(
        Q(begin__gt=nu) | Q(afspraak__status=Afspraak.Status.AANGEMELD),
        medewerker_id=medewerker_id,
        datum__range=(van, tot),
        is_actief=True,
    ).exclude(afspraak__status__in=TIJDELIJK, afspraak__vastgehouden_tot__lte=nu)
    per_afspraak: dict[UUID, list[Afspraakdeel]] = defaultdict(list)
    for deel in rijen.select_related("afspraak", "product").order_by("begin", "volgorde"):
        per_afspraak[deel.afspraak_id].append(deel)
    return dict(per_afspraak)


def _blokken(delen: Mapping[UUID, Sequence[Afspraakdeel]]) -> list[Blok]:
    ids = [regels[0].afspraak.afstemming_id for regels in delen.values()]
    vereisten = dict(Afstemming.objects.filter(id__in=filter(None, ids)).values_list("id", "vereisten"))
    return [
        _blok(regels, vereisten.get(regels[0].afspraak.afstemming_id, {}))  # type: ignore[arg-type]
        for regels in delen.values()
    ]


def _blok(regels: Sequence[Afspraakdeel], vereisten: Mapping[str, Sequence[str]]) -> Blok:
    eerste, einde = regels[0], max(deel.cel + deel.cellen for deel in regels)
    return Blok(
        afspraak_id=eerste.afspraak_id,
        dag=(eerste.locatie_id, eerste.datum),
        cel=eerste.cel,
        cellen=einde - eerste.cel,
        producten=frozenset(deel.product_id for deel in regels),
        specialismen=frozenset(vereisten.get("specialismen", ())),
        heeft_behoefte=eerste.afspraak.afstemming_id is not None,
        is_vastgezet=any(deel.vastgezet for deel in regels),
    )


def _werkers(
    delen: Mapping[UUID, Sequence[Afspraakdeel]], nu: datetime
) -> dict[Dagsleutel, Sequence[Werker]]:
    """Return who is on duty on these office-days, with what is free of them now."""
    nodig = {(deel.locatie_id, deel.datum) for regels in delen.values() for deel in regels}
    if not nodig:
        return {}
    lijst = [k for k in kantoren() if k.id in {locatie for locatie, _ in nodig}]
    for kantoor in lijst:
        for datum in {d for locatie, d in nodig if locatie == kantoor.id}:
            verlopen_vrijgeven(Start(kantoor, datum, 0), nu=nu)
    categorieen = frozenset(deel.product.categorie for regels in delen.values() for deel in regels)
    gelezen = aanbod_van(
        lijst,
        vraag=Vraag(delen=(), categorieen=categorieen),
        van=min(datum for _, datum in nodig),
        tot=max(datum for _, datum in nodig) + timedelta(days=1),
        nu=nu,
        aanloop_minuten=0,
    )
    return {(a.kantoor.id, dag.datum): dag.werkers for a in gelezen for dag in a.dagen}


def _wissel(delen: Sequence[Afspraakdeel], werker: Werker, nu: datetime, gebruiker_id: int | None) -> None:
    """Give these parts to the colleague; the citizen does not notice."""
    with bezet_als_weigering():
        Afspraakdeel.objects.filter(id__in=[deel.pk for deel in delen]).update(
            inzet_id=werker.inzet_id, medewerker_id=werker.medewerker_id
        )
    afspraak_id = delen[0].afspraak_id
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
