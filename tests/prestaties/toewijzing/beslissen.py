"""Two ways to decide about one start: as the product does, and as a plain agenda does (the control).

A decision returns who gets which place by number (the new appointment, and all that move), or None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from afspraken.rules.bescherming import GEEN_BESCHERMING, Bescherming, bescherming_op
from afspraken.rules.blok import Blok
from afspraken.rules.herschikking import herschik
from afspraken.rules.plaatsing import Dagaanbod
from afspraken.settings import BESCHERMING_VERHOUDING
from locaties.rules.tijdvak import masker

from .dagstand import Dagstand, Plaats
from .vraagmaker import AANDEEL_SPECIALISME, Aanvraag


@dataclass(frozen=True, slots=True)
class Start:
    """One asked start: the day as it is, what is free, and what is protected."""

    stand: Dagstand
    aanbod: Dagaanbod
    blokken: tuple[Blok, ...]
    aanvraag: Aanvraag
    cel: int
    bescherming: Bescherming


Beslissing = Callable[[Start], dict[int, Plaats] | None]
Niveaus = Callable[[Dagaanbod, Aanvraag], Bescherming]


def met_de_regels(start: Start) -> dict[int, Plaats] | None:
    """Best fit, else an ejection chain, and time of specialists is kept."""
    aanvraag, vraag = start.aanvraag, start.aanvraag.vraag
    uitkomst = herschik(
        start.aanbod,
        start.blokken,
        vraag,
        vraag.vereisten.balie,
        start.cel,
        bescherming=start.bescherming,
    )
    if uitkomst is None:
        return None
    keuze = uitkomst.keuze
    nieuw = {aanvraag.nr: Plaats(aanvraag, start.cel, keuze.werkers[0].inzet_id, keuze.balie_id)}
    for wissel in uitkomst.wissels:
        oud, naar = start.stand.plaatsen[wissel.blok.afspraak_id.int], wissel.naar
        werker, balie = naar.beurten[0].inzet_id, naar.balie_id
        assert werker is not None
        assert balie is not None
        nieuw[oud.aanvraag.nr] = replace(oud, werker=werker, balie=balie)
    return nieuw


def de_eerste_de_beste(start: Start) -> dict[int, Plaats] | None:
    """The first employee and the first balie that can and are free, for good; nothing is kept for anybody."""
    vraag = start.aanvraag.vraag
    tijd = masker(start.cel, start.cel + vraag.cellen)
    wie = (
        w.inzet_id
        for w in start.aanbod.werkers
        if tijd & ~w.vrij == 0
        and set(vraag.product_ids) <= w.producten
        and vraag.vereisten.specialismen <= w.specialismen
    )
    waar = (
        p.balie_id
        for p in start.aanbod.plekken
        if tijd & ~p.vrij == 0 and vraag.vereisten.balie <= p.voorzieningen
    )
    werker, balie = next(wie, None), next(waar, None)
    if werker is None or balie is None:
        return None
    return {start.aanvraag.nr: Plaats(start.aanvraag, start.cel, werker, balie)}


def beschermd(leeg: Dagaanbod, aanvraag: Aanvraag) -> Bescherming:
    """Levels as the product works them out for this day, seen from the day on which the request is made."""
    return bescherming_op(
        open_=leeg.open,
        mensen=len(leeg.werkers),
        aandelen=AANDEEL_SPECIALISME,
        dagen_vooruit=(leeg.datum - aanvraag.geboekt_op).days,
        verhouding=BESCHERMING_VERHOUDING,
    )


def onbeschermd(leeg: Dagaanbod, aanvraag: Aanvraag) -> Bescherming:
    """Protect nothing."""
    return GEEN_BESCHERMING
