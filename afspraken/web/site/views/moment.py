"""Which day and which time? Choosing one holds it for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.grenzen import TeVeelVastgehouden
from afspraken.actions.stappen.weigeringen import TijdBezet, TijdNietMogelijk
from afspraken.queries.vraag import vraag_van
from afspraken.queries.vrije_tijden import Dag, Tijd, vrije_dagen, vrije_tijden
from afspraken.rules.vraag import Vraag
from afspraken.web.getypt import met_getypt
from afspraken.web.site.deel import vraagt_deel
from afspraken.web.site.forms.moment import DagFormulier, MomentFormulier, lees_dag, lees_moment
from afspraken.web.site.meldingen import MELDINGEN, melding_van
from afspraken.web.site.samenvatting import behoefte_regels, gekozen_regels, kantoor_van
from afspraken.web.site.sessie import taal_van
from afspraken.web.site.stappen import Stand, naar_volgende, stap
from afspraken.web.site.termijn import laatste_dag
from locaties.rules.tijdvak import CEL_MINUTEN

VERST_DAGEN = 92
EERST_GETOOND = 6
VERVANGING = {"tolk_op_afstand"}
WAAROM_NIET: dict[type[Exception], str] = {
    TijdBezet: "bezet",
    TijdNietMogelijk: "niet_mogelijk",
    TeVeelVastgehouden: "te_veel_vastgehouden",
}


@require_http_methods(["GET", "HEAD", "POST"])
@stap("moment_kiezen")
def moment_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Show days, then times; hold the chosen one."""
    begin = lees_moment(request.POST.get("begin", ""))
    if request.method != "POST":
        rond = begin or lees_moment(request.GET.get("rond", ""))
        gezocht = _denkbaar(request, rond) or stand.gegevens.begin
        dag = _gevraagde_dag(request, stand)
        return _toon(request, stand, dag, rond_om=gezocht, melding=melding_van(request))
    if "toon" in request.POST:
        return redirect(f"{request.path}?{urlencode({'dag': request.POST.get('dag', '')})}")
    if begin is None:
        return _toon(request, stand, _dag_in(request, request.POST), status=422)
    if _denkbaar(request, begin) is None:
        return _toon(request, stand, None, melding=MELDINGEN["niet_mogelijk"], status=409)
    return _houd_vast(request, stand, begin)


def _denkbaar(request: HttpRequest, moment: datetime | None) -> datetime | None:
    """Return the moment when it lies in the time we look at; else None."""
    nu = request.nu  # type: ignore[attr-defined]
    return moment if moment and abs(moment - nu) <= timedelta(days=VERST_DAGEN) else None


def _dag_in(request: HttpRequest, velden: QueryDict) -> date | None:
    """Return the day that was asked for when it lies in the time we look at; else None."""
    dag = lees_dag(velden.get("dag", ""))
    vandaag = localtime(request.nu).date()  # type: ignore[attr-defined]
    return dag if dag and vandaag <= dag <= vandaag + timedelta(days=VERST_DAGEN) else None


def _houd_vast(request: HttpRequest, stand: Stand, begin: datetime) -> HttpResponse:
    """Hold it; when somebody was first, show what is near."""
    nu = request.nu  # type: ignore[attr-defined]
    assert stand.aanvraag.id is not None  # noqa: S101 - the guard of the steps saw a draft
    try:
        afspraak_vasthouden(
            aanvraag_id=stand.aanvraag.id,
            locatie=stand.gegevens.locatie,
            begin=begin,
            nu=nu,
            afzender_ip=request.META.get("REMOTE_ADDR", ""),
        )
    except (TijdBezet, TijdNietMogelijk, TeVeelVastgehouden) as fout:
        dag, melding = localtime(begin).date(), MELDINGEN[WAAROM_NIET[type(fout)]]
        return _toon(request, stand, dag, rond_om=begin, melding=melding, status=409)
    return naar_volgende(request)


def naar_moment(begin: datetime, woord: str) -> HttpResponse:
    """Go back to the times of that day and say why."""
    vraag = {"dag": localtime(begin).date().isoformat(), "rond": begin.isoformat(), "melding": woord}
    return redirect(f"{reverse('moment_kiezen')}?{urlencode(vraag)}")


def _gevraagde_dag(request: HttpRequest, stand: Stand) -> date | None:
    gevraagd = _dag_in(request, request.POST) or _dag_in(request, request.GET)
    gekozen = stand.gegevens.begin
    return gevraagd or (localtime(gekozen).date() if gekozen else None)


