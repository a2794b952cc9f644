"""Switching off the app with codes: our own page, that says what it means before it happens."""

from __future__ import annotations

from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation.reloader import translation_file_changed

from afspraken.web import toegang
from locaties.models import Gemeente
from tests.afspraken.web.engels import is_engels
from tests.afspraken.web.inloggen.medewerker import HERSTEL, Ingesteld, stel_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
UIT = "mfa_deactivate_totp"


@pytest.fixture
def ingesteld(vaste_klok: None) -> Ingesteld:
    return stel_in()


def _bladzijde(browser: Client, **koppen: str) -> str:
    return str(browser.get(reverse(UIT), headers=koppen).content.decode())


def test_wie_de_app_uitzet_leest_eerst_wat_dat_betekent(ingesteld: Ingesteld) -> None:
    bladzijde = _bladzijde(ingesteld.browser)
    for zin in (
        "De app met codes uitzetten",
        "Wilt u de app met codes uitzetten?",
        "Haal de code ook weg uit de app op uw telefoon.",
        "Zonder tweede bewijs kunt u niet werken.",
        f'href="{reverse("mfa_index")}">Nee, ga terug',
    ):
        assert zin in bladzijde
    assert "Er ging iets mis" not in bladzijde
    assert "Deactiv" not in bladzijde
    assert Authenticator.objects.count() == 2


def test_ook_in_het_engels_is_elke_zin_van_ons(ingesteld: Ingesteld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Staff see Dutch only; on the day that this changes, the page is ready."""
    Gemeente.objects.create(code="hier", naam="Den Haag", telefoon="14 070")
    call_command("vertalingen_bouwen")
    translation_file_changed(None, Path("django.mo"))
    monkeypatch.setattr(toegang, "ALLEEN_NEDERLANDS", ())
    bladzijde = _bladzijde(ingesteld.browser, accept_language="en")
    is_engels(bladzijde)
    assert "Do you want to switch off the app with codes?" in bladzijde


@pytest.mark.parametrize("heeft_sleutel", [False, True])
def test_daarna_is_de_app_weg_en_zonder_sleutel_ook_de_herstelcodes(
    ingesteld: Ingesteld, heeft_sleutel: bool
) -> None:
    browser, wie = ingesteld.browser, ingesteld.gebruiker
    if heeft_sleutel:
        Authenticator.objects.create(user=wie, type=Authenticator.Type.WEBAUTHN, data={"name": "Tablet"})
    daarna = browser.post(reverse(UIT), follow=True)
    assert daarna.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "Staat nog uit." in daarna.content.decode()
    over = set(Authenticator.objects.filter(user=wie).values_list("type", flat=True))
    assert over == ({HERSTEL, Authenticator.Type.WEBAUTHN} if heeft_sleutel else set())
    werk = browser.get(reverse("telefoon_zoeken"))
    assert werk.status_code == (200 if heeft_sleutel else 302)
    assert heeft_sleutel or werk["Location"] == reverse("mfa_activate_totp")
