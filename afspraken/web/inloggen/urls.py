"""Addresses of logging in: of allauth only what staff use; no mail, no addresses to confirm."""

from __future__ import annotations

from allauth.account import urls as account
from allauth.mfa import urls as mfa
from django.urls import URLPattern, include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from afspraken.web.uitloggen import uitloggen

from .eerste_factor import eerste_factor
from .te_vaak import met_plafond

GEBRUIKT = {
    "account_inactive",
    "account_signup",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
}

urlpatterns = [
    path("", require_safe(RedirectView.as_view(pattern_name="account_login")), name="inloggen"),
    path("logout/", uitloggen, name="account_logout"),
    *eerste_factor,
    *met_plafond,
    *(punt for punt in account.urlpatterns if isinstance(punt, URLPattern) and punt.name in GEBRUIKT),
    path("2fa/", include(mfa)),
]
