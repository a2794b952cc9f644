"""Write down one call of a visitor to a balie."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Bezoek, Oproep, Werkplek

from .bezoekrij import zet
from .dagberichten import bericht_aan_de_beurt
from .haaltaak import vraag_halen_bij_oproep


def roep(bezoek: Bezoek, werkplek: Werkplek, *, nu: datetime, uitleg: str) -> None:
    """Call to this workplace. ``uitleg``: what may be kept of it. Raises ``NietMogelijkNu``."""
    bezoek.balie_id, bezoek.medewerker_id = werkplek.balie_id, werkplek.medewerker_id
    bezoek.eerst_geroepen_op = bezoek.eerst_geroepen_op or nu
    zet(bezoek, Bezoek.Status.OPGEROEPEN, nu=nu)
    oproep = Oproep.objects.create(
        bezoek=bezoek, balie_id=werkplek.balie_id, medewerker_id=werkplek.medewerker_id, op=nu, uitleg=uitleg
    )
    vraag_halen_bij_oproep(bezoek, nu=nu)
    bericht_aan_de_beurt(oproep, nu=nu)


def is_van_nu(bezoek: Bezoek, keren: int | None) -> bool:
    """Whether who presses saw the last call: ``keren`` calls to this balie; None: does not say."""
    return keren is None or bezoek.oproepen.filter(balie=bezoek.balie).count() == keren


def roep_nog_eens(bezoek: Bezoek, *, nu: datetime) -> None:
    """Call once more as the last time; who asked for an SMS has it already."""
    vorige = bezoek.oproepen.latest("op", "id")
    Oproep.objects.create(
        bezoek=bezoek,
        balie_id=vorige.balie_id,
        medewerker_id=vorige.medewerker_id,
        op=nu,
        uitleg=vorige.uitleg,
    )
    vraag_halen_bij_oproep(bezoek, nu=nu)
