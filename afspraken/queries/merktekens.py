"""Short marks of what must be ready for an appointment: provisions and how to call, never a need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from locaties.models import Voorziening
from toegankelijkheid.models import Afstemming

KORT = {"verlaagde_balie": gettext_lazy("lage balie"), "tolk_op_afstand": gettext_lazy("tolkscherm")}


def merktekens_van(*, afstemming_id: UUID | None) -> tuple[str, ...]:
    """Return the marks; a specialisme would tell too much and is left out. Two statements."""
    if afstemming_id is None:
        return ()
    return merktekens_bij(afstemming_ids=[afstemming_id]).get(afstemming_id, ())


def merktekens_bij(*, afstemming_ids: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the marks of many at once, by agreement. Two statements."""
    rijen = dict(Afstemming.objects.filter(id__in=afstemming_ids).values_list("id", "vereisten"))
    balie = {code for vereisten in rijen.values() for code in vereisten.get("balie", ())}
    namen = dict(Voorziening.objects.filter(code__in=balie).values_list("code", "naam"))
    return {pk: _merktekens(vereisten, namen) for pk, vereisten in rijen.items()}


def _merktekens(vereisten: Mapping[str, Any], namen: Mapping[str, str]) -> tuple[str, ...]:
    ophalen = (_("ophalen bij ingang"),) if vereisten.get("roepwijze") == "ophalen" else ()
    codes = sorted(code for code in vereisten.get("balie", ()) if code in namen)
    return (*ophalen, *(str(KORT.get(code, namen[code][:1].lower() + namen[code][1:])) for code in codes))
