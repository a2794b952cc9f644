"""The screen in the hall: pair it once, show numbers and nothing more, dark when it is withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from afspraken.actions.scherm_intrekken import scherm_intrekken
from afspraken.actions.schermtekst_wijzigen import schermtekst_wijzigen
from afspraken.models import Bezoek, Scherm
from afspraken.queries.verwachtingen import Soortwacht
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_behoefte, een_kantoor, een_voorziening, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, roep
from tests.schermbouwers import een_code, een_gekoppeld_scherm, een_scherm, met_token

pytestmark = pytest.mark.django_db
SCHERM, KOPPELEN = "/scherm/", "/scherm/koppelen/"


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(op("09:40"), tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def scherm(kantoor):
    return met_token(een_gekoppeld_scherm(kantoor))


def bladzijde(apparaat, status=200, **koppen):
    antwoord = apparaat.get(SCHERM, **koppen)
    assert antwoord.status_code == status
    return unescape(antwoord.content.decode())


def tekst_van(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_een_apparaat_zonder_koppeling_vraagt_om_de_code():
    assert "Koppel dit scherm" in bladzijde(Client())


def test_de_code_koppelt_en_geeft_een_koekje_dat_alleen_de_site_leest(kantoor):
    apparaat = Client()
    antwoord = apparaat.post(KOPPELEN, {"code": een_code(een_scherm(kantoor), nu=op("09:40"))})
    assert antwoord.status_code == 302
    koekje = antwoord.cookies[settings.SCHERM_COOKIE_NAME]
    assert (koekje["httponly"], koekje["samesite"], koekje["path"]) == (True, "Lax", "/")
    assert int(koekje["max-age"]) == 365 * 24 * 3600
    assert "Stadsdeelkantoor Loosduinen" in bladzijde(apparaat)


def test_buiten_de_demo_gaat_het_koekje_alleen_over_https_en_naar_deze_site(kantoor):
    with override_settings(DEMO=False, SCHERM_COOKIE_NAME="__Host-scherm"):
        code = een_code(een_scherm(kantoor), nu=op("09:40"))
        koekje = Client().post(KOPPELEN, {"code": code}).cookies["__Host-scherm"]
    assert (koekje["secure"], koekje["path"], koekje["domain"]) == (True, "/", "")


def test_de_naam_van_het_koekje_hangt_af_van_de_demo():
    assert ("scherm" if settings.DEMO else "__Host-scherm") == settings.SCHERM_COOKIE_NAME


@pytest.mark.parametrize("getypt", ["K7M4QX", "x", "é" * 30])
def test_een_code_die_niet_werkt_krijgt_een_zin_en_blijft_staan(getypt):
    antwoord = Client().post(KOPPELEN, {"code": getypt})
    inhoud = unescape(antwoord.content.decode())
    assert antwoord.status_code == 409
    assert "Deze code werkt niet." in inhoud
    assert getypt in inhoud
    assert settings.SCHERM_COOKIE_NAME not in antwoord.cookies


def test_niets_getypt_is_een_fout_bij_het_veld():
    antwoord = Client().post(KOPPELEN, {"code": " "})
    assert antwoord.status_code == 422
    assert "Vul de code in" in antwoord.content.decode()


def test_raden_houdt_op_na_een_paar_keer(kantoor, klok):
    goed, apparaat = een_code(een_scherm(kantoor), nu=op("09:40")), Client()
    for _ in range(settings.MAX_KOPPELPOGINGEN_PER_MINUUT):
        assert "werkt niet" in apparaat.post(KOPPELEN, {"code": "222222"}).content.decode()
    assert "te vaak" in apparaat.post(KOPPELEN, {"code": goed}).content.decode()
    klok.shift(60)
    assert apparaat.post(KOPPELEN, {"code": goed}).status_code == 302


def test_kijken_verandert_niets_en_koppelen_gaat_alleen_met_een_formulier(kantoor):
    code = een_code(een_scherm(kantoor), nu=op("09:40"))
    assert Client().get(KOPPELEN, {"code": code}).status_code == 302
    assert Client().post(SCHERM, {"code": code}).status_code == 405
    assert Scherm.objects.get().gekoppeld_op is None
    streng = Client(enforce_csrf_checks=True)
    assert streng.post(KOPPELEN, {"code": code}).status_code == 403


def test_nummer_en_balie_van_wie_geroepen_is(scherm, kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    assert "Er is nu niemand opgeroepen." in bladzijde(scherm)
    roep(plek, "09:40")
    assert "Nu aan de beurt B 1 balie 1" in tekst_van(bladzijde(scherm))


def test_wachttijd_klok_datum_en_tekst_van_het_kantoor(scherm, kantoor):
    een_bezoeker(kantoor, "10:00", "09:39")
    een_inloper(kantoor, "09:39"), een_inloper(kantoor, "09:39")
    schermtekst_wijzigen(
        scherm_id=Scherm.objects.get().id, tekst="Koffie & thee", locatie_ids=None, nu=op("09:40")
    )
    tekst = tekst_van(bladzijde(scherm))
    for deel in (
        "dinsdag 3 november",
        "09:40",
        "A Met afspraak",
        "B Zonder afspraak 2 wachten",
        "Koffie & thee",
    ):
        assert deel in tekst, deel


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        (Soortwacht("A", 3), "op tijd"),
        (Soortwacht("A", 3, later=15), "± 15 min later"),
        (Soortwacht("B", 3, (10, 25)), "10 tot 25 min"),
        (Soortwacht("B", 3, (0, 10)), "tot 10 min"),
        (Soortwacht("B", 0, (0, 5)), "korter dan 5 min"),
        (Soortwacht("C", 1), "1 wacht"),
        (Soortwacht("C", 0), "0 wachten"),
    ],
)
def test_de_wachttijd_in_woorden(soort, zin):
    assert render_to_string("scherm/delen/wachttijd.html", {"soort": soort}).strip() == zin


def test_niets_dan_nummer_balie_taal_en_moment(kantoor, scherm):
    """The canary: whatever else is known of a visitor is in no corner of what the screen gets."""
    balie = een_voorziening("kanarievoorziening", kantoor.balies[0])
    een_behoefte("kanariebehoefte", balie=[balie], extra=15)
    plek = een_werkplek(kantoor)
    bezoek = een_bezoeker(
        kantoor,
        "09:45",
        "09:38",
        achternaam="Kanarievogel",
        telefoon="06 87654321",
        behoeften=("kanariebehoefte",),
    )
    roep(plek, "09:40")
    bezoek.refresh_from_db()
    antwoord = scherm.get(SCHERM)
    alles = f"{antwoord.content.decode()} {antwoord.headers}"
    assert "A 1" in alles
    oproep = re.search(r'<li class="oproep[^>]*>', alles)
    assert oproep
    namen = set(re.findall(r"data-([a-z]+)", oproep[0]))
    assert namen == {"oproep", "nummer", "balie", "taal", "op"}
    geheim = ("kanarie", "8765", kantoor.medewerkers[0].naam, kantoor.product.naam, kantoor.product.code)
    sleutels = (bezoek.id, bezoek.afspraak_id, bezoek.afstemming_id, Scherm.objects.get().id)
    for woord in (*geheim, *map(str, sleutels)):
        assert woord.lower() not in alles.lower(), woord


def test_wie_wordt_opgehaald_staat_er_niet(scherm, kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    Bezoek.objects.update(roepwijze="ophalen")
    roep(plek, "09:40")
    assert "data-oproep" not in bladzijde(scherm)


def test_een_scherm_ziet_alleen_het_eigen_kantoor(scherm, kantoor):
    elders = een_kantoor("escamp")
    plek = een_werkplek(elders)
    een_inloper(elders)
    roep(plek, "09:40")
    assert "data-oproep" not in bladzijde(scherm)
    assert "Escamp" not in bladzijde(scherm)


def test_ingetrokken_is_zwart_ook_voor_wie_zichzelf_ververst(scherm):
    scherm_intrekken(scherm_id=Scherm.objects.get().id, locatie_ids=None, nu=op("09:40"))
    zwart = bladzijde(scherm, status=403)
    assert "Dit scherm is niet meer verbonden" in zwart
    assert "Loosduinen" not in zwart
    stuk = scherm.get(SCHERM, headers={"HX-Request": "true"})
    assert (stuk.status_code, stuk.headers["HX-Refresh"], stuk.content) == (204, "true", b"")


@pytest.mark.parametrize("token", ["onzin", "A" * 22, "x" * 4000])
def test_een_verzonnen_koekje_is_geen_scherm(kantoor, token):
    een_gekoppeld_scherm(kantoor)
    bladzijde(met_token(token), status=403)


def test_de_wachtruimte_leest_nederlands_hoe_het_apparaat_ook_staat(scherm):
    assert "Nu aan de beurt" in bladzijde(scherm, HTTP_ACCEPT_LANGUAGE="en")


def test_zonder_script_ververst_de_bladzijde_zichzelf(scherm):
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in bladzijde(scherm)


def test_een_personeelslid_zonder_scherm_krijgt_geen_scherm(kantoor):
    een_gekoppeld_scherm(kantoor)
    assert "Koppel dit scherm" in bladzijde(ingelogd("beheerder"))


def test_een_beeld_kost_vijf_vragen_hoeveel_er_ook_wachten(scherm, kantoor):
    plek = een_werkplek(kantoor)
    for _ in range(8):
        een_inloper(kantoor)
    roep(plek, "09:40")
    bladzijde(scherm)
    with CaptureQueriesContext(connection) as vragen:
        bladzijde(scherm)
    echt = [vraag["sql"] for vraag in vragen if "demodag" not in vraag["sql"]]  # the clock of the demo
    assert len(echt) == 5, echt


def test_het_adres_heet_naar_het_scherm():
    assert (reverse("scherm"), reverse("scherm_koppelen")) == (SCHERM, KOPPELEN)
