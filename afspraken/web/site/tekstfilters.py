"""Template filters of this place: dates, age groups and reasons as people read them."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from .datums import dag_tekst, moment_tekst, tijd_tekst
from .forms.personen import groepnaam
from .teksten import reden_tekst

register = template.Library()
register.filter("groepnaam", groepnaam)
register.filter("dag", dag_tekst)
register.filter("moment", moment_tekst)
register.filter("tijd", tijd_tekst)
register.filter("reden", reden_tekst)


@register.filter
def is_na(moment: datetime, dag: date) -> bool:
    """Tell whether a moment lies after a day."""
    return localtime(moment).date() > dag


@register.filter
def zonder(tekst: str, zin: str) -> str:
    """Return the text without a sentence that the page already says."""
    return tekst.replace(f"{zin}.", "").strip()


@register.filter
def bel(telefoon: str) -> SafeString:
    """Return a phone number that a phone dials when it is tapped."""
    link = '<a class="utrecht-link utrecht-link--html-a nummer" href="tel:{}">{}</a>'
    return format_html(link, telefoon.replace(" ", ""), telefoon)
