"""A code as a QR picture, to show at the door."""

from __future__ import annotations

from io import BytesIO

import segno

_RAND = 4  # modules of white that a scanner needs


def qr_svg(tekst: str) -> bytes:
    """An SVG without styles or scripts, so that it passes the strictest policy."""
    beeld = BytesIO()
    segno.make(tekst, error="m", micro=False).save(
        beeld, kind="svg", border=_RAND, xmldecl=False, svgclass=None, lineclass=None, light="#fff", omitsize=True
    )
    return beeld.getvalue()


def qr_data_url(tekst: str) -> str:
    """The same for an `img` element."""
    return str(
        segno.make(tekst, error="m", micro=False).svg_data_uri(
            border=_RAND, svgclass=None, lineclass=None, light="#fff", omitsize=True, encode_minimal=False
        )
    )
