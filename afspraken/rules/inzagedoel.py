"""Why somebody reads what a visitor needs, as it stands in the log of readings."""

from __future__ import annotations

HELPEN = "helpen aan de balie"
