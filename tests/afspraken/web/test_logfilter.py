"""A link in a log would be a key under the mat."""

from __future__ import annotations

import logging

from afspraken.web.logfilter import LinksWeg


def test_de_link_staat_niet_in_het_log() -> None:
    regel = logging.LogRecord("x", 30, "f", 1, "Not Found: %s", ("/a/AbCdEfGhIjKlMnOpQr/annuleren/",), None)

    assert LinksWeg().filter(regel)

    assert regel.getMessage() == "Not Found: /a/…/annuleren/"
