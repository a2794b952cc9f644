"""The pages behind the link: they show, and only a button changes anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.test import Client
from django.urls import reverse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_maken import Gemaakt
from afspraken.actions.stappen.contact import link_van
from afspraken.models import Afspraak, Bericht, Contact
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_afspraak, een_behoefte, een_kantoor, op
from toegankelijkheid.models import Afstemming, Inzage

pytestmark = pytest.mark.django_db
NET_NA = NU + timedelta(minutes=2)


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    """The clock at the door stands still."""
    with time_machine.travel(NET_NA, tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def gemaakt(kantoor: Kantoorscene) -> Gemaakt:
    return een_afspraak(kantoor, om="10:00", personen=2)


def _adres(naam: str, gemaakt: Gemaakt, *args: object) -> str:
    return reverse(naam, args=[gemaakt.link, *args])


def _tekst(client: Client, naam: str, gemaakt: Gemaakt, *args: object, status: int = 200) -> str:
    antwoord = client.get(_adres(naam, gemaakt, *args))
    assert antwoord.status_code == status
    return antwoord.content.decode()


def test_de_bevestiging_zegt_alles_wat_iemand_moet_weten(client: Client, gemaakt: Gemaakt) -> None:
    tekst = _tekst(client, "mijn_afspraak_bevestigd", gemaakt)

    for nodig in (
        "Uw afspraak staat",
        gemaakt.code,
        "dinsdag 3 november 2026 om 10.00 uur",
        "Kleine Keizerstraat 3",
        "uw oude pas",
        "Persoon 2",
        "data:image/svg+xml",
        "eindigt op 678",
    ):
        assert nodig in tekst


def test_de_bladzijde_noemt_geen_naam_en_geen_behoefte(client: Client, kantoor: Kantoorscene) -> None:
    een_behoefte("lage_balie")
    met = een_afspraak(kantoor, om="10:00", behoeften=("lage_balie",))
    zonder = een_afspraak(kantoor, om="11:00", telefoon="06 12345679")

    tekst = _tekst(client, "mijn_afspraak", met)

    assert "De Wit" not in tekst
    assert "lage_balie" not in tekst
    assert "Vroeg u ons iets te regelen?" in tekst
    assert "Vroeg u ons iets te regelen?" in _tekst(client, "mijn_afspraak", zonder)


def test_de_bladzijde_mag_nergens_blijven_liggen(client: Client, gemaakt: Gemaakt) -> None:
    antwoord = client.get(_adres("mijn_afspraak", gemaakt))

    assert antwoord["Cache-Control"] == "no-store"
    assert antwoord["X-Robots-Tag"] == "noindex"
    assert antwoord["Referrer-Policy"] == "strict-origin"


def _stand() -> dict[str, list[dict[str, object]]]:
    modellen = [
        m
        for label in ("afspraken", "toegankelijkheid", "locaties")
        for m in apps.get_app_config(label).get_models()
    ]
    return {m._meta.label: list(m._default_manager.order_by("pk").values()) for m in modellen}


@pytest.mark.parametrize("methode", ["get", "head"])
@pytest.mark.parametrize(
    ("naam", "args"),
    [
        ("mijn_afspraak", ()),
        ("mijn_afspraak_bevestigd", ()),
        ("mijn_agenda", ()),
        ("mijn_afspraak_verzetten", ()),
        ("mijn_kantoor_kiezen", ()),
        ("mijn_dag_kiezen", ("loosduinen",)),
        ("mijn_tijd_kiezen", ("loosduinen", DINSDAG)),
        ("mijn_afspraak_annuleren", ()),
        ("mijn_persoon_weghalen", (1,)),
        ("mijn_behoeften", ()),
        ("mijn_code", ()),
        ("mijn_link_wisselen", ()),
    ],
)
def test_kijken_verandert_niets(
    client: Client, gemaakt: Gemaakt, naam: str, args: tuple[object, ...], methode: str
) -> None:
    voor = _stand()

    antwoord = getattr(client, methode)(_adres(naam, gemaakt, *args))

    assert antwoord.status_code == 200
    assert _stand() == voor


@pytest.mark.parametrize("naam", ["mijn_code_sturen", "mijn_toestemming_intrekken"])
def test_wat_alleen_een_knop_is_kan_niet_met_kijken(client: Client, gemaakt: Gemaakt, naam: str) -> None:
    assert client.get(_adres(naam, gemaakt)).status_code == 405


@pytest.mark.parametrize(
    "naam",
    [
        "mijn_afspraak",
        "mijn_agenda",
        "mijn_afspraak_verzetten",
        "mijn_afspraak_annuleren",
        "mijn_behoeften",
        "mijn_code",
        "mijn_link_wisselen",
    ],
)
@pytest.mark.parametrize("link", ["A" * 22, "kort", "x" * 500, "%00", "é"])
def test_een_dode_link_geeft_een_vriendelijke_zin(
    client: Client, gemaakt: Gemaakt, naam: str, link: str
) -> None:
    antwoord = client.get(reverse(naam, args=[link]))

    assert antwoord.status_code == 404
    assert "Deze link werkt niet meer." in antwoord.content.decode()


def test_de_agenda_heeft_een_vast_nummer_en_de_goede_tijd(client: Client, gemaakt: Gemaakt) -> None:
    tekst = _tekst(client, "mijn_agenda", gemaakt)

    assert "DTSTART:20261103T090000Z" in tekst
    assert "SEQUENCE:0" in tekst
    assert str(gemaakt.afspraak_id) in tekst


def test_in_het_engels_staat_de_tijd_op_zijn_engels(client: Client, gemaakt: Gemaakt) -> None:
    tekst = client.get(_adres("mijn_afspraak", gemaakt), headers={"accept-language": "en"}).content.decode()

    assert "Tuesday 3 November 2026" in tekst
    assert "10:00" in tekst


def test_verzetten_toont_dagen_en_tijden_en_de_knop_verzet(client: Client, gemaakt: Gemaakt) -> None:
    dagen = _tekst(client, "mijn_afspraak_verzetten", gemaakt)
    assert re.search(r"Dinsdag 3 november 2026</span><span [^>]+>\d+ tijden", dagen)
    assert "11:00" in _tekst(client, "mijn_tijd_kiezen", gemaakt, "loosduinen", DINSDAG)

    antwoord = client.post(
        _adres("mijn_tijd_kiezen", gemaakt, "loosduinen", DINSDAG), {"begin": op("11:00").isoformat()}
    )

    assert antwoord["Location"] == _adres("mijn_afspraak_verzet", gemaakt)
    afspraak = Afspraak.objects.get()
    assert (afspraak.begin, afspraak.code) == (op("11:00"), gemaakt.code)


def test_eerst_de_ronde_tijden_en_op_verzoek_alle(client: Client, gemaakt: Gemaakt) -> None:
    adres = _adres("mijn_tijd_kiezen", gemaakt, "loosduinen", DINSDAG)

    ronde, alle = (client.get(adres, vraag).content.decode() for vraag in ({}, {"alle": "1"}))

    assert "Toon alle tijden van deze dag" in ronde
    assert "11:05" not in ronde
    assert "11:05" in alle


def test_verzetten_naar_een_ander_kantoor(client: Client, gemaakt: Gemaakt) -> None:
    ander = een_kantoor("segbroek")
    assert "Segbroek" in _tekst(client, "mijn_kantoor_kiezen", gemaakt)
    assert "Segbroek" in _tekst(client, "mijn_dag_kiezen", gemaakt, "segbroek")

    client.post(_adres("mijn_tijd_kiezen", gemaakt, "segbroek", DINSDAG), {"begin": op("09:30").isoformat()})

    assert Afspraak.objects.get().locatie == ander.locatie


def test_net_bezet_laat_de_oude_tijd_staan_en_toont_andere(
    client: Client, kantoor: Kantoorscene, gemaakt: Gemaakt
) -> None:
    een_afspraak(kantoor, om="11:00", telefoon="06 12345679")

    antwoord = client.post(
        _adres("mijn_tijd_kiezen", gemaakt, "loosduinen", DINSDAG), {"begin": op("11:00").isoformat()}
    )

    assert antwoord.status_code == 409
    assert "net door iemand anders gekozen" in antwoord.content.decode()
    assert "11:30" in antwoord.content.decode()
    assert Afspraak.objects.get(code=gemaakt.code).begin == op("10:00")


@pytest.mark.parametrize(
    "begin",
    [
        "",
        "morgen",
        "2026-11-03T11:00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-11-03T10:02:00+00:00",
        "\x00",
    ],
)
def test_een_onmogelijke_tijd_geeft_een_zin(client: Client, gemaakt: Gemaakt, begin: str) -> None:
    antwoord = client.post(_adres("mijn_tijd_kiezen", gemaakt, "loosduinen", DINSDAG), {"begin": begin})

    assert antwoord.status_code in {409, 422}
    assert "Er ging iets mis" in antwoord.content.decode()
    assert Afspraak.objects.get().begin == op("10:00")


@pytest.mark.parametrize(
    ("naam", "args"),
    [
        ("mijn_dag_kiezen", ("bestaat-niet",)),
        ("mijn_tijd_kiezen", ("bestaat-niet", "2026-11-03")),
        ("mijn_tijd_kiezen", ("loosduinen", "2026-13-99")),
        ("mijn_persoon_weghalen", (7,)),
    ],
)
def test_wat_niet_bestaat_is_een_404(
    client: Client, gemaakt: Gemaakt, naam: str, args: tuple[object, ...]
) -> None:
    assert client.get(_adres(naam, gemaakt, *args)).status_code == 404


@pytest.mark.parametrize("van", ["", "x", "0001-01-01", "9999-12-31", "2026-11-02"])
def test_een_rare_begindatum_geeft_gewoon_dagen(client: Client, gemaakt: Gemaakt, van: str) -> None:
    assert client.get(_adres("mijn_afspraak_verzetten", gemaakt), {"van": van}).status_code == 200


def test_ver_weg_zijn_er_geen_dagen_maar_wel_een_zin(client: Client, gemaakt: Gemaakt) -> None:
    antwoord = client.get(_adres("mijn_afspraak_verzetten", gemaakt), {"van": "2027-03-01"})

    assert "In deze weken is er geen vrije tijd." in antwoord.content.decode()


def test_afzeggen_vraagt_eerst_en_twee_keer_is_een_keer(client: Client, gemaakt: Gemaakt) -> None:
    assert "Wilt u uw afspraak afzeggen?" in _tekst(client, "mijn_afspraak_annuleren", gemaakt)

    for _ in range(2):
        antwoord = client.post(_adres("mijn_afspraak_annuleren", gemaakt))
        assert antwoord["Location"] == _adres("mijn_afspraak", gemaakt)

    tekst = _tekst(client, "mijn_afspraak", gemaakt)
    assert "Uw afspraak is afgezegd" in tekst
    assert "Maak een nieuwe afspraak" in tekst
    assert Bericht.objects.filter(soort="geannuleerd_door_burger").count() == 1


def test_een_persoon_weghalen_vraagt_eerst(client: Client, gemaakt: Gemaakt) -> None:
    assert "Persoon 2" in _tekst(client, "mijn_persoon_weghalen", gemaakt, 1)

    antwoord = client.post(_adres("mijn_persoon_weghalen", gemaakt, 1))

    assert antwoord["Location"] == _adres("mijn_afspraak_aangepast", gemaakt)
    assert Afspraak.objects.get().delen.count() == 1


def test_de_enige_persoon_wordt_naar_afzeggen_gestuurd(client: Client, kantoor: Kantoorscene) -> None:
    alleen = een_afspraak(kantoor)

    assert "Zeg de afspraak af" in _tekst(client, "mijn_persoon_weghalen", alleen, 0)
    antwoord = client.post(_adres("mijn_persoon_weghalen", alleen, 0))
    assert antwoord.status_code == 409
    assert Afspraak.objects.get().delen.count() == 1


@pytest.mark.parametrize(
    ("naam", "args"),
    [
        ("mijn_afspraak_annuleren", ()),
        ("mijn_persoon_weghalen", (1,)),
        ("mijn_tijd_kiezen", ("loosduinen", DINSDAG)),
    ],
)
def test_na_het_begin_zijn_de_knoppen_weg_en_zegt_een_zin_waarom(
    client: Client,
    gemaakt: Gemaakt,
    klok: time_machine.Traveller,
    naam: str,
    args: tuple[object, ...],
) -> None:
    klok.move_to(op("10:05"))

    tekst = _tekst(client, "mijn_afspraak", gemaakt)
    antwoord = client.post(_adres(naam, gemaakt, *args), {"begin": op("11:00").isoformat()})

    assert "Zeg de afspraak af" not in tekst
    assert "komt niet" not in tekst
    assert antwoord.status_code == 409
    assert "kunt u niet meer wijzigen" in antwoord.content.decode()


def test_een_nieuwe_link_komt_niet_op_het_scherm(client: Client, gemaakt: Gemaakt) -> None:
    antwoord = client.post(_adres("mijn_link_wisselen", gemaakt))

    assert "De oude link werkt niet meer" in antwoord.content.decode()
    contact = Contact.objects.get()
    assert link_van(contact.pk, contact.link_versie) not in antwoord.content.decode()
    assert client.get(_adres("mijn_afspraak", gemaakt)).status_code == 404


def _met_code(client: Client, gemaakt: Gemaakt) -> None:
    client.post(_adres("mijn_code_sturen", gemaakt))
    code = Bericht.objects.get(soort="code", contact__afspraak_id=gemaakt.afspraak_id).gegevens[
        "verificatiecode"
    ]
    antwoord = client.post(_adres("mijn_code", gemaakt), {"code": code})
    assert antwoord["Location"] == _adres("mijn_behoeften", gemaakt)


@pytest.fixture
def met_behoefte(kantoor: Kantoorscene) -> Gemaakt:
    een_behoefte("lage_balie")
    een_behoefte("rustige_plek")
    return een_afspraak(kantoor, om="10:00", behoeften=("lage_balie",))


def test_zonder_verse_code_blijft_dicht_wat_wij_regelen(client: Client, met_behoefte: Gemaakt) -> None:
    tekst = _tekst(client, "mijn_behoeften", met_behoefte)

    assert "Stuur mij een code" in tekst
    assert "lage_balie" not in tekst
    assert not Inzage.objects.exists()


def test_met_een_verse_code_staat_er_wat_wij_regelen_en_wordt_dat_genoteerd(
    client: Client, met_behoefte: Gemaakt
) -> None:
    _met_code(client, met_behoefte)

    assert "Dit regelen wij voor u" in _tekst(client, "mijn_behoeften", met_behoefte)
    assert Inzage.objects.get().rol == "burger"
    assert set(client.session["verse_code"]) == {"contact", "op"}


def test_tien_minuten_later_is_het_weer_dicht(
    client: Client, met_behoefte: Gemaakt, klok: time_machine.Traveller
) -> None:
    _met_code(client, met_behoefte)
    klok.shift(timedelta(minutes=10))

    assert "Stuur mij een code" in _tekst(client, "mijn_behoeften", met_behoefte)
    antwoord = client.post(_adres("mijn_behoeften", met_behoefte), {"behoeften": []})
    assert antwoord.status_code == 409
    assert Afstemming.objects.count() == 1


def test_een_code_van_een_ander_opent_niets(
    client: Client, kantoor: Kantoorscene, met_behoefte: Gemaakt
) -> None:
    ander = een_afspraak(kantoor, om="11:00", telefoon="06 12345679")
    _met_code(client, ander)

    assert "Stuur mij een code" in _tekst(client, "mijn_behoeften", met_behoefte)


@pytest.mark.parametrize("code", ["", "12", "geen", "9" * 90, "x" * 5000])
def test_een_foute_code_geeft_een_zin_en_blijft_staan(client: Client, gemaakt: Gemaakt, code: str) -> None:
    client.post(_adres("mijn_code_sturen", gemaakt))

    antwoord = client.post(_adres("mijn_code", gemaakt), {"code": code})

    assert antwoord.status_code == 422
    assert "Er ging iets mis" in antwoord.content.decode()
    assert code in antwoord.content.decode()


def test_iets_anders_kiezen_vraagt_opnieuw_toestemming(client: Client, met_behoefte: Gemaakt) -> None:
    _met_code(client, met_behoefte)

    antwoord = client.post(_adres("mijn_behoeften", met_behoefte), {"behoeften": ["rustige_plek"]})

    assert antwoord.status_code == 422
    assert "Wij bewaren dit alleen als u dat goed vindt" in antwoord.content.decode()


def test_iets_anders_kiezen_met_toestemming_wordt_bewaard(client: Client, met_behoefte: Gemaakt) -> None:
    _met_code(client, met_behoefte)

    antwoord = client.post(
        _adres("mijn_behoeften", met_behoefte), {"behoeften": ["rustige_plek"], "toestemming": "on"}
    )

    assert antwoord.status_code == 302
    tekst = _tekst(client, "mijn_behoeften", met_behoefte)
    assert 'value="rustige_plek"' in tekst
    assert "rustige_plek</li>" in tekst
    assert "lage_balie</li>" not in tekst


def test_een_verzonnen_behoefte_geeft_een_zin(client: Client, met_behoefte: Gemaakt) -> None:
    _met_code(client, met_behoefte)

    antwoord = client.post(
        _adres("mijn_behoeften", met_behoefte), {"behoeften": ["verzonnen"], "toestemming": "on"}
    )

    assert antwoord.status_code == 422
    assert "Deze keuze kennen wij niet" in antwoord.content.decode()


def test_toestemming_intrekken_wist_meteen_en_de_afspraak_blijft(
    client: Client, met_behoefte: Gemaakt
) -> None:
    _met_code(client, met_behoefte)

    client.post(_adres("mijn_toestemming_intrekken", met_behoefte))

    assert not Afstemming.objects.exists()
    assert Afspraak.objects.get().status == "bevestigd"
    assert "U hebt ons niet gevraagd iets te regelen." in _tekst(client, "mijn_behoeften", met_behoefte)


def test_intrekken_zonder_verse_code_doet_niets(client: Client, met_behoefte: Gemaakt) -> None:
    client.post(_adres("mijn_toestemming_intrekken", met_behoefte))

    assert Afstemming.objects.count() == 1


def test_op_papier_wordt_naar_de_telefoon_verwezen(client: Client, gemaakt: Gemaakt) -> None:
    Contact.objects.update(kanaal="papier")

    assert "Bel ons" in _tekst(client, "mijn_behoeften", gemaakt)
    assert client.post(_adres("mijn_code_sturen", gemaakt)).status_code == 409


def test_wie_afgezegd_is_kan_de_afspraak_uit_de_agenda_halen(client: Client, gemaakt: Gemaakt) -> None:
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=NET_NA, rol="burger")

    assert "METHOD:CANCEL" in _tekst(client, "mijn_agenda", gemaakt)
