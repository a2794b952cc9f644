"""The demand and how it goes: appointments, visits, the people to reach, messages, what happened."""

from .aanvraag import Aanvraag
from .adresteller import Adresteller
from .afspraak import Afspraak, Afspraakdeel
from .bericht import Bericht, Werklus
from .beurtsms import Beurtsms
from .bezoek import Bezoek, Bezoekdeel, Oproep
from .contact import Contact, Toegangscode
from .demodag import Demodag
from .gebeurtenis import Gebeurtenis, Knelpunt
from .haaltaak import Haaltaak
from .overdracht import Overdracht
from .scherm import Alarm, Scherm
from .verwachting import Behandelduur, Kantoorverwachting, Verwachting
from .werkplek import Volgnummer, Wachtrijversie, Werkplek

__all__ = [
    "Aanvraag",
    "Adresteller",
    "Afspraak",
    "Afspraakdeel",
    "Alarm",
    "Behandelduur",
    "Bericht",
    "Beurtsms",
    "Bezoek",
    "Bezoekdeel",
    "Contact",
    "Demodag",
    "Gebeurtenis",
    "Haaltaak",
    "Kantoorverwachting",
    "Knelpunt",
    "Oproep",
    "Overdracht",
    "Scherm",
    "Toegangscode",
    "Verwachting",
    "Volgnummer",
    "Wachtrijversie",
    "Werklus",
    "Werkplek",
]
