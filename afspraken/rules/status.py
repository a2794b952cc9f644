"""Which state may follow which. One table, readable by a process owner (domein.md, States)."""

from __future__ import annotations

OVERGANGEN: dict[str, frozenset[str]] = {
    "vastgehouden": frozenset({"voorlopig", "bevestigd", "verlopen"}),
    "voorlopig": frozenset({"bevestigd", "verlopen", "geannuleerd"}),
    "bevestigd": frozenset({"aangemeld", "geannuleerd", "niet_verschenen"}),
    "aangemeld": frozenset({"bevestigd"}),
    "verlopen": frozenset({"voorlopig", "bevestigd"}),
    "geannuleerd": frozenset(),
    "niet_verschenen": frozenset({"bevestigd"}),
}
TIJDELIJK = frozenset({"vastgehouden", "voorlopig"})
# Who has arrived may see who and where; until then both are provisional.
VERPLAATSBAAR = frozenset({"vastgehouden", "voorlopig", "bevestigd"})
STAAT = frozenset({"voorlopig", "bevestigd"})
# A provisional one is first made sure: what we would promise about it may be gone in half an hour.
TE_WIJZIGEN = frozenset({"bevestigd"})


def mag_naar(van: str, naar: str) -> bool:
    """Whether the table allows this step; unknown states allow nothing."""
    return naar in OVERGANGEN.get(van, frozenset())
