"""The day of the demo on a small office: begin, hold still, take over, put back. The real clock is ours."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from afspraken.demo.dag import stand
from afspraken.demo.dag.speler import Speler
from afspraken.demo.dag.voortgang import voortgang
from afspraken.demo.laden import GeenDemo
from afspraken.models import Afspraak, Bezoek, Demodag, Gebeurtenis, Werkplek
from afspraken.queries.demotijd import demotijd
from afspraken.rules.bezoekstatus import EINDE
from locaties.models import Gebruiker
from tests.bouwers import DINSDAG, NU, een_afspraak, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)
TIK = timedelta(seconds=1)


class Klok:
    """The real time, as far as this test goes."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def echt():
    return Klok()


@pytest.fixture
def scene():
    return een_kantoor(medewerkers=3, balies=4)


def speel(echt, *, kantoor="loosduinen", snelheid=60, belasting=60):
    stand.dag_spelen(kantoor=kantoor, snelheid=snelheid, belasting=belasting, echt=echt.nu)


def tikken(speler, echt, tot):
    """Let the player work, a real second at a time, until ``tot`` says so."""
    for _ in range(2000):
        if tot(Demodag.objects.first()):
            return
        speler.beurt()
        echt.nu += TIK
    raise AssertionError("it never came so far")


def is_klaar(dag):
    return dag.staat == "klaar"


@pytest.mark.usefixtures("scene")
def test_de_klok_staat_op_net_voor_openingstijd_tot_alles_is_geboekt(echt):
    speel(echt, snelheid=30)
    echt.nu += timedelta(minutes=3)
    assert demotijd(echt=echt.nu) == op("08:55")
    tikken(Speler(wie="a", echt=echt), echt, lambda dag: dag.staat == "speelt")
    begonnen = echt.nu - TIK
    assert demotijd(echt=begonnen + timedelta(minutes=10)) == op("13:55")
    assert Afspraak.objects.filter(status="bevestigd").count() == Demodag.objects.get().te_boeken


@pytest.mark.usefixtures("scene")
def test_aan_het_eind_van_de_dag_is_elk_bezoek_afgelopen_en_loopt_de_klok_gewoon(echt):
    speel(echt)
    tikken(Speler(wie="a", echt=echt), echt, is_klaar)
    dag = voortgang(nu=NU)
    assert dag is not None
    assert dag.gekomen == dag.klaar > 20
    assert set(Bezoek.objects.values_list("status", flat=True)) <= EINDE
    assert not Werkplek.objects.filter(einde=None).exists()
    assert Demodag.objects.get().tempo == 1


@pytest.mark.usefixtures("scene")
def test_wie_doodgaat_wordt_afgelost_en_niemand_komt_twee_keer(echt):
    speel(echt)
    eerste, tweede = Speler(wie="a", echt=echt), Speler(wie="b", echt=echt)
    tikken(eerste, echt, lambda _: Bezoek.objects.count() >= 10)
    voor = Bezoek.objects.count()
    assert not tweede.beurt()
    assert Bezoek.objects.count() == voor
    echt.nu += timedelta(seconds=11)
    tikken(tweede, echt, is_klaar)
    gekomen = Gebeurtenis.objects.filter(soort__in=("bezoek.aangemeld", "bezoek.ingeschreven"))
    assert gekomen.count() == Bezoek.objects.count() > voor
    assert set(Bezoek.objects.values_list("status", flat=True)) <= EINDE


@pytest.mark.usefixtures("scene")
def test_wie_stilzet_houdt_klok_en_mensen_op_hun_plek(echt):
    speel(echt)
    speler = Speler(wie="a", echt=echt)
    tikken(speler, echt, lambda _: Bezoek.objects.count() >= 5)
    stand.dag_stilzetten(echt=echt.nu)
    toen, voor = demotijd(echt=echt.nu), Gebeurtenis.objects.count()
    for _ in range(20):
        speler.beurt()
        echt.nu += TIK
    assert (demotijd(echt=echt.nu), Gebeurtenis.objects.count()) == (toen, voor)
    stand.snelheid_kiezen(snelheid=1, echt=echt.nu)
    assert demotijd(echt=echt.nu + TIK) == toen
    stand.dag_hervatten(echt=echt.nu)
    assert demotijd(echt=echt.nu + TIK) == toen + TIK


def test_terugzetten_laat_alleen_over_wat_mensen_zelf_boekten(scene, echt):
    eigen = een_afspraak(scene, om="09:30")
    speel(echt)
    speler = Speler(wie="a", echt=echt)
    tikken(speler, echt, lambda _: Bezoek.objects.count() >= 10)
    stand.dag_terugzetten(echt=echt.nu)
    speler.beurt()
    assert not Demodag.objects.exists()
    assert demotijd(echt=echt.nu) == echt.nu
    assert [(a.id, a.status) for a in Afspraak.objects.all()] == [(eigen.afspraak_id, "bevestigd")]
    assert not Bezoek.objects.exists()
    assert not Werkplek.objects.exists()
    speel(echt)
    assert Demodag.objects.get().datum == DINSDAG


def test_wie_ingelogd_is_doet_de_eigen_balie(scene, echt):
    zelf = scene.medewerkers[0]
    zelf.gebruiker = Gebruiker.objects.create(username="balie")
    zelf.save()
    sessie = SessionStore()
    sessie["_auth_user_id"] = str(zelf.gebruiker_id)
    sessie.create()
    Session.objects.update(expire_date=NU + timedelta(hours=10))
    speel(echt)
    tikken(Speler(wie="a", echt=echt), echt, lambda _: Bezoek.objects.filter(status="afgerond").count() >= 5)
    assert set(Werkplek.objects.values_list("medewerker_id", flat=True)) == {
        medewerker.pk for medewerker in scene.medewerkers[1:]
    }


@pytest.mark.usefixtures("scene")
def test_er_is_een_dag_tegelijk(echt):
    speel(echt)
    with pytest.raises(stand.AlEenDag):
        speel(echt)


@pytest.mark.usefixtures("scene")
def test_zonder_dag_valt_er_niets_stil_te_zetten(echt):
    for doe in (stand.dag_stilzetten, stand.dag_hervatten, stand.dag_terugzetten):
        with pytest.raises(stand.GeenDag):
            doe(echt=echt.nu)


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize("snelheid", [0, 61])
def test_sneller_dan_zestig_keer_kan_niet(echt, snelheid):
    with pytest.raises(stand.SnelheidOnmogelijk):
        speel(echt, snelheid=snelheid)


@pytest.mark.usefixtures("scene")
def test_buiten_de_demo_wordt_geen_dag_gespeeld(echt, settings):
    settings.DEMO = False
    with pytest.raises(GeenDemo):
        speel(echt)
