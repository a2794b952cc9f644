"""Is it open now, until when, and when does it open again? Cells as in ``opening.open_cellen``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from .tijdvak import cel_van, moment_van


@dataclass(frozen=True, slots=True)
class Openstand:
    """``sluit``: of an office that is open now; ``opent``: the next time. Aware UTC; None: not in sight."""

    sluit: datetime | None = None
    opent: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is open now."""
        return self.sluit is not None


def openstand(nu: datetime, zone: ZoneInfo, maskers: Sequence[int]) -> Openstand:
    """Return it. ``maskers``: open cells of the local day of ``nu``, and of each day after it."""
    plaatselijk = nu.astimezone(zone)
    vandaag, cel = plaatselijk.date(), cel_van(plaatselijk.time())
    rest = maskers[0] >> cel
    sluit = moment_van(vandaag, cel + _eerste_nul(rest), zone) if rest & 1 else None
    later = [rest >> _eerste_nul(rest) << _eerste_nul(rest) << cel, *maskers[1:]]
    return Openstand(sluit, next((m for m in _begin(vandaag, later, zone) if m > nu), None))


def _begin(vandaag: date, maskers: Sequence[int], zone: ZoneInfo) -> list[datetime]:
    """First opening of each day that has one."""
    return [
        moment_van(vandaag + timedelta(days=dag), (masker & -masker).bit_length() - 1, zone)
        for dag, masker in enumerate(maskers)
        if masker
    ]


def _eerste_nul(masker: int) -> int:
    """Position of the lowest zero."""
    return (~masker & (masker + 1)).bit_length() - 1
