"""How an order may go from state to state; what is not in the table is refused."""

from __future__ import annotations

TE_REGELEN, GEVRAAGD, BEVESTIGD, NIET_BESCHIKBAAR = "te_regelen", "gevraagd", "bevestigd", "niet_beschikbaar"

# from: to. Somebody who was confirmed can fall ill, and a mistake can be put right.
OVERGANGEN: dict[str, frozenset[str]] = {
    TE_REGELEN: frozenset({GEVRAAGD, BEVESTIGD, NIET_BESCHIKBAAR}),
    GEVRAAGD: frozenset({TE_REGELEN, BEVESTIGD, NIET_BESCHIKBAAR}),
    BEVESTIGD: frozenset({GEVRAAGD, NIET_BESCHIKBAAR}),
    NIET_BESCHIKBAAR: frozenset({GEVRAAGD, BEVESTIGD}),
}
# Somebody still has to do something.
OPEN = frozenset({TE_REGELEN, GEVRAAGD, NIET_BESCHIKBAAR})


def bronnen_voor(naar: str) -> frozenset[str]:
    """Return the states from which an order may become ``naar``; the state itself counts (pressed twice)."""
    return frozenset(van for van, doelen in OVERGANGEN.items() if naar in doelen or van == naar)
