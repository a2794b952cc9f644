"""Template filters for the clock of the queue, for waits and for shares, as people read them."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

register = template.Library()
NIET_BREKEN = "\N{NO-BREAK SPACE}"


@register.filter
def dagtijd(seconde: float) -> str:
    """Return "10.25", in English "10:25"."""
    minuten = round(seconde) // 60
    punt = ":" if (get_language() or "nl")[:2] == "en" else "."
    return f"{minuten // 60}{punt}{minuten % 60:02}"


@register.filter
def dagtijd_na(begin: float, minuten: int) -> str:
    """Return the time so many minutes after this one."""
    return dagtijd(begin + minuten * 60)


@register.filter
def duur(seconden: float) -> str:
    """Return "4 min 12 s"; "12 s" under a minute."""
    minuten, rest = divmod(round(seconden), 60)
    tekst = f"{minuten} min {rest:02} s" if minuten else f"{rest} s"
    return tekst.replace(" ", NIET_BREKEN)


@register.filter
def procent(aandeel: float) -> str:
    """Return "83%", rounded down: what is not reached is not shown as reached."""
    return f"{int(aandeel * 100 + 1e-9)}%"
