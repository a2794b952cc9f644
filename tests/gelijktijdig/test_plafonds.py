"""Twenty at once from one address, each at its own office, so that no lock of a day helps the ceiling."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any
from uuid import uuid4

import pytest

from tests.gelijktijdig.ploeg import Ploeg, Uitkomst
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig
HOOGSTENS = 5


def verdeling(uitkomsten: list[Uitkomst]) -> Counter[str]:
    """Count who got it and who was refused; anything else is a fault."""
    assert [u.fout for u in uitkomsten if u.fout] == []
    return Counter(u.weigering or "gelukt" for u in uitkomsten)


def houd_allen_vast(ploeg: Ploeg, taak: str, **velden: Any) -> Counter[str]:
    """Let everybody hold a time."""
    kantoren = [een_code() for _ in ploeg.kinderen]
    for kantoor in kantoren:
        ploeg.een("bouw", kantoor=kantoor, plaatsen=1, tot="10:30")
    opdrachten = [
        (taak, {"aanvraag": ploeg.een("aanvraag", kantoor=kantoor), "kantoor": kantoor, **velden})
        for kantoor in kantoren
    ]
    return verdeling(ploeg.samen(met_besluit(opdrachten)))


def maak_allen(ploeg: Ploeg, taak: str) -> Counter[str]:
    """Let everybody, with a time that is held, make the appointment."""
    kantoren = [een_code() for _ in ploeg.kinderen]
    opdrachten = []
    for kantoor in kantoren:
        ploeg.een("bouw", kantoor=kantoor, plaatsen=1, tot="10:30")
        aanvraag = ploeg.een("aanvraag", kantoor=kantoor)
        ploeg.een("houd_vast", aanvraag=aanvraag, kantoor=kantoor, om="10:00")
        opdrachten.append((taak, {"aanvraag": aanvraag, "formulier": str(uuid4()), "hoogstens": HOOGSTENS}))
    return verdeling(ploeg.samen(met_besluit(opdrachten)))


def met_besluit(opdrachten: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Tell a negative control until when it waits; the others decide inside their own transaction."""
    tot = time.time() + 3
    return [
        (taak, {**velden, "besluit_om": tot} if taak.endswith("_na_kijken") else velden)
        for taak, velden in opdrachten
    ]


def test_van_twintig_tegelijk_houdt_een_adres_er_niet_meer_vast_dan_mag(ploeg: Ploeg) -> None:
    telling = houd_allen_vast(ploeg, "houd_vast_van_een_adres", hoogstens=HOOGSTENS)

    assert telling == {"gelukt": HOOGSTENS, "TeVeelVastgehouden": 20 - HOOGSTENS}
    assert ploeg.een("vastgehouden") == HOOGSTENS


def test_van_twintig_tegelijk_maakt_een_adres_er_niet_meer_dan_mag(ploeg: Ploeg) -> None:
    telling = maak_allen(ploeg, "maak_van_een_adres")

    assert telling == {"gelukt": HOOGSTENS, "TeDruk": 20 - HOOGSTENS}
    assert (ploeg.een("gemaakt"), ploeg.een("geteld")) == (HOOGSTENS, HOOGSTENS)


def test_controle_eerst_kijken_en_dan_vasthouden_laat_er_te_veel_door(ploeg: Ploeg) -> None:
    telling = houd_allen_vast(ploeg, "houd_vast_na_kijken", hoogstens=HOOGSTENS)

    assert telling["gelukt"] > HOOGSTENS
    assert ploeg.een("vastgehouden") > HOOGSTENS


def test_controle_eerst_kijken_en_dan_maken_laat_er_te_veel_door(ploeg: Ploeg) -> None:
    assert maak_allen(ploeg, "maak_na_kijken")["gelukt"] > HOOGSTENS
    assert ploeg.een("gemaakt") > HOOGSTENS


def verstuur_allen(ploeg: Ploeg, taak: str) -> Counter[str]:
    """Let everybody send one SMS, each to a number of its own."""
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1, tot="10:30")
    berichten = ploeg.een("zet_sms_klaar", kantoor=kantoor, aantal=len(ploeg.kinderen))
    opdrachten = [(taak, {"bericht": bericht, "hoogstens": HOOGSTENS}) for bericht in berichten]
    uitkomsten = ploeg.samen(met_besluit(opdrachten))
    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    return Counter(str(u.uit) for u in uitkomsten)


def test_van_twintig_sms_tegelijk_gaan_er_niet_meer_weg_dan_het_budget(ploeg: Ploeg) -> None:
    telling = verstuur_allen(ploeg, "verstuur_binnen_budget")

    assert telling == {"": HOOGSTENS, "sms_vol_gemeente": 20 - HOOGSTENS}
    assert ploeg.een("verstuurd") == HOOGSTENS


def test_controle_eerst_kijken_en_dan_versturen_laat_er_te_veel_door(ploeg: Ploeg) -> None:
    assert verstuur_allen(ploeg, "verstuur_na_kijken")[""] > HOOGSTENS
    assert ploeg.een("verstuurd") > HOOGSTENS
