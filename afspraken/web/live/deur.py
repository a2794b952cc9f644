"""The door of the streams: the middleware and the views of the site, without what only pages need.

So who may listen, and with which headers, can never differ from the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any, cast

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.exception import convert_exception_to_response
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.module_loading import import_string

from locaties.rules.weigering import NietGevonden, Weigering

# Files, languages, forms, messages and htmx. Whatever is added to the settings counts here too.
ALLEEN_BLADZIJDEN = {
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
}
Antwoord = Callable[[HttpRequest], HttpResponse]


def vraag_aan_de_deur(scope: Mapping[str, Any]) -> HttpResponse:
    """Return ``MagLuisteren``, or a refusal: 403, 404, 405, 400 (unknown host) or 503 (no database).

    Who is not logged in is refused, not sent to a page: nobody would see it. Statements: one for a screen or
    a visitor; five for staff (session, user, second factor, roles, office).
    """
    antwoord = _keten()(ASGIRequest(dict(scope), BytesIO()))
    if antwoord.status_code == 302:
        del antwoord["Location"]
        antwoord.status_code = 403
    return antwoord


@cache
def _keten() -> Antwoord:
    keten = _laag(_vraag_het)
    for naam in reversed(settings.MIDDLEWARE):
        if naam not in ALLEEN_BLADZIJDEN:
            keten = _laag(import_string(naam)(keten))
    return keten


def _vraag_het(request: HttpRequest) -> HttpResponse:
    try:
        view, args, kwargs = resolve(request.path_info)
        antwoord: HttpResponse = view(request, *args, **kwargs)
    except (Resolver404, NietGevonden):
        return HttpResponse(status=404)
    except Weigering:
        return HttpResponse(status=403)
    return antwoord


def _laag(laag: Antwoord) -> Antwoord:
    """Make an answer of what goes wrong in one layer, as Django does.

    Without the database that is a 503, not two thousand times the same lines in the log.
    """

    def omhuld(request: HttpRequest) -> HttpResponse:
        try:
            return laag(request)
        except Error:
            return HttpResponse(status=503)

    return cast(Antwoord, convert_exception_to_response(omhuld))
