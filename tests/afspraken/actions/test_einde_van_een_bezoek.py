"""Sent away, gone, and closing time: every visit ends in a decision."""

from __future__ import annotations

from uuid import uuid4

import pytest

from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.bezoeker_wegsturen import RedenOntbreekt, bezoeker_wegsturen
from afspraken.actions.dag_afsluiten import (
    Afgesloten,
    Besluit,
    KantoorNogOpen,
    NogZonderBesluit,
    dag_afsluiten,
)
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.models import Afspraak, Alarm, Bezoek, Gebeurtenis, Werkplek
from afspraken.rules.bezoekstatus import EINDE
from locaties.rules.weigering import NietGevonden
from tests.bouwers import DINSDAG, een_afspraak, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def test_wegsturen_heeft_een_reden_uit_de_lijst(kantoor):
    bezoek = een_inloper(kantoor)
    with pytest.raises(RedenOntbreekt):
        bezoeker_wegsturen(bezoek_id=bezoek.id, reden="zomaar", nu=op("09:40"), rol="host")
    for _ in range(2):
        bezoeker_wegsturen(bezoek_id=bezoek.id, reden="papieren", nu=op("09:40"), rol="host")
    bezoek.refresh_from_db()
    assert (bezoek.status, bezoek.reden, bezoek.klaar_op) == ("weggestuurd", "papieren", op("09:40"))
    assert Gebeurtenis.objects.filter(soort="bezoek.weggestuurd", reden="papieren").count() == 1


