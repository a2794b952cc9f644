"""The request as these pages get it: with the clock of the middleware."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import get_language

from afspraken.actions.stappen.weigeringen import NietTeWijzigen
from afspraken.queries.mijn_afspraak import MijnAfspraak, mijn_afspraak


class Verzoek(HttpRequest):
    """A request with ``nu``, an aware UTC datetime."""

    nu: datetime


def taal_van(request: Verzoek) -> str:
    """Language of the page: "nl" or "en"."""
    return (get_language() or "nl")[:2]


def afspraak_van(request: Verzoek, link: str) -> MijnAfspraak:
    """Return the appointment behind the link in the language of the page; a dead link is a 404."""
    return mijn_afspraak(link=link, nu=request.nu, taal=taal_van(request))


def te_wijzigen(request: Verzoek, link: str) -> MijnAfspraak:
    """Return the same, but only when it can still be changed; else a sentence (409)."""
    afspraak = afspraak_van(request, link)
    if not afspraak.mag_wijzigen:
        raise NietTeWijzigen
    return afspraak
