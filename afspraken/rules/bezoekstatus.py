"""Which state of a visit may follow which. One table, readable by a process owner (domein.md, States)."""

from __future__ import annotations

OVERGANGEN: dict[str, frozenset[str]] = {
    "wachtend": frozenset({"opgeroepen", "geparkeerd", "vertrokken", "weggestuurd"}),
    # Not there: keeps its place; missed for good only after three calls.
    "opgeroepen": frozenset({"in_behandeling", "wachtend", "niet_verschenen", "vertrokken", "weggestuurd"}),
    # Back to waiting: for the next counter, the story goes along.
    "in_behandeling": frozenset({"afgerond", "wachtend", "geparkeerd", "weggestuurd"}),
    "geparkeerd": frozenset({"wachtend", "opgeroepen", "vertrokken"}),
    "afgerond": frozenset(),
    # Undone on the day itself.
    "niet_verschenen": frozenset({"wachtend"}),
    "vertrokken": frozenset({"wachtend"}),
    "weggestuurd": frozenset(),
}
OPEN = frozenset({"wachtend", "opgeroepen", "in_behandeling", "geparkeerd"})
AAN_EEN_BALIE = frozenset({"opgeroepen", "in_behandeling"})
EINDE = frozenset(OVERGANGEN) - OPEN
KEREN_ROEPEN = 3


def eindes_van(status: str) -> frozenset[str]:
    """Return in which ways a visit in this state can end at once."""
    return OVERGANGEN.get(status, frozenset()) & EINDE


def mag_naar(van: str, naar: str) -> bool:
    """Whether the table allows this step; unknown states allow nothing."""
    return naar in OVERGANGEN.get(van, frozenset())
