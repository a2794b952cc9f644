"""What office-days offer without what is taken for good on them, remembered by the version of each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from .dagmasker import Dagmaskers, T
from .dagrijen import Bezet, Dagsleutel, lees_bezet
from .dagroosters import dagroosters
from .geheugen import Geheugen, Versies
from .kantoorfeiten import Kantoorfeiten

DAGEN = 5_000
geheugen: Geheugen[Dagsleutel, Dagmaskers] = Geheugen(DAGEN)


def dagmaskers(
    feiten: Mapping[int, Kantoorfeiten],
    versies: Versies[Dagsleutel],
    *,
    zonder_afspraak: UUID | None = None,
) -> dict[Dagsleutel, Dagmaskers]:
    """Return the masks of these days; no statement when all are remembered, else one to three.

    ``zonder_afspraak``: as if this appointment had no place; such days are read anew and not remembered.
    """
    maskers = {} if zonder_afspraak else geheugen.haal(versies.dag)
    missen = [sleutel for sleutel in versies.dag if sleutel not in maskers and sleutel[0] in feiten]
    if not missen:
        return maskers
    leeg = dagroosters(missen, feiten, versies)
    bezet = lees_bezet(missen, zonder_afspraak=zonder_afspraak)
    gelezen = {sleutel: _met(leeg[sleutel], bezet[sleutel]) for sleutel in missen}
    if not zonder_afspraak:
        geheugen.bewaar(gelezen, versies.dag)
    return maskers | gelezen


def _met(leeg: Dagmaskers, bezet: Bezet) -> Dagmaskers:
    """Take out what is taken for good; who has nothing stays the same object."""
    return replace(
        leeg,
        werkers=tuple(_zonder(w, bezet.wie.get(w.medewerker_id, 0)) for w in leeg.werkers),
        plekken=tuple(_zonder(p, bezet.waar.get(p.balie_id, 0)) for p in leeg.plekken),
        vastgehouden=tuple(bezet.vastgehouden),
    )


def _zonder(wat: T, cellen: int) -> T:
    return replace(wat, vrij=wat.vrij & ~cellen) if cellen else wat
