"""May this installation send messages?"""

from __future__ import annotations

from django.conf import settings

_NODIG = {
    "TWILIO_ACCOUNT_SID": "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN": "TWILIO_AUTH_TOKEN",
    "TWILIO_AFZENDER": "TWILIO_AFZENDER",
    "EMAIL_HOST": "AFSPRAKEN_SMTP_HOST",
}


def wat_ontbreekt() -> tuple[str, ...]:
    """Return the names from the environment that are missing; a demo may do without."""
    if settings.DEMO:
        return ()
    return tuple(omgeving for naam, omgeving in _NODIG.items() if not getattr(settings, naam))
