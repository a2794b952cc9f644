"""Confirmation by code, where a municipality switches it on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_bevestigen import VoorlopigVerlopen, afspraak_bevestigen
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.bericht_opnieuw import NietTeVersturen, bericht_opnieuw
from afspraken.actions.stappen.toegangscode import CodeOnjuist
from afspraken.actions.stappen.weigeringen import NietTeWijzigen
from afspraken.models import Afspraak, Bericht
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor(settings: Any) -> Kantoorscene:
    settings.BEVESTIGEN_MET_CODE = True
    return een_kantoor()


def _code() -> str:
    return str(Bericht.objects.get(soort="code").gegevens["verificatiecode"])


def test_een_voorlopige_afspraak_wordt_met_de_code_zeker(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, Bericht.objects.count()) == ("voorlopig", 1)

    afspraak_bevestigen(
        afspraak_id=afspraak.id,
        contact_id=afspraak.contacten.get().id,
        code=_code(),
        nu=NU + timedelta(minutes=5),
    )

    assert Afspraak.objects.get().status == "bevestigd"
    assert Bericht.objects.filter(soort="bevestiging").count() == 1


def test_een_verkeerde_code_laat_alles_zoals_het_was(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()
    mis = "000000" if _code() != "000000" else "111111"

    with pytest.raises(CodeOnjuist):
        afspraak_bevestigen(afspraak_id=afspraak.id, contact_id=afspraak.contacten.get().id, code=mis, nu=NU)

    assert Afspraak.objects.get().status == "voorlopig"


def test_na_een_half_uur_is_de_tijd_weer_vrij(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()
    later = NU + timedelta(minutes=40)

    with pytest.raises(VoorlopigVerlopen):
        afspraak_bevestigen(
            afspraak_id=afspraak.id, contact_id=afspraak.contacten.get().id, code=_code(), nu=later
        )

    een_afspraak(kantoor, nu=later, telefoon="06 87654321")
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_wie_belt_hoeft_geen_code_in_te_vullen(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, herkomst="telefoon")

    assert Afspraak.objects.get().status == "bevestigd"


def test_een_voorlopige_afspraak_is_nog_niet_te_verzetten_maar_wel_af_te_zeggen(
    kantoor: Kantoorscene,
) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()

    with pytest.raises(NietTeWijzigen):
        afspraak_verzetten(afspraak_id=afspraak.id, begin=op("11:00"), nu=NU, rol="telefonist")
    afspraak_annuleren(afspraak_id=afspraak.id, nu=NU, rol="burger")

    assert Afspraak.objects.get().status == "geannuleerd"
    assert not Bericht.objects.filter(soort="gewijzigd").exists()


def test_over_een_voorlopige_afspraak_gaat_geen_bevestiging_uit(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()
    with pytest.raises(NietTeVersturen):
        bericht_opnieuw(afspraak_id=afspraak.id, nu=NU, gebruiker_id=None)

    assert not Bericht.objects.filter(soort="bevestiging").exists()
