"""How the day stands, as the player reads it before every step: who is in the hall, who sits where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Max, Sum

from afspraken.models import Bezoek, Bezoekdeel, Oproep, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE, OPEN
from locaties.models import Inzet, Locatie, Pauze


class Bezoekrij(NamedTuple):
    """An open visit. ``formulier``: of its appointment; ``verhaal``: set when it was passed on."""

    id: UUID
    status: str
    balie_id: int | None
    aangekomen: datetime
    gemist: int
    roepwijze: str
    extra_minuten: int
    formulier: UUID | None
    verhaal: UUID | None

    @property
    def sleutel(self) -> UUID:
        """What its course is made from: the same when the day is played again."""
        return self.formulier or self.id


class Dienst(NamedTuple):
    """Somebody of the team, [begin, einde). ``gebruiker_id``: of the login."""

    inzet_id: int
    medewerker_id: int
    begin: datetime
    einde: datetime
    afgemeld_op: datetime | None
    gebruiker_id: int | None

    @property
    def tot(self) -> datetime:
        return min(self.einde, self.afgemeld_op or self.einde)


class Plek(NamedTuple):
    """An open workplace."""

    id: int
    balie_id: int
    medewerker_id: int
    pauze_sinds: datetime | None


@dataclass(frozen=True, slots=True)
class Ploeg:
    """Who works today, with the break of each shift. ``zelf``: who is logged in, and is played by nobody."""

    diensten: tuple[Dienst, ...]
    pauzes: Mapping[int, tuple[datetime, datetime]]
    zelf: frozenset[int]


@dataclass(frozen=True, slots=True)
class Bord:
    """``plekken`` per employee; within a step it follows who sits down."""

    bezoeken: tuple[Bezoekrij, ...]
    geroepen: Mapping[UUID, datetime]
    minuten: Mapping[UUID, int]
    plekken: dict[int, Plek]
    ploeg: Ploeg

    @property
    def wachtend(self) -> tuple[Bezoekrij, ...]:
        return tuple(b for b in self.bezoeken if b.status == Bezoek.Status.WACHTEND)

    def aan(self, balie_id: int) -> Bezoekrij | None:
        """Who is called to, or is at, this balie."""
        return next((b for b in self.bezoeken if b.balie_id == balie_id and b.status in AAN_EEN_BALIE), None)


def lees_ploeg(locatie: Locatie, datum: date, *, echt: datetime) -> Ploeg:
    """Return it. Three statements."""
    inzetten = Inzet.objects.filter(locatie=locatie, datum=datum).order_by("begin", "medewerker__code")
    diensten = tuple(
        Dienst(*rij)
        for rij in inzetten.values_list(
            "id", "medewerker_id", "begin", "einde", "afgemeld_op", "medewerker__gebruiker_id"
        )
    )
    pauzes = Pauze.objects.filter(inzet__locatie=locatie, inzet__datum=datum).order_by("-begin")
    return Ploeg(
        diensten=diensten,
        pauzes={pk: (van, tot) for pk, van, tot in pauzes.values_list("inzet_id", "begin", "einde")},
        zelf=_zelf(diensten, echt),
    )


def lees_bord(locatie: Locatie, datum: date, ploeg: Ploeg) -> Bord:
    """Return it. Four statements."""
    open_ = Bezoek.objects.filter(locatie=locatie, datum=datum, status__in=OPEN)
    velden = (
        *("id", "status", "balie_id", "aangekomen_op", "gemist", "roepwijze", "extra_minuten"),
        *("afspraak__formulier", "overdracht__bezoek_id"),
    )
    rijen = open_.order_by("uiterste_op", "letter", "nummer").values_list(*velden)
    oproepen = Oproep.objects.filter(bezoek__in=open_.filter(status__in=AAN_EEN_BALIE)).order_by()
    nog = Bezoekdeel.objects.filter(bezoek__in=open_, klaar_op=None).order_by()
    plekken = Werkplek.objects.filter(locatie=locatie, einde=None)
    return Bord(
        bezoeken=tuple(map(Bezoekrij._make, rijen)),
        geroepen=dict(oproepen.values_list("bezoek_id").annotate(laatste=Max("op"))),
        minuten=dict(nog.values_list("bezoek_id").annotate(Sum("minuten"))),
        plekken={
            plek.medewerker_id: plek
            for plek in map(Plek._make, plekken.values_list("id", "balie_id", "medewerker_id", "pauze_sinds"))
        },
        ploeg=ploeg,
    )


def _zelf(ploeg: tuple[Dienst, ...], echt: datetime) -> frozenset[int]:
    """Employees whose login is in use: who is logged in, does the work. Sessions live in real time."""
    wie = {str(dienst.gebruiker_id): dienst.medewerker_id for dienst in ploeg if dienst.gebruiker_id}
    sessies = Session.objects.filter(expire_date__gt=echt)
    ingelogd = {sessie.get_decoded().get("_auth_user_id") for sessie in sessies}
    return frozenset(medewerker for gebruiker, medewerker in wie.items() if gebruiker in ingelogd)
