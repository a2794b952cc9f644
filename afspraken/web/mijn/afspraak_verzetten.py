"""Another time: a day, then a time; at another office too. The old time stays until the new one is sure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.stappen.weigeringen import TijdBezet, TijdNietMogelijk
from afspraken.queries.kantoornaam import kantoornaam
from afspraken.queries.locatiekeuze import locatiekeuze
from afspraken.queries.mijn_afspraak import MijnAfspraak
from afspraken.queries.vraag_bij_afspraak import vraag_bij_afspraak
from afspraken.queries.vrije_tijden import Tijd, vrije_dagen, vrije_tijden
from afspraken.web.getypt import met_getypt

from .formulieren import TijdFormulier
from .verzoek import Verzoek, taal_van, te_wijzigen
from .weergave import dag_in_woorden, moment_in_woorden, wanneer

VENSTER = timedelta(days=28)
VERSTE = timedelta(days=366)
HTTP_ONVOLLEDIG = 422
DICHTBIJ = timedelta(minutes=20)
WEINIG = 3


@require_safe
def mijn_afspraak_verzetten(request: Verzoek, link: str, kantoor: str = "") -> HttpResponse:
    """Show the days with room, four weeks at a time; without an office those of the present one."""
    afspraak = te_wijzigen(request, link)
    kantoor = kantoor or afspraak.locatie.code
    vandaag = request.nu.astimezone(ZoneInfo(afspraak.zone)).date()
    van = _binnen(_datum(request.GET.get("van", "")), vandaag)
    vraag = vraag_bij_afspraak(afspraak_id=afspraak.afspraak_id)
    dagen = vrije_dagen(vraag=vraag, locatie=kantoor, van=van, tot=van + VENSTER, nu=request.nu)
    taal = taal_van(request)
    context = {
        "dagen": [
            {"datum": d.datum, "tekst": dag_in_woorden(d.datum, taal), "aantal": d.aantal} for d in dagen
        ],
        "eerder": max(vandaag, van - VENSTER) if van > vandaag else None,
        "later": van + VENSTER,
        "kantoor": _kantoor(afspraak, kantoor),
    }
    return render(request, "mijn/dag_kiezen.html", _context(request, link, afspraak) | context)


@require_safe
def mijn_kantoor_kiezen(request: Verzoek, link: str) -> HttpResponse:
    """Show the offices where this can be done, each with its first free moment."""
    afspraak = te_wijzigen(request, link)
    vraag = vraag_bij_afspraak(afspraak_id=afspraak.afspraak_id)
    taal = taal_van(request)
    kantoren = [
        {"kantoor": keuze, "eerste": moment_in_woorden(keuze.eerste, keuze.zone, taal)}
        for keuze in locatiekeuze(vraag=vraag, nu=request.nu, taal=taal)
        if keuze.eerste
    ]
    return render(
        request, "mijn/kantoor_kiezen.html", _context(request, link, afspraak) | {"kantoren": kantoren}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_tijd_kiezen(request: Verzoek, link: str, kantoor: str, datum: str) -> HttpResponse:
    """Show the times of one day; the button moves the appointment, and twice is once."""
    afspraak = te_wijzigen(request, link)
    dag = _datum(datum)
    if dag is None:
        raise Http404
    begin = _begin(request.POST.get("begin", ""))
    if request.method != "POST":
        return _tijden(request, link, afspraak, kantoor, dag, gewild=begin)
    if begin is None:
        return _tijden(request, link, afspraak, kantoor, dag, status=422)
    try:
        afspraak_verzetten(
            afspraak_id=afspraak.afspraak_id, begin=begin, locatie=kantoor, nu=request.nu, rol="burger"
        )
    except (TijdBezet, TijdNietMogelijk) as weigering:
        return _tijden(
            request, link, afspraak, kantoor, dag, gewild=begin, status=409, fout=_(weigering.melding)
        )
    return redirect("mijn_afspraak_verzet", link=link)


def _tijden(
    request: Verzoek,
    link: str,
    afspraak: MijnAfspraak,
    kantoor: str,
    dag: date,
    *,
    gewild: datetime | None = None,
    status: int = 200,
    fout: str = "",
) -> HttpResponse:
    vraag = vraag_bij_afspraak(afspraak_id=afspraak.afspraak_id)
    tijden = vrije_tijden(
        vraag=vraag, locatie=kantoor, datum=dag, nu=request.nu, zonder_afspraak=afspraak.afspraak_id
    )
    andere = [tijd for tijd in tijden if tijd.begin != afspraak.begin]
    getoond = andere if "alle" in request.GET else _ronde(andere, gewild)
    # After a refusal nothing stays chosen: the chosen time is the one that is gone.
    formulier = TijdFormulier(request.POST if status == HTTP_ONVOLLEDIG else None, tijden=getoond)
    context = {
        "formulier": met_getypt(request, formulier),
        "fout": fout,
        "heeft_tijden": bool(getoond),
        "meer_tijden": len(andere) > len(getoond),
        "dag": dag_in_woorden(dag, taal_van(request)),
        "kantoor": _kantoor(afspraak, kantoor),
    }
    return render(
        request, "mijn/tijd_kiezen.html", _context(request, link, afspraak) | context, status=status
    )


def _ronde(tijden: Sequence[Tijd], gewild: datetime | None) -> Sequence[Tijd]:
    """Return the quarters and what is near a lost time; everything when that is little."""
    ronde = [tijd for tijd in tijden if tijd.is_rond or (gewild and abs(tijd.begin - gewild) <= DICHTBIJ)]
    return ronde if len(ronde) >= WEINIG else tijden


def _context(request: Verzoek, link: str, afspraak: MijnAfspraak) -> dict[str, Any]:
    return {"afspraak": afspraak, "link": link, "wanneer": wanneer(afspraak, taal_van(request))}


def _kantoor(afspraak: MijnAfspraak, code: str) -> dict[str, str]:
    """Code and name of the office that is looked at; unknown is a 404."""
    if code == afspraak.locatie.code:
        return {"code": code, "naam": afspraak.locatie.naam}
    naam = kantoornaam(code=code)
    if naam is None:
        raise Http404
    return {"code": code, "naam": naam}


def _binnen(datum: date | None, vandaag: date) -> date:
    """A window that starts in the past or far away starts today."""
    return datum if datum and vandaag <= datum <= vandaag + VERSTE else vandaag


def _datum(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _begin(tekst: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(tekst)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
