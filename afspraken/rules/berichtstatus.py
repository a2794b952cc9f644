"""How a message goes: what an attempt came to, and which news of the provider counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# The highest that ever came in stays: news comes late, twice and in any order. `mislukt` may still turn out
# to have been delivered, when it was we who gave up.
_RANG = {
    "klaar": 0,
    "bezig": 0,
    "onzeker": 0,
    "vervallen": 0,
    "verstuurd": 1,
    "mislukt": 2,
    "afgeleverd": 3,
}
_VAN_PROVIDER = {
    "accepted": "verstuurd",
    "scheduled": "verstuurd",
    "queued": "verstuurd",
    "sending": "verstuurd",
    "sent": "verstuurd",
    "delivered": "afgeleverd",
    "read": "afgeleverd",
    "undelivered": "mislukt",
    "failed": "mislukt",
    "canceled": "mislukt",
}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What one attempt came to. ``later``: it did not leave, try again; ``onzeker``: ask before that.

    ``vol``: it may not leave today as an SMS, ``fout`` says which limit is reached.
    """

    status: Literal["verstuurd", "later", "onzeker", "mislukt", "vervallen", "vol"]
    provider_id: str = ""
    fout: str = ""


def status_na_melding(huidig: str, gemeld: str) -> str | None:
    """Return the new state after a report of the provider, or None when it changes nothing."""
    nieuw = _VAN_PROVIDER.get(gemeld)
    return nieuw if nieuw and _RANG[nieuw] > _RANG[huidig] else None
