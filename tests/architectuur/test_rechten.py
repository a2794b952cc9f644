"""The matrix: every address of the product, for everybody, in every way, gets the answer of its row.

Addresses are read from the resolver, admin and login included: one without a row in ``rechten.py`` is red.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_django
import time_machine
from django.http import HttpResponse
from django.urls import URLResolver, get_resolver, reverse

from afspraken.web.ontvangst.urls import urlpatterns as ontvangst
from tests.bouwers import NU

from .rechten import RECHTEN, Rij
from .rechtentoneel import Bezoeker, Toneel, een_toneel, ongedaan

OOK_DOOD = {"niemand", "beheerder loosduinen"}
NAAMLOOS = {"admin:-": "/catalogus/bestaat/niet/"}
METHODES = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# HEAD goes the road of GET: two of the visitors walk it.
KORT = tuple(methode for methode in METHODES if methode != "HEAD")
DEUREN = {
    "account_login": "inloggen",
    "admin:login": "inloggen",
    "mfa_activate_totp": "tweede factor",
    "mfa_reauthenticate": "tweede factor",
}
# On every answer, refusals and the catalogue included (betrouwbaarheid.md, section 3).
KOPPEN: dict[str, Callable[[str], bool]] = {
    "Content-Security-Policy": lambda kop: "default-src 'none'" in kop and "unsafe-" not in kop,
    "X-Content-Type-Options": lambda kop: kop == "nosniff",
    "Cross-Origin-Opener-Policy": lambda kop: kop == "same-origin",
    "Referrer-Policy": lambda kop: kop in {"same-origin", "strict-origin"},
    "Permissions-Policy": lambda kop: "microphone=()" in kop,
    "Cache-Control": lambda kop: "no-store" in kop or kop == "public, max-age=30",
}
CODES = {403: "verboden", 404: "niet gevonden", 405: "geen knop"}
pytestmark = pytest.mark.django_db


@dataclass(frozen=True, order=True)
class Route:
    """One address: its name, and what stands in it."""

    naam: str
    delen: tuple[str, ...]


def _routes(patronen: list[Any], voor: str = "", delen: tuple[str, ...] = ()) -> Iterator[Route]:
    for punt in patronen:
        hier = (*delen, *punt.pattern.regex.groupindex)
        if isinstance(punt, URLResolver):
            ruimte = f"{voor}{punt.namespace}:" if punt.namespace else voor
            yield from _routes(punt.url_patterns, ruimte, hier)
        else:
            yield Route(f"{voor}{punt.name or '-'}", hier)


ROUTES = sorted({route.naam: route for route in _routes(get_resolver().url_patterns)}.values())


def _sleutel(naam: str) -> str:
    """Return the key of its row: the pages of one model in the admin share one."""
    kort = naam.rpartition("_")[0]
    return naam if naam in RECHTEN or not naam.startswith("admin:") or kort not in RECHTEN else kort


def _zonder_rij(namen: list[str]) -> list[str]:
    return [naam for naam in namen if _sleutel(naam) not in RECHTEN]


def test_elk_adres_heeft_een_rij() -> None:
    kaal = _zonder_rij([route.naam for route in ROUTES])
    assert kaal == [], f"say in tests/architectuur/rechten.py who may open these: {kaal}"


def test_elke_rij_heeft_een_adres() -> None:
    weg = RECHTEN.keys() - {_sleutel(route.naam) for route in ROUTES}
    assert weg == set(), f"these rows of tests/architectuur/rechten.py have no address any more: {weg}"


@pytest.fixture(scope="module")
def toneel(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Toneel]:
    """One scene for all tests: each request is undone, so it stays as it is."""
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=False), ongedaan():
        yield een_toneel()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.naam)
def test_wie_wat_mag(toneel: Toneel, route: Route) -> None:
    if _sleutel(route.naam) in RECHTEN:
        anders = afwijkingen(toneel, route)
        assert not anders, "\n".join(anders)


def afwijkingen(toneel: Toneel, route: Route) -> list[str]:
    """Return who got another answer than the row says: nobody."""
    rij = RECHTEN[_sleutel(route.naam)]
    uit = []
    for wie in toneel.bezoekers:
        if not _komt(rij, wie):
            continue
        for levend in (True, False) if rij.soort == "link" and wie.naam in OOK_DOOD else (True,):
            pad = adres(toneel, route, levend=levend)
            for methode in METHODES if wie.naam in OOK_DOOD else KORT:
                kreeg = vraag(wie, methode, pad, toneel.velden.get(route.naam, {}))
                hoort = verwacht(rij, wie, methode, levend=levend)
                if kreeg not in hoort:
                    uit.append(f"{methode} {pad} door {wie.naam}: {kreeg}, hoort {' of '.join(hoort)}")
    return uit


def _komt(rij: Rij, wie: Bezoeker) -> bool:
    """Where no office is asked one of each role comes, where no role is asked one of them all."""
    if rij.soort in {"openbaar", "link", "scherm", "provider"}:
        return wie.rol in {"", "beheerder"} and wie.hier
    return wie.hier or rij.soort == "rol"


def adres(toneel: Toneel, route: Route, *, levend: bool = True) -> str:
    """Fill in the address; a value that the scene lacks is said."""
    mist = set(route.delen) - toneel.waarden.keys()
    assert not mist, f"{route.naam}: give een_toneel() in rechtentoneel.py a value for {mist}"
    waarden = toneel.waarden | toneel.eigen.get(route.naam, {}) | ({} if levend else {"link": "x" * 22})
    return NAAMLOOS.get(route.naam) or reverse(
        route.naam, kwargs={deel: waarden[deel] for deel in route.delen}
    )


def vraag(wie: Bezoeker, methode: str, pad: str, velden: dict[str, str]) -> str:
    """Ask once, undo what it did, and name the outcome."""
    if methode not in {"GET", "HEAD", "POST"}:
        return uitkomst(wie.browser.generic(methode, pad))
    with ongedaan():
        return uitkomst(getattr(wie.browser, methode.lower())(pad, velden))


def uitkomst(antwoord: Any) -> str:
    """Name it: which door, which refusal, or "binnen": a page, a way on, or a sentence."""
    mist = [kop for kop, hoort in KOPPEN.items() if not hoort(antwoord.headers.get(kop, ""))]
    if mist:
        return f"zonder {', '.join(mist)}"
    if antwoord.status_code >= 500:
        return f"kapot ({antwoord.status_code})"
    doel = antwoord.headers.get("Location", "").partition("?")[0]
    for deur, naam in DEUREN.items():
        if doel == reverse(deur):
            return naam
    return CODES.get(antwoord.status_code, "binnen")


def verwacht(rij: Rij, wie: Bezoeker, methode: str, *, levend: bool = True) -> set[str]:
    """Return the outcomes that the row allows this visitor."""
    if methode not in {"GET", "HEAD", "POST"}:
        return {"geen knop"}
    deur = _deur(rij, wie)
    if methode not in rij.methodes:
        return {"geen knop", *deur, *rij.ook}
    if deur:
        return deur
    if rij.wijst_door and methode != "POST":
        return {"binnen"}
    if not levend or (rij.van_kantoor and not wie.hier):
        return {"niet gevonden"}
    return {"binnen", *rij.ook}


def _deur(rij: Rij, wie: Bezoeker) -> set[str]:
    """Return what stops this visitor before the page itself is reached; nothing is nothing."""
    if not wie.ingelogd and rij.soort in {"account", "rol", "admin"}:
        return {"inloggen"}
    if wie.ingelogd and not wie.tweede_factor and not (wie.is_kaal and rij.soort in {"inloggen", "account"}):
        return set() if rij.is_bewijs else {"tweede factor"}
    if rij.soort == "provider" or (rij.soort == "scherm" and not wie.is_scherm):
        return {"verboden"}  # nobody here can sign
    if rij.soort == "admin" and wie.rol != "beheerder":
        return {"inloggen", "verboden"}
    return {"verboden"} if rij.soort == "rol" and wie.rol not in rij.rollen else set()


def test_een_bladzijde_zonder_deur_valt_op(toneel: Toneel, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the same walk finds a view of which the guard is gone, and a new one without a row."""
    route = next(route for route in ROUTES if route.naam == "ontvangst_bon")
    punt = next(punt for punt in ontvangst if punt.name == route.naam)
    monkeypatch.setattr(punt, "callback", lambda *_, **__: HttpResponse("open"))
    open_voor = {regel.partition(" door ")[2] for regel in afwijkingen(toneel, route)}
    assert "niemand: binnen, hoort inloggen" in open_voor
    assert "telefonist loosduinen: binnen, hoort verboden" in open_voor
    assert "host escamp: binnen, hoort niet gevonden" in open_voor
    assert _zonder_rij(["ontvangst_bon", "ontvangst_nieuw"]) == ["ontvangst_nieuw"]
