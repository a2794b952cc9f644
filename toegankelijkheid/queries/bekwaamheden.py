"""Who is qualified for what, and from when until when?"""

from __future__ import annotations

from datetime import date

from toegankelijkheid.models import Bekwaamheid

Geldig = tuple[str, date, date]


def bekwaamheden() -> dict[int, tuple[Geldig, ...]]:
    """Return per employee id the (specialisme, geldig_van, geldig_tot) it has, both days included."""
    per_medewerker: dict[int, list[Geldig]] = {}
    rijen = Bekwaamheid.objects.order_by("medewerker_id", "specialisme__code", "geldig_van").values_list(
        "medewerker_id", "specialisme__code", "geldig_van", "geldig_tot"
    )
    for medewerker_id, specialisme, van, tot in rijen:
        per_medewerker.setdefault(medewerker_id, []).append((specialisme, van, tot))
    return {medewerker_id: tuple(geldig) for medewerker_id, geldig in per_medewerker.items()}
