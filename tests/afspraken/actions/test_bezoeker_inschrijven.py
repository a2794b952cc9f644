"""Joining without an appointment."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.bezoeker_inschrijven import AlGegeven, Ingeschreven, bezoeker_inschrijven
from afspraken.actions.stappen.aankomst import KantoorDicht
from afspraken.models import Bezoek, Gebeurtenis
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import ProductOpLocatie
from locaties.rules.weigering import NietGevonden
from tests.bouwers import Kantoorscene, een_behoefte, een_kantoor, een_product, een_voorziening, op
from toegankelijkheid.models import Afstemming, Toestemming
from toegankelijkheid.queries.behoeften import OnbekendeBehoefte

pytestmark = pytest.mark.django_db


def schrijf_in(
    kantoor: Kantoorscene, *codes: str, om: str = "10:00", bezoek_id: UUID | None = None, **anders: object
) -> Ingeschreven:
    gevraagd = tuple(Gevraagd(code) for code in codes or (kantoor.product.code,))
    return bezoeker_inschrijven(
        bezoek_id=bezoek_id or uuid4(),
        locatie=kantoor.locatie.code,
        producten=gevraagd,
        nu=op(om),
        rol="host",
        **anders,  # type: ignore[arg-type]
    )


def test_inloop_krijgt_letter_b_en_een_eerlijke_uiterste_tijd(kantoor):
    kaart = schrijf_in(kantoor, taal="en", spreektaal="Pools")
    bezoek = Bezoek.objects.get()
    assert (kaart.letter, kaart.nummer, kaart.bezoek_id) == ("B", 1, bezoek.id)
    assert (bezoek.vroegste_op, bezoek.uiterste_op) == (op("10:00"), op("10:15"))
    assert (bezoek.taal, bezoek.spreektaal, bezoek.herkomst) == ("en", "Pools", "ontvangst")
    assert bezoek.afstemming_id is None
    assert [d.minuten for d in bezoek.delen.all()] == [10]


def test_twee_keer_hetzelfde_formulier_is_een_nummer(kantoor):
    formulier = uuid4()
    kaarten = {schrijf_in(kantoor, bezoek_id=formulier) for _ in range(2)}
    assert len(kaarten) == Bezoek.objects.count() == 1
    assert Gebeurtenis.objects.filter(soort="bezoek.ingeschreven").count() == 1


def test_afhalen_heeft_een_eigen_rij(kantoor):
    afhalen = een_product("paspoort_afhalen", locatie=kantoor.locatie)
    afhalen.rij = "afhalen"
    afhalen.save()
    assert schrijf_in(kantoor, "paspoort_afhalen").letter == "C"
    assert schrijf_in(kantoor, "paspoort_afhalen", "paspoort").letter == "B"
    assert schrijf_in(kantoor, "paspoort_afhalen").nummer == 2


def test_wat_wij_regelen_is_een_afstemming_met_mondelinge_toestemming(kantoor):
    laag = een_voorziening("verlaagde_balie", *kantoor.balies)
    een_behoefte("kanarie", balie=[laag], extra=5, roepwijze="ophalen")
    schrijf_in(kantoor, behoeften=("kanarie",))
    bezoek, afstemming = Bezoek.objects.get(), Afstemming.objects.get()
    assert (bezoek.afstemming_id, bezoek.roepwijze) == (afstemming.id, "ophalen")
    assert afstemming.vereisten["balie"] == ["verlaagde_balie"]
    assert "kanarie" not in str(afstemming.vereisten)
    assert Toestemming.objects.get().wijze == "mondeling"
    assert [d.minuten for d in bezoek.delen.all()] == [15]


def test_terugdraaien_wist_meteen_wat_is_afgestemd(kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    kaart = schrijf_in(kantoor, behoeften=("kanarie",))
    aanmelden_terugdraaien(bezoek_id=kaart.bezoek_id, nu=op("10:01"), rol="host")
    bezoek = Bezoek.objects.get()
    assert (bezoek.status, bezoek.afstemming_id, bezoek.roepwijze) == ("vertrokken", None, "scherm")
    assert not Afstemming.objects.exists()


def test_na_een_dag_vertelt_een_bezoek_niet_meer_dat_er_iets_was(kantoor):
    een_behoefte("kanarie", extra=5, roepwijze="ophalen")
    met, zonder = schrijf_in(kantoor, behoeften=("kanarie",)), schrijf_in(kantoor)
    Bezoek.objects.update(status="afgerond", klaar_op=op("10:30"), balie=None)
    Bezoek.objects.filter(id=met.bezoek_id).update(balie=kantoor.balies[0])
    afstemmingen_vergeten(nu=op("10:30") + timedelta(hours=22))
    assert Bezoek.objects.get(id=met.bezoek_id).afstemming_id
    assert afstemmingen_vergeten(nu=op("10:30") + timedelta(hours=24)) == 3
    gelijk = ("afstemming_id", "roepwijze", "balie_id", "delen__minuten", "extra_minuten")
    sporen = dict(Bezoek.objects.values_list("id", "nummer"))
    assert set(sporen) == {met.bezoek_id, zonder.bezoek_id}
    assert len(set(Bezoek.objects.values_list(*gelijk))) == 1
    assert afstemmingen_vergeten(nu=op("10:30") + timedelta(hours=25)) == 0


@pytest.mark.parametrize("om", ["08:44", "12:00", "23:00"])
def test_als_het_kantoor_dicht_is_geeft_de_host_geen_nummer(kantoor, om):
    with pytest.raises(KantoorDicht):
        schrijf_in(kantoor, om=om)
    assert not Bezoek.objects.exists()


def test_een_kwartier_voor_de_balies_opengaan_mag_de_host_al_inschrijven(kantoor):
    assert schrijf_in(kantoor, om="08:45").nummer == 1


def test_wat_dit_kantoor_niet_doet_of_niet_zonder_afspraak_kan_hier_niet(kantoor):
    elders = een_product("huwelijk", locatie=een_kantoor("segbroek").locatie)
    with pytest.raises(NietGevonden):
        schrijf_in(kantoor, elders.code)
    with pytest.raises(NietGevonden):
        bezoeker_inschrijven(bezoek_id=uuid4(), locatie="nergens", producten=(), nu=op("10:00"), rol="host")
    ProductOpLocatie.objects.filter(locatie=kantoor.locatie).update(vorm="afspraak")
    with pytest.raises(NietGevonden):
        schrijf_in(kantoor)


def test_een_onbekende_behoefte_wordt_nooit_stil_overgeslagen(kantoor):
    with pytest.raises(OnbekendeBehoefte):
        schrijf_in(kantoor, behoeften=("bestaat_niet",))
    assert not Bezoek.objects.exists()
    assert schrijf_in(kantoor).nummer == 1


@pytest.mark.parametrize(("product", "om"), [("rijbewijs", "10:00"), ("paspoort", "10:02")])
def test_een_oude_bladzijde_geeft_geen_twee_bezoekers_hetzelfde_nummer(kantoor, product, om):
    een_product("rijbewijs", locatie=kantoor.locatie)
    formulier = uuid4()
    schrijf_in(kantoor, "paspoort", bezoek_id=formulier)
    with pytest.raises(AlGegeven, match="Hier gaf u al nummer B 1"):
        schrijf_in(kantoor, product, bezoek_id=formulier, om=om)
    assert Bezoek.objects.count() == 1
