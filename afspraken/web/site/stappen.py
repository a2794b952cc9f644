"""The order of the steps, and which one is next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from afspraken.queries.aanvraag import Aanvraagstand
from afspraken.queries.productcatalogus import Productkeuze, productcatalogus
from afspraken.rules.aanvraag import Aanvraaggegevens

from .sessie import lees_stand, taal_van

P = ParamSpec("P")
STAPPEN = 6


@dataclass(frozen=True, slots=True)
class Stand:
    """What a page of the flow knows: the draft and the catalogue."""

    aanvraag: Aanvraagstand
    catalogus: dict[str, Productkeuze]

    @property
    def gegevens(self) -> Aanvraaggegevens:
        """What was filled in."""
        return self.aanvraag.gegevens

    @property
    def gekozen(self) -> tuple[Productkeuze, ...]:
        """Chosen products that still exist, in the order of choosing."""
        codes = (gevraagd.product for gevraagd in self.gegevens.producten)
        return tuple(self.catalogus[code] for code in codes if code in self.catalogus)


StapView = Callable[Concatenate[HttpRequest, Stand, P], HttpResponse]


def _heeft_producten(stand: Stand) -> bool:
    gekozen = stand.gekozen
    return bool(gekozen) and len(gekozen) == len(stand.gegevens.producten)


def _heeft_personen(stand: Stand) -> bool:
    return all(gevraagd.groepen for gevraagd in stand.gegevens.producten)


def _heeft_gebeurtenis(stand: Stand) -> bool:
    return stand.gegevens.gebeurtenis_op is not None or not any(p.wettelijke_termijn for p in stand.gekozen)


def _heeft_behoeften(stand: Stand) -> bool:
    return not stand.gegevens.hulp or stand.gegevens.toestemming is not None


def _heeft_gegevens(stand: Stand) -> bool:
    gegevens = stand.gegevens
    return bool(gegevens.achternaam and (gegevens.telefoon or gegevens.email) and gegevens.kanaal)


# Each step with what must be known before the next one makes sense.
VOLGORDE: tuple[tuple[str, Callable[[Stand], bool]], ...] = (
    ("product_kiezen", _heeft_producten),
    ("personen_kiezen", _heeft_personen),
    ("gebeurtenis_invullen", _heeft_gebeurtenis),
    ("hulp_kiezen", lambda stand: stand.gegevens.hulp is not None),
    ("behoeften_kiezen", _heeft_behoeften),
    ("locatie_kiezen", lambda stand: bool(stand.gegevens.locatie)),
    ("moment_kiezen", lambda stand: stand.gegevens.begin is not None),
    ("gegevens_invullen", _heeft_gegevens),
    ("afspraak_controleren", lambda _stand: False),
)
NAMEN = tuple(naam for naam, _klaar in VOLGORDE)


def lees(request: HttpRequest) -> Stand:
    """Read the draft and the catalogue of this visitor."""
    catalogus = {keuze.code: keuze for keuze in productcatalogus(taal=taal_van(request))}
    return Stand(lees_stand(request), catalogus)


def eerste_open(stand: Stand) -> str:
    """Name of the first step that is not answered; the check page when all are."""
    return next(naam for naam, klaar in VOLGORDE if not klaar(stand))


def naar_volgende(request: HttpRequest) -> HttpResponse:
    """Go to the first step that is still open."""
    return redirect(eerste_open(lees(request)))


def stap(naam: str) -> Callable[[StapView[P]], Callable[Concatenate[HttpRequest, P], HttpResponse]]:
    """Show a step only when all steps before it are answered; else go to the first that is not."""

    def omhul(view: StapView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @wraps(view)
        def bewaakt(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            stand = lees(request)
            open_stap = eerste_open(stand)
            if NAMEN.index(open_stap) < NAMEN.index(naam):
                return _terug_naar(open_stap, stand)
            return view(request, stand, *args, **kwargs)

        return bewaakt

    return omhul


def _terug_naar(open_stap: str, stand: Stand) -> HttpResponse:
    """Say why: nothing known any more, this draft became an appointment, or only this answer is missing."""
    waarom = "kwijt" if stand.aanvraag.id is None else "eerst" if stand.gegevens.producten else "klaar"
    return redirect(f"{reverse(open_stap)}?{urlencode({'melding': waarom})}")
