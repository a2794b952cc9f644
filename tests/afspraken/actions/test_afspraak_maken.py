"""Booking: sure, once, and with everything that belongs to it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.contact import GeenCodeMogelijk, GegevensOntbreken, NietBereikbaar
from afspraken.actions.stappen.grenzen import TeVeelAfspraken
from afspraken.actions.stappen.weigeringen import TijdBezet, TijdNietMogelijk
from afspraken.models import Aanvraag, Afspraak, Bericht
from locaties.models import Product
from tests.bouwers import (
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_kantoor,
    een_voorziening,
    op,
)
from toegankelijkheid.models import Afstemming

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor() -> Kantoorscene:
    return een_kantoor()


def test_een_afspraak_staat_met_medewerker_balie_en_berichten(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    afspraak = Afspraak.objects.get(code=gemaakt.code)
    deel = afspraak.delen.get()
    assert (afspraak.status, deel.medewerker, deel.balie) == (
        "bevestigd",
        kantoor.medewerkers[0],
        kantoor.balies[0],
    )
    assert sorted(afspraak.berichten.values_list("soort", "kanaal")) == [
        ("bevestiging", "sms"),
        ("herinnering", "sms"),
    ]


def test_hetzelfde_formulier_geeft_dezelfde_afspraak(kantoor: Kantoorscene) -> None:
    formulier = uuid4()
    eerste = een_afspraak(kantoor, formulier=formulier)

    nog_eens = afspraak_maken(aanvraag_id=uuid4(), formulier=formulier, nu=NU)

    assert nog_eens == eerste
    assert Afspraak.objects.count() == 1


def test_een_bezette_tijd_wordt_geweigerd(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00")

    with pytest.raises(TijdBezet):
        een_afspraak(kantoor, om="10:05")


@pytest.mark.parametrize("om", ["08:00", "11:55", "12:00", "10:02", "23:55"])
def test_een_tijd_buiten_de_opening_of_het_raster_wordt_geweigerd(kantoor: Kantoorscene, om: str) -> None:
    with pytest.raises((TijdNietMogelijk, TijdBezet)):
        een_afspraak(kantoor, om=om)
    assert not Afspraak.objects.exists()


@pytest.mark.parametrize("jaar", [1, 1999, 2200, 9999])
def test_een_jaar_dat_niet_bestaat_in_de_agenda_wordt_geweigerd(kantoor: Kantoorscene, jaar: int) -> None:
    with pytest.raises(TijdNietMogelijk):
        afspraak_vasthouden(
            aanvraag_id=een_aanvraag(kantoor),
            locatie="loosduinen",
            begin=op("10:00").replace(year=jaar),
            nu=NU,
        )


def test_een_tijd_in_het_verleden_wordt_geweigerd(kantoor: Kantoorscene) -> None:
    with pytest.raises(TijdNietMogelijk):
        een_afspraak(kantoor, om="10:00", nu=op("11:00"))


def test_een_dag_voorbij_de_horizon_is_niet_mogelijk_en_niet_net_bezet(kantoor: Kantoorscene) -> None:
    kantoor.locatie.horizon_dagen = 0
    kantoor.locatie.save()

    with pytest.raises(TijdNietMogelijk):
        een_afspraak(kantoor, om="10:00")


def test_een_bestelling_die_te_laat_is_is_niet_mogelijk_en_niet_net_bezet(kantoor: Kantoorscene) -> None:
    een_behoefte("gebarentolk", bestelling=5)

    with pytest.raises(TijdNietMogelijk):
        een_afspraak(kantoor, om="10:00", behoeften=("gebarentolk",))


def test_te_laat_bevestigen_lukt_als_de_tijd_nog_vrij_is(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)

    gemaakt = afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU + timedelta(minutes=45))

    assert Afspraak.objects.get(code=gemaakt.code).status == "bevestigd"


def test_te_laat_bevestigen_weigert_als_een_ander_de_tijd_heeft_en_niets_gaat_verloren(
    kantoor: Kantoorscene,
) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    later = NU + timedelta(minutes=45)
    een_afspraak(kantoor, om="10:00", nu=later)

    with pytest.raises(TijdBezet):
        afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=later)
    assert Aanvraag.objects.filter(id=aanvraag).exists()


def test_een_andere_tijd_kiezen_laat_de_vorige_los(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    for om in ("10:00", "11:00"):
        afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op(om), nu=NU)

    een_afspraak(kantoor, om="10:00")

    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_meer_mensen_kiezen_laat_de_tijd_los(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)

    aanvraag_bijwerken(aanvraag_id=aanvraag, nu=NU, hulp=True, behoeften=("x",))

    assert Afspraak.objects.get().status == "verlopen"
    een_afspraak(kantoor, om="10:00")


def test_zonder_achternaam_wordt_geweigerd(kantoor: Kantoorscene) -> None:
    with pytest.raises(GegevensOntbreken):
        een_afspraak(kantoor, achternaam=" ")


def test_sms_naar_een_vaste_lijn_wordt_geweigerd(kantoor: Kantoorscene) -> None:
    with pytest.raises(NietBereikbaar):
        een_afspraak(kantoor, telefoon="070 353 3000", kanaal="sms")


def test_een_derde_open_afspraak_op_de_site_wordt_geweigerd(kantoor: Kantoorscene) -> None:
    for om in ("09:00", "09:20"):
        een_afspraak(kantoor, om=om, herkomst="site")

    with pytest.raises(TeVeelAfspraken):
        een_afspraak(kantoor, om="10:00", herkomst="site")
    een_afspraak(kantoor, om="10:40", herkomst="telefoon")


def test_een_gedeeld_nummer_heeft_geen_grens(kantoor: Kantoorscene) -> None:
    for om in ("09:00", "09:20", "10:00"):
        een_afspraak(kantoor, om=om, herkomst="site", gedeeld=True)

    assert Afspraak.objects.filter(status="bevestigd").count() == 3


def test_wat_iemand_nodig_heeft_staat_nergens_leesbaar(kantoor: Kantoorscene) -> None:
    laag = een_voorziening("verlaagde_balie", kantoor.balies[0])
    een_behoefte("rolstoelkanarie", balie=[laag], extra=5)

    een_afspraak(kantoor, behoeften=("rolstoelkanarie",))

    afstemming = Afstemming.objects.get()
    assert b"rolstoelkanarie" not in bytes(afstemming.verzegeld)
    assert "rolstoelkanarie" not in str(afstemming.vereisten)
    assert afstemming.vereisten["balie"] == ["verlaagde_balie"]


def test_zonder_toestemming_gaat_de_afspraak_door_zonder_afstemming(kantoor: Kantoorscene) -> None:
    een_behoefte("rolstoel", extra=5)

    een_afspraak(kantoor, behoeften=("rolstoel",), toestemming=False)

    assert not Afstemming.objects.exists()
    assert Afspraak.objects.get(status="bevestigd").delen.get().cellen == 2


def test_een_papieren_afspraak_kan_zonder_telefoon_en_email(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, telefoon="", kanaal="papier")

    assert set(Bericht.objects.values_list("kanaal", flat=True)) == {"papier"}


@pytest.mark.parametrize("kanaal", ["papier", "gesproken"])
def test_met_de_code_aan_komt_op_de_site_niemand_eromheen(
    kantoor: Kantoorscene, settings: Any, kanaal: str
) -> None:
    settings.BEVESTIGEN_MET_CODE = True

    with pytest.raises(GeenCodeMogelijk):
        een_afspraak(kantoor, herkomst="site", kanaal=kanaal)

    een_afspraak(kantoor, om="11:00", herkomst="telefoon", kanaal=kanaal)
    assert Afspraak.objects.get(status="bevestigd").begin == op("11:00")


@pytest.mark.parametrize("na_minuten", [5, 45])
def test_een_ander_moment_dan_werd_vastgehouden_staat_overal_gelijk(
    kantoor: Kantoorscene, na_minuten: int
) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    aanvraag_bijwerken(aanvraag_id=aanvraag, nu=NU, begin=op("11:00"))

    gemaakt = afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU + timedelta(minutes=na_minuten))

    afspraak = Afspraak.objects.get(code=gemaakt.code)
    deel = afspraak.delen.get()
    assert (afspraak.begin, afspraak.einde) == (deel.begin, deel.einde) == (op("11:00"), op("11:10"))


def test_wordt_het_product_langer_terwijl_de_tijd_verliep_dan_ook_de_afspraak(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    Product.objects.update(duur_minuten=25)

    gemaakt = afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU + timedelta(minutes=45))

    assert Afspraak.objects.get(code=gemaakt.code).einde == op("10:25")
