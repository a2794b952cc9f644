"""Beginning again: nothing typed is left, and the time is everybody's."""

from __future__ import annotations

from uuid import uuid4

import pytest

from afspraken.actions.aanvraag_opnieuw import aanvraag_opnieuw
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.aanvraag import AanvraagWeg
from afspraken.models import Aanvraag, Afspraak, Afspraakdeel
from tests.bouwers import NU, Kantoorscene, een_aanvraag, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor() -> Kantoorscene:
    return een_kantoor()


def test_opnieuw_beginnen_wist_de_aanvraag_en_geeft_de_tijd_terug(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)

    aanvraag_opnieuw(aanvraag_id=aanvraag, nu=NU)

    assert not Aanvraag.objects.exists()
    assert Afspraak.objects.get().status == "verlopen"
    assert not Afspraakdeel.objects.filter(is_actief=True).exists()
    with pytest.raises(AanvraagWeg):
        afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)


def test_een_gemaakte_afspraak_blijft_staan(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU)

    aanvraag_opnieuw(aanvraag_id=aanvraag, nu=NU)

    assert Afspraak.objects.get().status == "bevestigd"


def test_een_aanvraag_die_al_weg_is_geeft_geen_fout() -> None:
    aanvraag_opnieuw(aanvraag_id=uuid4(), nu=NU)

    assert not Aanvraag.objects.exists()
