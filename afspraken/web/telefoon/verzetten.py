"""Another time for somebody; the old time stays until the new one is sure."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.queries.afspraak_voor_medewerker import Afspraakdetail
from afspraken.queries.vraag_bij_afspraak import vraag_bij_afspraak
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .afspraak import detail_van, terug_naar
from .agenda import agenda_van, begin_van, eigen_kantoren


@met_rol(*TELEFOON)
def telefoon_verzetten(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Show days and times; a button moves the appointment."""
    afspraak = detail_van(request, afspraak_id)
    if request.method != "POST" or not afspraak.mag_wijzigen:
        return _agenda(request, afspraak, afspraak.locatie_code)
    begin, kantoor = begin_van(request.POST.get("begin", "")), request.POST.get("kantoor", "")
    if kantoor not in eigen_kantoren(request):
        raise NietGevonden(_("Dit kantoor hoort niet bij uw rol, of bestaat niet."))
    if begin is None:
        return _agenda(request, afspraak, kantoor, fout=_("Kies een tijd."), status=422)
    try:
        afspraak_verzetten(
            afspraak_id=afspraak_id,
            begin=begin,
            locatie=kantoor,
            nu=request.nu,
            rol="telefonist",
            gebruiker_id=request.user.pk,
            zonder_aanloop=True,
        )
    except NietGevonden:
        raise
    except Weigering as weigering:
        return _agenda(request, afspraak, kantoor, fout=_(weigering.melding), status=409)
    return terug_naar(afspraak_id, "verzet")


def _agenda(
    request: Personeelsverzoek, afspraak: Afspraakdetail, kantoor: str, *, fout: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, object] = {"afspraak": afspraak, "fout": fout}
    if afspraak.mag_wijzigen:
        vraag = vraag_bij_afspraak(afspraak_id=afspraak.afspraak_id)
        context["agenda"] = agenda_van(request, vraag, kantoor=kantoor, zonder_afspraak=afspraak.afspraak_id)
    return personeelspagina(request, "telefoon/verzetten.html", context, status=status)
