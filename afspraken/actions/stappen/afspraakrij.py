"""Make the row of an appointment with a code that nobody has."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Afspraak
from afspraken.rules.code import nieuwe_code
from afspraken.rules.vraag import Vraag

from .plaats import Start, einde_van


def nieuwe_afspraak(start: Start, vraag: Vraag, *, nu: datetime, herkomst: str, taal: str) -> Afspraak:
    """Return an unsaved appointment at this start; the caller sets its state."""
    code = nieuwe_code()
    while Afspraak.objects.filter(code=code).exists():
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
