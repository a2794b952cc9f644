"""Who looks after the screens: make, give a code, say something on it, withdraw."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Scherm
from afspraken.queries.schermtoken import scherm_bij
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import NU, een_kantoor
from tests.schermbouwers import een_gekoppeld_scherm, een_scherm, toegang_van

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]


@pytest.fixture
def host(kantoor) -> Client:
    return ingelogd("host", locatie=kantoor.locatie)


def bekijk(browser, naam="beheer_schermen", *args, status=200):
    antwoord = browser.get(reverse(naam, args=args))
    assert antwoord.status_code == status
    return unescape(antwoord.content.decode())


def stuur(browser, pagina, /, *args, status, **velden):
    antwoord = browser.post(reverse(pagina, args=args), velden)
    inhoud = unescape(antwoord.content.decode())
    assert antwoord.status_code == status, inhoud
    return inhoud


def test_van_niets_tot_een_code_in_twee_stappen(host, kantoor):
    assert "Nog geen schermen" in bekijk(host)
    stuur(host, "beheer_scherm_maken", kantoor="loosduinen", naam="Links van de ingang", status=302)
    scherm = Scherm.objects.get()
    assert "Nog niet gekoppeld" in bekijk(host)
    getoond = stuur(host, "beheer_schermcode_geven", scherm.id, status=200)
    code = getoond.split('class="schermcode">')[1].split("<")[0]
    assert "De code werkt tot 08.15 uur" in getoond
    assert "http://localhost:8000/scherm/" in getoond
    assert "Code werkt tot 08.15 uur" in bekijk(host)
    assert code not in bekijk(host), "shown once"
    Client().post(reverse("scherm_koppelen"), {"code": code})
    assert "Gekoppeld op 2 november 2026 om 08.00 uur" in bekijk(host)


def test_de_tekst_van_het_kantoor(host, kantoor):
    token = een_gekoppeld_scherm(kantoor, nu=NU)
    scherm = Scherm.objects.get()
    stuur(host, "beheer_schermtekst_wijzigen", scherm.id, tekst="Koffie is gratis", status=302)
    assert toegang_van(token).tekst == "Koffie is gratis"
    assert 'value="Koffie is gratis"' in bekijk(host)
    te_lang = stuur(host, "beheer_schermtekst_wijzigen", scherm.id, tekst="x" * 161, status=422)
    assert "ten hoogste 160 tekens" in te_lang
    assert "x" * 161 in te_lang, "nothing typed is lost"
    stuur(host, "beheer_schermtekst_wijzigen", scherm.id, tekst="", status=302)
    assert toegang_van(token).tekst == ""


def test_intrekken_vraagt_eerst_of_het_zeker_is(host, kantoor):
    token = een_gekoppeld_scherm(kantoor, nu=NU)
    scherm = Scherm.objects.get()
    assert "binnen 30 seconden op zwart" in bekijk(host, "beheer_scherm_intrekken", scherm.id)
    assert scherm_bij(token=token)
    stuur(host, "beheer_scherm_intrekken", scherm.id, status=302)
    assert scherm_bij(token=token) is None
    assert "Nog geen schermen" in bekijk(host)
    bekijk(host, "beheer_scherm_intrekken", scherm.id, status=404)


@pytest.mark.parametrize(
    ("naam", "zin"),
    [("", "Geef het scherm een naam"), ("x" * 61, "ten hoogste 60"), ("Hal", "al een scherm met deze naam")],
)
def test_een_naam_die_niet_kan_krijgt_een_zin_en_blijft_staan(host, kantoor, naam, zin):
    een_scherm(kantoor)
    inhoud = stuur(host, "beheer_scherm_maken", kantoor="loosduinen", naam=naam, status=422)
    assert zin in inhoud
    assert f'value="{naam}"' in inhoud or not naam
    assert Scherm.objects.count() == 1


def test_een_host_ziet_en_raakt_alleen_het_eigen_kantoor(host):
    elders = een_kantoor("escamp")
    ander = een_scherm(elders, "Scherm in Escamp")
    assert "Escamp" not in bekijk(host)
    stuur(host, "beheer_scherm_maken", kantoor="escamp", naam="Nieuw", status=422)
    for naam in ("beheer_schermcode_geven", "beheer_scherm_intrekken", "beheer_schermtekst_wijzigen"):
        stuur(host, naam, ander.id, tekst="x", status=404)
    assert Scherm.objects.get(ingetrokken_op=None, koppelcode_hash="").tekst == ""


@pytest.mark.parametrize(("rol", "status"), [("planner", 200), ("beheerder", 200), ("telefonist", 403)])
def test_wie_er_bij_mag(kantoor, rol, status):
    bekijk(ingelogd(rol), status=status)
    assert (status == 200) == ("Schermen" in bekijk(ingelogd(rol), "beheer_start"))


def test_kijken_verandert_niets(host, kantoor):
    scherm = een_scherm(kantoor, nu=NU)
    for naam in ("beheer_schermcode_geven", "beheer_schermtekst_wijzigen"):
        assert host.get(reverse(naam, args=[scherm.id])).status_code == 302
    assert host.get(reverse("beheer_scherm_maken")).status_code == 302
    scherm.refresh_from_db()
    assert (scherm.koppelcode_hash, scherm.tekst) == ("", "")


def test_wie_wat_deed_staat_in_het_logboek_zonder_code(host, kantoor, caplog):
    scherm = een_scherm(kantoor, nu=NU)
    with caplog.at_level("INFO", logger="afspraken"):
        getoond = stuur(host, "beheer_schermcode_geven", scherm.id, status=200)
        stuur(host, "beheer_scherm_intrekken", scherm.id, status=302)
    regels = [regel for regel in caplog.messages if str(scherm.id) in regel]
    assert [("code gegeven" in r, "ingetrokken" in r) for r in regels] == [(True, False), (False, True)]
    assert getoond.split('class="schermcode">')[1].split("<")[0].replace(" ", "") not in caplog.text
