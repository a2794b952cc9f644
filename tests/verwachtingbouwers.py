"""Builders for what the worker would have written of a forecast. Clock times as "10:20"."""

from __future__ import annotations

from typing import Any

from afspraken.models import Bezoek, Kantoorverwachting, Verwachting
from tests.bouwers import Kantoorscene, op


def ververst(kantoor: Kantoorscene, om: str, **anders: Any) -> Kantoorverwachting:
    """Say that the forecast of this office was made at this time."""
    rij, _ = Kantoorverwachting.objects.update_or_create(
        locatie=kantoor.locatie, defaults={"ververst_op": op(om), **anders}
    )
    return rij


def een_verwachting(bezoek: Bezoek, van: str, tot: str, **anders: Any) -> Verwachting:
    """Give somebody who waits a window."""
    venster = {"van": op(van), "tot": op(tot), "eerste_p50": op(van), "eerste_p80": op(tot)}
    return Verwachting.objects.create(bezoek=bezoek, gemaakt_op=bezoek.aangekomen_op, **venster | anders)
