"""The appointments of an office-day as planning may move them: what each must have, and which stay put.

What an appointment must have stands in its agreement in plain ids, for planning: no seal is opened here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from afspraken.models import Afspraakdeel
from afspraken.rules.blok import Beurt, Blok
from afspraken.rules.status import TIJDELIJK, VERPLAATSBAAR
from locaties.models import Balieuitval, Pauze
from toegankelijkheid.models import Afstemming

from .vaste_vraag import vaste_vraag

VELDEN = (
    "afspraak_id",
    "datum",
    "cel",
    "cellen",
    "product_id",
    "inzet_id",
    "medewerker_id",
    "balie_id",
    "afspraak__status",
    "afspraak__afstemming_id",
    "staat_vast",
)
VASTGEHOUDEN = "vastgehouden"  # somebody is filling in; what they need is sealed in the draft
Vereist = Mapping[str, Any]


def dagblokken(
    *, locatie_id: int, datum: date, nu: datetime, zonder_afspraak: UUID | None = None
) -> tuple[Blok, ...]:
    """Return the appointments that take place on a local date, early to late; at most two statements.

    ``zonder_afspraak``: the one that is being given a place itself.
    """
    dagen = blokken_per_dag(locatie_id=locatie_id, datums=[datum], nu=nu, zonder_afspraak=zonder_afspraak)
    return dagen.get(datum, ())


def blokken_per_dag(
    *, locatie_id: int, datums: Iterable[date], nu: datetime, zonder_afspraak: UUID | None = None
) -> dict[date, tuple[Blok, ...]]:
    """Return the same for several dates; at most two statements."""
    op = locatie_id, tuple(datums), nu
    gelezen = _blokrijen(*op) if zonder_afspraak is None else _blokrijen_zonder(*op, zonder_afspraak)
    rijen = [dict(zip(VELDEN, rij, strict=True)) for rij in gelezen]
    vereist = _vereisten({rij["afspraak__afstemming_id"] for rij in rijen} - {None})
    per_dag: dict[date, list[Blok]] = defaultdict(list)
    for _, groep in groupby(rijen, key=itemgetter("afspraak_id")):
        regels = list(groep)
        blok = _blok(regels, vereist.get(regels[0]["afspraak__afstemming_id"], {}))
        per_dag[regels[0]["datum"]].append(blok)
    return {datum: tuple(sorted(blokken, key=_volgorde)) for datum, blokken in per_dag.items()}


@vaste_vraag
def _blokrijen(locatie_id: int, datums: tuple[date, ...], nu: datetime) -> QuerySet[Any, Any]:
    return _delen(locatie_id, datums, nu).values_list(*VELDEN)


@vaste_vraag
def _blokrijen_zonder(
    locatie_id: int, datums: tuple[date, ...], nu: datetime, afspraak_id: UUID
) -> QuerySet[Any, Any]:
    return _delen(locatie_id, datums, nu).exclude(afspraak_id=afspraak_id).values_list(*VELDEN)


def _delen(locatie_id: int, datums: tuple[date, ...], nu: datetime) -> QuerySet[Afspraakdeel]:
    """Parts that take up time, with whether they stay where they are; appointment by appointment."""
    return (
        Afspraakdeel.objects.filter(locatie_id=locatie_id, datum__in=datums, is_actief=True)
        .exclude(afspraak__status__in=TIJDELIJK, afspraak__vastgehouden_tot__lte=nu)
        .annotate(staat_vast=_staat_vast(nu))
        .order_by("datum", "afspraak_id", "volgorde")
    )


def _staat_vast(nu: datetime) -> Q:
    """Promised, begun or arrived; or not where it could be put back: its time comes free for nobody."""
    er_tussen = {"begin__lt": OuterRef("einde"), "einde__gt": OuterRef("begin")}
    pauze = Pauze.objects.filter(inzet_id=OuterRef("inzet_id"), **er_tussen)
    dicht = Balieuitval.objects.filter(
        Q(einde__isnull=True) | Q(einde__gt=OuterRef("begin")),
        balie_id=OuterRef("balie_id"),
        voorziening=None,
        begin__lt=OuterRef("einde"),
    )
    buiten = Q(begin__lt=F("inzet__begin")) | Q(einde__gt=F("inzet__einde"))
    return (
        Q(vastgezet=True)
        | Q(afspraak__begin__lte=nu)
        | ~Q(afspraak__status__in=VERPLAATSBAAR)
        | buiten
        | Q(Exists(pauze))
        | Q(Exists(dicht))
    )


def _vereisten(ids: set[UUID]) -> dict[UUID, Vereist]:
    return dict(Afstemming.objects.filter(id__in=ids).values_list("id", "vereisten")) if ids else {}


def _blok(regels: list[dict[str, Any]], vereist: Vereist) -> Blok:
    return Blok(
        afspraak_id=regels[0]["afspraak_id"],
        beurten=_beurten(regels),
        balie_id=regels[0]["balie_id"],
        specialismen=frozenset(vereist.get("specialismen", ())),
        voorzieningen=frozenset(vereist.get("balie", ())),
        heeft_behoefte=bool(vereist),
        is_vast=any(rij["staat_vast"] for rij in regels),
        houdt_alles=regels[0]["afspraak__status"] == VASTGEHOUDEN or _heeft_vervanging(vereist),
    )


def _heeft_vervanging(vereist: Vereist) -> bool:
    """Whether the balie may have been chosen for what replaces an order that was too late."""
    return any(eis.get("vervanging") for eis in vereist.get("bestellingen", ()))


def _beurten(regels: list[dict[str, Any]]) -> tuple[Beurt, ...]:
    """Join consecutive parts of one employee."""
    beurten = []
    for (inzet, medewerker), groep in groupby(
        regels, key=lambda rij: (rij["inzet_id"], rij["medewerker_id"])
    ):
        delen = list(groep)
        eerste, laatste = delen[0], delen[-1]
        cellen = laatste["cel"] + laatste["cellen"] - eerste["cel"]
        producten = frozenset(rij["product_id"] for rij in delen)
        beurten.append(Beurt(eerste["cel"], cellen, producten, inzet, medewerker))
    return tuple(beurten)


def _volgorde(blok: Blok) -> tuple[int, str]:
    return blok.beurten[0].cel, str(blok.afspraak_id)
