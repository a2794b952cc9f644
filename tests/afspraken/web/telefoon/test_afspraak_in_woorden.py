"""The page of one appointment speaks in words: no code of the database, no code of a provider."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.stappen.outbox import sluit_af
from afspraken.models import Afspraak, Bericht, Contact, Gebeurtenis
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.web.telefoon.teksten import KANAALWOORDEN, ROLWOORDEN, SOORTEN, STANDEN
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import NU, Kantoorscene, een_afspraak, op

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]


@pytest.fixture
def telefonist() -> Client:
    return ingelogd("telefonist")


def _tekst(browser: Client, naam: str = "telefoon_afspraak") -> str:
    adres = reverse(naam, args=[Afspraak.objects.get().pk])
    zonder_tags = re.sub(r"<[^>]*>", " ", browser.get(adres).content.decode())
    return " ".join(zonder_tags.split())


def test_elke_code_heeft_een_woord() -> None:
    assert ROLWOORDEN.keys() == set(Contact.Rol.values)
    assert KANAALWOORDEN.keys() == set(Contact.Kanaal.values)
    assert STANDEN.keys() == set(Bericht.Status.values)
    assert SOORTEN.keys() == {soort.value for soort in Berichtsoort}


@pytest.mark.parametrize(
    ("rol", "kanaal", "woorden"),
    [
        ("intermediair", "sms", ("(hulpverlener)", "Krijgt sms", "Bevestiging, sms")),
        ("helper", "email", ("(helpt de bezoeker)", "Krijgt e-mail", "Bevestiging, e-mail")),
        ("ouder", "papier", ("(ouder)", "Krijgt papier", "Bevestiging, brief")),
        ("bezoeker", "gesproken", ("(bezoeker)", "Wordt gebeld", "Bevestiging, telefoongesprek")),
    ],
)
def test_wie_en_hoe_staan_er_in_woorden(telefonist, kantoor, rol, kanaal, woorden) -> None:
    een_afspraak(kantoor)
    Contact.objects.update(rol=rol, kanaal=kanaal)
    Bericht.objects.update(kanaal=kanaal)
    tekst = _tekst(telefonist)
    assert [woord for woord in woorden if woord not in tekst] == []


def test_een_bericht_dat_niet_lukt_staat_er_zonder_de_code_van_de_provider(telefonist, kantoor) -> None:
    een_afspraak(kantoor)
    sluit_af(Bericht.objects.get(soort="bevestiging"), "mislukt", nu=NU, fout="30003")
    sluit_af(Bericht.objects.get(soort="herinnering"), "vervallen", nu=NU, fout="te_laat")
    tekst = _tekst(telefonist)
    for woorden in ("Niet gelukt · ", "Bericht niet aangekomen", "vanzelf · het was te laat"):
        assert woorden in tekst
    for ruw in ("30003", "te_laat", "mislukt", "vervallen", " werker "):
        assert ruw not in tekst


def test_de_reden_van_een_knelpunt_staat_er_in_woorden(telefonist, kantoor) -> None:
    gemaakt = een_afspraak(kantoor)
    Gebeurtenis.objects.create(
        afspraak_id=gemaakt.afspraak_id,
        soort="knelpunt.gemeld",
        op=NU,
        rol="planner",
        reden="medewerker_afgemeld",
    )
    tekst = _tekst(telefonist)
    assert "planner · de medewerker is er niet" in tekst
    assert "medewerker_afgemeld" not in tekst


def test_na_afzeggen_kan_de_brief_nog_worden_afgedrukt(telefonist, kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, kanaal="papier", telefoon="")
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="telefonist")
    adres = reverse("telefoon_afdrukken", args=[gemaakt.afspraak_id])
    assert adres in telefonist.get(reverse("telefoon_afspraak", args=[gemaakt.afspraak_id])).content.decode()
    brief = _tekst(telefonist, "telefoon_afdrukken")
    assert "Uw afspraak gaat niet door" in brief
    assert "Neem mee" not in brief


def test_een_brief_over_een_bezoek_dat_is_geweest_heeft_geen_zin(telefonist, kantoor) -> None:
    gemaakt = een_afspraak(kantoor)
    adres = reverse("telefoon_afdrukken", args=[gemaakt.afspraak_id])
    bladzijde = reverse("telefoon_afspraak", args=[gemaakt.afspraak_id])
    assert adres in telefonist.get(bladzijde).content.decode()
    Afspraak.objects.update(begin=NU.replace(hour=1), einde=op("10:10"))
    assert adres not in telefonist.get(bladzijde).content.decode()


@pytest.mark.parametrize(
    ("status", "woorden"),
    [("bevestigd", "Staat vast"), ("voorlopig", "Nog niet bevestigd")],
)
def test_wat_nog_niet_zeker_is_heet_niet_vast(
    telefonist: Client, kantoor: Kantoorscene, status: str, woorden: str
) -> None:
    een_afspraak(kantoor)
    Afspraak.objects.update(status=status, vastgehouden_tot=op("10:00"))
    assert woorden in _tekst(telefonist)
