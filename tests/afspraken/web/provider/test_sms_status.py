"""Receipts of the provider: only real ones count, in any order, and any number of times."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Bericht, Gebeurtenis
from tests.bouwers import Kantoorscene, een_afspraak
from tests.nagemaakt.twilio import handtekening

pytestmark = pytest.mark.django_db
ADRES = "https://afspraken.denhaag.nl"
TOKEN = "geheim"


@pytest.fixture
def bericht(kantoor: Kantoorscene, settings: Any) -> Bericht:
    settings.TWILIO_AUTH_TOKEN, settings.TWILIO_AUTH_TOKEN_OUD = TOKEN, "vorig"
    settings.SITE_ADRES = ADRES
    een_afspraak(kantoor)
    Bericht.objects.filter(soort="bevestiging").update(status="bezig", lease_van="w", provider_id="")
    return Bericht.objects.get(soort="bevestiging")


def _meld(
    bericht_id: object, status: str, *, token: str = TOKEN, sid: str = "SM1", fout: str = "", **extra: str
) -> int:
    pad = f"{reverse('provider_sms_status')}?bericht={bericht_id}"
    velden = {"MessageSid": sid, "MessageStatus": status, "To": "+31612345678", **extra}
    velden |= {"ErrorCode": fout} if fout else {}
    antwoord = Client(enforce_csrf_checks=True).post(
        pad,
        urlencode(velden),
        content_type="application/x-www-form-urlencoded",
        headers={"x-twilio-signature": handtekening(ADRES + pad, velden, token)},
    )
    return antwoord.status_code


def _stand(bericht: Bericht) -> tuple[str, str]:
    bericht.refresh_from_db()
    return bericht.status, bericht.provider_id


@pytest.mark.parametrize("token", ["verkeerd", ""])
def test_een_valse_handtekening_verandert_niets(bericht: Bericht, token: str) -> None:
    assert _meld(bericht.id, "delivered", token=token) == 403
    assert _stand(bericht) == ("bezig", "")


def test_zonder_eigen_token_komt_niemand_binnen(bericht: Bericht, settings: Any) -> None:
    settings.TWILIO_AUTH_TOKEN = settings.TWILIO_AUTH_TOKEN_OUD = ""
    assert _meld(bericht.id, "delivered", token="") == 403


def test_alleen_versturen_mag(bericht: Bericht) -> None:
    assert Client().get(reverse("provider_sms_status")).status_code == 405


def test_het_vorige_token_telt_zolang_er_gewisseld_wordt(bericht: Bericht) -> None:
    assert _meld(bericht.id, "delivered", token="vorig") == 204
    assert _stand(bericht) == ("afgeleverd", "SM1")


@pytest.mark.parametrize(
    "volgorde",
    [
        ["queued", "sent", "delivered"],
        ["delivered", "sent", "queued"],
        ["delivered"] * 5,
        ["sent", "delivered", "sent"],
    ],
)
def test_volgorde_en_herhaling_maken_niet_uit(bericht: Bericht, volgorde: list[str]) -> None:
    assert {_meld(bericht.id, status) for status in volgorde} == {204}
    assert _stand(bericht) == ("afgeleverd", "SM1")


def test_niet_afgeleverd_staat_een_keer_in_het_verhaal(bericht: Bericht) -> None:
    for status in ("sent", "undelivered", "undelivered", "sent"):
        _meld(bericht.id, status, fout="30005" if status == "undelivered" else "")
    assert _stand(bericht) == ("mislukt", "SM1")
    assert bericht.fout == "provider_30005"
    assert Gebeurtenis.objects.filter(soort="bericht.mislukt").count() == 1


def test_een_melding_over_een_eerdere_poging_telt_niet(bericht: Bericht) -> None:
    _meld(bericht.id, "sent", sid="SM2")
    _meld(bericht.id, "failed", sid="SM1", fout="30001")
    assert _stand(bericht) == ("verstuurd", "SM2")


@pytest.mark.parametrize("vreemd", ["", "geen-uuid", uuid4(), "%00"])
def test_wat_niet_van_ons_is_wordt_beantwoord_en_vergeten(bericht: Bericht, vreemd: object) -> None:
    assert _meld(vreemd, "delivered") == 204
    assert _stand(bericht) == ("bezig", "")


@pytest.mark.parametrize("status", ["", "iets_nieuws", "delivered\x00"])
def test_een_onbekende_status_verandert_niets(bericht: Bericht, status: str) -> None:
    assert _meld(bericht.id, status) == 204
    assert _stand(bericht) == ("bezig", "")
