"""Called again, not there, and there after all."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.models import Bezoek, Gebeurtenis, Oproep
from locaties.rules.weigering import NietGevonden
from tests.bouwers import een_behoefte, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def mis(plek, om, keren=1):
    """Call one in particular and find nobody, so many times."""
    bezoek_id = Bezoek.objects.earliest("letter", "nummer").id
    for _ in range(keren):
        roep(plek, om, bezoek_id)
        bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek_id, nu=op(om))
    return Bezoek.objects.get(id=bezoek_id)


def test_opnieuw_roepen_is_een_nieuwe_oproep_naar_dezelfde_balie(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek_id = roep(plek, "09:40").bezoek_id
    assert bezoeker_opnieuw_oproepen(werkplek_id=plek, bezoek_id=bezoek_id, nu=op("09:41")) == 2
    assert list(Oproep.objects.values_list("op", "uitleg")) == [
        (op("09:40"), "wacht_het_langst"),
        (op("09:41"), "wacht_het_langst"),
    ]
    bezoek_starten(werkplek_id=plek, bezoek_id=bezoek_id, nu=op("09:42"))
    with pytest.raises(NietMogelijkNu):
        bezoeker_opnieuw_oproepen(werkplek_id=plek, bezoek_id=bezoek_id, nu=op("09:43"))


def test_wie_niet_kwam_houdt_de_plek_en_wordt_niet_meteen_weer_geroepen(kantoor):
    plek = een_werkplek(kantoor)
    eerste, tweede = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    bezoek = mis(plek, "09:40")
    assert (bezoek.status, bezoek.gemist, bezoek.uiterste_op) == ("wachtend", 1, eerste.uiterste_op)
    assert roep(plek, "09:40").bezoek_id == tweede.id
    bezoeker_niet_hier(werkplek_id=plek, bezoek_id=tweede.id, nu=op("09:41"))
    assert roep(plek, "09:42").bezoek_id == eerste.id


def test_wie_als_enige_wacht_wordt_na_twee_minuten_weer_geroepen(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    mis(plek, "09:40")
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:41")
    assert roep(plek, "09:42").is_nieuw


def test_na_drie_keer_is_iemand_niet_verschenen(kantoor):
    plek = een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:55")
    assert mis(plek, "10:00", 2).status == "wachtend"
    bezoek = mis(plek, "10:05")
    assert (bezoek.status, bezoek.gemist, bezoek.klaar_op) == ("niet_verschenen", 3, op("10:05"))
    # What happened after arrival is the story of the visit.
    assert bezoek.afspraak.status == "aangemeld"
    assert Gebeurtenis.objects.filter(soort="bezoek.niet_hier").count() == 3


def test_wie_wordt_opgehaald_is_nooit_vanzelf_niet_verschenen():
    kantoor = een_kantoor()
    een_behoefte("zien", roepwijze="ophalen")
    een_inloper(kantoor, behoeften=("zien",))
    bezoek = mis(een_werkplek(kantoor), "09:40", 4)
    assert (bezoek.roepwijze, bezoek.status, bezoek.gemist) == ("ophalen", "wachtend", 4)


def test_terugdraaien_geeft_de_oude_plek_weer(kantoor):
    plek = een_werkplek(kantoor)
    eerste, _ = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    mis(plek, "09:40", 3)
    niet_hier_terugdraaien(bezoek_id=eerste.id, nu=op("09:50"), rol="host")
    terug = Bezoek.objects.get(id=eerste.id)
    assert (terug.status, terug.gemist, terug.klaar_op, terug.balie) == ("wachtend", 2, None, None)
    assert roep(plek, "09:50").bezoek_id == eerste.id


def test_terugdraaien_van_een_keer_neemt_die_keer_terug(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = mis(plek, "09:40")
    niet_hier_terugdraaien(bezoek_id=bezoek.id, nu=op("09:40"))
    assert Bezoek.objects.get().gemist == 0
    assert roep(plek, "09:40").bezoek_id == bezoek.id


def test_wat_er_niet_is_draait_niemand_terug(kantoor):
    bezoek = een_inloper(kantoor)
    with pytest.raises(NietMogelijkNu):
        niet_hier_terugdraaien(bezoek_id=bezoek.id, nu=op("09:40"))
    Bezoek.objects.update(status="niet_verschenen", gemist=3)
    with pytest.raises(NietMogelijkNu):
        niet_hier_terugdraaien(bezoek_id=bezoek.id, nu=op("09:40") + timedelta(days=1))
    with pytest.raises(NietGevonden):
        niet_hier_terugdraaien(bezoek_id=uuid4(), nu=op("09:40"))


def test_wie_komt_begint_weer_bij_nul(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = mis(plek, "09:40", 2)
    assert help_(plek, "09:45", bezoek.id).gemist == 0


def test_alleen_wie_geroepen_is_kan_er_niet_zijn():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    bezoek = een_inloper(kantoor)
    with pytest.raises(NietMogelijkNu):
        bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:40"))
    roep(plek, "09:40")
    with pytest.raises(NietMogelijkNu):
        bezoeker_niet_hier(werkplek_id=collega, bezoek_id=bezoek.id, nu=op("09:41"))
    bezoek_starten(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:41"))
    with pytest.raises(NietMogelijkNu):
        bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:42"))
    assert Bezoek.objects.get().gemist == 0
