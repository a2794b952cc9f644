"""Whoever chooses English reads English: every public page, every refusal, every error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from afspraken.demo.laden import demo_laden
from afspraken.models import Afspraak
from afspraken.rules.telefoonnummer import Onleesbaar
from afspraken.web.site.datums import datum_kort, moment_tekst
from locaties.models import Product
from tests.afspraken.web.engels import is_engels
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_afspraak, op

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def gebouwd() -> None:
    """The English texts as they are in the sources now."""
    call_command("vertalingen_bouwen")
    translation_file_changed(None, Path("django.mo"))


@pytest.fixture
def klok() -> Iterator[None]:
    """The clock at the door stands still."""
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def bezoeker() -> Client:
    """A browser that asks for English."""
    return Client(headers={"accept-language": "en"})


def _bekijk(bezoeker: Client, naam: str, *args: object, vraag: str = "", status: int = 200) -> str:
    antwoord = bezoeker.get(reverse(naam, args=args) + vraag)
    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == status
    is_engels(bladzijde)
    return bladzijde


def _mist(bezoeker: Client, naam: str, *args: object, velden: dict[str, object] | None = None) -> None:
    """Send a form that is not right: the errors are in English too."""
    antwoord = bezoeker.post(reverse(naam, args=args), velden or {})
    assert antwoord.status_code == 422
    is_engels(antwoord.content.decode())


def _stuur(bezoeker: Client, naam: str, *args: object, velden: dict[str, object] | None = None) -> str:
    antwoord = bezoeker.post(reverse(naam, args=args), velden or {})
    assert antwoord.status_code == 302
    return str(antwoord["Location"])


def _waarde(bladzijde: str, patroon: str) -> str:
    gevonden = re.search(patroon, bladzijde)
    assert gevonden
    return gevonden[1]


def test_elke_zin_is_vertaald_en_heeft_dezelfde_invulplekken() -> None:
    call_command("vertalingen_bouwen", "--controleer")


@pytest.mark.usefixtures("klok")
def test_wie_engels_kiest_boekt_en_verzet_in_het_engels(bezoeker: Client) -> None:
    demo_laden(nu=NU)
    for naam in ("start", "privacy", "toegankelijkheid_verklaring", "product_kiezen"):
        _bekijk(bezoeker, naam)
    _bekijk(bezoeker, "product_kiezen", vraag="?zoek=passport")
    _bekijk(bezoeker, "product_kiezen", vraag="?zoek=zzz")
    for code in Product.objects.filter(is_actief=True).values_list("code", flat=True):
        _bekijk(bezoeker, "product_bekijken", code)

    link = _boek(bezoeker)

    for naam in (
        "mijn_afspraak",
        "mijn_afspraak_bevestigd",
        "mijn_afspraak_annuleren",
        "mijn_kantoor_kiezen",
    ):
        _bekijk(bezoeker, naam, link)
    _bekijk(bezoeker, "mijn_kantoor_kiezen", link)
    _bekijk(bezoeker, "mijn_behoeften", link)
    _bekijk(bezoeker, "mijn_link_wisselen", link)
    dagen = _bekijk(bezoeker, "mijn_afspraak_verzetten", link)
    kantoor, dag = _waarde(dagen, r"/verzetten/([\w-]+/[\d-]{10})/").split("/")
    _bekijk(bezoeker, "mijn_tijd_kiezen", link, kantoor, dag)
    _mist(bezoeker, "mijn_tijd_kiezen", link, kantoor, dag)
    _stuur(bezoeker, "mijn_code_sturen", link)
    _bekijk(bezoeker, "mijn_code", link)
    _mist(bezoeker, "mijn_code", link, velden={"code": "1"})
    _mist(bezoeker, "mijn_code", link, velden={"code": "000000"})
    _stuur(bezoeker, "mijn_afspraak_annuleren", link)
    _bekijk(bezoeker, "mijn_afspraak", link)


def _boek(bezoeker: Client) -> str:
    """Go through all steps, each one first wrong; return the link of the appointment."""
    _stuur(bezoeker, "product_bekijken", "paspoort")
    _bekijk(bezoeker, "personen_kiezen")
    _mist(bezoeker, "personen_kiezen")
    _stuur(bezoeker, "personen_kiezen", velden={"groep_0": "1", "groep_1": "0", "groep_2": "0"})
    _bekijk(bezoeker, "hulp_kiezen")
    _mist(bezoeker, "hulp_kiezen")
    _stuur(bezoeker, "hulp_kiezen", velden={"hulp": "ja"})
    _bekijk(bezoeker, "behoeften_kiezen")
    _mist(bezoeker, "behoeften_kiezen", velden={"telefoon": "12"})
    _stuur(bezoeker, "behoeften_kiezen", velden={"behoeften": ["rolstoel"], "toestemming": "on"})
    _bekijk(bezoeker, "locatie_kiezen")
    _stuur(bezoeker, "locatie_kiezen", velden={"locatie": "eerste"})
    dagen = _bekijk(bezoeker, "moment_kiezen")
    _bekijk(bezoeker, "geen_moment")
    dag = _waarde(dagen, r'value="(\d{4}-\d\d-\d\d)"')
    tijden = _bekijk(bezoeker, "moment_kiezen", vraag=f"?dag={dag}")
    _stuur(bezoeker, "moment_kiezen", velden={"begin": _waarde(tijden, r'name="begin" value="([^"]+)"')})
    _bekijk(bezoeker, "gegevens_invullen")
    _mist(bezoeker, "gegevens_invullen", velden={"telefoon": "12", "email": "x"})
    _stuur(
        bezoeker, "gegevens_invullen", velden={"achternaam": "Smith", "telefoon": "0612345678", "taal": "en"}
    )
    controle = _bekijk(bezoeker, "afspraak_controleren")
    formulier = _waarde(controle, r'name="formulier" value="([^"]+)"')
    return _stuur(bezoeker, "afspraak_maken", velden={"formulier": formulier}).split("/")[2]


@pytest.mark.usefixtures("klok")
def test_wie_nog_niets_koos_hoort_in_het_engels_waar_het_begint(
    bezoeker: Client, kantoor: Kantoorscene
) -> None:
    Product.objects.update(naam_en="Apply for a passport")
    antwoord = bezoeker.get(reverse("gegevens_invullen"), follow=True)
    is_engels(antwoord.content.decode())
    assert "We no longer have your choices" in antwoord.content.decode()


@pytest.mark.usefixtures("klok")
def test_een_weigering_staat_in_de_taal_van_de_bladzijde(bezoeker: Client, kantoor: Kantoorscene) -> None:
    dood = _bekijk(bezoeker, "mijn_afspraak", "ditiseenlinkdienietis22", status=404)
    assert "This link no longer works." in dood
    afspraak = een_afspraak(kantoor, om="10:00")
    bezoeker.post(reverse("mijn_afspraak_annuleren", args=[afspraak.link]))
    laat = _bekijk(bezoeker, "mijn_afspraak_verzetten", afspraak.link, status=409)
    assert "You can no longer change this appointment." in laat


@pytest.mark.usefixtures("klok")
def test_de_brief_is_in_de_taal_van_de_bezoeker_niet_van_het_scherm(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", taal="en")
    adres = reverse("telefoon_afdrukken", args=[Afspraak.objects.get().pk])
    bladzijde = ingelogd("telefonist").get(adres).content.decode()
    assert '<html lang="nl"' in bladzijde
    brief = bladzijde[bladzijde.index('<article class="brief" lang="en">') : bladzijde.index("</article>")]
    assert "Your appointment is confirmed" in brief
    assert "Tuesday 3 November 2026 at 10:00, Stadsdeelkantoor Loosduinen" in brief


def test_een_onbekende_bladzijde_zegt_dat_in_het_engels(bezoeker: Client, kantoor: Kantoorscene) -> None:
    antwoord = bezoeker.get("/nergens/")
    assert antwoord.status_code == 404
    is_engels(antwoord.content.decode())


def test_de_zin_van_een_regel_wordt_bij_het_tonen_vertaald() -> None:
    with translation.override("en"):
        assert translation.gettext(Onleesbaar().melding).startswith("This phone number is not correct.")
    with translation.override("nl"):
        assert translation.gettext(Onleesbaar().melding).startswith("Dit telefoonnummer klopt niet.")


@pytest.mark.parametrize(
    ("taal", "moment", "kort"),
    [("nl", "dinsdag 3 november om 10.20 uur", "3 nov"), ("en", "Tuesday 3 November at 10:20", "3 Nov")],
)
def test_een_dag_en_een_tijd_staan_in_de_taal_van_de_bladzijde(taal: str, moment: str, kort: str) -> None:
    with translation.override(taal):
        assert moment_tekst(op("10:20")) == moment
        assert datum_kort(DINSDAG) == kort
