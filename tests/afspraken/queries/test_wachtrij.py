"""The waiting list of an office: in the order of the promises, with why, and without anything of a person."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.queries.wachtrij import wachtrij
from locaties.models import Balieuitval
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
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
TELEFOON = "06 22222222"


def rij(om="09:40", locatie_ids=None):
    return wachtrij(kantoor="loosduinen", locatie_ids=locatie_ids, nu=op(om))


def test_op_volgorde_van_belofte_met_waarom(kantoor):
    een_werkplek(kantoor)
    een_inloper(kantoor, "09:50")
    een_bezoeker(kantoor, "10:00", "09:52")
    een_inloper(kantoor, "09:40", spreektaal="pl")
    gezien = [(r.nummer, r.uitleg, r.uiterste, r.minuten, r.is_te_laat) for r in rij("10:00").wachtend]
    assert gezien == [
        ("B 2", "zonder afspraak", "9.55", 20, True),
        ("A 1", "afspraak 10.00", "10.05", 0, False),
        ("B 1", "zonder afspraak", "10.05", 10, False),
    ]
    assert rij("10:00").wachtend[0].spreektaal == "pl"


def test_wie_aan_een_balie_is_wie_apart_staat_en_wie_hulp_vraagt():
    kantoor = een_kantoor(medewerkers=3, balies=3)
    plekken = [een_werkplek(kantoor, i) for i in range(3)]
    een_inloper(kantoor), een_inloper(kantoor), een_inloper(kantoor)
    help_(plekken[0], "09:35")
    roep(plekken[1], "09:35")
    bezoek_parkeren(bezoek_id=een_inloper(kantoor).id, nu=op("09:36"))
    werkplek_pauzeren(werkplek_id=plekken[2], nu=op("09:37"))
    alarm = alarm_slaan(werkplek_id=plekken[0], nu=op("09:38"))
    nu = rij()
    assert [(r.nummer, r.staat, r.balie) for r in nu.aan_een_balie] == [
        ("B 1", "in_behandeling", 1),
        ("B 2", "opgeroepen", 2),
    ]
    assert ([r.nummer for r in nu.wachtend], [r.nummer for r in nu.apart]) == (["B 3"], ["B 4"])
    assert [(b.balie, b.nummer, b.pauze_sinds) for b in nu.balies] == [
        (1, "B 1", None),
        (2, "B 2", None),
        (3, "", op("09:37")),
    ]
    assert [(a.alarm_id, a.balie) for a in nu.alarmen] == [(alarm, 1)]


def test_balies_zegt_waar_iemand_kan_worden_geholpen_en_leeg_is_vraag_de_host():
    kantoor = een_kantoor(balies=2)
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    kantoor.medewerkers.append(een_medewerker(kantoor, kan=[kantoor.product, ander]))
    een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    nooit = een_product("huwelijk", locatie=kantoor.locatie)
    een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31", ander), een_inloper(kantoor, "09:32", nooit)
    assert [r.balies for r in rij().wachtend] == [(1, 2), (2,), ()]


def test_een_voorziening_die_stuk_is_telt_niet_mee():
    kantoor = een_kantoor()
    laag = een_voorziening("verlaagde_balie", *kantoor.balies)
    een_behoefte("rolstoel", balie=[laag])
    een_werkplek(kantoor)
    een_inloper(kantoor, behoeften=("rolstoel",))
    assert [(r.balies, r.merktekens) for r in rij().wachtend] == [((1,), ("lage balie",))]
    Balieuitval.objects.create(balie=kantoor.balies[0], voorziening=laag, begin=op("09:35"))
    assert [r.balies for r in rij().wachtend] == [()]


def test_een_opleiding_staat_er_neutraal_en_een_behoefte_of_naam_nergens():
    kantoor = een_kantoor()
    een_behoefte("gebarentolk", specialisme="communicatie")
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie")
    een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:55", behoeften=("gebarentolk",))
    lijst = rij("09:56")
    assert [r.uitleg for r in lijst.wachtend] == ["afspraak 10.00, communicatie"]
    assert "gebaren" not in repr(lijst)
    assert "De Wit" not in repr(lijst)


def test_een_verlopen_bewijs_telt_niet_mee():
    kantoor = een_kantoor()
    een_behoefte("gebarentolk", specialisme="communicatie")
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie", tot=op("09:00").date().replace(day=2))
    een_werkplek(kantoor)
    een_inloper(kantoor, behoeften=("gebarentolk",))
    assert [r.balies for r in rij().wachtend] == [()]


def test_een_ander_kantoor_is_er_niet(kantoor):
    with pytest.raises(NietGevonden):
        rij(locatie_ids=frozenset({kantoor.locatie.pk + 1}))
    assert rij(locatie_ids=frozenset({kantoor.locatie.pk})).wachtend == ()


def test_het_aantal_vragen_groeit_niet_met_de_rij():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    een_behoefte("rolstoel", balie=[een_voorziening("laag", *kantoor.balies)])
    een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:35", behoeften=("rolstoel",))
    een_inloper(kantoor)
    with CaptureQueriesContext(connection) as eerst:
        rij()
    een_werkplek(kantoor, 1)
    een_bezoeker(kantoor, "10:30", "09:35", telefoon=TELEFOON, behoeften=("rolstoel",))
    for _ in range(8):
        een_inloper(kantoor)
    with CaptureQueriesContext(connection) as daarna:
        assert len(rij().wachtend) == 11
    assert len(eerst) == len(daarna) <= 22
