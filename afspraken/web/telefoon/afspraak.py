"""One appointment as the phone agent and the host see it, and sending the confirmation again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from afspraken.actions.bericht_opnieuw import bericht_opnieuw
from afspraken.queries.afspraak_voor_medewerker import Afspraakdetail, afspraak_voor_medewerker
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .teksten import BEGELEIDING, SOORTEN, VOORVALLEN, WIE


@met_rol(*TELEFOON)
def telefoon_afspraak(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Show it: times, products, contacts, marks, history, messages."""
    afspraak = detail_van(request, afspraak_id)
    gedaan = {
        "verstuurd": _("De bevestiging gaat nog een keer weg."),
        "verzet": _("De afspraak heeft een nieuwe tijd. De inwoner krijgt bericht."),
        "afgezegd": _("De afspraak is afgezegd. De inwoner krijgt bericht."),
        "persoon": _("Deze persoon komt niet meer mee. De inwoner krijgt bericht."),
        "behoeften": _("Opgeslagen. Wij regelen wat de inwoner nu heeft gevraagd."),
        "gewist": _("Gewist. Wij bewaren niets meer over hulp bij dit bezoek."),
    }
    context = {
        "afspraak": afspraak,
        "gedaan": gedaan.get(request.GET.get("gedaan", ""), ""),
        "heeft_meer_personen": len({deel.persoon for deel in afspraak.delen}) > 1,
        "begeleiding": BEGELEIDING.get(afspraak.begeleiding, ""),
        "berichten": [(SOORTEN.get(b.soort, b.soort), b) for b in afspraak.berichten],
        "voorvallen": [
            (VOORVALLEN.get(v.soort, v.soort), WIE.get(v.rol, v.rol), v) for v in afspraak.gebeurtenissen
        ],
    }
    return personeelspagina(request, "telefoon/afspraak.html", context)


@met_rol(*TELEFOON)
def telefoon_opnieuw_sturen(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Send the confirmation once more."""
    detail_van(request, afspraak_id)
    if request.method != "POST":
        return redirect("telefoon_afspraak", afspraak_id=afspraak_id)
    bericht_opnieuw(afspraak_id=afspraak_id, nu=request.nu, gebruiker_id=request.user.pk)
    return terug_naar(afspraak_id, "verstuurd")


def detail_van(request: Personeelsverzoek, afspraak_id: UUID) -> Afspraakdetail:
    """Return the appointment of one of the own offices; elsewhere it does not exist (404)."""
    return afspraak_voor_medewerker(afspraak_id=afspraak_id, locatie_ids=request.locatie_ids, nu=request.nu)


def terug_naar(afspraak_id: UUID, gedaan: str) -> HttpResponse:
    """Go back to the appointment and say what was done."""
    return redirect(reverse("telefoon_afspraak", args=[afspraak_id]) + f"?gedaan={gedaan}")
