"""Arriving with an appointment: a number, a promise, and a clear no where it cannot be."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.stappen.aankomst import KantoorDicht, TeLaat, TeVroeg, VerkeerdKantoor
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.actions.stappen.weigeringen import NietTeWijzigen
from afspraken.models import Afspraak, Bezoek, Bezoekdeel, Gebeurtenis
from locaties.models import Openingstijd, Sluiting
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
    DINSDAG,
    NU,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_medewerker,
    een_voorziening,
    op,
)

pytestmark = pytest.mark.django_db


def meld(afspraak, om="09:55", rol="host", **anders):
    return bezoeker_aanmelden(afspraak_id=afspraak.afspraak_id, nu=op(om), rol=rol, **anders)


def test_de_host_meldt_aan_en_geeft_nummer_a_1(kantoor):
    gemaakt = een_afspraak(kantoor)
    kaart = meld(gemaakt)
    bezoek = Bezoek.objects.get()
    assert (kaart.letter, kaart.nummer, kaart.houdt_plaats) == ("A", 1, True)
    assert (bezoek.id, bezoek.status, bezoek.herkomst) == (kaart.bezoek_id, "wachtend", "ontvangst")
    assert (bezoek.vroegste_op, bezoek.uiterste_op) == (op("09:50"), op("10:05"))
    assert (bezoek.aangekomen_op, bezoek.wacht_sinds, bezoek.datum) == (op("09:55"), op("10:00"), DINSDAG)
    assert [(d.product, d.minuten) for d in bezoek.delen.all()] == [(kantoor.product, 10)]
    assert Afspraak.objects.get().status == "aangemeld"
    assert Gebeurtenis.objects.filter(bezoek=bezoek, soort="bezoek.aangemeld", rol="host").count() == 1


def test_op_code_mag_met_spaties_en_kleine_letters(kantoor):
    code = een_afspraak(kantoor).code
    kaart = bezoeker_aanmelden(code=f" {code[:3].lower()} {code[3:]}", nu=op("09:55"), rol="host")
    assert kaart.is_nieuw


def test_nog_een_keer_is_hetzelfde_nummer_en_verandert_niets(kantoor):
    gemaakt = een_afspraak(kantoor)
    eerste = meld(gemaakt)
    tweede = meld(gemaakt, "10:30", rol="burger")
    assert (tweede.bezoek_id, tweede.nummer, tweede.is_nieuw) == (eerste.bezoek_id, 1, False)
    assert tweede.houdt_plaats
    assert Bezoek.objects.get().aangekomen_op == op("09:55")
    assert Gebeurtenis.objects.filter(soort="bezoek.aangemeld").count() == 1


def test_nummers_lopen_door_en_elk_kantoor_telt_zelf(kantoor):
    ander = een_kantoor("segbroek")
    nummers = [
        meld(een_afspraak(kantoor, om=om, telefoon=f"06 1111111{i}")).nummer
        for i, om in enumerate(("10:00", "10:30"))
    ]
    assert nummers == [1, 2]
    assert meld(een_afspraak(ander, telefoon="06 22222222")).nummer == 1


def test_wie_wordt_opgehaald_en_een_specialist_krijgt_heeft_dat_op_het_bezoek():
    kantoor = een_kantoor(balies=2)
    laag = een_voorziening("verlaagde_balie", *kantoor.balies)
    een_behoefte("kanarie", balie=[laag], specialisme="communicatie", roepwijze="ophalen")
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie")
    gemaakt = een_afspraak(kantoor, behoeften=("kanarie",))
    meld(gemaakt)
    bezoek = Bezoek.objects.get()
    assert (bezoek.roepwijze, bezoek.uiterste_op) == ("ophalen", op("10:00"))
    assert bezoek.afstemming_id == Afspraak.objects.get().afstemming_id
    assert "kanarie" not in str(list(Gebeurtenis.objects.values()))


def test_twaalf_minuten_te_laat_houdt_de_plaats_zolang_er_daarna_niemand_is(kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    assert meld(gemaakt, "10:12").houdt_plaats


def test_wie_te_laat_is_voor_het_blok_krijgt_een_eerlijke_tijd(kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    een_afspraak(kantoor, om="10:10", telefoon="06 22222222")
    assert not meld(gemaakt, "10:12").houdt_plaats
    assert not meld(gemaakt, "10:13").houdt_plaats
    assert Bezoek.objects.get().uiterste_op == op("10:27")


@pytest.mark.parametrize(
    ("om", "weigering", "zin"),
    [
        ("09:29", TeVroeg, "vanaf 9.30 uur"),
        ("10:11", TeLaat, "medewerker bij de ingang"),
    ],
)
def test_de_telefoon_mag_een_half_uur_vooraf_tot_de_grens_van_het_kantoor(kantoor, om, weigering, zin):
    gemaakt = een_afspraak(kantoor)
    with pytest.raises(weigering, match=zin):
        meld(gemaakt, om, rol="burger")
    assert not Bezoek.objects.exists()
    assert Afspraak.objects.get().status == "bevestigd"


@pytest.mark.parametrize("om", ["09:30", "10:10"])
def test_op_de_grens_mag_de_telefoon_nog_wel(kantoor, om):
    assert meld(een_afspraak(kantoor), om, rol="burger").nummer == 1
    assert Bezoek.objects.get().herkomst == "site"


def test_de_host_mag_de_hele_dag_en_niet_op_een_andere_dag(kantoor):
    gemaakt = een_afspraak(kantoor)
    with pytest.raises(TeVroeg, match="dinsdag 3 november 2026"):
        bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="host")
    with pytest.raises(TeLaat, match="was op dinsdag"):
        bezoeker_aanmelden(
            afspraak_id=gemaakt.afspraak_id, nu=op("10:00", DINSDAG.replace(day=4)), rol="host"
        )
    assert meld(gemaakt, "11:59").nummer == 1


def test_voor_de_deuren_open_zijn_wacht_de_telefoon(kantoor):
    gemaakt = een_afspraak(kantoor, om="09:00")
    with pytest.raises(KantoorDicht, match=r"open om 9\.00 uur"):
        meld(gemaakt, "08:45", rol="burger")
    assert meld(gemaakt, "08:45", rol="host").nummer == 1


def test_op_een_dag_dat_het_kantoor_onverwacht_dicht_is_staat_er_wat_te_doen(kantoor):
    gemaakt = een_afspraak(kantoor)
    Sluiting.objects.create(locatie=kantoor.locatie, van=DINSDAG, tot_en_met=DINSDAG, reden="lekkage")
    with pytest.raises(KantoorDicht, match="Bel ons"):
        meld(gemaakt, rol="burger")


def test_in_het_verkeerde_kantoor_hoort_men_waar_men_moet_zijn(kantoor):
    gemaakt = een_afspraak(kantoor)
    een_kantoor("segbroek")
    with pytest.raises(VerkeerdKantoor, match=r"Stadsdeelkantoor Loosduinen.*10\.00 uur"):
        meld(gemaakt, locatie="segbroek")
    assert meld(gemaakt, locatie=" Loosduinen ").nummer == 1


def test_een_afgezegde_afspraak_geeft_geen_nummer(kantoor):
    gemaakt = een_afspraak(kantoor)
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="burger")
    with pytest.raises(NietTeWijzigen, match="zonder afspraak"):
        meld(gemaakt)


def test_een_onbekende_code_vindt_niets(db):
    with pytest.raises(NietGevonden):
        bezoeker_aanmelden(code="ZZZZZZ", nu=op("10:00"), rol="host")


def test_terugdraaien_zet_de_afspraak_weer_op_verwacht_en_het_nummer_blijft(kantoor):
    gemaakt = een_afspraak(kantoor)
    ander = een_afspraak(kantoor, om="11:00", telefoon="06 22222222")
    kaart = meld(gemaakt)
    for _ in range(2):
        aanmelden_terugdraaien(bezoek_id=kaart.bezoek_id, nu=op("09:56"), rol="host")
    assert Afspraak.objects.get(id=gemaakt.afspraak_id).status == "bevestigd"
    assert Gebeurtenis.objects.filter(soort="bezoek.teruggedraaid").count() == 1
    assert meld(ander).nummer == 2
    opnieuw = meld(gemaakt, "10:02")
    assert (opnieuw.bezoek_id, opnieuw.nummer, opnieuw.is_nieuw) == (kaart.bezoek_id, 1, True)
    bezoek = Bezoek.objects.get(id=kaart.bezoek_id)
    assert (bezoek.status, bezoek.aangekomen_op, bezoek.reden) == ("wachtend", op("10:02"), "")


def test_wie_al_is_geroepen_draait_de_host_niet_terug(kantoor):
    kaart = meld(een_afspraak(kantoor))
    Bezoek.objects.update(status="opgeroepen", balie=kantoor.balies[0])
    with pytest.raises(NietMogelijkNu):
        aanmelden_terugdraaien(bezoek_id=kaart.bezoek_id, nu=op("10:00"), rol="host")
    with pytest.raises(NietGevonden):
        aanmelden_terugdraaien(bezoek_id=uuid4(), nu=op("10:00"), rol="host")


def test_inloopuren_tellen_ook_als_open(kantoor):
    Openingstijd.objects.create(locatie=kantoor.locatie, weekdag=1, van="08:00", tot="09:00", soort="inloop")
    assert meld(een_afspraak(kantoor, om="09:00"), "08:45", rol="burger").nummer == 1


def test_een_vastgezette_medewerker_gaat_mee_naar_het_bezoek(kantoor):
    een_medewerker(kantoor)
    gemaakt = een_afspraak(kantoor)
    deel = Afspraak.objects.get().delen.get()
    deel.vastgezet = True
    deel.save()
    meld(gemaakt)
    assert Bezoek.objects.get().voor_medewerker_id == deel.medewerker_id


def draai_terug(kantoor, **anders):
    gemaakt = een_afspraak(kantoor, **anders)
    oud = meld(gemaakt)
    aanmelden_terugdraaien(bezoek_id=oud.bezoek_id, nu=op("09:56"), rol="host")
    return gemaakt, oud


def test_wie_naar_een_ander_kantoor_is_verzet_krijgt_daar_een_nieuw_bezoek(kantoor):
    ander = een_kantoor("segbroek")
    meld(een_afspraak(ander, telefoon="06 22222222"))
    gemaakt, oud = draai_terug(kantoor)
    verzet(gemaakt, op("11:00"), locatie="segbroek")
    nieuw = meld(gemaakt, "10:55", locatie="segbroek")
    bezoek = Bezoek.objects.get(id=nieuw.bezoek_id)
    assert (nieuw.nummer, nieuw.is_nieuw, bezoek.locatie) == (2, True, ander.locatie)
    los = Bezoek.objects.get(id=oud.bezoek_id)
    assert (los.afspraak_id, los.locatie, los.status) == (None, kantoor.locatie, "vertrokken")


def test_wie_naar_een_andere_dag_is_verzet_staat_die_dag_in_de_rij(kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    gemaakt, oud = draai_terug(kantoor, behoeften=("kanarie",))
    week_later = DINSDAG + timedelta(days=7)
    een_inzet(kantoor.medewerkers[0], kantoor.locatie, van="09:00", tot="12:00", datum=week_later)
    verzet(gemaakt, op("10:00", week_later))
    nieuw = bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:55", week_later), rol="host")
    bezoek = Bezoek.objects.get(id=nieuw.bezoek_id)
    assert bezoek.id != oud.bezoek_id
    assert (bezoek.datum, bezoek.status, bezoek.roepwijze) == (week_later, "wachtend", "ophalen")
    assert bezoek.afstemming_id == Afspraak.objects.get().afstemming_id
    los = Bezoek.objects.get(id=oud.bezoek_id)
    assert (los.afspraak_id, los.afstemming_id, los.roepwijze) == (None, None, "scherm")


def test_wie_dezelfde_dag_terugkomt_staat_er_zoals_het_nu_is_afgesproken(kantoor):
    gemaakt, oud = draai_terug(kantoor)
    afspraak = Afspraak.objects.get()
    afspraak.taal, afspraak.spreektaal = "en", "pl"
    afspraak.save()
    afspraak.delen.update(minuten=25, vastgezet=True)
    assert meld(gemaakt, "10:02").nummer == oud.nummer
    bezoek = Bezoek.objects.get()
    assert (bezoek.taal, bezoek.spreektaal) == ("en", "pl")
    assert bezoek.voor_medewerker == kantoor.medewerkers[0]
    assert [deel.minuten for deel in bezoek.delen.all()] == [25]


def test_wat_al_is_gedaan_blijft_gedaan_als_iemand_terugkomt(kantoor):
    gemaakt, oud = draai_terug(kantoor)
    Bezoek.objects.update(begonnen_op=op("09:55"))
    Bezoekdeel.objects.update(klaar_op=op("09:56"))
    meld(gemaakt, "10:02")
    assert Bezoek.objects.get(id=oud.bezoek_id).delen.get().klaar_op == op("09:56")


@pytest.mark.parametrize("status", ["afgerond", "weggestuurd"])
def test_wie_al_is_geholpen_of_weggestuurd_hoort_dat_het_is_afgelopen(kantoor, status):
    gemaakt = een_afspraak(kantoor)
    meld(gemaakt)
    Bezoek.objects.update(status=status)
    with pytest.raises(NietMogelijkNu, match="al afgelopen"):
        meld(gemaakt, "10:30")
    assert Bezoek.objects.get().status == status


def test_een_code_die_niet_op_een_poster_staat_is_een_typefout(kantoor):
    gemaakt = een_afspraak(kantoor)
    with pytest.raises(NietGevonden, match="Kijk nog eens op de poster"):
        meld(gemaakt, locatie="loosduienn")
    kantoor.locatie.code = "Loosduinen"
    kantoor.locatie.save()
    assert meld(gemaakt, locatie="LOOSDUINEN").nummer == 1


def test_na_sluitingstijd_meldt_ook_de_host_niemand_meer_aan(kantoor):
    gemaakt = een_afspraak(kantoor)
    for om in ("08:44", "12:00"):
        with pytest.raises(KantoorDicht):
            meld(gemaakt, om)
    assert not Bezoek.objects.exists()
    assert meld(gemaakt, "08:45").nummer == 1


def verzet(gemaakt, begin, **anders):
    afspraak_verzetten(
        afspraak_id=gemaakt.afspraak_id, begin=begin, nu=NU, rol="host", zonder_aanloop=True, **anders
    )
