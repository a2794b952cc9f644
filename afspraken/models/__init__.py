"""The demand and how it goes: appointments, the people to reach, messages, what happened."""

from .aanvraag import Aanvraag
from .afspraak import Afspraak, Afspraakdeel
from .bericht import Bericht, Werklus
from .contact import Contact, Toegangscode
from .gebeurtenis import Gebeurtenis, Knelpunt

__all__ = [
    "Aanvraag",
    "Afspraak",
    "Afspraakdeel",
    "Bericht",
    "Contact",
    "Gebeurtenis",
    "Knelpunt",
    "Toegangscode",
    "Werklus",
]
