"""Where the focus goes on after a button: its form names an element, and the next address passes it on.

The script of a live page (`site/plek.js`) puts the focus there; without scripts the page begins at the top.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

ELEMENT = re.compile(r"[a-z]{1,20}(-[a-z0-9-]{1,40})?")


def met_plek(request: HttpRequest, adres: str, bij: str = "") -> HttpResponse:
    """Redirect to this page of ours; ``bij``: the element, where the view knows better than the form."""
    element = bij or request.POST.get("bij", "")
    if "bij" not in request.POST or not ELEMENT.fullmatch(element):
        return redirect(adres)
    teken = "&" if "?" in adres else "?"
    return redirect(f"{adres}{teken}{urlencode({'bij': element})}")
