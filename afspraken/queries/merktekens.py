"""Short marks of what must be ready for an appointment: provisions and how to call, never a need."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from locaties.models import Voorziening
from toegankelijkheid.models import Afstemming


def merktekens_van(*, afstemming_id: UUID | None) -> tuple[str, ...]:
    """Return the marks; a specialisme would tell too much and is left out. Two statements."""
    if afstemming_id is None:
        return ()
    vereisten = Afstemming.objects.filter(id=afstemming_id).values_list("vereisten", flat=True).first()
    if not vereisten:
        return ()
    balie = Voorziening.objects.filter(code__in=vereisten.get("balie", ())).values_list("naam", flat=True)
    ophalen = (_("ophalen bij ingang"),) if vereisten.get("roepwijze") == "ophalen" else ()
    return (*ophalen, *(naam[:1].lower() + naam[1:] for naam in balie))
