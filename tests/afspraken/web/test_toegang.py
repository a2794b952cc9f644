"""Every staff page keeps the door: logged in, a second factor, the right role."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from afspraken.web.beheer.urls import urlpatterns as beheer
from afspraken.web.telefoon.urls import urlpatterns as telefoon
from tests.afspraken.web.personeel import ingelogd

pytestmark = pytest.mark.django_db
VOOR_IEDEREEN_IN_DE_DEMO = {"beheer_berichten"}
VOOR_ELKE_ROL = {"beheer_start"}
BLADZIJDEN = [punt for punt in (*telefoon, *beheer) if punt.name not in VOOR_IEDEREEN_IN_DE_DEMO]


def _naam(punt: URLPattern) -> str:
    return str(punt.name)


def _adres(punt: URLPattern) -> str:
    vulling = {"afspraak_id": uuid4(), "bestelling_id": uuid4(), "knelpunt_id": 1}
    soorten = punt.pattern.converters
    return reverse(str(punt.name), kwargs={naam: vulling[naam] for naam in soorten})


@pytest.mark.parametrize("punt", BLADZIJDEN, ids=_naam)
@pytest.mark.parametrize("werkwoord", ["get", "post"])
def test_wie_niet_is_ingelogd_gaat_naar_inloggen(punt, werkwoord):
    antwoord = getattr(Client(), werkwoord)(_adres(punt))
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("punt", BLADZIJDEN, ids=_naam)
@pytest.mark.parametrize("werkwoord", ["get", "post"])
def test_zonder_tweede_factor_gaat_iedereen_die_eerst_instellen(punt, werkwoord):
    browser = ingelogd("beheerder", tweede_factor=False)
    antwoord = getattr(browser, werkwoord)(_adres(punt))
    assert antwoord.status_code == 302
    assert antwoord["Location"] == reverse("mfa_activate_totp")


@pytest.mark.parametrize("punt", [p for p in BLADZIJDEN if p.name not in VOOR_ELKE_ROL], ids=_naam)
@pytest.mark.parametrize("werkwoord", ["get", "post"])
def test_met_een_andere_rol_is_het_verboden(punt, werkwoord):
    antwoord = getattr(ingelogd("baliemedewerker"), werkwoord)(_adres(punt))
    assert antwoord.status_code == 403
    assert "hoort niet bij uw rol" in antwoord.content.decode()


def test_zonder_rol_is_ook_het_begin_verboden():
    assert ingelogd().get(reverse("beheer_start")).status_code == 403


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        ("telefonist", "telefoon_zoeken", "beheer_medewerker_afmelden"),
        ("host", "beheer_te_regelen", "beheer_medewerker_afmelden"),
        ("planner", "beheer_medewerker_afmelden", "admin:index"),
        ("beheerder", "admin:index", "bestaat_niet"),
    ],
)
def test_het_begin_toont_wat_bij_de_rol_hoort(rol, wel, niet):
    bladzijde = ingelogd(rol).get(reverse("beheer_start")).content.decode()
    assert f'href="{reverse(wel)}"' in bladzijde
    if niet != "bestaat_niet":
        assert f'href="{reverse(niet)}"' not in bladzijde


def test_niemand_maakt_zelf_een_account():
    antwoord = Client().get(reverse("account_signup"))
    assert "U kunt hier geen account maken" in antwoord.content.decode()


def test_inloggen_gaat_met_wachtwoord_en_daarna_een_code():
    browser = ingelogd("telefonist")
    gebruiker = browser.get(reverse("beheer_start")).wsgi_request.user
    gebruiker.set_password("een-lang-wachtwoord")
    gebruiker.save()
    nieuw = Client()
    gegevens = {"login": gebruiker.username, "password": "een-lang-wachtwoord"}
    antwoord = nieuw.post(reverse("account_login"), gegevens)
    assert antwoord["Location"] == reverse("mfa_authenticate")
    assert nieuw.get(reverse("beheer_start")).status_code == 302


def test_de_schermen_van_medewerkers_zijn_nederlands_ook_in_een_engelse_browser():
    antwoord = ingelogd("telefonist").get(reverse("telefoon_zoeken"), headers={"accept-language": "en"})
    assert '<html lang="nl"' in antwoord.content.decode()


def test_een_fout_wachtwoord_is_een_zin_en_verraadt_niets():
    gegevens = {"login": "niemand", "password": "fout"}
    bladzijde = Client().post(reverse("account_login"), gegevens).content.decode()
    assert "Uw gebruikersnaam of wachtwoord klopt niet." in bladzijde
    assert "Fout: Inloggen" in bladzijde


def test_wie_het_wachtwoord_vergeet_krijgt_geen_mail(mailoutbox):
    adres = reverse("account_reset_password")
    assert "Vraag de beheerder" in Client().get(adres).content.decode()
    antwoord = Client().post(adres, {"email": "wie@voorbeeld.nl"}, follow=True)
    assert antwoord.status_code == 200
    assert mailoutbox == []
