"""Two devices and one code: one of them becomes the screen, and from one address nobody guesses on."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from django.conf import settings

from tests.gelijktijdig.ploeg import Ploeg
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig
HIER = "tests.gelijktijdig.schermen:"
CODE, TEGELIJK = "K7M4QX", 12


def een_scherm(ploeg: Ploeg) -> str:
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)
    return str(ploeg.een(f"{HIER}maak_scherm", kantoor=kantoor, code=CODE))


def test_van_veel_apparaten_met_dezelfde_code_wordt_er_een_het_scherm(ploeg: Ploeg) -> None:
    een_scherm(ploeg)

    opdrachten = [(f"{HIER}koppel", {"code": CODE, "afzender_ip": f"10.0.0.{i}"}) for i in range(TEGELIJK)]
    uitkomsten = ploeg.samen(opdrachten)

    assert [u.fout for u in uitkomsten if u.fout] == []
    assert Counter(u.weigering for u in uitkomsten if u.weigering) == {"KoppelcodeOnjuist": TEGELIJK - 1}
    (token,) = [u.uit for u in uitkomsten if u.uit]
    assert ploeg.een(f"{HIER}is_gekoppeld_met", token=token)


def test_van_een_adres_raadt_niemand_vaker_dan_mag(ploeg: Ploeg) -> None:
    uitkomsten = ploeg.samen([(f"{HIER}koppel", {"code": "222222", "afzender_ip": "10.0.0.1"})] * TEGELIJK)

    telling = Counter(u.fout or u.weigering for u in uitkomsten)
    mag = settings.MAX_KOPPELPOGINGEN_PER_MINUUT
    assert telling == {"KoppelcodeOnjuist": mag, "TeVaakGeprobeerd": TEGELIJK - mag}


def test_controle_eerst_kijken_en_dan_koppelen_laat_er_meer_denken_dat_het_lukte(ploeg: Ploeg) -> None:
    scherm_id = een_scherm(ploeg)

    opdracht = {"code": CODE, "scherm_id": scherm_id, "besluit_om": time.time() + 3}
    uitkomsten = ploeg.samen([(f"{HIER}koppel_na_kijken", opdracht)] * TEGELIJK)

    assert len([u.uit for u in uitkomsten if u.uit]) > 1
