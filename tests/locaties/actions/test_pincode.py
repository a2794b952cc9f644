"""The code of the tablet: hashed, counted, and of no use when the tries are used up."""

from __future__ import annotations

import pytest

from locaties.actions.pincode_proberen import pincode_proberen
from locaties.actions.pincode_vrijgeven import pincode_vrijgeven
from locaties.actions.pincode_weghalen import pincode_weghalen
from locaties.actions.pincode_zetten import PincodeOngeschikt, pincode_zetten
from locaties.models import Gebruiker
from locaties.queries.pincode import pincode_klopt, pincodestand

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(nu) -> int:
    gebruiker = Gebruiker.objects.create_user("host")
    pincode_zetten(gebruiker_id=gebruiker.pk, pincode="804216", nu=nu)
    return gebruiker.pk


def probeer(wie: int, nu, pincode: str) -> int | None:
    klopt = pincode_klopt(gebruiker_id=wie, pincode=pincode)
    return pincode_proberen(gebruiker_id=wie, klopt=klopt, nu=nu)


def test_de_code_staat_nergens_leesbaar(wie, nu):
    gebruiker = Gebruiker.objects.get()
    assert "804216" not in gebruiker.pincode
    assert pincodestand(gebruiker_id=wie).gezet_op == nu
    assert pincodestand(gebruiker_id=wie).werkt


def test_de_goede_code_opent_en_vergeet_de_verkeerde(wie, nu):
    assert [probeer(wie, nu, "000000") for _ in range(4)] == [4, 3, 2, 1]
    assert probeer(wie, nu, "804216") is None
    assert probeer(wie, nu, "000000") == 4


def test_na_vijf_keer_mis_helpt_ook_de_goede_code_niet_tot_het_volledige_inloggen(wie, nu):
    assert [probeer(wie, nu, "000000") for _ in range(6)] == [4, 3, 2, 1, 0, 0]
    assert probeer(wie, nu, "804216") == 0
    assert not pincodestand(gebruiker_id=wie).werkt
    pincode_vrijgeven(gebruiker_id=wie, nu=nu)
    assert probeer(wie, nu, "804216") is None


@pytest.mark.parametrize("pincode", ["12345", "123456", "777777", "abcdef"])
def test_een_te_makkelijke_code_wordt_niet_bewaard(wie, nu, pincode):
    with pytest.raises(PincodeOngeschikt):
        pincode_zetten(gebruiker_id=wie, pincode=pincode, nu=nu)
    assert pincode_klopt(gebruiker_id=wie, pincode="804216")


def test_zonder_code_opent_niets(wie, nu):
    for _ in range(2):
        pincode_weghalen(gebruiker_id=wie, nu=nu)
    assert pincodestand(gebruiker_id=wie).gezet_op is None
    assert not pincode_klopt(gebruiker_id=wie, pincode="")
    assert probeer(wie, nu, "804216") == 0
    assert pincode_proberen(gebruiker_id=wie, klopt=True, nu=nu) == 0
