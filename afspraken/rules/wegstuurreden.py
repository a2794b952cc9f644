"""Why a visitor is sent away. It counts against us, not against the visitor."""

from __future__ import annotations

from enum import StrEnum


class Wegstuurreden(StrEnum):
    """A fixed list: free text would soon hold what must not be kept."""

    PAPIEREN = "papieren"  # not all papers are there
    VERKEERD_KANTOOR = "verkeerd_kantoor"
    GEEN_PLEK = "geen_plek"  # nobody can help before closing time
    ANDERS = "anders"
