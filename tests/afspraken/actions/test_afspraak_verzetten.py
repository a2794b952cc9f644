"""Moving and cancelling: the new place is sure first, and nothing is left behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.stappen.weigeringen import NietTeWijzigen, TijdBezet
from afspraken.models import Afspraak, Bericht
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_behoefte, een_kantoor, op
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor() -> Kantoorscene:
    return een_kantoor()


def test_verzetten_houdt_de_code_en_verhoogt_het_volgnummer(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("11:00"), nu=NU, rol="burger")

    afspraak = Afspraak.objects.get(code=gemaakt.code)
    assert (afspraak.begin, afspraak.einde, afspraak.volgnummer) == (op("11:00"), op("11:10"), 1)
    een_afspraak(kantoor, om="10:00")


def test_verzetten_mag_over_de_eigen_tijd_heen(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("10:05"), nu=NU, rol="burger")

    assert Afspraak.objects.get().begin == op("10:05")


def test_verzetten_naar_een_bezette_tijd_laat_alles_zoals_het_was(kantoor: Kantoorscene) -> None:
    eerste = een_afspraak(kantoor, om="10:00")
    een_afspraak(kantoor, om="11:00")

    with pytest.raises(TijdBezet):
        afspraak_verzetten(afspraak_id=eerste.afspraak_id, begin=op("11:00"), nu=NU, rol="burger")

    afspraak = Afspraak.objects.get(code=eerste.code)
    assert (afspraak.begin, afspraak.delen.get().begin) == (op("10:00"), op("10:00"))


def test_verzetten_vervangt_de_herinnering(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("11:00"), nu=NU, rol="burger")

    klaar = Bericht.objects.filter(status="klaar")
    assert sorted(klaar.values_list("soort", flat=True)) == ["gewijzigd", "herinnering"]
    assert klaar.get(soort="herinnering").versturen_na == op("11:00") - timedelta(days=1)


def test_verzetten_naar_dezelfde_tijd_doet_niets(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("10:00"), nu=NU, rol="burger")

    assert Afspraak.objects.get().volgnummer == 0


def test_een_afspraak_die_begonnen_is_kan_niet_meer_anders(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    with pytest.raises(NietTeWijzigen):
        afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("11:00"), nu=op("10:00"), rol="burger")


def test_annuleren_maakt_de_plaats_vrij_en_wist_de_afstemming(kantoor: Kantoorscene) -> None:
    een_behoefte("anders", bestelling=0)
    gemaakt = een_afspraak(kantoor, behoeften=("anders",))
    assert Bestelling.objects.exists()

    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="burger")

    for soort in (Afstemming, Bestelling, Toestemming):
        assert not soort.objects.exists()
    assert Afspraak.objects.get().afstemming_id is None
    een_afspraak(kantoor, om="10:00")


def test_twee_keer_annuleren_stuurt_een_bericht(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor)

    for _ in range(2):
        afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="burger")

    assert Bericht.objects.filter(soort="geannuleerd_door_burger").count() == 1
    assert not Bericht.objects.filter(soort="herinnering", status="klaar").exists()
