"""I am here, on the own phone, and what the phone shows after that."""

from __future__ import annotations

from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.models import Bezoek
from afspraken.rules.aanvraag import Gevraagd
from tests.bouwers import een_afspraak, een_behoefte, een_kantoor, op
from tests.dagbouwers import een_werkplek, roep
from tests.verwachtingbouwers import een_verwachting, ververst

pytestmark = pytest.mark.django_db


@pytest.fixture
def telefoon() -> Client:
    return Client(headers={"accept-language": "nl"})


def bekijk(telefoon: Client, naam: str, link: str, om: str, *, post: dict[str, str] | None = None) -> str:
    with time_machine.travel(op(om), tick=False):
        adres = reverse(naam, args=[link])
        antwoord = telefoon.get(adres) if post is None else telefoon.post(adres, post, follow=True)
    return antwoord.content.decode()


def test_op_de_dag_staat_er_vanaf_wanneer_en_dan_een_knop(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    assert "aanmelden vanaf 9.30 uur" in bekijk(telefoon, "mijn_afspraak", link, "09:00")
    bladzijde = bekijk(telefoon, "mijn_afspraak", link, "09:30")
    assert "Ik ben er" in bladzijde
    assert f'action="{reverse("mijn_aanmelden", args=[link])}"' in bladzijde


def test_een_dag_eerder_staat_er_niets_over_aanmelden(telefoon, kantoor, vaste_klok):
    link = een_afspraak(kantoor).link
    bladzijde = telefoon.get(reverse("mijn_afspraak", args=[link])).content.decode()
    assert "Ik ben er" not in bladzijde
    assert "aanmelden vanaf" not in bladzijde


def test_ik_ben_er_geeft_een_nummer_en_kijken_verandert_niets(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50")
    assert not Bezoek.objects.exists()
    bladzijde = bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    assert "A 1" in bladzijde
    assert "Uw afspraak is om 10.00 uur" in bladzijde
    assert "Er is niemand voor u" in bladzijde
    assert "A 1" in bekijk(telefoon, "mijn_aanmelden", link, "09:51", post={})
    assert "Bekijk uw nummer" in bekijk(telefoon, "mijn_afspraak", link, "09:51")
    assert Bezoek.objects.count() == 1


@pytest.mark.parametrize(
    ("om", "kantoorcode", "zin"),
    [
        ("09:10", "", "U bent te vroeg"),
        ("10:30", "", "medewerker bij de ingang"),
        ("09:50", "segbroek", "Stadsdeelkantoor Loosduinen"),
    ],
)
def test_een_nee_is_een_zin_met_wat_te_doen(telefoon, kantoor, om, kantoorcode, zin):
    link = een_afspraak(kantoor).link
    with time_machine.travel(op(om), tick=False):
        antwoord = telefoon.post(reverse("mijn_aanmelden", args=[link]), {"kantoor": kantoorcode})
    assert antwoord.status_code == 409
    assert zin in antwoord.content.decode()
    assert not Bezoek.objects.exists()


def test_met_de_code_van_de_poster_lukt_het(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    assert "A 1" in bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={"kantoor": "Loosduinen"})


def test_wie_wordt_geroepen_ziet_de_balie(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    Bezoek.objects.update(status="opgeroepen", balie=kantoor.balies[0])
    bladzijde = bekijk(telefoon, "mijn_bezoek", link, "10:00")
    assert "Kom naar balie 1" in bladzijde
    assert 'data-stand="opgeroepen"' in bladzijde


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        ("in_behandeling", "geholpen aan balie 1"),
        ("geparkeerd", "Wacht nog even"),
        ("afgerond", "U bent klaar"),
        ("niet_verschenen", "Wij hebben u gemist"),
        ("weggestuurd", "wacht niet meer"),
    ],
)
def test_elke_stand_heeft_een_zin(telefoon, kantoor, status, zin):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    Bezoek.objects.update(status=status, balie=kantoor.balies[0])
    assert zin in bekijk(telefoon, "mijn_bezoek", link, "10:00")


def test_te_laat_voor_de_eigen_tijd_staat_er_eerlijk(telefoon, kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    een_afspraak(kantoor, om="10:10", telefoon="06 22222222")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("10:20"), rol="host")
    bladzijde = bekijk(telefoon, "mijn_bezoek", gemaakt.link, "10:21")
    assert "U was te laat" in bladzijde
    assert "voor 10.35 uur" in bladzijde


def test_zonder_afspraak_is_er_een_eigen_bladzijde_zonder_naam_product_of_behoefte(telefoon, kantoor):
    een_behoefte("kanarie", roepwijze="ophalen")
    for _ in range(2):
        kaart = bezoeker_inschrijven(
            bezoek_id=uuid4(),
            locatie="loosduinen",
            producten=(Gevraagd("paspoort"),),
            behoeften=("kanarie",),
            nu=op("10:00"),
            rol="host",
        )
    Bezoek.objects.filter(nummer=1).update(aangekomen_op=op("09:59"))
    bladzijde = bekijk(telefoon, "mijn_bezoek", kaart.link, "10:01")
    assert "B 2" in bladzijde
    assert "Er is 1 wachtende voor u" in bladzijde
    assert "voor 10.15 uur" in bladzijde
    for geheim in ("kanarie", "Paspoort", "ophalen"):
        assert geheim not in bladzijde


def test_zonder_bezoek_gaat_de_link_naar_de_afspraak_en_een_dode_link_nergens(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    with time_machine.travel(op("09:50"), tick=False):
        assert telefoon.get(reverse("mijn_bezoek", args=["x" * 22])).status_code == 404
        antwoord = telefoon.get(reverse("mijn_bezoek", args=[link]))
    assert antwoord["Location"] == reverse("mijn_afspraak", args=[link])


def test_na_een_dag_is_de_bladzijde_van_het_bezoek_weg(telefoon, kantoor):
    een_kantoor("segbroek")
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    with time_machine.travel(op("10:20", op("09:50").date().replace(day=4)), tick=False):
        assert telefoon.get(reverse("mijn_bezoek", args=[link])).status_code == 404


def test_na_terugdraaien_kan_iemand_zich_weer_aanmelden(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    aanmelden_terugdraaien(bezoek_id=Bezoek.objects.get().id, nu=op("09:51"), rol="host")
    assert "Ik ben er" in bekijk(telefoon, "mijn_afspraak", link, "09:52")
    assert "A 1" in bekijk(telefoon, "mijn_aanmelden", link, "09:53", post={})


def test_de_link_lekt_niet_naar_andere_sites(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    with time_machine.travel(op("09:50"), tick=False):
        telefoon.post(reverse("mijn_aanmelden", args=[link]))
        antwoord = telefoon.get(reverse("mijn_bezoek", args=[link]))
    assert antwoord["Referrer-Policy"] == "strict-origin"
    assert antwoord["Cache-Control"] == "no-store"


def test_de_telefoon_zegt_tussen_welke_tijden_en_of_het_langer_duurt(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    verwachting = een_verwachting(Bezoek.objects.get(), "09:55", "10:05")
    ververst(kantoor, "09:50")
    assert "Het gaat op tijd." in bekijk(telefoon, "mijn_bezoek", link, "09:51")
    verwachting.later, verwachting.tot, verwachting.verlaat = 20, op("10:20"), True
    verwachting.save()
    bladzijde = bekijk(telefoon, "mijn_bezoek", link, "09:51")
    assert "langer dan wij eerst zeiden" in bladzijde
    assert "rond 10.20 uur aan de beurt" in bladzijde


def test_zonder_afspraak_staat_er_een_venster_en_zonder_verwachting_de_belofte(telefoon, kantoor):
    ingeschreven = bezoeker_inschrijven(
        bezoek_id=uuid4(),
        locatie="loosduinen",
        producten=(Gevraagd(kantoor.product.code),),
        nu=op("09:50"),
        rol="host",
    )
    assert "voor 10.05 uur te roepen" in bekijk(telefoon, "mijn_bezoek", ingeschreven.link, "09:51")
    een_verwachting(Bezoek.objects.get(), "10:25", "10:40")
    ververst(kantoor, "09:51")
    bladzijde = bekijk(telefoon, "mijn_bezoek", ingeschreven.link, "09:52")
    assert "tussen 10.25 en 10.40 uur" in bladzijde
    assert "voor 10.05 uur" not in bladzijde


def test_als_niemand_kan_helpen_staat_er_waar_u_heen_moet(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    een_verwachting(Bezoek.objects.get(), "09:55", "10:05", soort="geen_collega")
    ververst(kantoor, "09:50")
    bladzijde = bekijk(telefoon, "mijn_bezoek", link, "09:51")
    assert "geen collega die u kan helpen. Vraag de medewerker bij de ingang." in bladzijde


def test_elke_oproep_is_een_eigen_signaal(telefoon, kantoor):
    link = een_afspraak(kantoor).link
    bekijk(telefoon, "mijn_aanmelden", link, "09:50", post={})
    plek = een_werkplek(kantoor)
    assert 'data-keer="0"' in bekijk(telefoon, "mijn_bezoek", link, "09:50")
    kaart = roep(plek, "09:51")
    assert 'data-keer="1"' in bekijk(telefoon, "mijn_bezoek", link, "09:51")
    bezoeker_opnieuw_oproepen(werkplek_id=plek, bezoek_id=kaart.bezoek_id, nu=op("09:53"))
    assert 'data-keer="2"' in bekijk(telefoon, "mijn_bezoek", link, "09:53")
