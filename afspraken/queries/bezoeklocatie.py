"""In which office is the visitor behind a link?"""

from __future__ import annotations

from datetime import datetime

from .mijn_afspraak import LinkWerktNiet
from .mijn_bezoek import bezoeken_achter


def bezoeklocatie(*, link: str, nu: datetime) -> int:
    """Return the id of the office, for the same links and as long as ``mijn_bezoek``. One statement.

    Raises ``LinkWerktNiet`` also when nobody has checked in yet.
    """
    locatie_id = bezoeken_achter(link, nu).values_list("locatie_id", flat=True).first()
    if locatie_id is None:
        raise LinkWerktNiet
    return locatie_id
