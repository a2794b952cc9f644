"""The page of the appointment, and its calendar file. Only looks."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from afspraken.kanalen.agenda_ics import agenda_ics
from afspraken.kanalen.qr import qr_data_url
from afspraken.rules.agenda import agenda_uid
from locaties.queries.gemeente import gemeente

from .aanmelden import aanmelden_vanaf
from .verzoek import Verzoek, afspraak_van, taal_van
from .weergave import persoonsregels, wanneer

NIET_DOORGEGAAN = frozenset({"geannuleerd", "niet_verschenen"})


@require_safe
def mijn_afspraak(request: Verzoek, link: str) -> HttpResponse:
    """Show the appointment."""
    return _toon(request, link, _("Uw afspraak"))


@require_safe
def mijn_afspraak_bevestigd(request: Verzoek, link: str) -> HttpResponse:
    """Show it right after booking."""
    return _toon(request, link, _("Uw afspraak staat"), net_gedaan=True)


@require_safe
def mijn_afspraak_verzet(request: Verzoek, link: str) -> HttpResponse:
    """Show it right after another time was chosen."""
    return _toon(request, link, _("Uw afspraak is verzet"), net_gedaan=True)


@require_safe
def mijn_afspraak_aangepast(request: Verzoek, link: str) -> HttpResponse:
    """Show it right after something else changed."""
    return _toon(request, link, _("Uw afspraak is aangepast"), net_gedaan=True)


@require_safe
def mijn_agenda(request: Verzoek, link: str) -> HttpResponse:
    """Give the calendar file; a cancelled appointment takes itself out of the calendar."""
    afspraak = afspraak_van(request, link)
    adres = settings.SITE_ADRES.rstrip("/") + reverse("mijn_afspraak", args=[link])
    kantoor = afspraak.locatie
    inhoud = agenda_ics(
        uid=agenda_uid(afspraak.afspraak_id),
        volgnummer=afspraak.volgnummer,
        methode="CANCEL" if afspraak.status == "geannuleerd" else "PUBLISH",
        begin=afspraak.begin,
        einde=afspraak.einde,
        samenvatting=_("Afspraak bij %(gemeente)s") % {"gemeente": gemeente().naam},
        plaats=f"{kantoor.naam}, {kantoor.adres}, {kantoor.postcode} {kantoor.plaats}",
        omschrijving=_("Uw code: %(code)s") % {"code": afspraak.code},
        link=adres,
        nu=request.nu,
    )
    kop = {"Content-Disposition": 'attachment; filename="afspraak.ics"'}
    return HttpResponse(inhoud, content_type="text/calendar; charset=utf-8", headers=kop)


def _toon(request: Verzoek, link: str, titel: str, *, net_gedaan: bool = False) -> HttpResponse:
    afspraak = afspraak_van(request, link)
    if afspraak.status == "voorlopig":
        return redirect("mijn_afspraak_bevestigen", link=link)
    context = {
        "afspraak": afspraak,
        "link": link,
        "titel": titel,
        "net_gedaan": net_gedaan,
        "wanneer": wanneer(afspraak, taal_van(request)),
    }
    if afspraak.status in NIET_DOORGEGAAN:
        return render(request, "mijn/afspraak_voorbij.html", context)
    context |= {
        "personen": persoonsregels(afspraak),
        "qr": qr_data_url(afspraak.code),
        "is_begonnen": afspraak.begin <= request.nu,
        "aanmelden_vanaf": aanmelden_vanaf(afspraak, request.nu, taal_van(request)),
    }
    return render(request, "mijn/mijn_afspraak.html", context)
