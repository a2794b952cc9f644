"""Make the row of an appointment with a code that nobody has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from afspraken.models import Afspraak
from afspraken.queries.vaste_vraag import vaste_vraag
from afspraken.rules.code import nieuwe_code
from afspraken.rules.vraag import Vraag

from .plaats import Start, einde_van


def nieuwe_afspraak(start: Start, vraag: Vraag, *, nu: datetime, herkomst: str, taal: str) -> Afspraak:
    """Return an unsaved appointment at this start; the caller sets its state."""
    code = nieuwe_code()
    while _met_code(code):
        code = nieuwe_code()
    return Afspraak(
        code=code,
        locatie_id=start.kantoor.id,
        begin=start.begin,
        einde=einde_van(start, vraag),
        herkomst=herkomst,
        taal=taal,
        aangemaakt_op=nu,
        gewijzigd_op=nu,
    )


@vaste_vraag
def _met_code(code: str) -> QuerySet[Any, Any]:
    return Afspraak.objects.filter(code=code).values_list("id")
