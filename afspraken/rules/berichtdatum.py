"""Dates and times as people say them, in Dutch and English, without the locale of the machine."""

from datetime import datetime, timedelta

from afspraken.rules.berichtsoort import Berichtgegevens

_DAGEN = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MAANDEN = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
_KORTE_DAG = {"nl": 2, "en": 3}
_KORTE_MAAND = {("nl", 3): "mrt"}


def tijd(plaatselijk: datetime, taal: str) -> str:
    """10.20 uur in Dutch, 10:20 in English."""
    return f"{plaatselijk:%-H.%M} uur" if taal == "nl" else f"{plaatselijk:%-H:%M}"


def volle_datum(plaatselijk: datetime, taal: str) -> str:
    """Dinsdag 3 maart 2026."""
    dag, maand = _DAGEN[taal][plaatselijk.weekday()], _MAANDEN[taal][plaatselijk.month - 1]
    return f"{dag} {plaatselijk.day} {maand} {plaatselijk.year}"


def datum(plaatselijk: datetime, taal: str) -> str:
    """Di 3 maart: for SMS."""
    return f"{_korte_dag(plaatselijk, taal)} {plaatselijk.day} {_MAANDEN[taal][plaatselijk.month - 1]}"


def korte_datum(plaatselijk: datetime, taal: str) -> str:
    """Di 3 mrt: for an SMS that is full."""
    maand = _KORTE_MAAND.get((taal, plaatselijk.month)) or _MAANDEN[taal][plaatselijk.month - 1][:3]
    return f"{_korte_dag(plaatselijk, taal)} {plaatselijk.day} {maand}"


def wanneer(gegevens: Berichtgegevens, taal: str) -> str:
    """Today, tomorrow or the date, as it is true at the moment the message leaves."""
    begin, nu = gegevens.begin.astimezone(gegevens.zone), gegevens.nu.astimezone(gegevens.zone)
    if begin.date() == nu.date():
        return "vandaag" if taal == "nl" else "today"
    if begin.date() == nu.date() + timedelta(days=1):
        return "morgen" if taal == "nl" else "tomorrow"
    return datum(begin, taal)


def _korte_dag(plaatselijk: datetime, taal: str) -> str:
    return _DAGEN[taal][plaatselijk.weekday()][: _KORTE_DAG[taal]]
