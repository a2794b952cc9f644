"""What staff ask: fixed in statements, closed to other offices."""

from __future__ import annotations

import pytest

from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.models import Afspraak, Bericht, Contact, Knelpunt
from afspraken.queries.afspraak_voor_medewerker import afspraak_voor_medewerker
from afspraken.queries.afspraken_bij_afstemming import afspraken_bij_afstemming
from afspraken.queries.afspraken_zoeken import MEESTE, afspraken_zoeken
from afspraken.queries.berichtenlijst import berichtenlijst
from afspraken.queries.knelpunten import knelpunten
from locaties.queries.medewerkerkeuze import medewerkerkeuze
from locaties.rules.weigering import NietGevonden
from tests.bouwers import DINSDAG, NU, een_afspraak, een_behoefte, een_bekwaamheid, een_kantoor, op

pytestmark = pytest.mark.django_db


@pytest.fixture
def vol(kantoor):
    """Book six appointments, each with a knelpunt."""
    gemaakt = [een_afspraak(kantoor, om=f"10:{i}0", achternaam=f"Jansen{i}") for i in range(6)]
    for afspraak in Afspraak.objects.all():
        Knelpunt.objects.create(afspraak=afspraak, soort="x", sinds=NU, reden="y")
    return gemaakt


@pytest.mark.usefixtures("vol")
def test_zoeken_kost_een_vast_aantal_vragen(django_assert_num_queries):
    with django_assert_num_queries(4):
        assert len(afspraken_zoeken(tekst="jansen", locatie_ids=None, nu=NU)) == 6
    with django_assert_num_queries(4):
        assert len(afspraken_zoeken(tekst="jansen3", locatie_ids=None, nu=NU)) == 1


@pytest.mark.usefixtures("vol")
def test_komende_afspraken_staan_voor_die_geweest_zijn():
    gevonden = afspraken_zoeken(tekst="jansen", locatie_ids=None, nu=op("10:25"))
    assert [f"{g.begin:%M}" for g in gevonden] == ["30", "40", "50", "00", "10", "20"]


@pytest.mark.usefixtures("vol")
def test_zoeken_geeft_ten_hoogste_een_korte_lijst(monkeypatch):
    monkeypatch.setattr("afspraken.queries.afspraken_zoeken.MEESTE", 4)
    assert len(afspraken_zoeken(tekst="jansen", locatie_ids=None, nu=NU)) == 4
    assert MEESTE == 50


@pytest.mark.usefixtures("vol")
def test_zoeken_ziet_alleen_de_eigen_kantoren():
    assert afspraken_zoeken(tekst="jansen", locatie_ids=frozenset(), nu=NU) == ()


def test_wat_alleen_is_vastgehouden_wordt_niet_gevonden(kantoor):
    gemaakt = een_afspraak(kantoor)
    Afspraak.objects.update(status="vastgehouden", vastgehouden_tot=NU)
    assert afspraken_zoeken(tekst=gemaakt.code, locatie_ids=None, nu=NU) == ()


def test_een_afspraak_kost_een_vast_aantal_vragen(kantoor, django_assert_max_num_queries):
    een_behoefte("uitleg")
    gemaakt = een_afspraak(kantoor, behoeften=("uitleg",), personen=4)
    with django_assert_max_num_queries(8):
        detail = afspraak_voor_medewerker(afspraak_id=gemaakt.afspraak_id, locatie_ids=None, nu=NU)
    assert len(detail.delen) == 4


def test_een_afspraak_elders_bestaat_niet(kantoor):
    gemaakt = een_afspraak(kantoor)
    ander = een_kantoor("segbroek")
    with pytest.raises(NietGevonden):
        afspraak_voor_medewerker(
            afspraak_id=gemaakt.afspraak_id, locatie_ids=frozenset({ander.locatie.pk}), nu=NU
        )


def test_het_antwoord_draagt_geen_behoeften(kantoor):
    een_behoefte("hoor-ik-niet", specialisme="communicatie-opleiding", extra=10)
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie-opleiding")
    gemaakt = een_afspraak(kantoor, behoeften=("hoor-ik-niet",))
    detail = afspraak_voor_medewerker(afspraak_id=gemaakt.afspraak_id, locatie_ids=None, nu=NU)
    assert "hoor" not in repr(detail)
    assert "communicatie" not in repr(detail)


def test_dat_iemand_een_code_vroeg_is_niet_te_zien(kantoor):
    gemaakt = een_afspraak(kantoor)
    contact = Contact.objects.get(afspraak_id=gemaakt.afspraak_id)
    toegangscode_sturen(contact_id=contact.pk, doel="behoeften", nu=NU)
    assert Bericht.objects.filter(afspraak_id=gemaakt.afspraak_id, soort="code").exists()
    detail = afspraak_voor_medewerker(afspraak_id=gemaakt.afspraak_id, locatie_ids=None, nu=NU)
    assert detail.berichten
    assert "code" not in {bericht.soort for bericht in detail.berichten}


@pytest.mark.usefixtures("vol")
def test_knelpunten_kosten_een_vast_aantal_vragen(kantoor, django_assert_num_queries):
    with django_assert_num_queries(4):
        regels = knelpunten(locatie_ids=frozenset({kantoor.locatie.pk}), nu=NU)
    assert [regel.achternaam for regel in regels] == [f"Jansen{i}" for i in range(6)]
    assert {regel.telefoon for regel in regels} == {"06 1234 5678"}
    assert knelpunten(locatie_ids=frozenset(), nu=NU) == ()


@pytest.mark.usefixtures("vol")
def test_de_berichtenlijst_is_een_vraag_en_begint_bij_het_nieuwste(django_assert_num_queries):
    with django_assert_num_queries(1):
        lijst = berichtenlijst()
    assert {regel.aan for regel in lijst} == {"06 1234 5678"}


def test_een_afspraak_is_terug_te_vinden_bij_wat_er_geregeld_wordt(kantoor):
    een_behoefte("uitleg")
    een_afspraak(kantoor, behoeften=("uitleg",))
    afspraak = Afspraak.objects.get()
    assert afspraak.afstemming_id
    bij = afspraken_bij_afstemming(afstemming_ids=[afspraak.afstemming_id])
    assert bij[afspraak.afstemming_id].code == afspraak.code


def test_een_planner_kiest_uit_wie_op_de_eigen_kantoren_werkt(kantoor):
    een_kantoor("segbroek")
    keuzes = medewerkerkeuze(locatie_ids=frozenset({kantoor.locatie.pk}), vanaf=DINSDAG)
    assert [keuze.id for keuze in keuzes] == [kantoor.medewerkers[0].pk]
    assert len(medewerkerkeuze(locatie_ids=None, vanaf=DINSDAG)) == 2
