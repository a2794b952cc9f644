"""Numbers on paper for a power cut: so high that no office gets there on a day."""

from __future__ import annotations

RESERVE = range(901, 941)
