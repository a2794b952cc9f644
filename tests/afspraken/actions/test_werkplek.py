"""Sitting down, pausing and leaving: one employee per balie, and nobody in the hall loses a place by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from afspraken.actions.stappen.werkplekrij import NogEenBezoeker, WerkplekDicht
from afspraken.actions.werkplek_hervatten import werkplek_hervatten
from afspraken.actions.werkplek_openen import BalieBezet, werkplek_openen
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.models import Bezoek, Gebeurtenis, Wachtrijversie, Werkplek
from afspraken.queries.baliekeuze import baliekeuze
from afspraken.queries.balierecht import zonder_recht
from locaties.rules.weigering import NietGevonden
from tests.afspraken.web.personeel import een_gebruiker
from tests.bouwers import een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def test_gaan_zitten_opent_een_werkplek_en_nog_eens_is_dezelfde(kantoor):
    plek = een_werkplek(kantoor)
    assert een_werkplek(kantoor, om="09:05") == plek
    werkplek = Werkplek.objects.get()
    assert (werkplek.balie, werkplek.medewerker) == (kantoor.balies[0], kantoor.medewerkers[0])
    assert (werkplek.begin, werkplek.einde, werkplek.pauze_sinds) == (op("09:00"), None, None)
    assert Wachtrijversie.objects.get().versie == 2


def test_aan_een_balie_zit_er_een():
    kantoor = een_kantoor(medewerkers=2, balies=1)
    een_werkplek(kantoor, 0)
    with pytest.raises(BalieBezet):
        een_werkplek(kantoor, 1, 0)


def test_wie_gisteren_vergat_te_sluiten_houdt_vandaag_niemand_tegen():
    kantoor = een_kantoor(medewerkers=2, balies=1)
    vergeten = een_werkplek(kantoor, 0)
    morgen = op("09:00") + timedelta(days=1)
    keuze = baliekeuze(kantoor="loosduinen", locatie_ids=None, nu=morgen)
    assert [balie.bezet_door for balie in keuze.balies] == [""]
    wie, balie = kantoor.medewerkers[1].pk, kantoor.balies[0].pk
    nieuw = werkplek_openen(medewerker_id=wie, balie_id=balie, nu=morgen)
    assert dict(Werkplek.objects.values_list("id", "einde")) == {vergeten: morgen, nieuw: None}


def test_een_vergeten_balie_waar_nog_iemand_is_blijft_bezet():
    kantoor = een_kantoor(medewerkers=2, balies=1)
    plek = een_werkplek(kantoor, 0)
    een_inloper(kantoor)
    help_(plek, "09:40")
    morgen = op("09:00") + timedelta(days=1)
    keuze = baliekeuze(kantoor="loosduinen", locatie_ids=None, nu=morgen)
    assert [balie.bezet_door for balie in keuze.balies] == ["Farida el Amrani"]
    with pytest.raises(BalieBezet):
        werkplek_openen(medewerker_id=kantoor.medewerkers[1].pk, balie_id=kantoor.balies[0].pk, nu=morgen)


def test_wie_aan_een_andere_balie_gaat_zitten_verlaat_de_oude_ook_in_een_ander_kantoor():
    hier, daar = een_kantoor(balies=2), een_kantoor("segbroek")
    eerste = een_werkplek(hier)
    tweede = een_werkplek(hier, 0, 1, om="10:00")
    derde = werkplek_openen(medewerker_id=hier.medewerkers[0].pk, balie_id=daar.balies[0].pk, nu=op("11:00"))
    assert dict(Werkplek.objects.values_list("id", "einde")) == {
        eerste: op("10:00"),
        tweede: op("11:00"),
        derde: None,
    }


def test_wie_nog_iemand_helpt_blijft_zitten():
    kantoor = een_kantoor(balies=2)
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    help_(plek, "09:40")
    with pytest.raises(NogEenBezoeker):
        een_werkplek(kantoor, 0, 1)
    with pytest.raises(NogEenBezoeker):
        werkplek_pauzeren(werkplek_id=plek, nu=op("09:41"))
    with pytest.raises(NogEenBezoeker):
        werkplek_sluiten(werkplek_id=plek, nu=op("09:41"))
    assert Werkplek.objects.get().einde is None


def test_een_balie_die_er_niet_meer_is_of_wie_niet_meer_werkt(kantoor):
    balie, medewerker = kantoor.balies[0], kantoor.medewerkers[0]
    medewerker.is_actief = False
    medewerker.save()
    with pytest.raises(NietGevonden):
        een_werkplek(kantoor)
    medewerker.is_actief, balie.is_actief = True, False
    medewerker.save(), balie.save()
    with pytest.raises(NietGevonden):
        een_werkplek(kantoor)


def test_pauze_en_weer_verder(kantoor):
    plek = een_werkplek(kantoor)
    werkplek_pauzeren(werkplek_id=plek, nu=op("10:00"))
    werkplek_pauzeren(werkplek_id=plek, nu=op("10:05"))
    assert Werkplek.objects.get().pauze_sinds == op("10:00")
    for _ in range(2):
        werkplek_hervatten(werkplek_id=plek, nu=op("10:15"))
    assert Werkplek.objects.get().pauze_sinds is None


@pytest.mark.parametrize("daad", [werkplek_pauzeren, werkplek_sluiten])
def test_wie_geroepen_was_gaat_terug_naar_de_eigen_plek_en_telt_niet_als_gemist(daad):
    kantoor = een_kantoor(medewerkers=2, balies=2)
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    eerste, _ = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    roep(plek, "09:40")
    daad(werkplek_id=plek, nu=op("09:41"))
    terug = Bezoek.objects.get(id=eerste.id)
    assert (terug.status, terug.gemist, terug.balie) == ("wachtend", 0, None)
    assert (terug.uiterste_op, terug.wacht_sinds) == (eerste.uiterste_op, eerste.wacht_sinds)
    assert Gebeurtenis.objects.filter(soort="bezoek.teruggezet").count() == 1
    assert roep(collega, "09:41").bezoek_id == eerste.id


def test_sluiten_kan_twee_keer_en_daarna_is_de_werkplek_dicht(kantoor):
    plek = een_werkplek(kantoor)
    for om in ("11:00", "11:05"):
        werkplek_sluiten(werkplek_id=plek, nu=op(om))
    assert Werkplek.objects.get().einde == op("11:00")
    with pytest.raises(WerkplekDicht):
        werkplek_pauzeren(werkplek_id=plek, nu=op("11:06"))
    with pytest.raises(WerkplekDicht):
        werkplek_hervatten(werkplek_id=plek, nu=op("11:06"))
    with pytest.raises(NietGevonden):
        werkplek_sluiten(werkplek_id=plek + 1, nu=op("11:06"))


def test_na_sluiten_kan_een_collega_er_gaan_zitten():
    kantoor = een_kantoor(medewerkers=2, balies=1)
    werkplek_sluiten(werkplek_id=een_werkplek(kantoor, 0), nu=op("10:00"))
    assert een_werkplek(kantoor, 1, 0, om="10:00")


def een_login(kantoor, wie=0, *, locatie=None):
    """Let this employee log in, with the role at this office or another."""
    medewerker = kantoor.medewerkers[wie]
    medewerker.gebruiker = een_gebruiker("baliemedewerker", locatie=locatie or kantoor.locatie)
    medewerker.save()
    return medewerker.gebruiker


def test_wie_geen_rol_meer_heeft_laat_zijn_bezoeker_op_dezelfde_plek_wachten():
    kantoor = een_kantoor(medewerkers=2, balies=1)
    gebruiker = een_login(kantoor)
    plek = een_werkplek(kantoor, 0)
    eerste, _ = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    help_(plek, "09:40", eerste.id)
    with pytest.raises(NogEenBezoeker):
        werkplek_sluiten(werkplek_id=plek, nu=op("09:41"), rol="host")
    gebruiker.rollen.all().delete()
    werkplek_sluiten(werkplek_id=plek, nu=op("09:41"), rol="host")
    terug = Bezoek.objects.get(id=eerste.id)
    assert (terug.status, terug.gemist, terug.balie, terug.medewerker) == ("wachtend", 0, None, None)
    assert (terug.uiterste_op, terug.wacht_sinds) == (eerste.uiterste_op, eerste.wacht_sinds)
    collega = een_werkplek(kantoor, 1, 0, om="09:42")
    assert roep(collega, "09:42").bezoek_id == eerste.id


def test_een_werkplek_van_een_ander_kantoor_bestaat_niet(kantoor):
    plek, ander = een_werkplek(kantoor), een_kantoor("segbroek")
    with pytest.raises(NietGevonden):
        werkplek_sluiten(werkplek_id=plek, nu=op("10:00"), locatie_ids=frozenset({ander.locatie.pk}))
    assert Werkplek.objects.get().einde is None


def test_wie_hier_niet_meer_mag_zitten():
    kantoor, ander = een_kantoor(medewerkers=6, balies=6), een_kantoor("segbroek")
    uit, weg = een_login(kantoor, 1), kantoor.medewerkers[3]
    een_login(kantoor, 2, locatie=ander.locatie)
    een_login(kantoor, 3)
    een_login(kantoor, 4)
    kantoor.medewerkers[5].gebruiker = een_gebruiker("beheerder")
    kantoor.medewerkers[5].save()
    plekken = [een_werkplek(kantoor, wie, wie) for wie in range(6)]
    uit.is_active, weg.is_actief = False, False
    uit.save()
    weg.save()
    assert zonder_recht(plekken) == {plekken[1], plekken[2], plekken[3]}
    assert zonder_recht([]) == frozenset()
