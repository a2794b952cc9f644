"""First the log, then the reading; no line, no display."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError

from locaties.models import Gebruiker
from locaties.rules.weigering import NietGevonden
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie
from toegankelijkheid.actions import behoeften_lezen as module
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.models import Afstemming, Behoefte, Inzage
from toegankelijkheid.models.zegel import ZegelGebroken
from toegankelijkheid.queries.gelezen_behoeften import GelezenBehoeften

pytestmark = pytest.mark.django_db
LEZER: dict[str, Any] = {"gebruiker_id": None, "rol": "burger", "doel": "eigen afspraak bekijken", "nu": NU}


@pytest.fixture
def afstemming_id():
    maak_catalogus()
    return leg_vast("rolstoel", locatie=maak_locatie())


def test_wie_bedient_leest_wat_te_doen_en_dat_wordt_opgeschreven(afstemming_id):
    gebruiker = Gebruiker.objects.create(username="anja")
    lezer = LEZER | {"gebruiker_id": gebruiker.pk, "rol": "baliemedewerker", "doel": "bezoek bedienen"}
    assert behoeften_lezen(afstemming_id=afstemming_id, **lezer) == GelezenBehoeften(
        behoeften=("rolstoel",),
        teksten=("Tekst rolstoel",),
        handelingen=("Ga op ooghoogte zitten.",),
        eigen_tolk=False,
    )
    assert Inzage.objects.values_list("afstemming_id", "gebruiker_id", "rol", "doel", "op").get() == (
        afstemming_id,
        gebruiker.pk,
        "baliemedewerker",
        "bezoek bedienen",
        NU,
    )


def test_honderd_keer_lezen_geeft_honderd_regels(afstemming_id):
    for _ in range(100):
        behoeften_lezen(afstemming_id=afstemming_id, **LEZER)
    assert Inzage.objects.filter(afstemming_id=afstemming_id).count() == 100
    assert "rolstoel" not in str(list(Inzage.objects.values()))


def test_lukt_het_opschrijven_niet_dan_gaat_het_zegel_niet_open(afstemming_id, monkeypatch):
    def stuk(**_kwargs):
        raise DatabaseError

    geopend: list[object] = []
    monkeypatch.setattr(Inzage.objects, "create", stuk)
    monkeypatch.setattr(module, "geopend", geopend.append)
    with pytest.raises(DatabaseError):
        behoeften_lezen(afstemming_id=afstemming_id, **LEZER)
    assert geopend == []


def test_een_kapot_zegel_toont_niets_maar_de_regel_staat_er(afstemming_id):
    Afstemming.objects.update(verzegeld=b"gewone tekst: rolstoel")
    with pytest.raises(ZegelGebroken):
        behoeften_lezen(afstemming_id=afstemming_id, **LEZER)
    assert Inzage.objects.count() == 1


def test_verwisselde_rijen_gaan_niet_open(afstemming_id):
    ander = leg_vast("anders", locatie=maak_locatie("zuid"))
    zegel = Afstemming.objects.values_list("verzegeld", flat=True).get(pk=ander)
    Afstemming.objects.filter(pk=afstemming_id).update(verzegeld=zegel)
    with pytest.raises(ZegelGebroken):
        behoeften_lezen(afstemming_id=afstemming_id, **LEZER)


def test_wat_gewist_is_kan_niemand_lezen():
    with pytest.raises(NietGevonden):
        behoeften_lezen(afstemming_id=uuid4(), **LEZER)
    assert not Inzage.objects.exists()


def test_een_gewijzigde_catalogus_verandert_de_belofte_niet(afstemming_id):
    Behoefte.objects.update(handelingen=["Iets heel anders."], tekst="Nieuw")
    gelezen = behoeften_lezen(afstemming_id=afstemming_id, **LEZER)
    assert gelezen.handelingen == ("Ga op ooghoogte zitten.",)


@pytest.mark.django_db(transaction=True)
def test_lezen_binnen_een_andere_transactie_wordt_geweigerd(afstemming_id):
    from django.db import transaction  # noqa: PLC0415 - only here

    with pytest.raises(RuntimeError), transaction.atomic():
        behoeften_lezen(afstemming_id=afstemming_id, **LEZER)
    assert not Inzage.objects.exists()
