"""Rotation of the key that seals."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.models import Aanvraag
from afspraken.queries.aanvraag import lees_aanvraag
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.models import Afstemming

pytestmark = pytest.mark.django_db
OUD, NIEUW = "oud-" * 10, "nieuw-" * 10


def _herversleutel() -> str:
    uit = StringIO()
    call_command("herversleutelen", "--portie", "2", stdout=uit)
    return uit.getvalue().strip()


def test_na_het_herversleutelen_kan_de_oude_sleutel_weg(settings):
    settings.ZEGEL_SLEUTELS = [OUD]
    maak_catalogus()
    locatie = maak_locatie()
    afstemmingen = [leg_vast("rolstoel", locatie=locatie) for _ in range(5)]
    aanvraag = aanvraag_bijwerken(aanvraag_id=None, nu=NU, achternaam="Jansen")
    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]
    assert [_herversleutel(), _herversleutel()] == ["Opnieuw verzegeld: 6.", "Opnieuw verzegeld: 0."]
    settings.ZEGEL_SLEUTELS = [NIEUW]
    for pk in afstemmingen:
        gelezen = behoeften_lezen(afstemming_id=pk, gebruiker_id=None, rol="burger", doel="test", nu=NU)
        assert gelezen.behoeften == ("rolstoel",)
    assert lees_aanvraag(aanvraag_id=aanvraag).gegevens.achternaam == "Jansen"


def test_wat_niet_opengaat_blijft_staan_en_wordt_gemeld():
    Aanvraag.objects.create(id=uuid4(), verzegeld=b"onzin", aangemaakt_op=NU, gewijzigd_op=NU)
    with pytest.raises(CommandError, match="Niet te openen met deze sleutels: 1"):
        _herversleutel()
    assert bytes(Aanvraag.objects.get().verzegeld) == b"onzin"
    assert not Afstemming.objects.exists()
