"""The tablet goes on the lock after a rest: somebody else may stand before it.

A session in which the list of the entrance was opened is a tablet from then on, whatever page it shows.
A page that brings itself up to date is no sign of life. Who proves again who they are goes on: with the own
code of six digits where there is one, else with the password, the app or a passkey. Meanwhile the tablet
shows one thing: at which balie of its office somebody asks for help.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from locaties.queries.pincode import pincodestand

if TYPE_CHECKING:
    from .toegang import Personeelsverzoek

LIJST_DICHT = timedelta(minutes=15)
MERKTEKENS_DICHT = timedelta(minutes=2)
SLEUTEL, VERDER, KANTOOR = "ontvangst_slot", "ontvangst_verder", "ontvangst_kantoor"
# A stream says only that something changed, and opens itself again: no sign of life.
STROMEN = "/live/"
# At a counter somebody may be helped for longer than a quarter, and nobody but the employee looks at it.
BALIE = "/balie/"


def word_tablet(request: Personeelsverzoek) -> None:
    """From now on this session goes on the lock."""
    if SLEUTEL not in request.session:
        doe_open(request)


def staat_in(request: HttpRequest, kantoor: str) -> None:
    """Remember the office (its code) of which a page was opened: there the tablet stands."""
    if kantoor != kantoor_van_tablet(request):
        request.session[KANTOOR] = kantoor


def kantoor_van_tablet(request: HttpRequest) -> str:
    """Return the code of that office, "" before any was opened."""
    return str(request.session.get(KANTOOR, ""))


def weiger_op_slot(request: Personeelsverzoek) -> HttpResponse | None:
    """Return the way to unlock, before which nothing is done; None, and a sign of life, while it is open."""
    if SLEUTEL not in request.session or request.path.startswith((STROMEN, reverse("ontvangst_slot"))):
        return None
    if request.path.startswith(BALIE) and not _is_op_slot_gezet(request):
        return None
    if is_op_slot(request):
        return _dicht(request)
    if not _ververst_zichzelf(request):
        doe_open(request)
    return None


def is_op_slot(request: Personeelsverzoek) -> bool:
    """Whether nobody touched it for a quarter and nobody proved anything since."""
    return _rust(request) >= LIJST_DICHT and _bewijs(request) == _stand(request)["bewijs"]


def doe_open(request: Personeelsverzoek) -> None:
    """Somebody is at work."""
    request.session[SLEUTEL] = {"op": request.nu.isoformat(), "bewijs": _bewijs(request)}


def doe_op_slot(request: Personeelsverzoek) -> None:
    """Lock at once, as after a quarter of rest; the counter too: who walks away is not at it."""
    op = (request.nu - LIJST_DICHT).isoformat()
    request.session[SLEUTEL] = {"op": op, "bewijs": _bewijs(request), "gezet": True}


def _is_op_slot_gezet(request: Personeelsverzoek) -> bool:
    return bool(_stand(request).get("gezet")) and is_op_slot(request)


def toont_merktekens(request: Personeelsverzoek) -> bool:
    """Whether somebody touched the tablet in the last two minutes."""
    return _rust(request) < MERKTEKENS_DICHT


def verder(request: HttpRequest) -> str:
    """Where the tablet was when it was locked."""
    return str(request.session.get(VERDER) or reverse("ontvangst"))


def mag_pincode(request: HttpRequest) -> bool:
    """Whether there is a code, and this session once passed both proofs, or a passkey that is both.

    Only then the code can unlock it.
    """
    bewijzen = get_authentication_records(request, request.user)
    wijzen = {bewijs["method"] for bewijs in bewijzen}
    bewezen = {"password", "mfa"} <= wijzen or any(bewijs.get("passwordless") for bewijs in bewijzen)
    return bewezen and bool(pincodestand(gebruiker_id=request.user.pk or 0).gezet_op)


def _dicht(request: Personeelsverzoek) -> HttpResponse:
    if _ververst_zichzelf(request):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    request.session[VERDER] = request.get_full_path() if request.method == "GET" else _vorige(request)
    return redirect("ontvangst_slot")


def _vorige(request: Personeelsverzoek) -> str:
    """The page on which the button stands; it comes back without what was pressed."""
    adres = urlsplit(request.headers.get("Referer", ""))
    is_hier = adres.netloc == request.get_host() and adres.path.startswith("/")
    return adres._replace(scheme="", netloc="").geturl() if is_hier else reverse("ontvangst")


def _rust(request: Personeelsverzoek) -> timedelta:
    stand = _stand(request)
    return request.nu - datetime.fromisoformat(stand["op"]) if stand else timedelta()


def _stand(request: Personeelsverzoek) -> dict[str, Any]:
    stand: dict[str, Any] = request.session.get(SLEUTEL, {})
    return stand


def _bewijs(request: Personeelsverzoek) -> float | None:
    """When this user last proved who they are; only compared with itself."""
    momenten = [bewijs["at"] for bewijs in get_authentication_records(request, request.user)]
    return max(momenten, default=None)


def _ververst_zichzelf(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers
