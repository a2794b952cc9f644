"""Who is expected, late, present, called: the list of one office on the day of this moment, for its host."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from afspraken.models import Afspraak, Afspraakdeel, Bezoek, Bezoekdeel
from afspraken.rules.aankomst import NA_TIJD
from afspraken.rules.bezoekstatus import EINDE
from afspraken.rules.dagrand import dag_van
from afspraken.rules.wachttekst import Soort, Wachttekst
from locaties.models import Locatie

from .alarmen import Alarmregel, open_alarmen
from .eigen_kantoor import eigen_kantoor
from .merktekens import merktekens_bij
from .verwachtingen import verwachtingen_per_bezoek

VERWACHT, LAAT = "verwacht", "laat"
TE_VERWACHTEN = ("bevestigd", "aangemeld", "niet_verschenen")
UUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Regel:
    """One visitor. ``staat``: verwacht, laat, or that of the visit. Marks only, never a need.

    ``minuten``: how late, or how long this visitor waits. ``telefoon`` (E.164) and ``links`` (hashes of the
    own pages) are only to search by. ``beloofd``: wall time by which we call who came too late for the own
    time, "" for everybody else; ``kwam_laat``: came after the appointed time and keeps the place. ``wacht``:
    what the visitor was told of the wait.
    """

    afspraak_id: UUID | None
    bezoek_id: UUID | None
    op: datetime
    tijd: str
    naam: str
    code: str
    telefoon: str
    links: frozenset[str]
    producten: tuple[str, ...]
    personen: int
    medewerker: str
    balie: int | None
    merktekens: tuple[str, ...]
    nummer: str
    staat: str
    minuten: int
    beloofd: str
    kwam_laat: bool
    mag_aanmelden: bool
    mag_terug: bool
    wacht: Wachttekst | None = None

    @property
    def is_hier(self) -> bool:
        """Whether the visitor is in the office."""
        return self.staat not in (VERWACHT, LAAT)

    @property
    def zonder_collega(self) -> bool:
        """Whether nobody on duty can help this visitor."""
        return self.wacht is not None and self.wacht.soort is Soort.GEEN_COLLEGA


@dataclass(frozen=True, slots=True)
class Daglijst:
    """The list and its figures; ``langste_wacht`` in whole minutes."""

    locatie_id: int
    kantoor: str
    kantoor_code: str
    tijd: str
    datum: datetime
    regels: tuple[Regel, ...]
    komend_uur: int
    wachtenden: int
    langste_wacht: int
    alarmen: tuple[Alarmregel, ...]

    @property
    def zonder_collega(self) -> tuple[str, ...]:
        """Numbers of who waits while nobody on duty can help them."""
        return tuple(regel.nummer for regel in self.regels if regel.zonder_collega)


@dataclass(frozen=True, slots=True)
class _Dag:
    """What every line is made with."""

    nu: datetime
    zone: ZoneInfo
    merktekens: Mapping[UUID, tuple[str, ...]]
    wachten: Mapping[UUID, Wachttekst]


def daglijst(*, kantoor: str, locatie_ids: frozenset[int] | None, nu: datetime) -> Daglijst:
    """Return it; ``NietGevonden`` elsewhere. At most ten statements, however long the day is."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    afspraken, bezoeken = _afspraken(locatie, nu), _bezoeken(locatie, nu)
    met_bezoek = {b.afspraak_id: b for b in bezoeken if b.afspraak_id}
    afgestemd = {a.afstemming_id for a in afspraken} | {b.afstemming_id for b in bezoeken}
    merktekens = merktekens_bij(afstemming_ids=[pk for pk in afgestemd if pk])
    dag = _Dag(nu, locatie.zone, merktekens, verwachtingen_per_bezoek(locatie.pk, nu=nu))
    regels = [
        _afspraakregel(a, met_bezoek.get(a.id), dag) for a in afspraken if _komt_nog(met_bezoek.get(a.id))
    ]
    regels += [_bezoekregel(b, dag) for b in bezoeken if not b.afspraak_id]
    regels.sort(key=lambda regel: _plek(regel, nu))
    wachten = [r.minuten for r in regels if r.staat == Bezoek.Status.WACHTEND]
    return Daglijst(
        locatie_id=locatie.pk,
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        tijd=f"{nu.astimezone(dag.zone):%H:%M}",
        datum=nu.astimezone(dag.zone),
        regels=tuple(regels),
        komend_uur=sum(not r.is_hier and r.op <= nu + UUR for r in regels),
        wachtenden=len(wachten),
        langste_wacht=max(wachten, default=0),
        alarmen=open_alarmen(locatie),
    )


def _afspraken(locatie: Locatie, nu: datetime) -> list[Afspraak]:
    van, tot = dag_van(nu, locatie.zone)
    delen = Afspraakdeel.objects.select_related("product", "medewerker", "balie").order_by("volgorde")
    rijen = Afspraak.objects.filter(
        locatie=locatie, begin__gte=van, begin__lt=tot, status__in=TE_VERWACHTEN
    ).prefetch_related("contacten", Prefetch("delen", delen))
    return list(rijen.order_by("begin", "code"))


