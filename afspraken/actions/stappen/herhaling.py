"""Send a message once more; the first stays as it was."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Afspraak, Bericht, Contact
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.herinneringen import nutteloos_na

from .berichten import VERSTUURBAAR

IS_ZEKER = (Afspraak.Status.BEVESTIGD, Afspraak.Status.AANGEMELD)


def zet_herhaling_klaar(afspraak: Afspraak, contact: Contact, *, sleutel: str, nu: datetime) -> bool:
    """Put it in the outbox, once per ``sleutel``; False when there is nothing to say or nobody to reach."""
    soort = _soort(afspraak)
    if soort is None:
        return False
    nutteloos = nutteloos_na(soort, begin=afspraak.begin, einde=afspraak.einde, gemaakt_op=nu)
    if contact.kanaal not in VERSTUURBAAR or nutteloos <= nu:
        return False
    Bericht.objects.bulk_create(
        [
            Bericht(
                afspraak=afspraak,
                contact=contact,
                soort=soort.value,
                kanaal=contact.kanaal,
                taal=afspraak.taal,
                gegevens={"reden": "", "volgnummer": afspraak.volgnummer},
                dedupe=f"{contact.id}:{sleutel}",
                versturen_na=nu,
                nutteloos_na=nutteloos,
                aangemaakt_op=nu,
            )
        ],
        ignore_conflicts=True,
    )
    return True


def _soort(afspraak: Afspraak) -> Berichtsoort | None:
    """What is true now: that it stands, or by whom it was cancelled; of what was never sure, nothing."""
    if afspraak.status in IS_ZEKER:
        return Berichtsoort.BEVESTIGING
    if afspraak.status != Afspraak.Status.GEANNULEERD:
        return None
    door_gemeente = afspraak.geannuleerd_door == "gemeente"
    return Berichtsoort.GEANNULEERD_DOOR_GEMEENTE if door_gemeente else Berichtsoort.GEANNULEERD_DOOR_BURGER
