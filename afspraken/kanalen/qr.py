"""A code as a QR picture, to show at the door."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno

_OPMAAK: dict[str, Any] = {
    "border": 4,  # modules of white that a scanner needs
    "scale": 8,
    "light": "#fff",
    "svgclass": None,
    "lineclass": None,
}


def qr_svg(tekst: str) -> bytes:
    """An SVG without styles or scripts, so that it passes the strictest policy."""
    beeld = BytesIO()
    segno.make(tekst, error="m", micro=False).save(beeld, kind="svg", xmldecl=False, **_OPMAAK)
    return beeld.getvalue()


def qr_data_url(tekst: str) -> str:
    """The same for the `src` of an `img`."""
    return str(segno.make(tekst, error="m", micro=False).svg_data_uri(**_OPMAAK))
