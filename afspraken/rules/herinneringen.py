"""When a reminder leaves, and until when each kind of message still makes sense."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from afspraken.rules.berichtsoort import Berichtsoort

GELDIGHEID_CODE = timedelta(minutes=10)
GELDIGHEID_AAN_DE_BEURT = timedelta(minutes=3)


def herinner_op(begin: datetime, zone: ZoneInfo) -> datetime:
    """The same wall time on the previous date, in UTC.

    A wall time that the clock change skips moves up by the hour that is missing; one that comes twice is
    taken the first time.
    """
    plaatselijk = begin.astimezone(zone)
    dag_ervoor = plaatselijk.date() - timedelta(days=1)
    return datetime.combine(dag_ervoor, plaatselijk.time().replace(fold=0), tzinfo=zone).astimezone(UTC)


def heeft_herinnering(begin: datetime, zone: ZoneInfo, nu: datetime) -> bool:
    """Who books for today or tomorrow morning has only just had the confirmation."""
    return nu < herinner_op(begin, zone)


def nutteloos_na(soort: Berichtsoort, *, begin: datetime, einde: datetime, gemaakt_op: datetime) -> datetime:
    """From this moment (included) the message is never sent any more."""
    match soort:
        case Berichtsoort.HERINNERING:
            return begin
        case Berichtsoort.CODE:
            return gemaakt_op + GELDIGHEID_CODE
        case _:
            return einde
