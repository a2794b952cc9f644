"""What offices can offer on a range of local days, read in a fixed number of statements (13).

The same reading serves showing free times and deciding under the lock, so the two can never disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from afspraken.models import Afspraakdeel
from afspraken.rules.plaatsing import Dagaanbod, Plek, Werker
from afspraken.rules.status import TIJDELIJK
from afspraken.rules.vraag import Vraag
from locaties.models import (
    Balie,
    Balieuitval,
    ExtraOpening,
    Inzet,
    Locatie,
    Medewerker,
    Openingstijd,
    Pauze,
    ProductOpLocatie,
    Sluiting,
)
from locaties.rules.opening import Dagregel, Gesloten, Weekregel, open_cellen
from locaties.rules.tijdvak import CELLEN_PER_DAG, cellen_van, masker
from toegankelijkheid.queries.bekwaamheden import bekwaamheden

VOOR_AFSPRAAK = ("afspraak", "beide")
Bezet = dict[tuple[date, int], int]


@dataclass(frozen=True, slots=True)
class Kantoor:
    """One office with what planning needs to know of it."""

    id: int
    code: str
    naam: str
    zone: ZoneInfo
    horizon_dagen: int
    voorzieningen: frozenset[str]
    producten: frozenset[int]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """One office and its days, in order."""

    kantoor: Kantoor
    dagen: tuple[Dagaanbod, ...]


def kantoren(codes: Sequence[str] | None = None) -> tuple[Kantoor, ...]:
    """Return the offices (all without codes) in their order; three statements."""
    locaties = Locatie.objects.all() if codes is None else Locatie.objects.filter(code__in=codes)
    gebouw: dict[int, set[str]] = defaultdict(set)
    for locatie_id, code in locaties.values_list("id", "voorzieningen__code"):
        gebouw[locatie_id].add(code)
    producten: dict[int, set[int]] = defaultdict(set)
    for locatie_id, product_id in ProductOpLocatie.objects.filter(vorm__in=VOOR_AFSPRAAK).values_list(
        "locatie_id", "product_id"
    ):
        producten[locatie_id].add(product_id)
    return tuple(
        Kantoor(pk, code, naam, ZoneInfo(zone), horizon, frozenset(gebouw[pk]), frozenset(producten[pk]))
        for pk, code, naam, zone, horizon in locaties.order_by("volgorde", "naam").values_list(
            "id", "code", "naam", "tijdzone", "horizon_dagen"
        )
    )


def aanbod_van(
    kantoren_: Iterable[Kantoor],
    *,
    vraag: Vraag,
    van: date,
    tot: date,
    nu: datetime,
    aanloop_minuten: int,
    zonder_afspraak: UUID | None = None,
) -> tuple[Aanbod, ...]:
    """Return per office its days [van, tot) as they are now; ten statements.

    Held times count until they expire. ``zonder_afspraak``: the appointment whose own place is free for it.
    """
    lijst = list(kantoren_)
    lezer = _Lezer([k.id for k in lijst], van, tot, nu, zonder_afspraak)
    return tuple(
        Aanbod(k, tuple(lezer.dagen(k, vraag, nu + timedelta(minutes=aanloop_minuten)))) for k in lijst
    )


class _Lezer:
    """Reads everything of some offices and days once, then builds days from memory."""

    def __init__(
        self, locatie_ids: list[int], van: date, tot: date, nu: datetime, zonder_afspraak: UUID | None
    ) -> None:
        self.ids, self.van, self.tot, self.nu = locatie_ids, van, tot, nu
        self._lees_opening()
        self._lees_balies()
        self._lees_inzet()
        self._lees_bezet(zonder_afspraak)
        self.bekwaam = bekwaamheden()
        self.beheerst: dict[int, set[int]] = defaultdict(set)
        for medewerker, product in Medewerker.producten.through.objects.values_list(
            "medewerker_id", "product_id"
        ):
            self.beheerst[medewerker].add(product)

    def dagen(self, kantoor: Kantoor, vraag: Vraag, vanaf: datetime) -> Iterable[Dagaanbod]:
        """Days of one office, opening hours and lead time taken in."""
        datum = self.van
        while datum < self.tot:
            open_ = self._open(kantoor, datum, vraag, vanaf)
            if open_:
                yield Dagaanbod(datum, open_, self._werkers(kantoor, datum), self._plekken(kantoor, datum))
            datum += timedelta(days=1)

    def _open(self, kantoor: Kantoor, datum: date, vraag: Vraag, vanaf: datetime) -> int:
        open_ = open_cellen(
            datum,
            self.week[kantoor.id],
            self.extra[kantoor.id],
            self.gesloten[kantoor.id],
            vraag.categorieen,
        )
        lokaal = vanaf.astimezone(kantoor.zone)
        if lokaal.date() > datum:
            return 0
        if lokaal.date() == datum:
            open_ &= ~masker(0, cellen_van(vanaf, vanaf, datum, kantoor.zone)[1])
        return open_

    def _werkers(self, kantoor: Kantoor, datum: date) -> tuple[Werker, ...]:
        return tuple(
            Werker(
                inzet,
                medewerker,
                self._inzet_cellen(kantoor, datum, inzet, begin, einde) & ~self.bezet_wie[datum, medewerker],
                frozenset(self.beheerst[medewerker]),
                frozenset(code for code, a, z in self.bekwaam.get(medewerker, ()) if a <= datum <= z),
            )
            for inzet, medewerker, begin, einde in self.inzet[kantoor.id, datum]
        )

    def _inzet_cellen(
        self, kantoor: Kantoor, datum: date, inzet: int, begin: datetime, einde: datetime
    ) -> int:
        """Whole cells inside the shift, breaks taken out."""
        lokaal = begin.astimezone(kantoor.zone)
        eerste, laatste = cellen_van(begin, einde, datum, kantoor.zone)
        scheef = lokaal.minute % 5 or lokaal.second
        vrij = masker(eerste + (1 if scheef else 0), laatste)
        slot = einde.astimezone(kantoor.zone)
        if slot.minute % 5 or slot.second:
            vrij &= ~masker(laatste - 1, laatste)
        for a, z in self.pauzes[inzet]:
            vrij &= ~masker(*cellen_van(a, z, datum, kantoor.zone))
        return vrij

    def _plekken(self, kantoor: Kantoor, datum: date) -> tuple[Plek, ...]:
        return tuple(self._plek(kantoor, datum, balie) for balie in self.balies[kantoor.id])

    def _plek(self, kantoor: Kantoor, datum: date, balie: int) -> Plek:
        vrij = masker(0, CELLEN_PER_DAG) & ~self.bezet_waar[datum, balie]
        stuk = []
        for voorziening, a, z in self.uitval[balie]:
            cellen = masker(*cellen_van(a, z or a + timedelta(days=3650), datum, kantoor.zone))
            if voorziening is None:
                vrij &= ~cellen
            elif cellen:
                stuk.append((voorziening, cellen))
        eigen = frozenset(self.voorzieningen[balie])
        return Plek(balie, vrij, eigen, "afhalen" in eigen, tuple(stuk))

    def _lees_opening(self) -> None:
        self.week: dict[int, list[Weekregel]] = defaultdict(list)
        for locatie, dag, open_, dicht_, vanaf, tm, categorie in Openingstijd.objects.filter(
            locatie_id__in=self.ids, soort__in=VOOR_AFSPRAAK
        ).values_list("locatie_id", "weekdag", "van", "tot", "geldig_van", "geldig_tot", "categorie"):
            self.week[locatie].append(Weekregel(dag, open_, dicht_, vanaf, tm, categorie))
        self.extra: dict[int, list[Dagregel]] = defaultdict(list)
        for locatie, datum, open_, dicht_ in ExtraOpening.objects.filter(
            locatie_id__in=self.ids, soort__in=VOOR_AFSPRAAK, datum__gte=self.van, datum__lt=self.tot
        ).values_list("locatie_id", "datum", "van", "tot"):
            self.extra[locatie].append(Dagregel(datum, open_, dicht_))
        self.gesloten: dict[int, list[Gesloten]] = defaultdict(list)
        for locatie, vanaf, tm in Sluiting.objects.filter(
            locatie_id__in=self.ids, tot_en_met__gte=self.van, van__lt=self.tot
        ).values_list("locatie_id", "van", "tot_en_met"):
            self.gesloten[locatie].append(Gesloten(vanaf, tm))

    def _lees_balies(self) -> None:
        self.balies: dict[int, list[int]] = defaultdict(list)
        self.voorzieningen: dict[int, set[str]] = defaultdict(set)
        for locatie, balie, code in (
            Balie.objects.filter(locatie_id__in=self.ids, is_actief=True)
            .order_by("nummer")
            .values_list("locatie_id", "id", "voorzieningen__code")
        ):
            if balie not in self.balies[locatie]:
                self.balies[locatie].append(balie)
            if code:
                self.voorzieningen[balie].add(code)
        self.uitval: dict[int, list[tuple[str | None, datetime, datetime | None]]] = defaultdict(list)
        for balie, voorziening, begin, einde in Balieuitval.objects.filter(
            Q(einde__isnull=True) | Q(einde__gt=_dagbegin(self.van)),
            balie__locatie_id__in=self.ids,
            begin__lt=_dagbegin(self.tot) + timedelta(days=1),
        ).values_list("balie_id", "voorziening__code", "begin", "einde"):
            self.uitval[balie].append((voorziening, begin, einde))

    def _lees_inzet(self) -> None:
        self.inzet: dict[tuple[int, date], list[tuple[int, int, datetime, datetime]]] = defaultdict(list)
        actief = Inzet.objects.filter(
            Q(vrijgave_op__isnull=True) | Q(vrijgave_op__gt=self.nu),
            locatie_id__in=self.ids,
            datum__gte=self.van,
            datum__lt=self.tot,
            soort__in=VOOR_AFSPRAAK,
            afgemeld_op__isnull=True,
            medewerker__is_actief=True,
        )
        for locatie, datum, inzet, medewerker, begin, einde in actief.order_by("id").values_list(
            "locatie_id", "datum", "id", "medewerker_id", "begin", "einde"
        ):
            self.inzet[locatie, datum].append((inzet, medewerker, begin, einde))
        self.pauzes: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
        for inzet, begin, einde in Pauze.objects.filter(inzet__in=actief).values_list(
            "inzet_id", "begin", "einde"
        ):
            self.pauzes[inzet].append((begin, einde))

    def _lees_bezet(self, zonder_afspraak: UUID | None) -> None:
        self.bezet_wie: Bezet = defaultdict(int)
        self.bezet_waar: Bezet = defaultdict(int)
        delen = Afspraakdeel.objects.filter(
            locatie_id__in=self.ids, datum__gte=self.van, datum__lt=self.tot, is_actief=True
        ).exclude(afspraak__status__in=TIJDELIJK, afspraak__vastgehouden_tot__lte=self.nu)
        if zonder_afspraak is not None:
            delen = delen.exclude(afspraak_id=zonder_afspraak)
        for datum, medewerker, balie, cel, cellen in delen.values_list(
            "datum", F("medewerker_id"), F("balie_id"), "cel", "cellen"
        ):
            cellenmasker = masker(cel, cel + cellen)
            if medewerker:
                self.bezet_wie[datum, medewerker] |= cellenmasker
            if balie:
                self.bezet_waar[datum, balie] |= cellenmasker


def _dagbegin(datum: date) -> datetime:
    """Earliest moment that may belong to the date in any European zone."""
    return datetime.combine(datum - timedelta(days=1), time(0), ZoneInfo("UTC"))
