"""Short marks of what must be ready for an appointment: provisions and how to call, never a need."""

from __future__ import annotations

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
    vereisten = Afstemming.objects.filter(id=afstemming_id).values_list("vereisten", flat=True).first()
    if not vereisten:
        return ()
    balie = Voorziening.objects.filter(code__in=vereisten.get("balie", ())).values_list("code", "naam")
    ophalen = (_("ophalen bij ingang"),) if vereisten.get("roepwijze") == "ophalen" else ()
    return (*ophalen, *(str(KORT.get(code, naam[:1].lower() + naam[1:])) for code, naam in balie))
