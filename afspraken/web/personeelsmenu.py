"""The menu of the staff pages: what this role can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from locaties.queries.rolsoorten import rolsoorten

if TYPE_CHECKING:  # only the type stubs make this name importable
    from django.utils.functional import _StrPromise

ALLE_ROLLEN = ("host", "baliemedewerker", "telefonist", "planner")
TELEFOON = ("telefonist", "host", "planner")
KNELPUNTEN = ("planner", "telefonist", "host")
TE_REGELEN = ("planner", "host")
ONTVANGST = ("host", "planner")
BALIE = ("baliemedewerker",)
BOEKEN = (*TELEFOON, *BALIE)  # a next appointment for who stands at the counter
PLANNEN = ("planner",)
SCHERMEN = ("host", "planner")
CATALOGUS = "admin:index"


@dataclass(frozen=True, slots=True)
class Ingang:
    """One page of the menu: for whom, and what it is for."""

    url_naam: str
    naam: _StrPromise
    uitleg: _StrPromise
    rollen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menupunt:
    """One page of the menu as it is shown."""

    url: str
    naam: _StrPromise
    uitleg: _StrPromise
    hier: bool


INGANGEN = (
    Ingang("ontvangst", _("Ontvangst"), _("Wie er vandaag komt, en wie er is"), ONTVANGST),
    Ingang("balie", _("Balie"), _("Bezoekers oproepen en helpen"), BALIE),
    Ingang(
        "telefoon_zoeken", _("Afspraken"), _("Zoek een afspraak, of maak een afspraak voor iemand"), TELEFOON
    ),
    Ingang(
        "beheer_knelpunten", _("Knelpunten"), _("Mensen die we moeten bellen over hun afspraak"), KNELPUNTEN
    ),
    Ingang("beheer_te_regelen", _("Te regelen"), _("Tolken en telefoontjes die iemand regelt"), TE_REGELEN),
    Ingang("beheer_wachttijden", _("Wachttijden"), _("Hoe lang mensen wachtten, en of dat klopte"), PLANNEN),
    Ingang("beheer_medewerker_afmelden", _("Afmelden"), _("Een collega is ziek of valt uit"), PLANNEN),
    Ingang("beheer_schermen", _("Schermen"), _("De schermen in de hal: koppelen en intrekken"), SCHERMEN),
    Ingang(CATALOGUS, _("Catalogus"), _("Kantoren, producten, teksten en gebruikers"), ("beheerder",)),
)
VAN_DE_DEMO = (
    Ingang("beheer_berichten", _("Berichten"), _("Alle sms'jes en e-mails van de demo"), ALLE_ROLLEN),
    Ingang(
        "demo_dag", _("Speel een dag"), _("Een hele dag van een kantoor, zo snel als u wilt"), ALLE_ROLLEN
    ),
)


def menu_van(request: HttpRequest) -> tuple[Menupunt, ...]:
    """Return the pages that this user may open; one statement."""
    soorten = rolsoorten(gebruiker_id=request.user.pk or 0)
    ingangen = (*INGANGEN, *VAN_DE_DEMO) if settings.DEMO else INGANGEN
    return tuple(
        _punt(request, i) for i in ingangen if soorten & {*i.rollen, "beheerder"} and _mag(request, i)
    )


def _mag(request: HttpRequest, ingang: Ingang) -> bool:
    """The catalogue asks more than a role: an account that may enter it."""
    return ingang.url_naam != CATALOGUS or admin.site.has_permission(request)


def personeelspagina(
    request: HttpRequest, sjabloon: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a staff page with its menu."""
    return render(request, sjabloon, {"navigatie": menu_van(request), **(context or {})}, status=status)


def _punt(request: HttpRequest, ingang: Ingang) -> Menupunt:
    url = reverse(ingang.url_naam)
    return Menupunt(url, ingang.naam, ingang.uitleg, hier=request.path.startswith(url))
