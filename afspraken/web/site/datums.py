"""Dates and times as people read them, in the language of the page and on the wall clock of the office."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def dag_tekst(dag: date) -> str:
    """Return "dinsdag 3 maart"."""
    return date_format(dag, "l j F")


def tijd_tekst(moment: datetime | time) -> str:
    """Return "10.20 uur"."""
    wand = localtime(moment) if isinstance(moment, datetime) else moment
    patroon = pgettext("tijdstip", "%(uur)s.%(minuut)s uur")
    return patroon % {"uur": f"{wand:%-H}", "minuut": f"{wand:%M}"}


def moment_tekst(moment: datetime) -> str:
    """Return "dinsdag 3 maart om 10.20 uur"."""
    return _("%(dag)s om %(tijd)s") % {"dag": dag_tekst(localtime(moment).date()), "tijd": tijd_tekst(moment)}


def weekdag_tekst(dag: date) -> str:
    """Return "dinsdag"."""
    return date_format(dag, "l")


def datum_kort(dag: date) -> str:
    """Return "3 mrt"."""
    return date_format(dag, pgettext("datumvorm", "j b"))
