"""One visit at a balie: comes when called or not, is helped, gets extra time, is passed on or finished."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_doorgeven import bezoek_doorgeven
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.extra_tijd_geven import extra_tijd_geven
from afspraken.models import Bezoek

from .bord import Bezoekrij, Bord, Plek
from .gedrag import Gedrag, gedrag_van
from .ogenblik import Ogenblik, probeer

WACHT_OP_BEZOEKER, OPHALEN = timedelta(seconds=90), timedelta(seconds=45)
TWEEDE_BEURT_MINUTEN = 5
VERHAAL = "Wil ook iets vragen over een ander product."


def help_bezoeker(plek: Plek, bezoek: Bezoekrij, dit: Ogenblik) -> int:
    """Return how many deeds were done for who is called to, or is at, this balie."""
    gedrag = gedrag_van(dit.zaad, bezoek.sleutel)
    geroepen = dit.bord.geroepen.get(bezoek.id, dit.nu)
    aan_tafel = geroepen + timedelta(seconds=gedrag.loopt)
    if bezoek.roepwijze != "scherm":
        aan_tafel += OPHALEN
    if bezoek.status == Bezoek.Status.OPGEROEPEN:
        return _komt(plek, bezoek, gedrag, geroepen, aan_tafel, dit)
    return _aan_tafel(plek, bezoek, gedrag, aan_tafel, dit)


def _komt(
    plek: Plek, bezoek: Bezoekrij, gedrag: Gedrag, geroepen: datetime, aan_tafel: datetime, dit: Ogenblik
) -> int:
    """Who is fetched always comes."""
    wie = _wie(plek, bezoek, dit)
    if gedrag.mist > bezoek.gemist and bezoek.roepwijze == "scherm":
        is_weg = dit.nu >= geroepen + WACHT_OP_BEZOEKER
        return probeer(lambda: bezoeker_niet_hier(**wie)) if is_weg else 0
    return probeer(lambda: bezoek_starten(**wie)) if dit.nu >= aan_tafel else 0


def _aan_tafel(plek: Plek, bezoek: Bezoekrij, gedrag: Gedrag, begonnen: datetime, dit: Ogenblik) -> int:
    wie = _wie(plek, bezoek, dit)
    minuten = TWEEDE_BEURT_MINUTEN if bezoek.verhaal else dit.bord.minuten.get(bezoek.id, 10)
    duur = timedelta(seconds=gedrag.duur(minuten) + bezoek.extra_minuten * 60)
    if dit.nu >= begonnen + duur:
        return _klaar(plek, bezoek, gedrag, dit)
    if gedrag.extra_minuten and not bezoek.extra_minuten and dit.nu >= begonnen + duur / 2:
        return probeer(lambda: extra_tijd_geven(**wie, minuten=gedrag.extra_minuten))
    return 0


def _klaar(plek: Plek, bezoek: Bezoekrij, gedrag: Gedrag, dit: Ogenblik) -> int:
    wie = _wie(plek, bezoek, dit)
    collega = _collega(plek, dit.bord) if gedrag.geeft_door and not bezoek.verhaal else None
    if collega is not None and probeer(
        lambda: bezoek_doorgeven(**wie, medewerker_id=collega, verhaal=VERHAAL)
    ):
        return 1
    return probeer(lambda: bezoek_afronden(**wie, uitkomst=gedrag.uitkomst, raadsman=gedrag.raadsman))


def _wie(plek: Plek, bezoek: Bezoekrij, dit: Ogenblik) -> dict[str, Any]:
    """What every deed at a balie asks."""
    return {"werkplek_id": plek.id, "bezoek_id": bezoek.id, "nu": dit.nu}


def _collega(plek: Plek, bord: Bord) -> int | None:
    """Return the next employee who sits somewhere and is played."""
    anderen = sorted(
        wie for wie, waar in bord.plekken.items() if waar.id != plek.id and wie not in bord.ploeg.zelf
    )
    return next((wie for wie in anderen if wie > plek.medewerker_id), anderen[0] if anderen else None)
