"""Loading the demo: may be done again, makes the logins, and only in a demo."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from afspraken.demo.gebruikers import INLOGGEN, WACHTWOORD, geheim
from afspraken.demo.laden import GeenDemo, demo_laden
from afspraken.demo.roosters import WEKEN
from locaties.models import Gebruiker, Inzet, Locatieversie, Rol


@pytest.fixture
def stad(db, nu):
    """The demo city."""
    return demo_laden(nu=nu)


def test_nog_een_keer_laden_voegt_niets_toe(stad, nu):
    eerst = list(Inzet.objects.order_by("pk").values_list("pk", "medewerker", "begin"))
    assert demo_laden(nu=nu).inzetten == 0
    assert list(Inzet.objects.order_by("pk").values_list("pk", "medewerker", "begin")) == eerst


def test_een_week_later_komt_er_een_week_bij(stad, nu):
    versie = Locatieversie.objects.get(locatie__code="dh-spui").versie
    einde = nu.date() + timedelta(weeks=WEKEN)
    assert not Inzet.objects.filter(datum__gte=einde).exists()
    nieuw = demo_laden(nu=nu + timedelta(weeks=1)).inzetten
    assert nieuw == Inzet.objects.filter(datum__gte=einde).count() > 0
    assert Locatieversie.objects.get(locatie__code="dh-spui").versie > versie


def test_elke_rol_heeft_een_tweede_factor_waarvan_het_geheim_niet_leesbaar_is(stad):
    for inlog in INLOGGEN:
        gebruiker = Gebruiker.objects.get(username=inlog.naam)
        assert gebruiker.check_password(WACHTWOORD)
        assert Rol.objects.get(gebruiker=gebruiker).soort == inlog.rol
        assert geheim(inlog.naam) not in str(Authenticator.objects.get(user=gebruiker).data)


def test_iedereen_komt_erin_met_de_code_die_de_demo_toont(stad):
    uit = StringIO()
    call_command("demo_draaien", "--codes", stdout=uit)
    codes = dict(re.findall(r"(\w+) +code nu (\d{6})", uit.getvalue()))
    assert codes.keys() == {inlog.naam for inlog in INLOGGEN}
    for naam, code in codes.items():
        browser = Client()
        browser.post(reverse("account_login"), {"login": naam, "password": WACHTWOORD})
        assert browser.get(reverse("beheer_start")).status_code == 302
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert browser.get(reverse("beheer_start")).status_code == 200


def test_buiten_de_demo_wordt_er_niets_geladen(db, nu, settings):
    settings.DEMO = False
    with pytest.raises(GeenDemo):
        demo_laden(nu=nu)
    assert not Gebruiker.objects.exists()
