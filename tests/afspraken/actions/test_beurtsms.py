"""Who asks for an SMS when it is their turn, and where it may go."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from afspraken.actions.beurtsms_stoppen import beurtsms_stoppen
from afspraken.actions.beurtsms_vragen import GeenNummer, beurtsms_vragen
from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.stappen.beurtsms import GeenSmsMogelijk, TeVeelSms
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.actions.stappen.contact import link_van
from afspraken.models import Bericht, Beurtsms, Bezoek, Contact
from afspraken.queries.sms_nummer import nummer_van
from afspraken.rules.telefoonnummer import Onleesbaar
from locaties.rules.weigering import NietGevonden, Weigering
from tests.bouwers import Kantoorscene, een_afspraak, op
from tests.dagbouwers import een_bezoeker, een_inloper

pytestmark = pytest.mark.django_db


def vraag(bezoek: Bezoek, telefoon: str = "", om: str = "09:31", link: str = "") -> None:
    beurtsms_vragen(bezoek_id=bezoek.id, telefoon=telefoon, link=link, nu=op(om), rol="burger")


@pytest.mark.parametrize("getypt", ["06-12345678", "+31 6 1234 5678", "0031612345678", "(06) 12 34 56 78"])
def test_elke_schrijfwijze_mag_en_het_nummer_staat_verzegeld(kantoor: Kantoorscene, getypt: str) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, getypt)
    rij = Beurtsms.objects.get()
    assert nummer_van(rij) == "+31612345678"
    assert b"12345678" not in bytes(rij.verzegeld)
    assert "12345678" not in rij.telefoonsleutel
    assert not Bericht.objects.exists(), "asking alone sends nothing"


@pytest.mark.parametrize("getypt", ["070 353 30 00", "+32 470 12 34 56"])
def test_een_vaste_telefoon_wordt_herkend(kantoor: Kantoorscene, getypt: str) -> None:
    with pytest.raises(GeenSmsMogelijk, match="geen sms naartoe sturen"):
        vraag(een_inloper(kantoor), getypt)


@pytest.mark.parametrize(("getypt", "nee"), [("06 123", Onleesbaar), ("", GeenNummer)])
def test_wat_geen_nummer_is_krijgt_een_zin(kantoor: Kantoorscene, getypt: str, nee: type[Weigering]) -> None:
    with pytest.raises(nee):
        vraag(een_inloper(kantoor), getypt)
    assert not Beurtsms.objects.exists()


def test_wie_een_afspraak_heeft_hoeft_niets_te_typen(kantoor: Kantoorscene) -> None:
    bezoek = een_bezoeker(kantoor, "10:00", "09:50", telefoon="06 87654321")
    contact = Contact.objects.get()
    ander = een_afspraak(kantoor, om="11:00")
    with pytest.raises(GeenNummer):
        vraag(bezoek, link=ander.link, om="09:51")
    vraag(bezoek, link=link_van(contact.id, contact.link_versie), om="09:51")
    assert nummer_van(Beurtsms.objects.get()) == "+31687654321"


def test_een_ander_nummer_komt_ervoor_in_de_plaats_en_stoppen_vergeet_het(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "06 11111111")
    vraag(bezoek, "06 22222222")
    assert nummer_van(Beurtsms.objects.get()) == "+31622222222"
    for _keer in range(2):
        beurtsms_stoppen(bezoek_id=bezoek.id, nu=op("09:32"), rol="burger")
    assert not Beurtsms.objects.exists()
    soorten = bezoek.gebeurtenissen.values_list("soort", flat=True)
    assert list(soorten).count("bezoek.beurtsms_gevraagd") == 2
    assert list(soorten).count("bezoek.beurtsms_gestopt") == 1
    assert "22222222" not in str(list(bezoek.gebeurtenissen.values()))


def test_wie_weg_is_kan_niets_meer_vragen(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    bezoeker_vertrokken(bezoek_id=bezoek.id, nu=op("09:40"), rol="host")
    with pytest.raises(NietMogelijkNu):
        vraag(bezoek, "06 12345678", om="09:41")
    with pytest.raises(NietGevonden):
        beurtsms_vragen(bezoek_id=uuid4(), telefoon="06 12345678", nu=op("09:41"), rol="burger")


def test_een_nummer_krijgt_hoogstens_van_drie_bezoeken_per_uur_bericht(kantoor: Kantoorscene) -> None:
    bezoeken = [een_inloper(kantoor) for _ in range(4)]
    for bezoek in bezoeken[:3]:
        vraag(bezoek, "06 12345678")
    with pytest.raises(TeVeelSms):
        vraag(bezoeken[3], "+31612345678")
    vraag(bezoeken[2], "06 12345678")  # the same once more is not one more
    vraag(bezoeken[3], "06 87654321")
    vraag(bezoeken[3], "06 12345678", om="10:32")


def test_een_bezoek_vraagt_niet_steeds_opnieuw(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    for keer in range(10):
        vraag(bezoek, f"06 1234567{keer}")
    with pytest.raises(TeVeelSms):
        vraag(bezoek, "06 87654321")
    assert nummer_van(Beurtsms.objects.get()) == "+31612345679"


def test_de_volgende_dag_is_het_nummer_weg(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "06 12345678")
    gegevens_opruimen(nu=op("09:31") + timedelta(hours=24) - timedelta(seconds=1))
    assert Beurtsms.objects.exists()
    gegevens_opruimen(nu=op("09:31") + timedelta(hours=24))
    assert not Beurtsms.objects.exists()
    assert Bezoek.objects.filter(id=bezoek.id).exists()
