"""What the call rule is given: shifts and breaks, what is promised, and who is still expected."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.extra_tijd_geven import extra_tijd_geven
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.models import Afspraakdeel
from afspraken.queries.wachtrijstand import wachtrijstand
from locaties.models import Inzet, Pauze
from tests.bouwers import een_afspraak, een_behoefte, een_bekwaamheid, een_kantoor, een_voorziening, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db
UUR = 3600.0


def stand(kantoor, om="09:40"):
    return wachtrijstand(kantoor.locatie, op(om))


def test_een_plaats_weet_tot_wanneer_en_welke_pauzes_nog_komen(kantoor):
    inzet = Inzet.objects.get()
    for van, tot in (("09:15", "09:30"), ("10:00", "10:15"), ("11:00", "11:10")):
        Pauze.objects.create(inzet=inzet, begin=op(van), einde=op(tot))
    een_werkplek(kantoor)
    (plaats,) = stand(kantoor).plaatsen
    assert plaats.tot == 12 * UUR
    assert plaats.pauzes == ((10 * UUR, 10.25 * UUR), (11 * UUR, 11 * UUR + 600))
    assert (plaats.vrij, plaats.is_pauze, plaats.klaar_verwacht) == (True, False, None)


def test_zonder_dienst_zit_iemand_zolang_het_duurt_en_na_de_dienst_ook(kantoor):
    Inzet.objects.update(afgemeld_op=op("09:00"))
    een_werkplek(kantoor)
    assert [p.tot for p in stand(kantoor).plaatsen] == [float("inf")]


def test_wie_bezig_is_is_vrij_na_de_geplande_tijd_met_extra_tijd_of_nu(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    extra_tijd_geven(werkplek_id=plek, bezoek_id=bezoek.id, minuten=5, nu=op("09:41"))
    verwacht = {"09:45": 9 * UUR + 55 * 60, "10:30": 10.5 * UUR}
    assert {om: stand(kantoor, om).plaatsen[0].klaar_verwacht for om in verwacht} == verwacht
    assert not stand(kantoor).plaatsen[0].vrij
    assert stand(kantoor).wachtenden == ()


def test_een_pauze_staat_erbij(kantoor):
    werkplek_pauzeren(werkplek_id=een_werkplek(kantoor), nu=op("09:30"))
    assert [p.is_pauze for p in stand(kantoor).plaatsen] == [True]


def test_wie_komt_en_wie_er_al_is_staan_elk_een_keer(kantoor):
    een_bezoeker(kantoor, "10:00", "09:55")
    een_afspraak(kantoor, om="11:00", telefoon="06 22222222")
    nu = stand(kantoor, "09:56")
    assert [(w.begin, w.vroegste, w.uiterste, w.is_afspraak) for w in nu.wachtenden] == [
        (10 * UUR, 9 * UUR + 50 * 60, 10 * UUR + 300, True)
    ]
    assert [v.begin for v in nu.verwacht] == [11 * UUR]


def test_wat_ver_weg_of_lang_voorbij_is_doet_niet_mee(kantoor):
    een_afspraak(kantoor, om="10:00")
    gezien = {om: len(stand(kantoor, om).verwacht) for om in ("07:55", "08:00", "11:00", "11:05")}
    assert gezien == {"07:55": 0, "08:00": 1, "11:00": 1, "11:05": 0}


def test_een_balie_is_alleen_beloofd_om_wat_zij_heeft_of_als_zij_vaststaat():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    een_behoefte("rolstoel", balie=[een_voorziening("laag", kantoor.balies[1])])
    een_bezoeker(kantoor, "10:00", "09:50", behoeften=("rolstoel",))
    een_bezoeker(kantoor, "10:00", "09:50", telefoon="06 22222222")
    nu = stand(kantoor, "09:55")
    assert [(w.voorzieningen, w.balie_id) for w in sorted(nu.wachtenden, key=lambda w: w.nummer)] == [
        (frozenset({"laag"}), kantoor.balies[1].pk),
        (frozenset(), None),
    ]
    Afspraakdeel.objects.update(vastgezet=True)
    assert None not in {w.balie_id for w in stand(kantoor, "09:55").wachtenden}


def test_wie_verwacht_wordt_neemt_eisen_en_een_vaste_medewerker_mee():
    kantoor = een_kantoor()
    een_behoefte("gebarentolk", specialisme="communicatie")
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie")
    een_afspraak(kantoor, om="10:00", behoeften=("gebarentolk",))
    (eerst,) = stand(kantoor).verwacht
    Afspraakdeel.objects.update(vastgezet=True)
    (daarna,) = stand(kantoor).verwacht
    assert (eerst.specialismen, eerst.voor_medewerker) == (frozenset({"communicatie"}), None)
    assert daarna.voor_medewerker == kantoor.medewerkers[0].pk


def test_wie_er_niet_was_is_even_later_weer_te_roepen(kantoor):
    plek = een_werkplek(kantoor)
    bezoek = een_inloper(kantoor, "09:30")
    roep(plek, "09:40")
    bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:41"))
    assert [w.vroegste for w in stand(kantoor, "09:41").wachtenden] == [9 * UUR + 42 * 60]


def test_een_ander_kantoor_en_een_andere_dag_doen_niet_mee(kantoor):
    een_inloper(een_kantoor("segbroek"))
    een_inloper(kantoor)
    assert len(stand(kantoor).wachtenden) == 1
    assert wachtrijstand(kantoor.locatie, op("09:40") + timedelta(days=1)).wachtenden == ()


def test_het_aantal_vragen_is_vast():
    kantoor = een_kantoor(medewerkers=3, balies=3)
    een_werkplek(kantoor, 0)
    een_bezoeker(kantoor, "10:00", "09:35")
    with CaptureQueriesContext(connection) as eerst:
        stand(kantoor)
    een_werkplek(kantoor, 1), een_werkplek(kantoor, 2)
    for _ in range(10):
        een_inloper(kantoor)
    with CaptureQueriesContext(connection) as daarna:
        assert len(stand(kantoor).wachtenden) == 11
    assert len(eerst) == len(daarna) <= 11
