"""A call for help reaches who can answer it on every page of staff, beside what somebody is typing there.

That page asks for this part of itself only, by ``/alarmen/``: nothing else on it changes, and a locked or
logged-out browser keeps what stands in its fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from afspraken.queries.alarmen import Alarmregel, alarmen_in
from afspraken.queries.mijn_werkplek import werkkantoor
from afspraken.web.personeelsmenu import BALIE, ONTVANGST
from afspraken.web.slot import is_op_slot, kantoor_van_tablet
from afspraken.web.toegang import Personeelsverzoek, toonde_tweede_factor
from locaties.queries.rollen import rollen_van


@dataclass(frozen=True, slots=True)
class Alarmstand:
    """Who asks for help where this session is; ``antwoord``: where the button goes."""

    kantoor: str
    alarmen: tuple[Alarmregel, ...]
    antwoord: str
    is_op_slot: bool = False


@require_safe
def alarmen(request: HttpRequest) -> HttpResponse:
    """Give the part; empty, without a way elsewhere, to who is in no office."""
    stand = alarmstand(request)
    if stand is None:
        return HttpResponse(status=204)
    return render(request, "delen/alarm_overal.html", {"stand": stand})


def alarmstand(request: HttpRequest) -> Alarmstand | None:
    """Of the office in which the tablet stands, or in which this user sits at a balie; else None."""
    if not request.user.is_authenticated or not toonde_tweede_factor(request):
        return None
    return _bij_de_ingang(cast(Personeelsverzoek, request)) or _aan_de_balie(request)


def _bij_de_ingang(request: Personeelsverzoek) -> Alarmstand | None:
    kantoor = kantoor_van_tablet(request)
    if not kantoor:
        return None
    toegang = rollen_van(gebruiker_id=request.user.pk or 0, soorten=ONTVANGST)
    if not toegang.mag:
        return None
    return Alarmstand(
        kantoor,
        alarmen_in(kantoor=kantoor, locatie_ids=toegang.locatie_ids),
        antwoord=reverse("ontvangst_alarm_beantwoorden", args=[kantoor]),
        is_op_slot=is_op_slot(request),
    )


def _aan_de_balie(request: HttpRequest) -> Alarmstand | None:
    toegang = rollen_van(gebruiker_id=request.user.pk or 0, soorten=BALIE)
    if not toegang.mag:
        return None
    kantoor = werkkantoor(gebruiker_id=request.user.pk or 0, locatie_ids=toegang.locatie_ids)
    if not kantoor:
        return None
    wie = alarmen_in(kantoor=kantoor, locatie_ids=toegang.locatie_ids)
    return Alarmstand(kantoor, wie, reverse("balie_alarm_beantwoorden"))
