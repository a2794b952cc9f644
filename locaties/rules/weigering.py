"""The one base of every refusal that a user may expect (architectuur.md, rule 6)."""

from __future__ import annotations


class Weigering(Exception):
    """An expected no: ``code`` for machines, ``melding`` (Dutch B1) for people."""

    code: str = "geweigerd"
    melding: str = "Dit kan niet."

    def __init__(self, melding: str | None = None) -> None:
        """Keep the sentence; without one the class's own sentence is used."""
        if melding is not None:
            self.melding = melding
        super().__init__(self.melding)


class NietGevonden(Weigering):
    """What was asked for does not exist for who asks (404)."""

    code = "niet_gevonden"
    melding = "Wij kunnen dit niet vinden."
