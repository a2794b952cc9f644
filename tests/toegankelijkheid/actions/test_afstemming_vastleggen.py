"""What is kept for one appointment: what in the open, what sealed, and what must be ordered."""

from datetime import date

import pytest
from django.db import connection

from locaties.models import Contactpersoon
from tests.toegankelijkheid.bouwers import NU, leg_vast, maak_catalogus, maak_locatie, maak_medewerker
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming
from toegankelijkheid.models.zegel import open_zegel
from toegankelijkheid.queries.behoeften import OnbekendeBehoefte

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def locatie():
    maak_catalogus()
    return maak_locatie()


def test_planning_ziet_vereisten_en_de_keuze_is_verzegeld(locatie):
    pk = leg_vast("gebarentolk", "rolstoel", locatie=locatie, eigen_tolk=True)
    afstemming = Afstemming.objects.get(pk=pk)
    assert afstemming.vereisten["balie"] == ["verlaagde_balie"]
    assert afstemming.vereisten["extra_minuten"] == 15
    assert open_zegel(
        tabel="toegankelijkheid_afstemming", kolom="verzegeld", rij=pk, zegel=afstemming.verzegeld
    ) == {
        "behoeften": ["rolstoel", "gebarentolk"],
        "teksten": ["Tekst rolstoel", "Tekst gebarentolk"],
        "handelingen": ["Ga op ooghoogte zitten.", "Praat tegen de bezoeker, niet tegen de tolk."],
        "eigen_tolk": True,
    }


def test_in_geen_enkele_kolom_staat_welke_behoefte_gekozen_is(locatie):
    leg_vast("rolstoel", "gebarentolk", locatie=locatie)
    with connection.cursor() as cursor:
        for tabel in ("afstemming", "toestemming", "bestelling"):
            cursor.execute(f"SELECT * FROM toegankelijkheid_{tabel}")  # noqa: S608 - three fixed names
            rijen = [bytes(w) if isinstance(w, memoryview) else w for rij in cursor.fetchall() for w in rij]
            for geheim in ("rolstoel", "gebarentolk", "ooghoogte"):
                assert geheim not in str(rijen)


def test_toestemming_staat_erbij_met_tekst_en_wijze(locatie):
    pk = leg_vast("rolstoel", locatie=locatie, tekstversie="v3", wijze="mondeling")
    assert Toestemming.objects.values_list(
        "afstemming_id", "tekstversie", "wijze", "gegeven_op", "ingetrokken_op"
    ).get() == (pk, "v3", "mondeling", NU, None)


@pytest.mark.parametrize(
    ("behoeften", "afspraakdatum", "besteld"),
    [
        (["rolstoel"], date(2026, 12, 7), []),
        (["gebarentolk"], date(2026, 12, 7), [("tolk Nederlandse Gebarentaal", date(2026, 11, 30))]),
        (["gebarentolk"], date(2026, 11, 30), [("tolk Nederlandse Gebarentaal", date(2026, 11, 23))]),
        # Too late to order: the replacement at the balie does it.
        (["gebarentolk"], date(2026, 11, 27), []),
        (["anders"], date(2026, 12, 7), [("bellen met de bezoeker", date(2026, 11, 25))]),
        (["anders"], date(2026, 11, 23), [("bellen met de bezoeker", date(2026, 11, 23))]),
    ],
)
def test_wat_op_tijd_kan_wordt_een_bestelling(locatie, behoeften, afspraakdatum, besteld):
    leg_vast(*behoeften, locatie=locatie, afspraakdatum=afspraakdatum)
    assert list(Bestelling.objects.values_list("wat", "voor_datum")) == besteld


def test_de_contactpersoon_van_vandaag_regelt_het(locatie):
    for code, van, tot in [
        ("gisteren", date(2026, 11, 1), date(2026, 11, 22)),
        ("vandaag", date(2026, 11, 23), date(2026, 11, 23)),
    ]:
        Contactpersoon.objects.create(
            locatie=locatie, medewerker=maak_medewerker(code), telefoon="14 070", van=van, tot_en_met=tot
        )
    leg_vast("anders", locatie=locatie)
    assert Bestelling.objects.get().eigenaar == "Vandaag"


def test_een_onbekende_behoefte_laat_niets_achter(locatie):
    with pytest.raises(OnbekendeBehoefte):
        leg_vast("rolstoel", "bestaat_niet", locatie=locatie)
    assert not Afstemming.objects.exists()


def test_gaat_het_halverwege_mis_dan_blijft_er_niets_over(locatie, monkeypatch):
    def stuk(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(Bestelling.objects, "bulk_create", stuk)
    with pytest.raises(RuntimeError):
        leg_vast("anders", locatie=locatie)
    assert not Afstemming.objects.exists()
    assert not Toestemming.objects.exists()