def _bezoeken(locatie: Locatie, nu: datetime) -> list[Bezoek]:
    """Those of today, but for who came without an appointment and is done: they only get more."""
    delen = Bezoekdeel.objects.select_related("product").order_by("volgorde")
    vandaag = Bezoek.objects.filter(locatie=locatie, datum=nu.astimezone(locatie.zone).date())
    rijen = vandaag.exclude(afspraak=None, status__in=EINDE)
    return list(
        rijen.select_related("balie")
        .prefetch_related(Prefetch("delen", delen))
        .order_by("aangekomen_op", "id")
    )


def _komt_nog(bezoek: Bezoek | None) -> bool:
    """Whoever was helped or sent away is done; who went, or was missed, may still come."""
    return bezoek is None or bezoek.status not in {Bezoek.Status.AFGEROND, Bezoek.Status.WEGGESTUURD}


def _afspraakregel(afspraak: Afspraak, bezoek: Bezoek | None, dag: _Dag) -> Regel:
    hier = bezoek if bezoek and bezoek.status not in EINDE else None
    delen = list(afspraak.delen.all())
    contacten = list(afspraak.contacten.all())
    contact = next(iter(contacten), None)
    eerste = delen[0] if delen else None
    verwacht = LAAT if afspraak.begin < dag.nu else VERWACHT
    balie = hier.balie if hier and hier.balie else (eerste.balie if eerste else None)
    return Regel(
        afspraak_id=afspraak.id,
        bezoek_id=hier.id if hier else None,
        op=afspraak.begin,
        tijd=_tijd(afspraak.begin, dag),
        naam=contact.achternaam if contact else "",
        code=afspraak.code,
        telefoon=contact.telefoon if contact else "",
        links=frozenset(c.link_hash for c in contacten if c.link_hash),
        producten=_namen(deel.product.naam for deel in delen),
        personen=len({deel.persoon for deel in delen}),
        medewerker=eerste.medewerker.naam if eerste and eerste.medewerker else "",
        balie=balie.nummer if balie else None,
        merktekens=dag.merktekens.get(afspraak.afstemming_id, ()) if afspraak.afstemming_id else (),
        nummer=str(bezoek) if bezoek else "",
        staat=hier.status if hier else verwacht,
        minuten=_minuten(hier.wacht_sinds if hier else afspraak.begin, dag.nu),
        beloofd=_tijd(hier.uiterste_op, dag) if hier and not _houdt_plaats(hier, afspraak) else "",
        kwam_laat=bool(hier and hier.aangekomen_op > afspraak.begin and _houdt_plaats(hier, afspraak)),
        mag_aanmelden=hier is None,
        mag_terug=_mag_terug(hier),
        wacht=dag.wachten.get(hier.id) if hier else None,
    )


def _bezoekregel(bezoek: Bezoek, dag: _Dag) -> Regel:
    delen = list(bezoek.delen.all())
    return Regel(
        afspraak_id=None,
        bezoek_id=bezoek.id,
        op=bezoek.aangekomen_op,
        tijd=_tijd(bezoek.aangekomen_op, dag),
        naam="",
        code="",
        telefoon="",
        links=frozenset(filter(None, [bezoek.link_hash])),
        producten=_namen(deel.product.naam for deel in delen),
        personen=len({deel.persoon for deel in delen}),
        medewerker="",
        balie=bezoek.balie.nummer if bezoek.balie else None,
        merktekens=dag.merktekens.get(bezoek.afstemming_id, ()) if bezoek.afstemming_id else (),
        nummer=str(bezoek),
        staat=bezoek.status,
        minuten=_minuten(bezoek.wacht_sinds, dag.nu),
        beloofd="",
        kwam_laat=False,
        mag_aanmelden=False,
        mag_terug=_mag_terug(bezoek),
        wacht=dag.wachten.get(bezoek.id),
    )


def _plek(regel: Regel, nu: datetime) -> tuple[int, datetime]:
    if regel.staat == LAAT:
        return 0, regel.op
    if regel.staat == VERWACHT:
        return (1 if regel.op <= nu + UUR else 3), regel.op
    return 2, regel.op


def _houdt_plaats(bezoek: Bezoek, afspraak: Afspraak) -> bool:
    return bezoek.uiterste_op <= afspraak.begin + NA_TIJD


def _tijd(moment: datetime, dag: _Dag) -> str:
    return f"{moment.astimezone(dag.zone):%H:%M}"


def _mag_terug(bezoek: Bezoek | None) -> bool:
    return bezoek is not None and bezoek.status == Bezoek.Status.WACHTEND


def _minuten(sinds: datetime, nu: datetime) -> int:
    return max(0, int((nu - sinds).total_seconds() // 60))


def _namen(namen: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(namen))