def _toon(
    request: HttpRequest,
    stand: Stand,
    dag: date | None,
    *,
    rond_om: datetime | None = None,
    melding: object = None,
    status: int = 200,
) -> HttpResponse:
    taal = taal_van(request)
    vraag = vraag_van(stand.gegevens)
    dagen = _dagen(request, stand, vraag)
    inhoud: dict[str, Any] = {
        "regels": gekozen_regels(stand),
        "kantoor": kantoor_van(stand, taal),
        "behoeften": behoefte_regels(stand, taal),
        "minuten": vraag.cellen * CEL_MINUTEN,
        "melding": melding,
        "is_deel": vraagt_deel(request),
        "laatste_dag": laatste_dag(stand),
        **_dagdeel(request, stand, dagen, dag),
        **_tijdendeel(request, stand, vraag, dag, rond_om=rond_om, is_fout=status == 422),
    }
    deel = "#tijden" if inhoud["is_deel"] else ""
    return render(request, f"site/moment_kiezen.html{deel}", inhoud, status=status)


def _dagen(request: HttpRequest, stand: Stand, vraag: Vraag) -> tuple[Dag, ...]:
    nu = request.nu  # type: ignore[attr-defined]
    vandaag = localtime(nu).date()
    tot = vandaag + timedelta(days=VERST_DAGEN)
    return vrije_dagen(vraag=vraag, locatie=stand.gegevens.locatie, van=vandaag, tot=tot, nu=nu)


def _dagdeel(request: HttpRequest, stand: Stand, dagen: Sequence[Dag], dag: date | None) -> dict[str, Any]:
    """Return the first days with room; all of them when asked, or when the chosen day lies further."""
    laatste = laatste_dag(stand)
    getoond = dagen[:EERST_GETOOND]
    verder = dag is not None and bool(getoond) and dag > getoond[-1].datum
    if request.GET.get("dagen") == "alle" or verder:
        getoond = dagen
    return {
        "heeft_dagen": bool(dagen),
        "meer_dagen": len(dagen) > len(getoond),
        "dagen": DagFormulier(
            dagen=getoond, laatste=laatste, initial={"dag": dag.isoformat() if dag else None}
        ),
        "op_tijd": laatste is None or any(vrij.datum <= laatste for vrij in dagen),
    }


def _tijdendeel(
    request: HttpRequest,
    stand: Stand,
    vraag: Vraag,
    dag: date | None,
    *,
    rond_om: datetime | None,
    is_fout: bool,
) -> dict[str, Any]:
    """Return the times of the day: round ones, or all when asked or when there are few."""
    if dag is None:
        return {"dag_ontbreekt": is_fout}
    nu = request.nu  # type: ignore[attr-defined]
    tijden = vrije_tijden(
        vraag=vraag,
        locatie=stand.gegevens.locatie,
        datum=dag,
        nu=nu,
        zonder_afspraak=stand.aanvraag.afspraak_id,  # what we hold ourselves is free for us
    )
    ronde = _ronde(tijden, rond_om)
    getoond = tijden if "alle" in request.GET or len(ronde) < 3 else ronde
    houdt = stand.gegevens.begin
    formulier = MomentFormulier(
        {"dag": dag.isoformat()} if is_fout else None,
        datum=dag,
        tijden=getoond,
        rond_om=rond_om if all(tijd.begin != rond_om for tijd in tijden) else None,
        initial={"begin": houdt.isoformat() if houdt else None},
    )
    return {
        "dag": dag,
        "formulier": met_getypt(request, formulier),
        "aantal_tijden": len(getoond),
        "meer_tijden": len(tijden) > len(getoond),
        "vervanging": _vervanging(tijden),
    }


def _ronde(tijden: Sequence[Tijd], rond_om: datetime | None) -> list[Tijd]:
    """Return the quarters, and with a lost or chosen time also what is near it."""
    nabij = timedelta(minutes=20)
    return [t for t in tijden if t.is_rond or (rond_om and abs(t.begin - rond_om) <= nabij)]


def _vervanging(tijden: Sequence[Tijd]) -> str:
    """Say what comes instead of an order that is too late for this day."""
    codes = {code for tijd in tijden for code in tijd.vervanging}
    if not codes:
        return ""
    if codes <= VERVANGING:
        return _("Voor deze dag is het te laat om een tolk te laten komen. U krijgt een tolk op een scherm.")
    return _("Voor deze dag kunnen wij niet alles meer bestellen. Wij regelen iets wat erop lijkt.")
