"""The negative control: a worker that sends again without asking first."""

from __future__ import annotations

import django
from django.core.management import call_command

django.setup()

from afspraken.werk import bericht  # noqa: E402 - needs the loaded apps

bericht._nagevraagd = lambda _claim, _klok: None  # type: ignore[assignment]
call_command("werker")
