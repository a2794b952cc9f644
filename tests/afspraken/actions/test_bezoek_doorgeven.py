"""Passing on: nobody to the back, the story sealed and only for who serves next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_doorgeven import GeenBestemming, bezoek_doorgeven
from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt
from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.models import Bezoek, Gebeurtenis, Overdracht
from afspraken.queries.verhalen import verhalen_in
from locaties.models import Inzet
from locaties.rules.weigering import NietGevonden
from tests.bouwers import Kantoorscene, een_bekwaamheid, een_kantoor, een_product, op
from tests.dagbouwers import een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db
VERHAAL = "Mevrouw wil eerst de brief begrijpen."


@pytest.fixture
def kantoor(db: None) -> Kantoorscene:
    return een_kantoor(medewerkers=2, balies=2)


def geef_door(plek, bezoek, om="09:45", **naar):
    bezoek_doorgeven(werkplek_id=plek, bezoek_id=bezoek.id, nu=op(om), **naar)


def test_naar_een_collega_wacht_op_die_collega_en_is_daar_de_eerste(kantoor):
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    eerste, tweede = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, medewerker_id=kantoor.medewerkers[1].pk, verhaal=VERHAAL)
    terug = Bezoek.objects.get(id=bezoek.id)
    assert (terug.status, terug.balie, terug.uiterste_op) == ("wachtend", None, eerste.uiterste_op)
    assert roep(plek, "09:46").bezoek_id == tweede.id
    kaart = roep(collega, "09:46")
    assert (kaart.bezoek_id, kaart.uitleg) == (eerste.id, "wacht op deze medewerker")


def test_een_collega_naar_wie_is_doorgegeven_krijgt_ook_wat_niet_op_de_lijst_staat(kantoor):
    kantoor.medewerkers[1].producten.clear()
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    geef_door(plek, help_(plek, "09:40"), medewerker_id=kantoor.medewerkers[1].pk)
    assert roep(collega, "09:46").is_nieuw


def test_is_die_collega_naar_huis_dan_is_het_bezoek_voor_iedereen(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, medewerker_id=kantoor.medewerkers[1].pk)
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:46")
    Inzet.objects.filter(medewerker=kantoor.medewerkers[1]).update(afgemeld_op=op("09:50"))
    assert roep(plek, "09:51").bezoek_id == bezoek.id


def test_naar_een_opleiding_roept_alleen_wie_die_heeft(kantoor):
    een_bekwaamheid(kantoor.medewerkers[1], "communicatie")
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, specialisme="communicatie", klaar=[bezoek.delen.get().pk])
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:46")
    kaart = roep(collega, "09:46")
    assert kaart.uitleg == "wacht het langst, communicatie"


def test_voor_een_ander_product_roept_wie_dat_kan_en_het_eerste_is_klaar(kantoor):
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    kantoor.medewerkers[1].producten.set([ander])
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, product="rijbewijs", klaar=[bezoek.delen.get().pk])
    assert list(bezoek.delen.values_list("product__code", "klaar_op")) == [
        ("paspoort", op("09:45")),
        ("rijbewijs", None),
    ]
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:46")
    assert roep(collega, "09:46").bezoek_id == bezoek.id


def test_het_verhaal_gaat_verzegeld_mee_en_groeit(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, verhaal=VERHAAL)
    rij = Overdracht.objects.get()
    assert VERHAAL.encode() not in bytes(rij.verzegeld)
    help_(plek, "09:50")
    geef_door(plek, bezoek, "09:55", verhaal=" Nu de aanvraag. ")
    assert verhalen_in(Overdracht.objects.get()) == (VERHAAL, "Nu de aanvraag.")
    assert VERHAAL not in str([*Gebeurtenis.objects.values(), *Bezoek.objects.values()])


def test_na_het_bezoek_is_het_verhaal_weg(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, verhaal=VERHAAL)
    help_(plek, "09:50")
    bezoek_afronden(werkplek_id=plek, bezoek_id=bezoek.id, uitkomst="geholpen", nu=op("09:59"))
    assert not Overdracht.objects.exists()


def test_wie_wegging_kan_terugkomen_maar_morgen_is_het_verhaal_vergeten(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, verhaal=VERHAAL)
    bezoeker_vertrokken(bezoek_id=bezoek.id, nu=op("10:00"), rol="host")
    afstemmingen_vergeten(nu=op("11:00"))
    assert Overdracht.objects.exists()
    afstemmingen_vergeten(nu=op("11:00", bezoek.datum.replace(day=bezoek.datum.day + 1)))
    assert not Overdracht.objects.exists()


def test_een_dag_die_niemand_afsloot_houdt_geen_verhaal_vast(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    geef_door(plek, bezoek, verhaal=VERHAAL)
    afstemmingen_vergeten(nu=op("09:00", bezoek.datum + timedelta(days=1)))
    assert Overdracht.objects.exists()
    afstemmingen_vergeten(nu=op("09:00", bezoek.datum + timedelta(days=2)))
    assert not Overdracht.objects.exists()
    assert Bezoek.objects.get().status == "wachtend"


def test_zonder_bestemming_of_naar_wie_er_niet_is(kantoor):
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    with pytest.raises(GeenBestemming):
        geef_door(plek, bezoek, klaar=[bezoek.delen.get().pk])
    Inzet.objects.filter(medewerker=kantoor.medewerkers[1]).delete()
    for naar in ({"medewerker_id": kantoor.medewerkers[1].pk}, {"specialisme": "x"}, {"product": "x"}):
        with pytest.raises(NietGevonden):
            geef_door(plek, bezoek, **naar)
    nog = Bezoek.objects.get()
    assert (nog.status, nog.delen.get().klaar_op) == ("in_behandeling", None)


def test_wie_nog_niet_begonnen_is_wordt_niet_doorgegeven(kantoor):
    plek = een_werkplek(kantoor, 0)
    bezoek = een_inloper(kantoor)
    roep(plek, "09:40")
    with pytest.raises(NietMogelijkNu):
        geef_door(plek, bezoek, medewerker_id=kantoor.medewerkers[1].pk)
