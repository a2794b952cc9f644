"""The code of the app: once, and the first time without the password again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from tests.afspraken.web.inloggen.medewerker import (
    WACHTWOORD,
    Ingesteld,
    code_van,
    een_medewerker,
    komt_erin,
    met_wachtwoord,
    stel_in,
)
from tests.bouwers import NU

pytestmark = pytest.mark.django_db
TELT_NOG = 31  # seconds: allauth forgot the code, and its step still counts
IS_VOORBIJ = 90


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NU, tick=False) as klok:
        yield klok


@pytest.fixture
def ingesteld(klok: time_machine.Traveller) -> Ingesteld:
    ingesteld = stel_in()
    klok.shift(IS_VOORBIJ)
    return ingesteld


def _nog_eens(ingesteld: Ingesteld, klok: time_machine.Traveller) -> bool:
    """Log in, and let somebody who looked over the shoulder try the same code."""
    code = code_van(ingesteld.geheim)
    assert komt_erin(ingesteld.gebruiker, code)
    klok.shift(TELT_NOG)
    return komt_erin(ingesteld.gebruiker, code)


def test_een_code_telt_een_keer(ingesteld: Ingesteld, klok: time_machine.Traveller) -> None:
    assert not _nog_eens(ingesteld, klok)
    assert komt_erin(ingesteld.gebruiker, code_van(ingesteld.geheim)), "the next code does"


def test_controle_zonder_ons_formulier_telt_hij_nog_eens(
    ingesteld: Ingesteld, klok: time_machine.Traveller, settings: Any
) -> None:
    settings.MFA_FORMS = {}
    assert _nog_eens(ingesteld, klok)


def test_ook_om_te_laten_zien_wie_men_is_telt_hij_geen_tweede_keer(
    ingesteld: Ingesteld, klok: time_machine.Traveller
) -> None:
    code = code_van(ingesteld.geheim)
    assert komt_erin(ingesteld.gebruiker, code)
    klok.shift(TELT_NOG)
    antwoord = ingesteld.browser.post(reverse("mfa_reauthenticate"), {"code": code})
    assert "Dit klopt niet. Probeer het nog een keer." in antwoord.content.decode()


def test_een_herstelcode_telt_ook_een_keer(ingesteld: Ingesteld) -> None:
    assert komt_erin(ingesteld.gebruiker, ingesteld.codes[0])
    assert not komt_erin(ingesteld.gebruiker, ingesteld.codes[0])
    assert komt_erin(ingesteld.gebruiker, ingesteld.codes[1])


@pytest.mark.parametrize(("minuten", "vraagt_opnieuw"), [(0, False), (4, False), (6, True)])
def test_wie_net_inlogde_stelt_de_eerste_app_in_zonder_het_wachtwoord_nog_eens(
    klok: time_machine.Traveller, minuten: int, vraagt_opnieuw: bool
) -> None:
    browser = met_wachtwoord(een_medewerker())
    klok.shift(minuten * 60)
    antwoord = browser.get(reverse("mfa_activate_totp"))
    assert antwoord.status_code == (302 if vraagt_opnieuw else 200)
    assert not vraagt_opnieuw or antwoord["Location"].startswith(reverse("account_reauthenticate"))


def test_met_een_tweede_bewijs_wordt_het_altijd_opnieuw_gevraagd(ingesteld: Ingesteld) -> None:
    """A thief who finds the tablet open must not take over the account."""
    browser = met_wachtwoord(ingesteld.gebruiker)
    browser.post(reverse("mfa_authenticate"), {"code": code_van(ingesteld.geheim)})
    antwoord = browser.get(reverse("mfa_deactivate_totp"))
    assert antwoord.status_code == 302
    assert reverse("account_reauthenticate") in antwoord["Location"]
    browser.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    assert browser.get(reverse("mfa_deactivate_totp")).status_code == 200