def test_wegsturen_van_de_balie_maakt_die_vrij(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    bezoeker_wegsturen(bezoek_id=bezoek.id, reden="verkeerd_kantoor", nu=op("09:41"), rol="baliemedewerker")
    volgende = een_inloper(kantoor, "09:42")
    assert roep(plek, "09:43").bezoek_id == volgende.id


def test_wie_wegging_kan_terugkomen_met_hetzelfde_nummer(kantoor):
    bezoek = een_bezoeker(kantoor, "10:00", "09:55")
    for _ in range(2):
        bezoeker_vertrokken(bezoek_id=bezoek.id, nu=op("09:58"), rol="host")
    assert Bezoek.objects.get().status == "vertrokken"
    assert Gebeurtenis.objects.filter(soort="bezoek.vertrokken").count() == 1
    kaart = bezoeker_aanmelden(afspraak_id=bezoek.afspraak_id, nu=op("10:02"), rol="host")
    assert (kaart.bezoek_id, kaart.nummer) == (bezoek.id, 1)


def test_wie_geholpen_wordt_is_niet_vertrokken(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    with pytest.raises(NietMogelijkNu):
        bezoeker_vertrokken(bezoek_id=bezoek.id, nu=op("09:41"), rol="host")
    with pytest.raises(NietGevonden):
        bezoeker_vertrokken(bezoek_id=uuid4(), nu=op("09:41"), rol="host")


def sluit(kantoor, om="12:05", datum=DINSDAG, **besluiten):
    nummers = {f"{b.letter}{b.nummer}": b.id for b in Bezoek.objects.filter(locatie=kantoor.locatie)}
    return dag_afsluiten(
        locatie_id=kantoor.locatie.pk,
        datum=datum,
        besluiten={nummers[nummer]: besluit for nummer, besluit in besluiten.items()},
        nu=op(om),
        rol="host",
    )


def een_volle_hal():
    """One waiting, one called, one being helped, one apart, one appointment that nobody came for."""
    kantoor = een_kantoor(medewerkers=2, balies=2)
    een_afspraak(kantoor, om="11:00")
    for minuut in range(30, 34):
        een_inloper(kantoor, f"09:{minuut}")
    help_(een_werkplek(kantoor, 0), "09:40")
    roep(een_werkplek(kantoor, 1), "09:40")
    bezoek_parkeren(bezoek_id=Bezoek.objects.get(nummer=3).id, nu=op("09:40"))
    return kantoor


BESLUITEN = {
    "B1": Besluit("afgerond", uitkomst="deels"),
    "B2": Besluit("niet_verschenen"),
    "B3": Besluit("vertrokken"),
    "B4": Besluit("weggestuurd", reden="geen_plek"),
}


def test_na_sluitingstijd_is_alles_besloten_en_de_balies_zijn_dicht():
    kantoor = een_volle_hal()
    alarm_slaan(werkplek_id=Werkplek.objects.earliest("id").pk, nu=op("11:59"))
    assert sluit(kantoor, **BESLUITEN) == Afgesloten(bezoeken=4, niet_verschenen=1)
    assert list(Bezoek.objects.order_by("nummer").values_list("status", "reden", "uitkomst")) == [
        ("afgerond", "", "deels"),
        ("niet_verschenen", "", ""),
        ("vertrokken", "", ""),
        ("weggestuurd", "geen_plek", ""),
    ]
    assert {b.status for b in Bezoek.objects.all()} <= EINDE
    assert Afspraak.objects.get().status == "niet_verschenen"
    assert Gebeurtenis.objects.filter(soort="afspraak.niet_verschenen").count() == 1
    assert not Werkplek.objects.filter(einde=None).exists()
    assert not Alarm.objects.filter(beantwoord_op=None).exists()
    assert sluit(kantoor, "12:10") == Afgesloten(bezoeken=0, niet_verschenen=0)


def test_zonder_besluit_sluit_niets_en_staat_er_welke_nummers():
    kantoor = een_volle_hal()
    twee = {nummer: BESLUITEN[nummer] for nummer in ("B1", "B3")}
    with pytest.raises(NogZonderBesluit, match="B 2, B 4"):
        sluit(kantoor, **twee)
    assert not Bezoek.objects.filter(status__in=EINDE).exists()
    assert Afspraak.objects.get().status == "bevestigd"


@pytest.mark.parametrize(
    "besluit",
    [
        Besluit("vertrokken"),  # somebody who is being helped has an outcome
        Besluit("afgerond"),
        Besluit("afgerond", uitkomst="geholpen", reden="anders"),
        Besluit("weggestuurd"),
        Besluit("wachtend"),
    ],
)
def test_een_besluit_dat_niet_bij_het_bezoek_past_verandert_niets(besluit):
    kantoor = een_volle_hal()
    with pytest.raises(NietMogelijkNu):
        sluit(kantoor, **(BESLUITEN | {"B1": besluit}))
    assert Bezoek.objects.filter(status__in=EINDE).count() == 0


def test_voor_sluitingstijd_kan_het_niet_en_de_dag_daarna_wel():
    kantoor = een_volle_hal()
    with pytest.raises(KantoorNogOpen):
        sluit(kantoor, "11:59", **BESLUITEN)
    with pytest.raises(KantoorNogOpen):
        sluit(kantoor, "12:05", DINSDAG.replace(day=DINSDAG.day + 1))
    morgen = op("08:00", DINSDAG.replace(day=DINSDAG.day + 1))
    nummers = {f"{b.letter}{b.nummer}": b.id for b in Bezoek.objects.all()}
    weg = BESLUITEN | {"B2": Besluit("vertrokken")}  # called to the balie that is closed now
    besluiten = {nummers[nummer]: besluit for nummer, besluit in weg.items()}
    werkplek_sluiten(werkplek_id=Werkplek.objects.latest("id").pk, nu=morgen)
    vandaag = werkplek_openen(
        medewerker_id=kantoor.medewerkers[1].pk, balie_id=kantoor.balies[1].pk, nu=morgen
    )
    alarm = alarm_slaan(werkplek_id=vandaag, nu=morgen)
    uit = dag_afsluiten(
        locatie_id=kantoor.locatie.pk, datum=DINSDAG, besluiten=besluiten, nu=morgen, rol="host"
    )
    assert uit == Afgesloten(bezoeken=4, niet_verschenen=1)
    assert Werkplek.objects.get(einde=None).pk == vandaag
    assert Alarm.objects.get(beantwoord_op=None).pk == alarm


def test_een_ander_kantoor_merkt_er_niets_van():
    kantoor, ander = een_volle_hal(), een_kantoor("segbroek")
    elders = een_inloper(ander)
    plek = een_werkplek(ander)
    sluit(kantoor, **BESLUITEN)
    assert Bezoek.objects.get(id=elders.id).status == "wachtend"
    assert Werkplek.objects.get(id=plek).einde is None


def test_een_onbekend_kantoor(db):
    with pytest.raises(NietGevonden):
        dag_afsluiten(locatie_id=0, datum=DINSDAG, besluiten={}, nu=op("13:00"), rol="host")
