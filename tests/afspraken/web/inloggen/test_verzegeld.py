"""The secrets of a second factor are nowhere readable in the database, and log in all the same."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.urls import reverse

from afspraken.queries.tweede_factor import GEHEIMEN, open_geheim
from tests.afspraken.kanarie import tabellen_met
from tests.afspraken.web.inloggen.medewerker import (
    APP,
    HERSTEL,
    Ingesteld,
    code_van,
    een_medewerker,
    komt_erin,
    lees_geheim,
    met_wachtwoord,
    stel_in,
)
from tests.bouwers import NU
from toegankelijkheid.models.zegel import ZegelGebroken

pytestmark = pytest.mark.django_db
OUD, NIEUW = "oud-" * 10, "nieuw-" * 10
VOLGENDE_CODE = 90  # seconds: each code of the app counts once
TABEL = {"mfa_authenticator"}


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NU, tick=False) as klok:
        yield klok


@pytest.fixture
def kaal(settings: Any) -> None:
    """As allauth does it by itself, and as an older version of ours did."""
    settings.MFA_ADAPTER = "allauth.mfa.adapter.DefaultMFAAdapter"
    settings.MFA_FORMS = {}


def herversleutel() -> str:
    uit = StringIO()
    call_command("herversleutelen", stdout=uit)
    return uit.getvalue().strip()


def bewaard() -> dict[str, str]:
    """Return each secret as it stands in the database."""
    rijen = [data.items() for data in Authenticator.objects.values_list("data", flat=True)]
    return {naam: waarde for rij in rijen for naam, waarde in rij if naam in GEHEIMEN}


def geheimen() -> tuple[str, ...]:
    """Return them as they are."""
    return tuple(open_geheim(bewaard=waarde) for waarde in bewaard().values())


def in_sessies(geheim: str) -> bool:
    return any(geheim in str(sessie.get_decoded()) for sessie in Session.objects.all())


def logt_in(ingesteld: Ingesteld, klok: time_machine.Traveller, *, herstelcode: int) -> None:
    """Go in with the app, and with a recovery code that counts once."""
    wie = ingesteld.gebruiker
    klok.shift(VOLGENDE_CODE)
    assert not komt_erin(wie, "000000")
    assert komt_erin(wie, code_van(ingesteld.geheim))
    assert komt_erin(wie, ingesteld.codes[herstelcode])
    assert not komt_erin(wie, ingesteld.codes[herstelcode])


def test_na_het_instellen_staat_er_geen_geheim_in_de_database() -> None:
    ingesteld = stel_in()
    assert set(bewaard()) == GEHEIMEN
    assert ingesteld.geheim in geheimen()
    assert tabellen_met(geheimen()) == set()
    assert not any(map(in_sessies, geheimen()))


@pytest.mark.usefixtures("kaal")
def test_zonder_onze_adapter_staan_ze_er_leesbaar() -> None:
    """The control: the same look at the same tables finds them when nobody seals."""
    ingesteld = stel_in()
    assert ingesteld.geheim in bewaard().values()
    assert tabellen_met((ingesteld.geheim,)) == tabellen_met((bewaard()["seed"],)) == TABEL


def test_ook_tijdens_het_instellen_staat_het_geheim_niet_leesbaar_in_de_sessie() -> None:
    browser = met_wachtwoord(een_medewerker())
    geheim = lees_geheim(browser)
    browser.post(reverse("mfa_activate_totp"), {"code": "000000"})
    nog_eens = browser.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert nog_eens.context["form"].secret == geheim
    assert not in_sessies(geheim)


def test_na_een_sleutelwissel_halverwege_begint_het_instellen_gewoon_opnieuw(settings: Any) -> None:
    settings.ZEGEL_SLEUTELS = [OUD]
    browser = met_wachtwoord(een_medewerker())
    eerst = lees_geheim(browser)
    settings.ZEGEL_SLEUTELS = [NIEUW]
    assert lees_geheim(browser) != eerst


@pytest.mark.usefixtures("kaal")
def test_zonder_ons_formulier_staat_het_leesbaar_in_de_sessie() -> None:
    """The control."""
    assert in_sessies(lees_geheim(met_wachtwoord(een_medewerker())))


def test_de_app_en_een_herstelcode_openen_de_deur(klok: time_machine.Traveller) -> None:
    logt_in(stel_in(), klok, herstelcode=0)


def test_na_het_herversleutelen_kan_de_oude_sleutel_weg(klok: time_machine.Traveller, settings: Any) -> None:
    settings.ZEGEL_SLEUTELS = [OUD]
    ingesteld = stel_in()
    assert komt_erin(ingesteld.gebruiker, ingesteld.codes[9])

    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]
    logt_in(ingesteld, klok, herstelcode=0)
    assert [herversleutel(), herversleutel()] == ["Opnieuw verzegeld: 2.", "Opnieuw verzegeld: 0."]

    settings.ZEGEL_SLEUTELS = [NIEUW]
    logt_in(ingesteld, klok, herstelcode=1)
    assert not komt_erin(ingesteld.gebruiker, ingesteld.codes[9])


def test_zonder_herversleutelen_gaat_na_het_weghalen_niets_meer_open(settings: Any) -> None:
    """The control: it is that command that turns the rows."""
    settings.ZEGEL_SLEUTELS = [OUD]
    ingesteld = stel_in()
    settings.ZEGEL_SLEUTELS = [NIEUW]
    with pytest.raises(ZegelGebroken):
        komt_erin(ingesteld.gebruiker, ingesteld.codes[0])
    with pytest.raises(CommandError, match="Niet te openen met deze sleutels: 2"):
        herversleutel()


def test_wat_er_nog_open_stond_logt_in_en_wordt_verzegeld(
    klok: time_machine.Traveller, settings: Any, request: pytest.FixtureRequest
) -> None:
    ons = settings.MFA_ADAPTER, settings.MFA_FORMS
    request.getfixturevalue("kaal")
    ingesteld = stel_in()
    settings.MFA_ADAPTER, settings.MFA_FORMS = ons
    assert tabellen_met(geheimen()) == TABEL

    logt_in(ingesteld, klok, herstelcode=0)
    assert [herversleutel(), herversleutel()] == ["Opnieuw verzegeld: 2.", "Opnieuw verzegeld: 0."]

    assert tabellen_met(geheimen()) == set()
    logt_in(ingesteld, klok, herstelcode=1)


def test_een_toegangssleutel_blijft_zoals_hij_is() -> None:
    """It is a public key; what stands in it has nothing to do with our seals."""
    gegevens = {"name": "Tablet", "secret": "geen geheim", "credential": {"publicKey": "x"}}
    sleutel = Authenticator.objects.create(
        user=een_medewerker(), type=Authenticator.Type.WEBAUTHN, data=gegevens
    )
    assert herversleutel() == "Opnieuw verzegeld: 0."
    sleutel.refresh_from_db()
    assert sleutel.data == gegevens


@pytest.mark.parametrize("kapot", ["zegel:", "zegel:geen base64", "zegel:AAAA"])
def test_een_kapot_zegel_opent_niets_en_wordt_gemeld(kapot: str) -> None:
    ingesteld = stel_in()
    app = Authenticator.objects.filter(user=ingesteld.gebruiker, type=APP)
    app.update(data={"secret": kapot})
    with pytest.raises(CommandError, match="Niet te openen met deze sleutels: 1"):
        herversleutel()
    assert app.get().data == {"secret": kapot}
    assert Authenticator.objects.filter(type=HERSTEL).exists()
    with pytest.raises(ZegelGebroken):
        komt_erin(ingesteld.gebruiker, code_van(ingesteld.geheim))
