"""One uuid per draft as it was shown: pressed twice it is the same form, changed in another tab it is not."""

from __future__ import annotations

import json
from uuid import UUID

from django.utils.crypto import salted_hmac

from afspraken.queries.aanvraag import Aanvraagstand


def formulier_van(aanvraag: Aanvraagstand) -> UUID:
    """Return the uuid; keyed, so that it tells nothing about what was filled in."""
    inhoud = json.dumps([str(aanvraag.id), aanvraag.gegevens.als_json()], sort_keys=True)
    return UUID(bytes=salted_hmac("formulier", inhoud, algorithm="sha256").digest()[:16])
