"""Play a day step by step. All that is known stands in the database: who is killed goes on where it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from locaties.models import Locatie

from .aankomst import komsten, laat_komen
from .balie import doe
from .bord import Dienst, Ploeg, lees_bord, lees_ploeg
from .hal import loop_rond, sluit_de_dag
from .kantoordag import uren_op
from .ogenblik import Geheugen, Ogenblik, wie_roept
from .plan import Gast
from .zitten import Stoelen

NIET_MEER_ZITTEN, OPNIEUW_LEZEN = timedelta(minutes=10), timedelta(seconds=1)


class Spel:
    """The day of one office. ``stap`` does what is due at a moment; ``is_klaar`` when it is closed."""

    def __init__(self, locatie: Locatie, datum: date, gasten: Sequence[Gast], *, zaad: str) -> None:
        """Read who is still to come."""
        uren = uren_op(locatie, datum)
        if uren.van is None or uren.tot is None:
            raise ValueError(f"{locatie} is closed on {datum}")
        self.locatie, self.datum, self.zaad = locatie, datum, zaad
        self.van, self.tot = uren.van, uren.tot
        self.komt = komsten(gasten)
        self.stoelen = Stoelen(locatie)
        self.geheugen = Geheugen()
        self.is_klaar = False
        self._ploeg: tuple[datetime, Ploeg] | None = None

    def stap(self, *, nu: datetime, echt: datetime) -> int:
        """Return how many deeds were done. ``echt``: the real time, for who is logged in."""
        gedaan = len(list(laat_komen(self.komt, self.locatie, nu=nu, van=self.van)))
        bord = lees_bord(self.locatie, self.datum, self._lees_ploeg(echt))
        gedaan += loop_rond(bord, zaad=self.zaad, nu=nu)
        roept = wie_roept(bord, self.geheugen, self.locatie, nu=nu)
        dit = Ogenblik(bord, self.geheugen, roept, zaad=self.zaad, sluit=self.tot, nu=nu)
        gedaan += sum(self._werk(dienst, dit) for dienst in bord.ploeg.diensten)
        self.is_klaar = sluit_de_dag(bord, self.locatie, sluit=self.tot, nu=nu)
        return gedaan

    def _lees_ploeg(self, echt: datetime) -> Ploeg:
        """Ask every second who is logged in: they do their own work from then on."""
        if self._ploeg is None or echt - self._ploeg[0] >= OPNIEUW_LEZEN:
            self._ploeg = echt, lees_ploeg(self.locatie, self.datum, echt=echt)
        return self._ploeg[1]

    def _werk(self, dienst: Dienst, dit: Ogenblik) -> int:
        bord, wie = dit.bord, dienst.medewerker_id
        if wie in bord.ploeg.zelf:
            return 0
        plek = bord.plekken.get(wie)
        if plek is None:
            is_dienst = dienst.begin <= dit.nu < dienst.tot - NIET_MEER_ZITTEN
            return self.stoelen.neem(wie, bord, nu=dit.nu) if is_dienst else 0
        gedaan = doe(plek, dienst, dit)
        if gedaan or bord.aan(plek.balie_id) or plek.pauze_sinds:
            return gedaan
        return self.stoelen.schuif_op(wie, bord, nu=dit.nu)
