"""How long we keep what, and under which text people agreed to it."""

from __future__ import annotations

from datetime import timedelta

# The promise on the screen is "until 1 day after your visit"; the sweep gets an hour to keep it.
AFSTEMMING_NA_EINDE = timedelta(hours=23)
TOESTEMMINGSTEKST = "2026-11"
# Drafts and holds that came to nothing.
AANVRAAG_NA = timedelta(hours=24)
# Who somebody was, and what we wrote them: after the visit, or after it was called off.
CONTACT_NA = timedelta(days=7)
# A number that was given for today only.
BEURTSMS_NA = timedelta(hours=24)
# A code works ten minutes, and opens a page for ten more.
CODE_NA = timedelta(hours=1)
# Counted from the start of its hour; one more, so that nobody is still counting in it.
ADRESTELLER_NA = timedelta(hours=2)
# What the forecast learns from: nobody's, but no older than a season.
BEHANDELDUUR_NA = timedelta(weeks=13)
