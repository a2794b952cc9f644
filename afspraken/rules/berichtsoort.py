"""The kinds of message, and what a message may know: no name of the visitor, no need."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Berichtsoort(StrEnum):
    """Why we write; the value stands in the outbox."""

    BEVESTIGING = "bevestiging"
    GEWIJZIGD = "gewijzigd"
    GEANNULEERD_DOOR_BURGER = "geannuleerd_door_burger"
    GEANNULEERD_DOOR_GEMEENTE = "geannuleerd_door_gemeente"
    HERINNERING = "herinnering"
    CODE = "code"
    NUMMER = "nummer"
    AAN_DE_BEURT = "aan_de_beurt"
    GEMIST = "gemist"
    VERTRAGING = "vertraging"


# Of the day itself: about a visit, not about what was agreed.
DAGBERICHTEN = frozenset(
    {Berichtsoort.NUMMER, Berichtsoort.AAN_DE_BEURT, Berichtsoort.GEMIST, Berichtsoort.VERTRAGING}
)


@dataclass(frozen=True)
class NeemMee:
    """What one person brings; `wie` is "Persoon 1" or "Kind van 0 tot en met 11 jaar", never a name."""

    wie: str
    dingen: tuple[str, ...]


@dataclass(frozen=True)
class Berichtgegevens:
    """All that a message may say, in the language of the message.

    `meenemen_kort` is empty where no short form exists that tells no story. `reden` is for e-mail and
    paper and must be fit for anybody's eyes. Of the day: `nummer` is the ticket ("B 12"), `balie` its
    number or "" when nobody has to walk, `minuten` the extra wait; `begin` is then the new time.
    """

    gemeente: str
    telefoon: str
    locatie_naam: str
    locatie_kort: str
    adres: str
    begin: datetime
    zone: ZoneInfo
    code: str
    link: str
    nu: datetime
    telefoon_buitenland: str = ""
    tekst_voor_doven: str = ""
    producten: tuple[str, ...] = ()
    neem_mee: tuple[NeemMee, ...] = ()
    meenemen_kort: str = ""
    contactpersoon: str = ""
    contactpersoon_telefoon: str = ""
    reden: str = ""
    verificatiecode: str = ""
    nummer: str = ""
    balie: str = ""
    minuten: str = ""


@dataclass(frozen=True)
class Tekst:
    """A message ready to leave; SMS has no subject."""

    onderwerp: str
    tekst: str
