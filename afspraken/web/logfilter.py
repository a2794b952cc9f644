"""Keep what opens an appointment out of the logs."""

from __future__ import annotations

import logging
import re

LINK = re.compile(r"(/a|/live/bezoek)/[A-Za-z0-9_-]{8,}")


class LinksWeg(logging.Filter):
    """Masks the link of an appointment in every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace it in the finished text and keep the line."""
        record.msg, record.args = LINK.sub(r"\1/…", record.getMessage()), ()
        return True
