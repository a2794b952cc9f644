"""One person does not come; the others keep the time."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from afspraken.actions.persoon_weghalen import persoon_weghalen
from afspraken.queries.afspraak_voor_medewerker import Afspraakdetail, Deelregel
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering

from .afspraak import detail_van, terug_naar
from .teksten import LEEFTIJDSGROEPEN
from .wijzigformulieren import Persoonformulier


@met_rol(*TELEFOON)
def telefoon_persoon_weghalen(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Ask who does not come; only the button does it, and twice is once."""
    afspraak = detail_van(request, afspraak_id)
    formulier = Persoonformulier(request.POST or None, personen=personen_van(afspraak))
    if not formulier.is_valid():
        return _pagina(request, afspraak, formulier, status=422 if formulier.is_bound else 200)
    try:
        persoon_weghalen(
            afspraak_id=afspraak_id,
            persoon=formulier.cleaned_data["persoon"],
            nu=request.nu,
            rol="telefonist",
            gebruiker_id=request.user.pk,
        )
    except NietGevonden:
        raise
    except Weigering as weigering:
        return _pagina(request, afspraak, formulier, fout=_(weigering.melding), status=409)
    return terug_naar(afspraak_id, "persoon")


def personen_van(afspraak: Afspraakdetail) -> list[tuple[int, str]]:
    """Return number and name of each person: "Persoon 2 (0 tot en met 11 jaar): Paspoort aanvragen"."""
    per_persoon: dict[int, list[Deelregel]] = {}
    for deel in afspraak.delen:
        per_persoon.setdefault(deel.persoon, []).append(deel)
    return [(nummer, _naam(nummer, per_persoon[nummer])) for nummer in sorted(per_persoon)]


def _naam(nummer: int, delen: list[Deelregel]) -> str:
    """One person may come for two products, of which only one asks for an age."""
    naam = _("Persoon %(nummer)s") % {"nummer": nummer + 1}
    groep = next((deel.groep for deel in delen if deel.groep), "")
    leeftijd = f" ({LEEFTIJDSGROEPEN.get(groep, groep)})" if groep else ""
    return f"{naam}{leeftijd}: {', '.join(deel.product for deel in delen)}"


def _pagina(
    request: Personeelsverzoek,
    afspraak: Afspraakdetail,
    formulier: Persoonformulier,
    *,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    is_enige = len({deel.persoon for deel in afspraak.delen}) == 1
    context = {"afspraak": afspraak, "formulier": formulier, "is_enige": is_enige, "fout": fout}
    return personeelspagina(request, "telefoon/persoon_weghalen.html", context, status=status)
