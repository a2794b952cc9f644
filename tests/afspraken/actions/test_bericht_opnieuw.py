"""The confirmation once more, for who lost it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.bericht_opnieuw import NietTeVersturen, bericht_opnieuw
from afspraken.actions.link_wisselen import link_wisselen
from afspraken.models import Afspraak, Bericht, Contact, Gebeurtenis
from tests.bouwers import NU, Kantoorscene, een_afspraak, op

pytestmark = pytest.mark.django_db


def _opnieuw(na: timedelta = timedelta(0)) -> int:
    return bericht_opnieuw(afspraak_id=Afspraak.objects.get().pk, nu=NU + na, gebruiker_id=None)


def test_de_bevestiging_gaat_nog_een_keer(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)

    assert _opnieuw() == 1

    assert Bericht.objects.filter(soort="bevestiging").count() == 2
    assert Gebeurtenis.objects.filter(soort="bericht.opnieuw").count() == 1


def test_een_dubbele_klik_stuurt_een_bericht(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)

    _opnieuw()
    _opnieuw(timedelta(seconds=1))

    assert Bericht.objects.filter(soort="bevestiging").count() == 2


def test_van_een_afgezegde_afspraak_gaat_de_afzegging_nog_een_keer(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    afspraak_annuleren(afspraak_id=Afspraak.objects.get().pk, nu=NU, rol="burger")

    _opnieuw()

    assert Bericht.objects.filter(soort="geannuleerd_door_burger").count() == 2


def test_wie_gesproken_bericht_krijgt_wordt_niet_gemaild(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    Contact.objects.update(kanaal="gesproken")

    with pytest.raises(NietTeVersturen):
        _opnieuw()


def test_na_de_afspraak_heeft_het_geen_zin_meer(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00")

    with pytest.raises(NietTeVersturen):
        _opnieuw(op("10:10") - NU)


def test_wat_nog_niet_zeker_is_krijgt_geen_bevestiging(kantoor: Kantoorscene, settings: Any) -> None:
    settings.BEVESTIGEN_MET_CODE = True
    een_afspraak(kantoor, herkomst="site")

    with pytest.raises(NietTeVersturen):
        _opnieuw()
    link_wisselen(contact_id=Contact.objects.get().pk, nu=NU)

    assert list(Bericht.objects.values_list("soort", flat=True)) == ["code"]
