"""Rotation of the key that seals."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.stappen.overdracht import draag_over
from afspraken.models import Aanvraag, Beurtsms, Overdracht
from afspraken.queries.aanvraag import lees_aanvraag
from afspraken.queries.sms_nummer import nummer_van
from afspraken.queries.verhalen import verhalen_in
from tests.dagbouwers import een_inloper
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


def test_ook_het_verhaal_van_een_bezoeker_gaat_mee(settings, kantoor):
    settings.ZEGEL_SLEUTELS = [OUD]
    draag_over(een_inloper(kantoor), specialisme="", verhaal="Wil eerst de brief begrijpen.")
    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]
    assert _herversleutel() == "Opnieuw verzegeld: 1."
    settings.ZEGEL_SLEUTELS = [NIEUW]
    assert verhalen_in(Overdracht.objects.get()) == ("Wil eerst de brief begrijpen.",)


def test_ook_het_nummer_voor_de_sms_gaat_mee(settings, kantoor):
    settings.ZEGEL_SLEUTELS = [OUD]
    een_inloper(kantoor, telefoon="06 12345678")
    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]
    assert _herversleutel() == "Opnieuw verzegeld: 1."
    settings.ZEGEL_SLEUTELS = [NIEUW]
    assert nummer_van(Beurtsms.objects.get()) == "+31612345678"


def test_wat_niet_opengaat_blijft_staan_en_wordt_gemeld():
    Aanvraag.objects.create(id=uuid4(), verzegeld=b"onzin", aangemaakt_op=NU, gewijzigd_op=NU)
    with pytest.raises(CommandError, match="Niet te openen met deze sleutels: 1"):
        _herversleutel()
    assert bytes(Aanvraag.objects.get().verzegeld) == b"onzin"
    assert not Afstemming.objects.exists()
