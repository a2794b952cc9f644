"""The lock of the tablet: which pages begin it, the page that unlocks, and locking at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.queries.alarmen import Alarmbalie, alarmbalies
from afspraken.web.personeelsmenu import ONTVANGST
from afspraken.web.slot import (
    doe_op_slot,
    doe_open,
    is_op_slot,
    kantoor_van_tablet,
    mag_pincode,
    staat_in,
    toont_merktekens,
    verder,
    word_tablet,
)
from afspraken.web.toegang import Personeelsverzoek, met_rol
from afspraken.web.uitloggen import log_uit
from locaties.actions.pincode_proberen import pincode_proberen
from locaties.queries.pincode import pincode_klopt

from .formulieren import Pincodeformulier

__all__ = ["achter_slot", "ontvangst_op_slot", "ontvangst_slot", "toont_merktekens"]
P = ParamSpec("P")
Personeelsview = Callable[Concatenate[Personeelsverzoek, P], HttpResponse]


def achter_slot(view: Personeelsview[P]) -> Personeelsview[P]:
    """Whoever opens this page works at a tablet: after a rest its session goes on the lock."""

    @wraps(view)
    def bewaakt(request: Personeelsverzoek, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        word_tablet(request)
        antwoord = view(request, *args, **kwargs)  # raises for an office that is not yours
        if "kantoor" in kwargs:
            staat_in(request, str(kwargs["kantoor"]))
        return antwoord

    return bewaakt


@met_rol(*ONTVANGST)
@require_POST
def ontvangst_op_slot(request: Personeelsverzoek) -> HttpResponse:
    """Lock now, because the host walks away."""
    doe_op_slot(request)
    return redirect("ontvangst")


@met_rol(*ONTVANGST)
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_slot(request: Personeelsverzoek) -> HttpResponse:
    """Ask for the code, or show the way to the password, and go on; nobody is named here."""
    if not is_op_slot(request):
        return redirect(verder(request))
    if not mag_pincode(request):
        return _pagina(request, None)
    formulier = Pincodeformulier(request.POST if request.method == "POST" else None)
    if not formulier.is_valid():
        return _pagina(request, formulier, status=422 if formulier.is_bound else 200)
    klopt = pincode_klopt(gebruiker_id=request.user.pk or 0, pincode=formulier.cleaned_data["pincode"])
    over = pincode_proberen(gebruiker_id=request.user.pk or 0, klopt=klopt, nu=request.nu)
    if over is None:
        doe_open(request)
        return redirect(_daarna(request, _alarmen(request)))
    if not over:
        return log_uit(request, verder=reverse("ontvangst"))
    formulier.add_error("pincode", _nog(over))
    return _pagina(request, formulier, status=422)


def _pagina(
    request: Personeelsverzoek, formulier: Pincodeformulier | None, *, status: int = 200
) -> HttpResponse:
    """Without the menu: every page of it is behind the same lock."""
    alarmen = _alarmen(request)
    context = {
        "formulier": formulier,
        "alarmen": alarmen,
        "kantoor": kantoor_van_tablet(request),
        "daarna": _daarna(request, alarmen),
    }
    return render(request, "ontvangst/slot.html", context, status=status)


def _alarmen(request: Personeelsverzoek) -> tuple[Alarmbalie, ...]:
    return alarmbalies(kantoor=kantoor_van_tablet(request), locatie_ids=request.locatie_ids)


def _daarna(request: Personeelsverzoek, alarmen: tuple[Alarmbalie, ...]) -> str:
    """Where the tablet was; where somebody asks for help, to the list on which it can be answered."""
    if alarmen:
        return reverse("ontvangst_lijst", args=[kantoor_van_tablet(request)])
    return verder(request)


def _nog(over: int) -> str:
    zin = ngettext(
        "Deze pincode klopt niet. U kunt het nog %(over)s keer proberen.",
        "Deze pincode klopt niet. U kunt het nog %(over)s keer proberen.",
        over,
    )
    return zin % {"over": over}
