"""Loading the demo: may be done again, makes the logins, and only in a demo."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from afspraken.demo.gebruikers import INLOGGEN, WACHTWOORD, code_nu
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


def test_elke_rol_kan_inloggen_met_een_tweede_factor(stad):
    for inlog in INLOGGEN:
        gebruiker = Gebruiker.objects.get(username=inlog.naam)
        assert gebruiker.check_password(WACHTWOORD)
        assert Rol.objects.get(gebruiker=gebruiker).soort == inlog.rol
        assert TOTP(Authenticator.objects.get(user=gebruiker)).validate_code(code_nu(inlog.naam))


def test_buiten_de_demo_wordt_er_niets_geladen(db, nu, settings):
    settings.DEMO = False
    with pytest.raises(GeenDemo):
        demo_laden(nu=nu)
    assert not Gebruiker.objects.exists()
