"""A passkey from beginning to end, with the authenticator that Chromium itself pretends to have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import CDPSession, expect

from afspraken.demo.gebruikers import WACHTWOORD

from .inloggen import log_in
from .reis import Reis

TOEVOEGEN = "Een toegangssleutel toevoegen"
MISLUKT = "Het is niet gelukt met de toegangssleutel."
BEGIN = "Wat gaat u doen?"
# The device in somebody's hand: a passkey stays on it, and it asks for a finger.
APPARAAT: dict[str, Any] = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
Apparaat = Callable[[bool], None]


@pytest.fixture
def apparaat(tablet: Reis, settings: Any) -> Apparaat:
    """Give the browser a device; call it with False and its owner holds the wrong finger to it.

    The site asks where the key was used, as outside the demo: of http it takes this machine only.
    """
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
    lijn: CDPSession = tablet.pagina.context.new_cdp_session(tablet.pagina)
    lijn.send("WebAuthn.enable")
    nummer = lijn.send("WebAuthn.addVirtualAuthenticator", {"options": APPARAAT})["authenticatorId"]

    def herkent(eigenaar: bool) -> None:
        lijn.send("WebAuthn.setUserVerified", {"authenticatorId": nummer, "isUserVerified": eigenaar})

    return herkent


@pytest.fixture
def met_sleutel(tablet: Reis, apparaat: Apparaat) -> Reis:
    """A host who logged in with password and app, and added a passkey behind them."""
    log_in(tablet, "host", pad="/beheer/")
    tablet.kop(BEGIN)
    tablet.link("Uw manier van inloggen")
    tablet.link("Voeg een sleutel toe")
    # Not even who just logged in changes how somebody logs in without showing it once more.
    tablet.kop("Laat zien dat u het bent")
    tablet.vul("Wachtwoord", WACHTWOORD)
    tablet.knop("Verder")
    tablet.kop(TOEVOEGEN)
    tablet.vul("Naam van de sleutel", "Tablet bij de ingang")
    expect(tablet.pagina.get_by_label("inloggen zonder wachtwoord")).to_be_checked()
    tablet.knop("Voeg toe")
    return tablet


def log_uit(reis: Reis) -> None:
    reis.open("/beheer/")
    reis.knop("Uitloggen")
    reis.kop("Inloggen")


def log_in_met_sleutel(reis: Reis) -> None:
    reis.knop("Log in met uw toegangssleutel")


def test_een_sleutel_opent_de_deur_zonder_wachtwoord_tot_hij_weg_is(met_sleutel: Reis) -> None:
    log_uit(met_sleutel)
    log_in_met_sleutel(met_sleutel)
    met_sleutel.kop(BEGIN)
    met_sleutel.open("/ontvangst/")
    met_sleutel.ziet("Stadhuis Spui")

    met_sleutel.open("/inloggen/2fa/")
    met_sleutel.link("Bekijk uw sleutels")
    met_sleutel.link("Wijzig de naam")
    met_sleutel.kop("Laat zien dat u het bent")
    met_sleutel.link("Met uw toegangssleutel")
    met_sleutel.knop("Gebruik uw toegangssleutel")
    met_sleutel.vul("Naam van de sleutel", "Oude tablet")
    met_sleutel.knop("Bewaar")
    met_sleutel.link("Haal weg")
    met_sleutel.kop("Wilt u Oude tablet weghalen?")
    met_sleutel.knop("Haal weg")
    met_sleutel.ziet("U hebt nog geen toegangssleutel.")
    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()

    log_uit(met_sleutel)
    # The device still has it; the site does not know it any more, and says no more than that.
    log_in_met_sleutel(met_sleutel)
    met_sleutel.kop("Inloggen")
    met_sleutel.ziet("Dit klopt niet. Probeer het nog een keer.")
    met_sleutel.open("/ontvangst/")
    met_sleutel.kop("Inloggen")


def test_wie_het_apparaat_niet_herkent_komt_er_niet_in_en_leest_dat(
    met_sleutel: Reis, apparaat: Apparaat
) -> None:
    log_uit(met_sleutel)
    apparaat(False)
    met_sleutel.pagina.get_by_role("button", name="Log in met uw toegangssleutel").click()
    expect(met_sleutel.pagina.get_by_role("alert").filter(has_text=MISLUKT)).to_be_visible()
    met_sleutel.toets()
    met_sleutel.kop("Inloggen")
    apparaat(True)
    log_in_met_sleutel(met_sleutel)
    met_sleutel.kop(BEGIN)


def test_een_sleutel_is_ook_het_tweede_bewijs_na_het_wachtwoord(met_sleutel: Reis) -> None:
    log_uit(met_sleutel)
    met_sleutel.vul("Gebruikersnaam", "host")
    met_sleutel.vul("Wachtwoord", WACHTWOORD)
    met_sleutel.knop("Inloggen")
    met_sleutel.kop("Vul uw code in")
    met_sleutel.knop("Gebruik uw toegangssleutel")
    met_sleutel.kop(BEGIN)


def test_zonder_javascript_blijft_de_deur_gewoon_open_met_wachtwoord_en_code(zonder_javascript: Reis) -> None:
    zonder_javascript.open("/inloggen/login/")
    expect(
        zonder_javascript.pagina.get_by_role("button", name="Log in met uw toegangssleutel")
    ).to_be_hidden()
    log_in(zonder_javascript, "host", pad="/beheer/")
    zonder_javascript.kop(BEGIN)
