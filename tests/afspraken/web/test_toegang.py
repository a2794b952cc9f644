"""Every staff page keeps the door: logged in, a second factor, the right role."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import URLPattern, reverse

from afspraken.web.balie.urls import urlpatterns as balie
from afspraken.web.beheer.urls import urlpatterns as beheer
from afspraken.web.ontvangst.urls import urlpatterns as ontvangst
from afspraken.web.telefoon.urls import urlpatterns as telefoon
from tests.afspraken.web.personeel import een_gebruiker, ingelogd, ingelogd_als

pytestmark = pytest.mark.django_db
VOOR_IEDEREEN_IN_DE_DEMO = {"beheer_berichten"}
# Also who stands at the counter makes an appointment for a visitor.
BOEKEN = {
    "telefoon_boeken",
    "telefoon_boeken_opnieuw",
    "telefoon_product",
    "telefoon_product_weghalen",
    "telefoon_moment",
    "telefoon_moment_verlengen",
    "telefoon_gegevens",
    "telefoon_controle",
    "telefoon_brief",
}
VOOR_ELKE_ROL = {"beheer_start", *BOEKEN}
BLADZIJDEN = [
    punt for punt in (*telefoon, *ontvangst, *balie, *beheer) if punt.name not in VOOR_IEDEREEN_IN_DE_DEMO
]


def _naam(punt: URLPattern) -> str:
    return str(punt.name)


def _adres(punt: URLPattern) -> str:
    vulling = {
        "afspraak_id": uuid4(),
        "bestelling_id": uuid4(),
        "knelpunt_id": 1,
        "kantoor": "hier",
        "bezoek_id": uuid4(),
        "scherm_id": uuid4(),
    }
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
    ander = "host" if _naam(punt).startswith("balie") else "baliemedewerker"
    antwoord = getattr(ingelogd(ander), werkwoord)(_adres(punt))
    assert antwoord.status_code == 403
    assert "hoort niet bij uw rol" in antwoord.content.decode()


def test_zonder_rol_is_ook_het_begin_verboden():
    assert ingelogd().get(reverse("beheer_start")).status_code == 403


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        ("telefonist", "telefoon_zoeken", "beheer_medewerker_afmelden"),
        ("baliemedewerker", "balie", "telefoon_zoeken"),
        ("host", "beheer_te_regelen", "beheer_medewerker_afmelden"),
        ("planner", "beheer_medewerker_afmelden", "admin:index"),
    ],
)
def test_het_begin_toont_wat_bij_de_rol_hoort(rol, wel, niet):
    bladzijde = ingelogd(rol).get(reverse("beheer_start")).content.decode()
    assert f'href="{reverse(wel)}"' in bladzijde
    assert f'href="{reverse(niet)}"' not in bladzijde


@pytest.mark.parametrize(("is_staff", "mag"), [(True, 200), (False, 302)])
def test_de_catalogus_staat_alleen_in_het_menu_van_wie_erin_mag(is_staff, mag):
    """The role alone opens no catalogue: the account must be one that may enter it."""
    beheerder = een_gebruiker("beheerder")
    beheerder.is_staff = is_staff
    beheerder.save()
    browser = ingelogd_als(beheerder)
    bladzijde = browser.get(reverse("beheer_start")).content.decode()
    catalogus = reverse("admin:index")
    assert (f'href="{catalogus}"' in bladzijde) is is_staff
    assert f'href="{reverse("telefoon_zoeken")}"' in bladzijde
    assert browser.get(catalogus).status_code == mag


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


@pytest.mark.parametrize("nieuw", ["kort", "123456789012", "password1234"])
def test_een_wachtwoord_dat_iedereen_raadt_wordt_geweigerd(nieuw):
    gebruiker = een_gebruiker("host")
    gebruiker.set_password("een-lang-wachtwoord")
    gebruiker.save()
    velden = {"oldpassword": "een-lang-wachtwoord", "password1": nieuw, "password2": nieuw}
    antwoord = ingelogd_als(gebruiker).post(reverse("account_change_password"), velden)
    assert antwoord.status_code == 200
    gebruiker.refresh_from_db()
    assert gebruiker.check_password("een-lang-wachtwoord")


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


@pytest.mark.parametrize("pad", ["/catalogus/login/", "/catalogus/?next=/catalogus/", "/inloggen/login/"])
def test_met_alleen_het_wachtwoord_komt_niemand_in_de_catalogus(pad):
    beheerder = een_gebruiker("beheerder")
    beheerder.set_password("een-lang-wachtwoord")
    beheerder.is_staff = beheerder.is_superuser = True
    beheerder.save()
    browser = Client()
    for veld in ("username", "login"):
        browser.post(pad, {veld: beheerder.username, "password": "een-lang-wachtwoord"})
        assert browser.get(reverse("admin:index")).status_code == 302
        assert browser.get(reverse("beheer_start")).status_code == 302


def test_wie_de_tweede_factor_niet_toonde_toont_die_eerst_en_gaat_dan_verder():
    browser = ingelogd_als(een_gebruiker("telefonist"), tweede_factor=False)
    antwoord = browser.get(reverse("telefoon_zoeken"))
    assert antwoord["Location"] == f"{reverse('mfa_reauthenticate')}?next=%2Ftelefoon%2F"
    assert browser.get(antwoord["Location"]).status_code == 200
    assert browser.get(reverse("mfa_deactivate_totp")).status_code == 302


def test_wie_de_eerste_app_instelt_typt_geen_tweede_code():
    browser = ingelogd_als(een_gebruiker("telefonist", tweede_factor=False), tweede_factor=False)
    geheim = browser.get(reverse("mfa_activate_totp")).context["form"].secret
    code = format_hotp_value(hotp_value(geheim, int(time.time()) // 30))
    assert browser.post(reverse("mfa_activate_totp"), {"code": code}).status_code == 302
    assert browser.get(reverse("telefoon_zoeken")).status_code == 200


@pytest.mark.parametrize("onder", ["localhost", "127.0.0.1"])
def test_een_toegangssleutel_hoort_bij_het_adres_van_de_site_onder_welke_naam_men_ook_komt(settings, onder):
    settings.SITE_ADRES = "https://afspraken.denhaag.nl"
    vraag = Client(headers={"host": onder, "accept": "application/json"}).get(reverse("mfa_login_webauthn"))
    sleutel = vraag.json()["request_options"]["publicKey"]
    assert (sleutel["rpId"], sleutel["userVerification"]) == ("afspraken.denhaag.nl", "required")


def test_wat_geen_sleutel_is_komt_er_niet_in_en_zegt_dat():
    browser = Client()
    for credential in ("", "{}", '{"response": {"userHandle": "MQ"}}', "geen json", "\x00"):
        antwoord = browser.post(reverse("mfa_login_webauthn"), {"credential": credential}, follow=True)
        assert antwoord.redirect_chain == [(reverse("account_login"), 302)]
        assert browser.get(reverse("beheer_start")).status_code == 302


def test_wie_het_adres_van_een_knop_opent_leest_wat_er_aan_de_hand_is():
    antwoord = Client().get(reverse("taal_kiezen"))
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert "Dit adres hoort bij een knop" in antwoord.content.decode()


@pytest.mark.parametrize("werkwoord", ["put", "patch", "delete", "options", "trace"])
def test_een_bladzijde_kent_alleen_kijken_en_versturen(werkwoord):
    antwoord = getattr(ingelogd("telefonist"), werkwoord)(reverse("telefoon_zoeken"))
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "GET, HEAD, POST")


def test_ook_een_beheerder_leest_niemands_tweede_factor():
    beheerder = een_gebruiker("beheerder")
    beheerder.is_staff = beheerder.is_superuser = True
    beheerder.save()
    van_wie = een_gebruiker("balie", tweede_factor=False)
    factor = Authenticator.objects.create(
        user=van_wie, type=Authenticator.Type.TOTP, data={"secret": "kanariegeheim"}
    )
    browser = ingelogd_als(beheerder)
    adres = reverse("admin:mfa_authenticator_change", args=[factor.pk])
    bladzijde = browser.get(adres).content.decode()
    assert van_wie.username in bladzijde
    assert "kanariegeheim" not in bladzijde
    assert browser.post(adres, {"data": "{}"}).status_code == 403
    weg = reverse("admin:mfa_authenticator_delete", args=[factor.pk])
    assert browser.post(weg, {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.filter(pk=factor.pk).exists()


def test_herstelcodes_ziet_men_een_keer_en_daarna_hoeveel_er_nog_zijn():
    browser = ingelogd("host")
    _bewijst_het_opnieuw(browser)
    assert "Houd pen en papier klaar" in browser.get(reverse("mfa_generate_recovery_codes")).content.decode()
    gemaakt = browser.post(reverse("mfa_generate_recovery_codes"))
    assert gemaakt["Location"] == reverse("mfa_view_recovery_codes")
    codes = browser.get(gemaakt["Location"])
    eerste, *rest = codes.context["unused_codes"]
    assert len(rest) == 9
    assert f"<code>{eerste}</code>" in codes.content.decode()
    nog_eens = browser.get(gemaakt["Location"]).content.decode()
    assert "U hebt nog 10 herstelcodes." in nog_eens
    assert eerste not in nog_eens
    assert browser.get(reverse("mfa_download_recovery_codes")).status_code == 403


def _bewijst_het_opnieuw(browser: Client) -> None:
    sessie = browser.session
    sessie[AUTHENTICATION_METHODS_SESSION_KEY] = [
        bewijs | {"at": time.time(), "reauthenticated": True}
        for bewijs in sessie[AUTHENTICATION_METHODS_SESSION_KEY]
    ]
    sessie.save()
