"""One uuid per draft as it was shown: pressed twice it is the same form, changed in another tab it is not."""

from __future__ import annotations

import json
from uuid import UUID

from django.utils.crypto import salted_hmac

from afspraken.queries.aanvraag import Aanvraagstand


def formulier_van(aanvraag: Aanvraagstand) -> UUID:
    """Return the uuid; keyed, so that it tells nothing about what was filled in.

    The hold counts too: who cancels and then asks exactly the same again gets a new appointment.
    """
    inhoud = json.dumps(
        [str(aanvraag.id), str(aanvraag.afspraak_id), aanvraag.gegevens.als_json()], sort_keys=True
    )
    return UUID(bytes=salted_hmac("formulier", inhoud, algorithm="sha256").digest()[:16])
