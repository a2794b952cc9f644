"""Calling: the rule picks, pressing twice calls once, and each no says why."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt, WerkplekInPauze
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.actions.stappen.werkplekrij import NogEenBezoeker, WerkplekDicht
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.models import Bezoek, Gebeurtenis, Oproep, Wachtrijversie
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_medewerker,
    een_product,
    een_voorziening,
    op,
)
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def test_wie_het_langst_wacht_wordt_geroepen_met_balie_en_uitleg(kantoor):
    plek = een_werkplek(kantoor)
    eerste, _ = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    versie = Wachtrijversie.objects.get().versie
    kaart = roep(plek, "09:40")
    assert (kaart.bezoek_id, kaart.letter, kaart.nummer, kaart.is_nieuw) == (eerste.id, "B", 1, True)
    assert kaart.uitleg == "wacht het langst"
    eerste.refresh_from_db()
    assert (eerste.status, eerste.balie, eerste.medewerker) == (
        "opgeroepen",
        kantoor.balies[0],
        kantoor.medewerkers[0],
    )
    assert eerste.eerst_geroepen_op == op("09:40")
    oproep = Oproep.objects.get()
    assert (oproep.op, oproep.uitleg, oproep.balie) == (op("09:40"), "wacht_het_langst", kantoor.balies[0])
    assert Gebeurtenis.objects.filter(bezoek=eerste, soort="bezoek.opgeroepen").count() == 1
    assert Wachtrijversie.objects.get().versie == versie + 1


def test_twee_keer_drukken_roept_een_keer(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor), een_inloper(kantoor)
    eerste, tweede = roep(plek, "09:40"), roep(plek, "09:40")
    assert (tweede.bezoek_id, tweede.is_nieuw) == (eerste.bezoek_id, False)
    assert Oproep.objects.count() == 1


def test_een_afspraak_gaat_voor_en_zegt_hoe_laat(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor, "09:58")
    met = een_bezoeker(kantoor, "10:00", "09:55")
    kaart = roep(plek, "10:00")
    assert (kaart.bezoek_id, kaart.uitleg) == (met.id, "afspraak 10.00")


def test_niemand_met_een_afspraak_wordt_meer_dan_tien_minuten_te_vroeg_geroepen(kantoor):
    plek = een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:35")
    with pytest.raises(NiemandAanDeBeurt, match="wacht nu niemand"):
        roep(plek, "09:49")
    assert roep(plek, "09:50").nummer == 1


def test_wie_iets_anders_kan_roept_niet_wie_hij_niet_kan_helpen(kantoor):
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    kantoor.medewerkers[0].producten.set([ander])
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:40")
    wel = een_inloper(kantoor, "09:41", ander)
    assert roep(plek, "09:42").bezoek_id == wel.id


def test_wie_twee_dingen_wil_die_niemand_samen_kan_begint_met_het_eerste(kantoor):
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    een_bezoek = een_inloper(kantoor, "09:30", kantoor.product, ander)
    assert roep(een_werkplek(kantoor), "09:40").bezoek_id == een_bezoek.id


def test_een_collega_die_vandaag_alles_kan_krijgt_het_hele_bezoek():
    kantoor = een_kantoor(medewerkers=1, balies=2)
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    kantoor.medewerkers.append(een_medewerker(kantoor, kan=[kantoor.product, ander]))
    een_bezoek = een_inloper(kantoor, "09:30", kantoor.product, ander)
    with pytest.raises(NiemandAanDeBeurt):
        roep(een_werkplek(kantoor, 0), "09:40")
    assert roep(een_werkplek(kantoor, 1), "09:40").bezoek_id == een_bezoek.id


def specialistenkantoor():
    kantoor = een_kantoor(balies=1)
    een_behoefte(
        "gebaren", extra=5, specialisme="communicatie", balie=[een_voorziening("laag", *kantoor.balies)]
    )
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie")
    return kantoor


def test_een_opgeleide_balie_blijft_vrij_voor_wie_zo_komt_en_zegt_dat():
    kantoor = specialistenkantoor()
    plek = een_werkplek(kantoor)
    een_afspraak(kantoor, om="10:00", behoeften=("gebaren",))
    een_inloper(kantoor, "09:50")
    with pytest.raises(NiemandAanDeBeurt, match=r"blijft nu vrij voor de afspraak van 10\.00 uur"):
        roep(plek, "09:55")
    assert Oproep.objects.count() == 0


def test_wat_van_de_oproep_blijft_zegt_niets_over_een_behoefte():
    kantoor = specialistenkantoor()
    plek = een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:55", behoeften=("gebaren",))
    kaart = roep(plek, "09:56")
    assert kaart.uitleg == "deze balie is afgesproken, afspraak 10.00, communicatie"
    assert Oproep.objects.get().uitleg == "afspraak"
    assert "gebaren" not in str(list(Gebeurtenis.objects.values()))


def test_een_bezoeker_in_het_bijzonder_ook_als_die_apart_staat(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    tweede = een_inloper(kantoor, "09:31")
    bezoek_parkeren(bezoek_id=tweede.id, nu=op("09:32"))
    kaart = roep(plek, "09:40", tweede.id)
    assert (kaart.bezoek_id, kaart.uitleg) == (tweede.id, "gekozen door de medewerker")
    assert Oproep.objects.get().uitleg == "gekozen"


def test_een_ander_roepen_terwijl_er_iemand_zit_kan_niet(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    ander = een_inloper(kantoor)
    help_(plek, "09:40")
    with pytest.raises(NogEenBezoeker):
        roep(plek, "09:41", ander.id)


def test_wie_een_collega_net_riep_is_niet_meer_te_roepen():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    plek, plek2 = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    bezoek = een_inloper(kantoor)
    roep(plek, "09:40")
    with pytest.raises(NietMogelijkNu):
        roep(plek2, "09:40", bezoek.id)
    assert Bezoek.objects.get().balie == kantoor.balies[0]


def test_in_pauze_gesloten_of_onbekend_roept_niemand(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    werkplek_pauzeren(werkplek_id=plek, nu=op("09:40"))
    with pytest.raises(WerkplekInPauze):
        roep(plek, "09:41")
    werkplek_sluiten(werkplek_id=plek, nu=op("09:42"))
    with pytest.raises(WerkplekDicht):
        roep(plek, "09:43")
    with pytest.raises(NietGevonden):
        roep(0, "09:43")


def test_een_bezoek_van_elders_of_van_gisteren_is_er_niet(kantoor):
    plek = een_werkplek(kantoor)
    elders = een_inloper(een_kantoor("segbroek"))
    gisteren = een_inloper(kantoor)
    Bezoek.objects.filter(id=gisteren.id).update(datum=gisteren.datum - timedelta(days=1))
    for wie in (elders.id, gisteren.id, uuid4()):
        with pytest.raises(NietGevonden):
            roep(plek, "09:40", wie)


def test_wie_de_taal_spreekt_krijgt_bij_gelijke_belofte_voorrang():
    kantoor = een_kantoor(medewerkers=1, balies=1)
    kantoor.medewerkers[0].talen = ["pl"]
    kantoor.medewerkers[0].save()
    een_inloper(kantoor, "09:30", spreektaal="ar")
    pools = een_inloper(kantoor, "09:30", spreektaal="pl")
    assert roep(een_werkplek(kantoor), "09:40").bezoek_id == pools.id


def test_het_aantal_vragen_groeit_niet_met_de_rij():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    eerste, tweede = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    een_afspraak(kantoor, om="10:00")
    with CaptureQueriesContext(connection) as kort:
        roep(eerste, "09:40")
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    for _ in range(8):
        een_inloper(kantoor, "09:30", kantoor.product, ander)
    for om in ("10:20", "10:40"):
        een_afspraak(kantoor, om=om, telefoon=f"06 222222{om[-2:]}")
    with CaptureQueriesContext(connection) as lang:
        roep(tweede, "09:40")
    assert len(kort) == len(lang) <= 19
