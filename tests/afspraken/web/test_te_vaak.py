"""Guessing stops after five times: 429 on our own page, and the right answer does not help any more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from afspraken.web.fouten import te_vaak
from afspraken.web.inloggen.te_vaak import VENSTER
from locaties.models import Gebruiker, Gemeente
from tests.afspraken.web.personeel import een_gebruiker
from tests.bouwers import NU

pytestmark = pytest.mark.django_db
WACHTWOORD = "een-lang-wachtwoord"
GEHEIM = "JBSWY3DPEHPK3PXP"
TE_VAAK = "U hebt te vaak geprobeerd. Wacht 5 minuten en probeer het dan opnieuw."
MIS = "Uw gebruikersnaam of wachtwoord klopt niet."
PER_ADRES = 10  # failures a minute from one address, whoever they are


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NU, tick=False) as klok:
        yield klok


@pytest.fixture
def telefonist() -> Gebruiker:
    gebruiker = een_gebruiker("telefonist", tweede_factor=False)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    Authenticator.objects.create(user=gebruiker, type=Authenticator.Type.TOTP, data={"secret": GEHEIM})
    return gebruiker


def log_in(naam: str, wachtwoord: str, browser: Client | None = None, **kop: Any) -> Any:
    return (browser or Client()).post(
        reverse("account_login"), {"login": naam, "password": wachtwoord}, **kop
    )


def raad(naam: str, keer: int = 5, **kop: Any) -> None:
    """Guess wrong; each of these is told so, and nothing more."""
    for _keer in range(keer):
        antwoord = log_in(naam, "fout", **kop)
        assert antwoord.status_code == 200
        assert MIS in antwoord.content.decode()
        assert "Controleer dit antwoord" not in antwoord.content.decode(), (
            "which of the two is wrong we never say"
        )


def is_eigen_429(antwoord: Any) -> None:
    """Our own page, with the sentence and what to do next; what was typed still stands there."""
    bladzijde = antwoord.content.decode()
    assert (antwoord.status_code, antwoord["Retry-After"]) == (429, str(VENSTER))
    assert TE_VAAK in bladzijde
    assert "Vraag de beheerder van uw kantoor" in bladzijde
    assert 'id="inhoud"' in bladzijde
    assert "Fout: " in bladzijde
    assert "Controleer dit antwoord" not in bladzijde


@pytest.mark.parametrize("bestaat", [True, False])
def test_na_vijf_keer_mis_is_het_429_of_men_bestaat_of_niet(telefonist: Gebruiker, bestaat: bool) -> None:
    naam = telefonist.username if bestaat else "niemand"
    raad(naam)
    is_eigen_429(log_in(naam, "fout"))


def test_het_goede_wachtwoord_helpt_niet_tijdens_de_blokkade_en_wel_erna(
    telefonist: Gebruiker, klok: time_machine.Traveller
) -> None:
    raad(telefonist.username)
    browser = Client()
    geweigerd = log_in(telefonist.username, WACHTWOORD, browser)
    is_eigen_429(geweigerd)
    assert f'value="{telefonist.username}"' in geweigerd.content.decode()
    assert browser.get(reverse("beheer_start")).status_code == 302
    assert browser.get(reverse("mfa_authenticate"))["Location"] == reverse("account_login")

    klok.shift(VENSTER - 1)
    is_eigen_429(log_in(telefonist.username, WACHTWOORD, browser))
    klok.shift(1)
    assert log_in(telefonist.username, WACHTWOORD, browser)["Location"] == reverse("mfa_authenticate")


def test_wie_tijdens_de_blokkade_blijft_raden_verlengt_die_niet(
    telefonist: Gebruiker, klok: time_machine.Traveller
) -> None:
    raad(telefonist.username)
    for _minuut in range(4):
        klok.shift(60)
        is_eigen_429(log_in(telefonist.username, "fout"))
    klok.shift(60)
    assert log_in(telefonist.username, WACHTWOORD).status_code == 302


def test_wie_een_collega_buitensluit_sluit_niemand_anders_buiten(telefonist: Gebruiker) -> None:
    raad("iemand-anders")
    assert log_in(telefonist.username, WACHTWOORD).status_code == 302


def test_van_een_adres_is_het_na_tien_keer_mis_429_wie_men_ook_raadt(
    telefonist: Gebruiker, klok: time_machine.Traveller
) -> None:
    for nummer in range(PER_ADRES):
        raad(f"medewerker{nummer}", 1, REMOTE_ADDR="192.0.2.7")
    is_eigen_429(log_in(telefonist.username, WACHTWOORD, REMOTE_ADDR="192.0.2.7"))
    assert log_in(telefonist.username, WACHTWOORD, REMOTE_ADDR="192.0.2.8").status_code == 302
    klok.shift(60)
    assert log_in(telefonist.username, WACHTWOORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def een_code() -> str:
    return str(format_hotp_value(hotp_value(GEHEIM, int(time.time()) // 30)))


def test_ook_de_code_van_de_app_is_na_vijf_keer_mis_429_en_de_goede_helpt_niet(
    telefonist: Gebruiker, klok: time_machine.Traveller
) -> None:
    browser, adres = Client(), reverse("mfa_authenticate")
    log_in(telefonist.username, WACHTWOORD, browser)
    mis = f"{(int(een_code()) + 500_000) % 1_000_000:06}"
    for _keer in range(5):
        assert browser.post(adres, {"code": mis}).status_code == 200
    is_eigen_429(browser.post(adres, {"code": een_code()}))
    assert browser.get(reverse("beheer_start")).status_code == 302
    klok.shift(VENSTER)
    assert browser.post(adres, {"code": een_code()})["Location"] == reverse("beheer_start")
    assert browser.get(reverse("beheer_start")).status_code == 200


def test_dertig_keer_in_een_minuut_op_de_deur_is_429_met_een_bladzijde(telefonist: Gebruiker) -> None:
    een_gemeente()
    antwoord = [log_in(telefonist.username, WACHTWOORD) for _keer in range(31)][-1]
    assert (antwoord.status_code, antwoord["Retry-After"]) == (429, "60")
    assert "U hebt het te vaak geprobeerd" in antwoord.content.decode()


def een_gemeente() -> None:
    Gemeente.objects.update_or_create(code="hier", defaults={"naam": "Gemeente Hier", "telefoon": "14 070"})


@pytest.mark.parametrize(
    ("taal", "zinnen"),
    [
        ("nl", ("U hebt het te vaak geprobeerd", "Bel ons.", "Naar het begin")),
        ("en", ("You have tried too often", "Call us.", "Go to the start")),
    ],
)
def test_de_bladzijde_zegt_hoe_het_verder_gaat_in_beide_talen(taal: str, zinnen: tuple[str, ...]) -> None:
    een_gemeente()
    verzoek = RequestFactory().get("/")
    verzoek.nu = NU  # type: ignore[attr-defined]
    with translation.override(taal):
        antwoord = te_vaak(verzoek)
    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == 429
    assert 'href="tel:14070"' in bladzijde
    assert [zin for zin in zinnen if zin not in bladzijde] == []
