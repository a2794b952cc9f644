"""Why a visitor could not be helped wholly. It counts against us, not against the visitor."""

from __future__ import annotations

from enum import StrEnum


class Afrondreden(StrEnum):
    """A fixed list: free text would soon hold what must not be kept."""

    PAPIEREN = "papieren"  # not all papers are there
    MEER_TIJD = "meer_tijd"  # needs a longer talk, or another day
    ELDERS = "elders"  # can only be done somewhere else
    STORING = "storing"  # our systems did not work
    ANDERS = "anders"
