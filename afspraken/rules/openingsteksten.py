"""Weekly opening hours as people say them: days with the same hours together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import groupby

_DAGEN = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SOORT = {
    ("nl", "inloop"): " (zonder afspraak)",
    ("nl", "afspraak"): " (met afspraak)",
    ("en", "inloop"): " (without appointment)",
    ("en", "afspraak"): " (with appointment)",
}


@dataclass(frozen=True, slots=True)
class Openingsuren:
    """Hours of one weekday (0 = Monday)."""

    weekdag: int
    van: time
    tot: time
    soort: str = "beide"


def openingsteksten(uren: Iterable[Openingsuren], taal: str) -> tuple[str, ...]:
    """Return lines such as "maandag tot en met woensdag: 8.30 tot 16.30 uur"."""
    per_dag = {
        dag: ", ".join(_tijden(uur, taal) for uur in groep)
        for dag, groep in groupby(sorted(uren, key=lambda u: (u.weekdag, u.van)), key=lambda u: u.weekdag)
    }
    return tuple(
        f"{_groot(_reeks(van, tot, taal))}: {tekst}" for van, tot, tekst in _aaneen(sorted(per_dag.items()))
    )


def _groot(tekst: str) -> str:
    """Only the first letter: "Monday to Friday" keeps its second capital."""
    return tekst[:1].upper() + tekst[1:]


def _aaneen(dagen: list[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """Join neighbouring days with the same text."""
    reeksen: list[tuple[int, int, str]] = []
    for dag, tekst in dagen:
        if reeksen and reeksen[-1][1] == dag - 1 and reeksen[-1][2] == tekst:
            reeksen[-1] = (reeksen[-1][0], dag, tekst)
        else:
            reeksen.append((dag, dag, tekst))
    return reeksen


def _reeks(van: int, tot: int, taal: str) -> str:
    namen = _DAGEN.get(taal, _DAGEN["nl"])
    if van == tot:
        return namen[van]
    if tot == van + 1:
        return f"{namen[van]} {'and' if taal == 'en' else 'en'} {namen[tot]}"
    return f"{namen[van]} {'to' if taal == 'en' else 'tot en met'} {namen[tot]}"


def _tijden(uren: Openingsuren, taal: str) -> str:
    soort = _SOORT.get((taal, uren.soort), "")
    if taal == "en":
        return f"{uren.van:%-H:%M} to {uren.tot:%-H:%M}{soort}"
    return f"{uren.van:%-H.%M} tot {uren.tot:%-H.%M} uur{soort}"
