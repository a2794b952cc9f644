"""One appointment as the phone agent and the host see it, and sending the confirmation again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from afspraken.actions.bericht_opnieuw import bericht_opnieuw
from afspraken.queries.afspraak_voor_medewerker import (
    Afspraakdetail,
    Berichtstand,
    Voorval,
    afspraak_voor_medewerker,
)
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.talen import TAALNAMEN
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .teksten import BEGELEIDING, KANAALWOORDEN, REDENEN, ROLWOORDEN, SOORTEN, STANDEN, VOORVALLEN, WIE


@met_rol(*TELEFOON)
@require_safe
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
        "spreektaal": TAALNAMEN.get(afspraak.spreektaal, afspraak.spreektaal) if afspraak.spreektaal else "",
        "contacten": [(ROLWOORDEN[contact.rol], contact) for contact in afspraak.contacten],
        "berichten": [_bericht(bericht) for bericht in afspraak.berichten],
        "voorvallen": [_regel(voorval) for voorval in afspraak.gebeurtenissen],
    }
    return personeelspagina(request, "telefoon/afspraak.html", context)


def _bericht(bericht: Berichtstand) -> dict[str, object]:
    """What, along which way, how it stands and since when, in words."""
    return {
        "naam": SOORTEN.get(bericht.soort, bericht.soort),
        "kanaal": KANAALWOORDEN[bericht.kanaal],
        "stand": STANDEN[bericht.status],
        "op": bericht.verstuurd or bericht.gepland,
    }


def _regel(voorval: Voorval) -> dict[str, object]:
    """What, by whom, when and why, in words; the code of a provider says nothing to who reads this."""
    return {
        "naam": VOORVALLEN.get(voorval.soort, voorval.soort),
        "wie": WIE.get(voorval.rol, voorval.rol),
        "op": voorval.op,
        "reden": REDENEN.get(voorval.reden, ""),
    }


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
