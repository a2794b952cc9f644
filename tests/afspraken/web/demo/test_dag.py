"""The page that plays a day: every button does what it says, and it exists in the demo only."""

import pytest

from afspraken.models import Demodag
from tests.afspraken.web import personeel
from tests.bouwers import DINSDAG, een_kantoor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
URL = "/beheer/demo/"


@pytest.fixture
def ingelogd():
    een_kantoor()
    return personeel.ingelogd("host")


def druk(client, doe, **velden):
    return client.post(URL, {"doe": doe, **velden})


def test_wie_een_dag_speelt_zet_een_dag_klaar(ingelogd):
    assert druk(ingelogd, "spelen", kantoor="loosduinen", snelheid="30").status_code == 302
    dag = Demodag.objects.get()
    assert (dag.datum, dag.snelheid, dag.staat) == (DINSDAG, 30, "klaarzetten")
    pagina = ingelogd.get(URL).content.decode()
    assert "8.55" in pagina
    assert f"0 van {dag.te_boeken}" in pagina


def test_zonder_keuze_staat_er_wat_er_mist(ingelogd):
    antwoord = druk(ingelogd, "spelen", kantoor="", snelheid="30")
    assert antwoord.status_code == 422
    assert "Kies een kantoor" in antwoord.content.decode()
    assert not Demodag.objects.exists()


def test_de_knoppen_zetten_stil_gaan_verder_en_zetten_terug(ingelogd):
    druk(ingelogd, "spelen", kantoor="loosduinen", snelheid="30")
    Demodag.objects.update(staat="speelt")
    for doe, staat in (("stilzetten", "pauze"), ("hervatten", "speelt"), ("terugzetten", "terugzetten")):
        assert druk(ingelogd, doe).status_code == 302
        assert Demodag.objects.get().staat == staat
        assert ingelogd.get(URL).status_code == 200


def test_een_andere_snelheid_geldt_meteen(ingelogd):
    druk(ingelogd, "spelen", kantoor="loosduinen", snelheid="30")
    Demodag.objects.update(staat="speelt")
    druk(ingelogd, "snelheid", snelheid="60")
    assert Demodag.objects.get().tempo == 60


def test_wat_niet_kan_geeft_een_zin(ingelogd):
    antwoord = druk(ingelogd, "stilzetten")
    assert antwoord.status_code == 409
    assert "Er wordt nu geen dag gespeeld." in antwoord.content.decode()


def test_buiten_de_demo_is_er_geen_bladzijde(ingelogd, settings):
    settings.DEMO = False
    assert ingelogd.get(URL).status_code == 404
    assert druk(ingelogd, "spelen", kantoor="loosduinen", snelheid="30").status_code == 404
