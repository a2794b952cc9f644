"""A code as a QR picture, to show at the door."""

from __future__ import annotations

from typing import Any

import segno

_OPMAAK: dict[str, Any] = {
    "border": 4,  # modules of white that a scanner needs
    "scale": 8,
    "light": "#fff",
    "svgclass": None,
    "lineclass": None,
}


def qr_data_url(tekst: str) -> str:
    """An SVG for the `src` of an `img`, without styles or scripts: it passes the strictest policy."""
    return str(segno.make(tekst, error="m", micro=False).svg_data_uri(**_OPMAAK))
