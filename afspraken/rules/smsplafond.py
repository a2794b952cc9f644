"""Which limit of SMS was reached; the value stands with the message as the reason that it did not leave."""

from __future__ import annotations

from enum import StrEnum


class Smsplafond(StrEnum):
    """Of one day: to this number, about this visitor, or of the whole municipality."""

    NUMMER = "sms_vol_nummer"
    BEZOEKER = "sms_vol_bezoeker"
    GEMEENTE = "sms_vol_gemeente"
