"""How long we keep what, and under which text people agreed to it."""

from __future__ import annotations

from datetime import timedelta

# The promise on the screen is "until 1 day after your visit"; the sweep gets an hour to keep it.
AFSTEMMING_NA_EINDE = timedelta(hours=23)
TOESTEMMINGSTEKST = "2026-11"
