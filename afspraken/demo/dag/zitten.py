"""Who sits down where: who is trained takes the balie that has most, so that the low one is never empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Count, Q

from afspraken.actions.werkplek_openen import werkplek_openen
from locaties.models import Balie, Locatie, Medewerker
from locaties.rules.weigering import Weigering

from .bord import Bord, Plek

# A balie for collecting has nothing that somebody needs.
GEEN_HULP = "afhalen"


class Stoelen:
    """The balies of an office by what they have, and the employees by what they can."""

    def __init__(self, locatie: Locatie) -> None:
        """Read both once: they change by the day."""
        nuttig = Count("voorzieningen", filter=~Q(voorzieningen__code=GEEN_HULP))
        balies = Balie.objects.filter(locatie=locatie, is_actief=True).annotate(heeft=nuttig)
        self.heeft: Mapping[int, int] = dict(balies.order_by("nummer").values_list("id", "heeft"))
        ploeg = Medewerker.objects.filter(inzetten__locatie=locatie).annotate(
            kan=Count("bekwaamheden__specialisme", distinct=True)
        )
        self.kan: Mapping[int, int] = dict(ploeg.values_list("id", "kan"))

    def neem(self, medewerker_id: int, bord: Bord, *, nu: datetime) -> int:
        """Sit down at the best free balie; return how many deeds that was. A person may be first."""
        for balie_id in self._voorkeur(medewerker_id, bord):
            try:
                plek = werkplek_openen(medewerker_id=medewerker_id, balie_id=balie_id, nu=nu)
            except Weigering:
                continue
            bord.plekken[medewerker_id] = Plek(plek, balie_id, medewerker_id, None)
            return 1
        return 0

    def schuif_op(self, medewerker_id: int, bord: Bord, *, nu: datetime) -> int:
        """Move who is trained to a balie that has more, when that is free since a colleague went home."""
        plek = bord.plekken[medewerker_id]
        beste = next(iter(self._voorkeur(medewerker_id, bord)), None)
        if (
            beste is None
            or not self.kan.get(medewerker_id)
            or self.heeft[beste] <= self.heeft.get(plek.balie_id, 0)
        ):
            return 0
        return self.neem(medewerker_id, bord, nu=nu)

    def _voorkeur(self, medewerker_id: int, bord: Bord) -> Sequence[int]:
        bezet = {plek.balie_id for plek in bord.plekken.values()}
        vrij = [balie_id for balie_id in self.heeft if balie_id not in bezet]
        keer = -1 if self.kan.get(medewerker_id) else 1
        return sorted(vrij, key=lambda balie_id: keer * self.heeft[balie_id])
