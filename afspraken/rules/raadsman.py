"""The SMS with how to reach the sociaal raadsman, for who asked for it: not a word about why."""

from __future__ import annotations

from afspraken.rules.gsm7 import naar_gsm7, past_in_een_deel

RAADSMAN = "raadsman"  # the kind of the message
SLEUTEL = "sleutel"  # in what it keeps: a keyed hash of the number, that itself is gone when it has left
# From the fullest to the shortest; the first that fits one part is sent.
_LADDER = (
    "{gemeente}: {naam}, {telefoon}. {bereikbaar}",
    "{gemeente}: {naam}, {telefoon}",
    "{naam}, {telefoon}",
)


def raadsman_tekst(*, gemeente: str, naam: str, telefoon: str, bereikbaar: str) -> str:
    """Return it; what the office has not filled in is left out."""
    woorden = {"gemeente": gemeente, "naam": naam, "telefoon": telefoon, "bereikbaar": bereikbaar}
    ladder = _LADDER if bereikbaar else _LADDER[1:]
    teksten = [naar_gsm7(trede.format_map(woorden)).replace(": , ", ": ").strip(", ") for trede in ladder]
    return next((tekst for tekst in teksten if past_in_een_deel(tekst)), teksten[-1])
