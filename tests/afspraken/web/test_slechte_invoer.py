"""Whatever is sent to whichever address: a page, a sentence or a refusal, never a fault of ours.

Addresses, forms and field names are read from the product, so that a new page is tried the day it exists.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4
from zlib import crc32

import pytest
import pytest_django
import time_machine
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.models import Afspraak, Knelpunt
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import ProductOpLocatie
from tests.afspraken.web.personeel import een_gebruiker, ingelogd_als
from tests.afspraken.web.vuil import (
    KOPPEN,
    LICHAMEN,
    VUIL,
    Adres,
    Formulier,
    adressen,
    formulieren,
    veldnamen,
)
from tests.architectuur.rechtentoneel import ongedaan
from tests.bouwers import (
    NU,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_product,
    op,
)
from tests.schermbouwers import een_scherm
from toegankelijkheid.models import Bestelling

VELDEN_LOS = 8
LIJSTEN = {"/beheer/knelpunten/", "/beheer/te-regelen/", "/beheer/schermen/"}
MAG = {200, 204, 301, 302, 303, 304, 400, 403, 404, 405, 409, 410, 413, 415, 422, 429}
ROLLEN = ("host", "baliemedewerker", "telefonist", "planner", "beheerder")
WORTEL = str(Path(__file__).resolve().parents[3])

pytestmark = pytest.mark.django_db
# In the quick part every address gets its own sixth of the bad values; the full part tries all of them.
ALLES = os.environ.get("AFSPRAKEN_DEEL") == "alles"


class Browser(Client):
    """A browser that gets our fault as a page, and can also send what no browser sends."""

    def __init__(self) -> None:
        """Never raise what went wrong on the other side."""
        super().__init__(raise_request_exception=False)

    def rauw(self, pad: str, lichaam: bytes, content_type: str) -> Any:
        """Post bytes exactly as they are."""
        return self.generic("POST", pad, lichaam, content_type)


@dataclass(frozen=True)
class Bezoeker:
    """A browser somewhere in the product, and what fits in the addresses it would visit."""

    browser: Browser
    waarden: dict[str, str]


@pytest.fixture(scope="module")
def bezoekers(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[dict[str, Bezoeker]]:
    """One scene for all tests: each request is undone, so it stays as it is."""
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=False), ongedaan():
        yield een_toneel()


def een_toneel() -> dict[str, Bezoeker]:
    """Somebody new, somebody half-way, somebody with an appointment, and staff."""
    kantoor = een_kantoor(medewerkers=3, balies=3)
    elders = een_kantoor("escamp", medewerkers=1)
    een_product("rijbewijs", locatie=elders.locatie)
    ProductOpLocatie.objects.filter(product__code="rijbewijs", locatie=kantoor.locatie).delete()
    een_behoefte("tolk_ngt", extra=5, specialisme="ngt", bestelling=0)
    een_bekwaamheid(kantoor.medewerkers[0], "ngt")
    met = een_afspraak(kantoor, om="09:00", personen=2, behoeften=("tolk_ngt",))
    dood = een_afspraak(kantoor, om="11:00", telefoon="06 22222222")
    afspraak_annuleren(afspraak_id=dood.afspraak_id, nu=NU, rol="burger")
    knelpunt = Knelpunt.objects.create(
        afspraak_id=met.afspraak_id, soort="medewerker_weg", sinds=NU, reden="afgemeld"
    )
    waarden = {
        "link": met.link,
        "code": kantoor.product.code,
        "kantoor": "loosduinen",
        "datum": "2026-11-03",
        "persoon": "0",
        "afspraak_id": str(met.afspraak_id),
        "bestelling_id": str(Bestelling.objects.get().id),
        "knelpunt_id": str(knelpunt.id),
        "bezoek_id": str(_ingeschreven()),
        "scherm_id": str(een_scherm(kantoor, nu=NU).id),
    }
    return {
        "nieuw": Bezoeker(Browser(), waarden),
        "halverwege": Bezoeker(met_aanvraag(kantoor, "aanvraag"), waarden),
        "kwijt": Bezoeker(met_sessie(aanvraag=str(uuid4())), waarden),
        "geannuleerd": Bezoeker(
            Browser(),
            waarden | {"link": dood.link, "afspraak_id": str(dood.afspraak_id)},
        ),
        "personeel": Bezoeker(
            met_aanvraag(kantoor, "telefoon_aanvraag", gebruiker=een_gebruiker(*ROLLEN)), waarden
        ),
    }


def _ingeschreven() -> UUID:
    """Somebody without an appointment, on the day of the others."""
    bezoek_id = uuid4()
    bezoeker_inschrijven(
        bezoek_id=bezoek_id,
        locatie="loosduinen",
        producten=(Gevraagd("paspoort"),),
        nu=op("10:00"),
        rol="host",
    )
    return bezoek_id


def met_sessie(*, gebruiker: Any = None, **inhoud: str) -> Browser:
    """Return a browser whose session holds this."""
    browser = Browser()
    if gebruiker:
        ingelogd_als(gebruiker, browser=browser)
    sessie = browser.session
    sessie.update(inhoud)
    sessie.save()
    browser.cookies["sessie"] = str(sessie.session_key)
    return browser


def met_aanvraag(kantoor: Any, sleutel: str, *, gebruiker: Any = None) -> Browser:
    """Return a browser with everything filled in and a time held."""
    telefoon = "06 33333333" if gebruiker else "06 44444444"
    aanvraag = een_aanvraag(kantoor, telefoon=telefoon, kanaal="sms")
    om = "10:00" if gebruiker else "10:30"
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op(om), nu=NU, zonder_aanloop=True)
    return met_sessie(gebruiker=gebruiker, **{sleutel: str(aanvraag)})


def vraag(wie: Bezoeker, methode: str, pad: str, gegevens: Any = None, **koppen: Any) -> Any:
    """Send one request and undo all that it did; a fault of ours is an assertion with its traceback."""
    with ongedaan():
        antwoord = getattr(wie.browser, methode)(pad, gegevens, **koppen)
    wat = f"{methode.upper()} {pad[:200]} {str(gegevens)[:300]} {koppen or ''}"
    assert antwoord.status_code in MAG, f"{antwoord.status_code} on {wat}\n{waar_het_misging(antwoord)}"
    return antwoord


def waar_het_misging(antwoord: Any) -> str:
    """Return the fault and the lines of ours on the way to it."""
    fout = getattr(antwoord, "exc_info", None)
    if not fout:
        return str(antwoord.content[:300])
    regels = [f"{r.filename}:{r.lineno} {r.line}" for r in traceback.extract_tb(fout[2])]
    eigen = [regel for regel in regels if regel.startswith(WORTEL) and "/.venv/" not in regel]
    return "\n".join([repr(fout[1])[:300], *eigen[-4:]])


@pytest.mark.parametrize("adres", adressen(), ids=lambda adres: adres.naam)
def test_elk_adres_verdraagt_elke_vorm_van_vragen(bezoekers: dict[str, Bezoeker], adres: Adres) -> None:
    for wie in wie_komt_er(bezoekers, adres):
        pad = adres.pad(wie.waarden)
        for methode in ("get", "head", "post", "put", "patch", "delete", "options"):
            vraag(wie, methode, pad)
        for koppen in KOPPEN:
            vraag(wie, "get", pad, **koppen)
        for lichaam, soort in LICHAMEN:
            vraag(wie, "rauw", pad, lichaam, content_type=soort)


@pytest.mark.parametrize(
    "adres", [adres for adres in adressen() if adres.delen()], ids=lambda adres: adres.naam
)
def test_elk_adres_verdraagt_een_vervalst_adres(bezoekers: dict[str, Bezoeker], adres: Adres) -> None:
    for wie in wie_komt_er(bezoekers, adres)[:1]:
        for _, naam in adres.delen():
            for waarde in (*vuil_voor(adres), "%ff%fe", "%00", "..%2f..%2f"):
                pad = adres.pad(wie.waarden | {naam: waarde[:3000]})
                antwoord = vraag(wie, "get", pad)
                assert "/etc/passwd" not in antwoord.headers.get("Location", "")
                vraag(wie, "post", pad)


@pytest.mark.parametrize("adres", adressen(), ids=lambda adres: adres.naam)
def test_elk_adres_verdraagt_elke_zoekvraag(bezoekers: dict[str, Bezoeker], adres: Adres) -> None:
    for wie in wie_komt_er(bezoekers, adres)[:1]:
        pad = adres.pad(wie.waarden)
        velden = sorted({*veldnamen(), *(v for f in te_versturen(wie, adres) for v in f.velden)})
        for waarde in vuil_voor(adres):
            vraag(wie, "get", pad, dict.fromkeys(velden, waarde[:3000]))
        vraag(wie, "get", f"{pad}?%ff%fe=%c3%28&dag=%00&begin=%ff")


@pytest.mark.parametrize("adres", adressen(), ids=lambda adres: adres.naam)
def test_elk_formulier_verdraagt_elke_waarde(bezoekers: dict[str, Bezoeker], adres: Adres) -> None:
    for wie in wie_komt_er(bezoekers, adres):
        for formulier in te_versturen(wie, adres):
            if formulier.methode != "post":
                continue
            namen = cycle(formulier.velden)
            for waarde in vuil_voor(adres):
                verstuur(wie, formulier, dict.fromkeys(formulier.velden, waarde))
                # One bad field among good ones gets further.
                verstuur(wie, formulier, formulier.velden | {next(namen): waarde})
            for naam in list(formulier.velden)[:VELDEN_LOS]:
                verstuur(wie, formulier, {k: v for k, v in formulier.velden.items() if k != naam})
                verstuur(wie, formulier, formulier.velden | {naam: ["a", "b", "\x00"]})


@pytest.mark.parametrize("adres", adressen(), ids=lambda adres: adres.naam)
def test_wat_getypt_is_blijft_staan(bezoekers: dict[str, Bezoeker], adres: Adres) -> None:
    for wie in wie_komt_er(bezoekers, adres):
        for formulier in te_versturen(wie, adres):
            if formulier.methode != "post" or not formulier.getypt:
                continue
            getypt = {naam: f"Zó'n {i} <onzin> &" for i, naam in enumerate(sorted(formulier.getypt))}
            antwoord = verstuur(wie, formulier, formulier.velden | getypt)
            if antwoord.status_code in {200, 422}:
                pagina = unescape(antwoord.content.decode())
                weg = [naam for naam, tekst in getypt.items() if tekst not in pagina]
                assert weg == [], f"typed text lost on {formulier.actie}"
                assert "<onzin>" not in antwoord.content.decode()


def vuil_voor(adres: Adres) -> tuple[str, ...]:
    """Return the bad values for this address."""
    return VUIL if ALLES else VUIL[crc32(adres.naam.encode()) % 6 :: 6]


def wie_komt_er(bezoekers: dict[str, Bezoeker], adres: Adres) -> list[Bezoeker]:
    """Return for whom this address was made, first who has something to lose there."""
    if adres.patroon.startswith(("telefoon/", "beheer/")):
        namen = ["personeel", "nieuw"]
    elif "link" in {naam for _, naam in adres.delen()}:
        namen = ["halverwege", "geannuleerd"]
    else:
        namen = ["halverwege", "kwijt", "nieuw"]
    return [bezoekers[naam] for naam in namen]


def te_versturen(wie: Bezoeker, adres: Adres) -> list[Formulier]:
    """Return the forms of the page at this address; without a page a form with every name we know."""
    pad = adres.pad(wie.waarden)
    antwoord = vraag(wie, "get", pad)
    soort = antwoord.headers.get("Content-Type", "")
    if antwoord.status_code != 200 or "html" not in soort:
        return [Formulier(pad, "post", dict.fromkeys(veldnamen(), "1"))]
    gevonden = [replace(f, actie=f.actie or pad) for f in formulieren(antwoord.content.decode()) if f.velden]
    # The choice of language stands on every page: once is enough.
    return [f for f in gevonden if adres.naam == "start" or f.actie != reverse("taal_kiezen")]


def verstuur(wie: Bezoeker, formulier: Formulier, velden: dict[str, Any]) -> Any:
    """Post a form."""
    return vraag(wie, "post", formulier.actie, velden)


@settings(max_examples=1500 if ALLES else 150)
@given(
    st.sampled_from(["nieuw", "halverwege", "personeel"]),
    st.sampled_from(adressen()),
    st.sampled_from(["get", "post"]),
    st.dictionaries(
        st.sampled_from(veldnamen()) | st.text(max_size=10),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(VUIL),
        max_size=8,
    ),
)
def test_wat_het_toeval_ook_verzint(
    bezoekers: dict[str, Bezoeker], wie: str, adres: Adres, methode: str, velden: dict[str, str]
) -> None:
    vraag(bezoekers[wie], methode, adres.pad(bezoekers[wie].waarden), velden)


def test_een_ontvangstbericht_van_de_provider_mag_van_alles_bevatten(
    bezoekers: dict[str, Bezoeker],
) -> None:
    velden = ("MessageSid", "MessageStatus", "ErrorCode")
    with patch("afspraken.web.provider.sms_status.is_van_twilio", return_value=True):
        for waarde in VUIL:
            for bericht in (waarde, str(uuid4())):
                pad = f"/provider/sms/?bericht={bericht[:300].encode().hex() if waarde else ''}"
                vraag(bezoekers["nieuw"], "post", pad, dict.fromkeys(velden, waarde))


def test_zonder_bewijs_van_herkomst_verandert_geen_formulier_iets(bezoekers: dict[str, Bezoeker]) -> None:
    """Every address that takes a form asks for the token, but for the one that checks a signature."""
    for wie in bezoekers.values():
        wie.browser.handler.enforce_csrf_checks = True
        for adres in adressen():
            antwoord = vraag(wie, "post", adres.pad(wie.waarden), {})
            assert antwoord.status_code in {302, 403, 404, 405}, adres.naam
            if antwoord.status_code == 302:
                assert "/inloggen/" in antwoord.headers["Location"], adres.naam


@pytest.mark.parametrize("rol", ROLLEN)
def test_wie_op_een_ander_kantoor_werkt_wijzigt_deze_afspraak_niet(
    bezoekers: dict[str, Bezoeker], rol: str
) -> None:
    waarden = bezoekers["personeel"].waarden
    eigen = {"afspraak_id", "bestelling_id", "knelpunt_id", "bezoek_id"}
    # Forms that would be in order for who may: the office is what stands in the way.
    goed = dict.fromkeys(veldnamen(), "x") | {"oplossing": "opgelost", "status": "gevraagd", "reden": "ziek"}
    with ongedaan():
        ander = een_kantoor(f"ander-{rol}")
        browser = met_sessie(gebruiker=een_gebruiker(rol, locatie=ander.locatie))
        for adres in adressen():
            if eigen & {naam for _, naam in adres.delen()}:
                for methode in ("get", "post"):
                    antwoord = getattr(browser, methode)(adres.pad(waarden), goed)
                    # Who only looks at the address of a button is sent to the list of the own office.
                    if methode == "get" and antwoord.headers.get("Location") in LIJSTEN:
                        continue
                    assert antwoord.status_code in {403, 404, 405}, f"{methode} {adres.naam}"
                    assert "De Wit" not in antwoord.content.decode(), adres.naam
        assert Afspraak.objects.get(id=waarden["afspraak_id"]).status == "bevestigd"
        assert Knelpunt.objects.get(id=waarden["knelpunt_id"]).opgelost_op is None
        assert Bestelling.objects.get(id=waarden["bestelling_id"]).status == "te_regelen"
