"""The request as these pages get it: with the clock of the middleware."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest


class Verzoek(HttpRequest):
    """A request with ``nu``, an aware UTC datetime."""

    nu: datetime
