"""The headers and the settings of htmx on every kind of answer, errors and a live stream included.

``tests/architectuur/test_rechten.py`` holds the headers against every address; here it is every status.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.web.huisstijl import TE_VAAK
from afspraken.web.live import stromen
from afspraken.web.live.deur import vraag_aan_de_deur
from afspraken.web.middleware import GEEN_APPARAAT
from tests.afspraken.web.live.lijn import Lijn, Toneel, speel
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import Kantoorscene, op
from tests.schermbouwers import een_gekoppeld_scherm, met_token

pytestmark = pytest.mark.django_db
CSP = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "media-src": {"'self'"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "object-src": {"'none'"},
    "frame-ancestors": {"'none'"},
    "manifest-src": {"'self'"},
    "worker-src": {"'self'"},
}
ANDERE: dict[str, Callable[[str], bool]] = {
    "X-Content-Type-Options": "nosniff".__eq__,
    "Referrer-Policy": "same-origin".__eq__,
    "Cross-Origin-Opener-Policy": "same-origin".__eq__,
    "Permissions-Policy": GEEN_APPARAAT.__eq__,
    # The pages of the login say more of the same.
    "Cache-Control": lambda kop: "no-store" in kop and "public" not in kop,
}
# A page cannot be put in somebody else's frame; what is no page has nothing to put there.
KADER = {"X-Frame-Options": "DENY"}
HTMX = {
    "allowEval": False,
    "selfRequestsOnly": True,
    "includeIndicatorStyles": False,
    "allowScriptTags": False,
    "historyCacheSize": 0,
}


@pytest.fixture(autouse=True)
def tien_uur() -> Iterator[None]:
    with time_machine.travel(op("10:00"), tick=False):
        yield


def een_200() -> Any:
    return Client().get(reverse("start"))


def een_302() -> Any:
    return Client().get(reverse("telefoon_zoeken"))


def een_400() -> Any:
    return Client(headers={"host": "kwaad.example"}).get(reverse("start"))


def een_403_zonder_formulier() -> Any:
    return Client(enforce_csrf_checks=True).post(reverse("taal_kiezen"), {"language": "en"})


def een_403_zonder_rol() -> Any:
    return ingelogd("baliemedewerker").get(reverse("telefoon_zoeken"))


def een_404() -> Any:
    return Client().get("/bestaat-niet/")


def een_404_van_een_link() -> Any:
    return Client().get(reverse("mijn_afspraak", args=["x" * 22]))


def een_405() -> Any:
    return Client().put(reverse("start"))


def een_405_van_een_knop() -> Any:
    return Client().get(reverse("taal_kiezen"))


def een_422() -> Any:
    return ingelogd("telefonist").post(reverse("telefoon_boeken"), {"spreektaal": "x" * 999})


def een_429() -> Any:
    browser, gegevens = Client(), {"login": "niemand", "password": "fout"}
    return [browser.post(reverse("account_login"), gegevens) for _keer in range(6)][-1]


def een_429_van_de_deur() -> Any:
    browser = Client()
    return [browser.post(reverse("account_login"), {}) for _keer in range(31)][-1]


def een_500() -> Any:
    return Client(raise_request_exception=False).get(reverse("privacy"))


ZONDER_BLADZIJDE = {een_302, een_405}
ANTWOORDEN = {
    een_200: 200,
    een_302: 302,
    een_400: 400,
    een_403_zonder_formulier: 403,
    een_403_zonder_rol: 403,
    een_404: 404,
    een_404_van_een_link: 404,
    een_405: 405,
    een_405_van_een_knop: 405,
    een_422: 422,
    een_429: 429,
    een_429_van_de_deur: 429,
    een_500: 500,
}


@pytest.fixture
def stuk(monkeypatch: pytest.MonkeyPatch) -> None:
    """One page that breaks."""

    def breek(*_: Any, **__: Any) -> None:
        raise RuntimeError(TE_VAAK)

    monkeypatch.setattr("afspraken.web.context.gemeente", breek)


@pytest.mark.parametrize(
    ("vraag", "status"), ANTWOORDEN.items(), ids=lambda deel: getattr(deel, "__name__", "")
)
def test_elk_antwoord_heeft_alle_koppen(vraag: Callable[[], Any], status: int, request: Any) -> None:
    if vraag is een_500:
        request.getfixturevalue("stuk")
    antwoord = vraag()
    assert antwoord.status_code == status
    assert anders(antwoord.headers) == {}
    assert {naam: antwoord.headers.get(naam) for naam in KADER} == KADER
    assert htmx_van(antwoord.content.decode()) == ({} if vraag in ZONDER_BLADZIJDE else HTMX)


@pytest.mark.parametrize(("mag", "status"), [(True, 200), (False, 403)])
def test_een_stroom_heeft_dezelfde_koppen(
    kantoor: Kantoorscene, monkeypatch: pytest.MonkeyPatch, mag: bool, status: int
) -> None:
    """The real door, and what the stream makes of its answer."""
    browser = met_token(een_gekoppeld_scherm(kantoor)) if mag else Client()
    koekjes = "; ".join(f"{c.key}={c.value}" for c in browser.cookies.values())
    koppen = [(b"host", b"localhost"), (b"cookie", koekjes.encode())]
    scope = {"type": "http", "method": "GET", "path": "/live/scherm/", "query_string": b"", "headers": koppen}
    antwoord = vraag_aan_de_deur(scope)
    monkeypatch.setattr(stromen, "vraag_aan_de_deur", lambda _: antwoord)
    gekregen: dict[str, str] = {}

    async def luister() -> None:
        lijn = Lijn(Toneel())
        await lijn.wacht_tot(lambda: bool(lijn.gekomen))
        assert lijn.status == status
        gekregen.update({n.decode().title(): w.decode() for n, w in lijn.gekomen[0]["headers"]})
        await lijn.hang_op()

    speel(luister)
    assert anders({"Content-Security-Policy": gekregen.get("Content-Security-Policy", ""), **gekregen}) == {}
    assert gekregen["Content-Type"].startswith("text/event-stream" if mag else "text/plain")


def anders(koppen: Mapping[str, str]) -> dict[str, Any]:
    """Return what is missing or not as it should be: nothing."""
    gekregen = csp_van(koppen.get("Content-Security-Policy", ""))
    uit: dict[str, Any] = {deel: gekregen.get(deel) for deel in CSP if gekregen.get(deel) != CSP[deel]}
    uit |= dict.fromkeys(gekregen.keys() - CSP.keys(), "te veel")
    return uit | {naam: koppen.get(naam) for naam, hoort in ANDERE.items() if not hoort(koppen.get(naam, ""))}


def csp_van(kop: str) -> dict[str, set[str]]:
    """Read the policy, without the nonce: another one for each page, and none where there is no page."""
    delen = [deel.split() for deel in kop.split(";") if deel.strip()]
    return {naam: {w for w in woorden if not w.startswith("'nonce-")} for naam, *woorden in delen}


def htmx_van(bladzijde: str) -> dict[str, Any]:
    """Return the settings that matter here; nothing when there is no page."""
    gevonden = re.search(r"<meta name=\"htmx-config\" content='([^']+)'>", bladzijde)
    if gevonden is None:
        assert bladzijde == ""
        return {}
    gezet = json.loads(gevonden[1])
    # With a nonce here htmx would bless every script that is swapped in.
    assert "inlineScriptNonce" not in gezet
    return {naam: gezet.get(naam) for naam in HTMX}


def test_een_kop_die_ontbreekt_of_ruimer_is_valt_op() -> None:
    """The control."""
    goed = dict(een_200().headers)
    assert anders(goed) == {}
    for naam in ANDERE:
        assert anders({kop: waarde for kop, waarde in goed.items() if kop != naam}) == {naam: None}
    ruimer = goed["Content-Security-Policy"].replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    assert list(anders(goed | {"Content-Security-Policy": ruimer})) == ["style-src"]
