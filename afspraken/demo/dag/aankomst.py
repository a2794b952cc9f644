"""Who of the plan comes in: by the own phone, at the host, or without an appointment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.models import Afspraak, Bezoek
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Locatie
from locaties.rules.weigering import Weigering

from .plan import Gast

Komst = tuple[datetime, Gast]


def komsten(gasten: Iterable[Gast]) -> list[Komst]:
    """Return who is still to come, the last one first; after a restart nobody comes a second time."""
    gasten = tuple(gasten)
    afspraken = dict(
        Afspraak.objects.filter(
            formulier__in=[g.sleutel for g in gasten], status=Afspraak.Status.BEVESTIGD
        ).values_list("formulier", "begin")
    )
    geweest = set(Bezoek.objects.filter(id__in=[g.sleutel for g in gasten]).values_list("id", flat=True))
    rij = ((_moment(gast, afspraken), gast) for gast in gasten if gast.sleutel not in geweest)
    return sorted(
        ((moment, gast) for moment, gast in rij if moment is not None),
        key=lambda komst: komst[0],
        reverse=True,
    )


def _moment(gast: Gast, afspraken: dict[UUID | None, datetime]) -> datetime | None:
    if gast.wens is None:
        return gast.aankomst
    begin = afspraken.get(gast.sleutel)
    return begin + gast.komt if begin is not None and gast.komt is not None else None


def laat_komen(rij: list[Komst], locatie: Locatie, *, nu: datetime, van: datetime) -> Iterator[Gast]:
    """Let in who is there by now and take them off the list; before the doors open they wait outside."""
    while rij and max(rij[-1][0], van) <= nu:
        _, gast = rij.pop()
        if _komt_binnen(gast, locatie, nu):
            yield gast


def _komt_binnen(gast: Gast, locatie: Locatie, nu: datetime) -> bool:
    if gast.wens is None:
        return _schrijf_in(gast, locatie, nu)
    rollen = ("burger", "host") if gast.met_telefoon else ("host",)
    return any(_meld_aan(gast, rol, nu) for rol in rollen)


def _meld_aan(gast: Gast, rol: str, nu: datetime) -> bool:
    """Who is refused on the phone goes to the host."""
    afspraak = Afspraak.objects.filter(formulier=gast.sleutel).first()
    if afspraak is None:
        return False
    try:
        bezoeker_aanmelden(afspraak_id=afspraak.id, nu=nu, rol=rol)
    except Weigering:
        return False
    return True


def _schrijf_in(gast: Gast, locatie: Locatie, nu: datetime) -> bool:
    try:
        bezoeker_inschrijven(
            bezoek_id=gast.sleutel,
            locatie=locatie.code,
            producten=(Gevraagd(gast.product),),
            behoeften=(gast.behoefte,) if gast.behoefte else (),
            taal=gast.taal,
            spreektaal=gast.spreektaal,
            nu=nu,
            rol="host",
        )
    except Weigering:
        return False
    return True
