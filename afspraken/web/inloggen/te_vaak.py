"""Who tried too often reads it on the page with the form, with status 429: what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.views import login, reauthenticate
from allauth.mfa.base.views import authenticate
from allauth.mfa.base.views import reauthenticate as mfa_reauthenticate
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import path

from afspraken.web.fouten import zet_te_vaak
from afspraken.web.huisstijl import TE_VAAK

VENSTER = 5 * 60  # seconds in which five failures of one account count


def _met_429(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def gewikkeld(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        context: dict[str, Any] = getattr(response, "context_data", None) or {}
        if any(_is_te_vaak(context.get(naam)) for naam in ("form", "webauthn_form")):
            zet_te_vaak(response, seconden=VENSTER)
        return response

    return gewikkeld


def _is_te_vaak(formulier: BaseForm | None) -> bool:
    if formulier is None or not formulier.is_bound:
        return False
    return any(fout.code == TE_VAAK for fouten in formulier.errors.as_data().values() for fout in fouten)


met_plafond = [
    path("login/", _met_429(login), name="account_login"),
    path("reauthenticate/", _met_429(reauthenticate), name="account_reauthenticate"),
    path("2fa/authenticate/", _met_429(authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", _met_429(mfa_reauthenticate), name="mfa_reauthenticate"),
]
