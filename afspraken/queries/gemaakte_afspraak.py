"""Did this form already become an appointment?"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from afspraken.models import Contact
from afspraken.rules.link import link_token


def gemaakte_link(*, formulier: UUID) -> str | None:
    """Return the link of who made it; None when the form was not used. One statement."""
    contact = Contact.objects.filter(afspraak__formulier=formulier).order_by("id").first()
    return link_token(settings.LINK_SLEUTEL, contact.id, contact.link_versie) if contact else None
