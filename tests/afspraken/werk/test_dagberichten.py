"""The messages of the day leave once, at the right moment or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from afspraken.actions.beurtsms_stoppen import beurtsms_stoppen
from afspraken.actions.beurtsms_vragen import beurtsms_vragen
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.actions.stappen.dagberichten import bericht_vertraging
from afspraken.models import Bericht, Bezoek, Gebeurtenis
from afspraken.rules.gsm7 import past_in_een_deel
from afspraken.werk.werker import Werker
from locaties.models import Balie
from tests.afspraken.werk.conftest import Klokje, bericht
from tests.bouwers import Kantoorscene, een_behoefte, een_medewerker, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep
from tests.nagemaakt.twilio import (
    AANGENOMEN_MAAR_STIL,
    GEEN_MOBIEL,
    NIET_AANGENOMEN_EN_STIL,
    NagemaakteTwilio,
)

pytestmark = pytest.mark.django_db
NUMMER = "06 12345678"


@pytest.fixture
def klok() -> Klokje:
    return Klokje(op("09:30"))


@pytest.fixture
def werkplek(kantoor: Kantoorscene) -> int:
    return een_werkplek(kantoor)


def teksten(twilio: NagemaakteTwilio) -> list[str]:
    return [sms.tekst for sms in twilio.berichten]


def vraag(bezoek: Bezoek, om: str) -> None:
    beurtsms_vragen(bezoek_id=bezoek.id, telefoon=NUMMER, nu=op(om), rol="burger")


def niet_hier(werkplek: int, bezoek: Bezoek, om: str) -> str:
    return bezoeker_niet_hier(werkplek_id=werkplek, bezoek_id=bezoek.id, nu=op(om))


def mis_driemaal(werkplek: int, bezoek: Bezoek) -> None:
    for minuut in (40, 43, 46):
        roep(werkplek, f"09:{minuut}", bezoek.id)
        niet_hier(werkplek, bezoek, f"09:{minuut + 2}")


def test_inloop_met_een_nummer_krijgt_het_ticket_en_hoort_de_beurt(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor, telefoon=NUMMER)
    werker.draai_leeg()
    (nummer,) = twilio.berichten
    assert nummer.naar == "+31612345678"
    assert nummer.tekst.startswith("Gemeente Den Haag: uw nummer is B 1 in Loosduinen. Volg het hier: https:")
    pad = nummer.tekst.partition("afspraken.denhaag.nl")[2]
    assert Client().get(pad).headers["Location"] == f"{pad}/"
    klok.nu = op("09:40")
    roep(werkplek, "09:40")
    werker.draai_leeg()
    assert teksten(twilio)[1:] == ["U bent aan de beurt. Kom naar balie 1."]
    assert twilio.berichten[1].geldig_seconden == 180
    assert all(past_in_een_deel(tekst) for tekst in teksten(twilio))
    assert {rij.bezoek_id for rij in Bericht.objects.all()} == {bezoek.id}


def test_wie_engels_koos_krijgt_engels(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_inloper(kantoor, telefoon=NUMMER, taal="en")
    roep(werkplek, "09:30")
    werker.draai_leeg()
    assert "It is your turn. Go to counter 1." in teksten(twilio)


def test_wie_er_niet_om_vroeg_krijgt_geen_sms_over_de_beurt(kantoor: Kantoorscene, werkplek: int) -> None:
    een_inloper(kantoor)
    een_bezoeker(kantoor, "09:30", "09:20")
    for plek in (werkplek, een_werkplek_erbij(kantoor)):
        roep(plek, "09:32")
    assert Bezoek.objects.filter(status="opgeroepen").count() == 2
    assert not Bericht.objects.filter(bezoek__isnull=False).exists()


def een_werkplek_erbij(kantoor: Kantoorscene) -> int:
    kantoor.balies.append(Balie.objects.create(locatie=kantoor.locatie, nummer=2))
    kantoor.medewerkers.append(een_medewerker(kantoor))
    return een_werkplek(kantoor, 1)


def test_opnieuw_oproepen_stuurt_niet_nog_eens_en_een_nieuwe_oproep_wel(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    roep(werkplek, "09:40")
    bezoeker_opnieuw_oproepen(werkplek_id=werkplek, bezoek_id=bezoek.id, nu=op("09:41"))
    klok.nu = op("09:41")
    werker.draai_leeg()
    niet_hier(werkplek, bezoek, "09:42")
    roep(werkplek, "09:43")
    klok.nu = op("09:43")
    werker.draai_leeg()
    assert teksten(twilio) == ["U bent aan de beurt. Kom naar balie 1."] * 2


def test_na_drie_minuten_heeft_de_oproep_geen_zin_meer(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    vraag(een_inloper(kantoor), "09:31")
    roep(werkplek, "09:40")
    klok.nu = op("09:43")
    werker.draai_leeg()
    assert (twilio.verzoeken, bericht("aan_de_beurt").status) == ([], "vervallen")


def test_wie_al_aan_de_balie_staat_krijgt_niets_meer(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor, telefoon=NUMMER)
    help_(werkplek, "09:30", bezoek.id)
    werker.draai_leeg()
    assert twilio.verzoeken == []
    assert {rij.status for rij in Bericht.objects.all()} == {"vervallen"}


def test_wie_opnieuw_wordt_geroepen_voor_de_vorige_weg_was_hoort_het_een_keer(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    roep(werkplek, "09:40")
    niet_hier(werkplek, bezoek, "09:41")
    roep(werkplek, "09:42")
    klok.nu = op("09:42")
    werker.draai_leeg()
    assert teksten(twilio) == ["U bent aan de beurt. Kom naar balie 1."]


def test_wie_de_sms_stopt_krijgt_ook_niet_wat_al_klaarstond(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor, telefoon=NUMMER)
    beurtsms_stoppen(bezoek_id=bezoek.id, nu=op("09:30"), rol="burger")
    roep(werkplek, "09:30")
    werker.draai_leeg()
    assert twilio.verzoeken == []
    assert not Bericht.objects.filter(soort="aan_de_beurt").exists()


@pytest.mark.parametrize(
    ("storing", "verzoeken"),
    [(AANGENOMEN_MAAR_STIL, ["POST", "GET"]), (NIET_AANGENOMEN_EN_STIL, ["POST", "GET", "POST"])],
)
def test_onzeker_wordt_nagevraagd_en_gaat_een_keer_weg(
    kantoor: Kantoorscene,
    werkplek: int,
    werker: Werker,
    klok: Klokje,
    twilio: NagemaakteTwilio,
    storing: str,
    verzoeken: list[str],
) -> None:
    vraag(een_inloper(kantoor), "09:31")
    roep(werkplek, "09:40")
    klok.nu = op("09:40")
    twilio.volgende.append(storing)
    werker.draai_leeg()
    assert bericht("aan_de_beurt").status == "onzeker"
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("aan_de_beurt").status, len(twilio.berichten)) == ("verstuurd", 1)
    assert [soort for soort, _ in twilio.verzoeken] == verzoeken


def test_onzeker_en_intussen_aan_de_balie_gaat_niet_nog_eens_weg(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    roep(werkplek, "09:40")
    klok.nu = op("09:40")
    twilio.volgende.append(NIET_AANGENOMEN_EN_STIL)
    werker.draai_leeg()
    bezoek_starten(werkplek_id=werkplek, bezoek_id=bezoek.id, nu=op("09:40"))
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("aan_de_beurt").status, twilio.berichten) == ("vervallen", [])


def test_twee_bezoeken_met_een_nummer_delen_geen_bewijs(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    tweede = een_werkplek_erbij(kantoor)
    for _keer in range(2):
        vraag(een_inloper(kantoor), "09:31")
    roep(werkplek, "09:40")
    roep(tweede, "09:40")
    # The same words, as if both were sent to one counter.
    Bericht.objects.update(gegevens={})
    Bezoek.objects.update(roepwijze="ophalen")
    klok.nu = op("09:40")
    twilio.volgende.extend([AANGENOMEN_MAAR_STIL, NIET_AANGENOMEN_EN_STIL])
    werker.draai_leeg()
    assert teksten(twilio) == ["U bent aan de beurt."]
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert teksten(twilio) == ["U bent aan de beurt."] * 2
    assert {rij.provider_id for rij in Bericht.objects.all()} == {sms.sid for sms in twilio.berichten}


def test_een_nummer_dat_niet_kan_staat_als_mislukt_bij_het_bezoek(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor, telefoon=NUMMER)
    twilio.volgende.append(GEEN_MOBIEL)
    werker.draai_leeg()
    voorval = Gebeurtenis.objects.get(soort="bericht.mislukt")
    assert (voorval.bezoek_id, voorval.reden, voorval.gegevens) == (bezoek.id, "21614", {})


def test_wie_na_drie_keer_roepen_niet_komt_hoort_dat_wij_hem_misten(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    mis_driemaal(werkplek, bezoek)
    klok.nu = op("09:48")
    werker.draai_leeg()
    assert teksten(twilio) == [
        "Wij hebben u gemist. Bent u er nog? Ga naar de ingang."
        " Nieuwe afspraak? https://afspraken.denhaag.nl of bel 14 070"
    ]
    werker.draai_leeg()
    assert len(twilio.berichten) == 1


def test_een_misser_die_is_teruggedraaid_wordt_niet_verstuurd_en_een_nieuwe_wel(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    mis_driemaal(werkplek, bezoek)
    niet_hier_terugdraaien(bezoek_id=bezoek.id, nu=op("09:49"))
    klok.nu = op("09:49")
    werker.draai_leeg()
    assert twilio.berichten == []
    roep(werkplek, "09:50", bezoek.id)
    assert niet_hier(werkplek, bezoek, "09:54") == "niet_verschenen"
    klok.nu = op("09:54")
    werker.draai_leeg()
    (sms,) = twilio.berichten
    assert sms.tekst.startswith("Wij hebben u gemist.")


@pytest.mark.parametrize("kanaal", ["sms", "email", "papier"])
def test_wie_een_afspraak_heeft_hoort_van_vertraging_zoals_de_afspraak_is_bevestigd(
    kantoor: Kantoorscene,
    werker: Werker,
    klok: Klokje,
    twilio: NagemaakteTwilio,
    postbus: list[Any],
    kanaal: str,
) -> None:
    bezoek = een_bezoeker(kantoor, "10:00", "09:50", kanaal=kanaal, email="a@voorbeeld.nl")
    Bericht.objects.all().delete()
    klok.nu = op("10:05")
    velden: dict[str, Any] = {"minuten": 15, "nieuw_op": op("10:20"), "nu": klok.nu}
    assert bericht_vertraging(bezoek, **velden) == (kanaal != "papier")
    bericht_vertraging(bezoek, **velden)
    werker.draai_leeg()
    zin = "U moet 15 minuten langer wachten. U bent om 10.20 uur aan de beurt. Sorry."
    assert teksten(twilio) == [zin] * (kanaal == "sms")
    assert [brief.body.splitlines()[0] for brief in postbus] == [zin] * (kanaal == "email")


def test_een_nieuwe_vertraging_haalt_de_oude_in_en_na_de_nieuwe_tijd_gaat_er_niets_meer(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    bericht_vertraging(bezoek, minuten=10, nieuw_op=op("10:00"), nu=op("09:40"))
    bericht_vertraging(bezoek, minuten=20, nieuw_op=op("10:10"), nu=op("09:45"))
    bericht_vertraging(bezoek, minuten=10, nieuw_op=op("10:00"), nu=op("09:45"))
    bericht_vertraging(bezoek, minuten=20, nieuw_op=op("10:10"), nu=op("09:45"))
    klok.nu = op("09:45")
    werker.draai_leeg()
    assert [tekst[:17] for tekst in teksten(twilio)] == ["U moet 20 minuten"]
    bericht_vertraging(bezoek, minuten=30, nieuw_op=op("10:20"), nu=op("09:50"))
    klok.nu = op("10:20")
    werker.draai_leeg()
    assert len(twilio.berichten) == 1


@pytest.mark.parametrize("anders", [{"minuten": 0}, {"nieuw_op": op("09:39")}])
def test_wat_geen_vertraging_is_wordt_niet_verteld(kantoor: Kantoorscene, anders: dict[str, Any]) -> None:
    bezoek = een_inloper(kantoor)
    vraag(bezoek, "09:31")
    velden: dict[str, Any] = {"minuten": 10, "nieuw_op": op("10:00"), "nu": op("09:40")} | anders
    assert bericht_vertraging(bezoek, **velden) == 0


def test_wie_intussen_is_geroepen_hoort_niet_meer_van_vertraging(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_bezoeker(kantoor, "09:30", "09:20")
    Bericht.objects.all().delete()
    bericht_vertraging(bezoek, minuten=10, nieuw_op=op("09:50"), nu=op("09:40"))
    roep(werkplek, "09:41", bezoek.id)
    klok.nu = op("09:41")
    werker.draai_leeg()
    assert (bericht("vertraging").status, twilio.verzoeken) == ("vervallen", [])
    bezoek.refresh_from_db()
    assert bericht_vertraging(bezoek, minuten=20, nieuw_op=op("10:00"), nu=op("09:41")) == 0


def test_wie_wordt_opgehaald_leest_niet_waar_en_niet_waarom(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_behoefte("ophalen", roepwijze="ophalen")
    een_inloper(kantoor, telefoon=NUMMER, behoeften=("ophalen",))
    roep(werkplek, "09:30")
    werker.draai_leeg()
    assert "U bent aan de beurt." in teksten(twilio)
    assert not any("haal" in tekst.replace("denhaag", "").lower() for tekst in teksten(twilio)[1:])


def test_na_zeven_dagen_staat_er_geen_tekst_meer(
    kantoor: Kantoorscene, werkplek: int, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_inloper(kantoor, telefoon=NUMMER)
    werker.draai_leeg()
    assert bericht("nummer").tekst
    klok.verder(days=8)
    werker.draai_leeg()
    assert (bericht("nummer").tekst, bericht("nummer").gegevens) == ("", {})
    assert bericht("nummer").nutteloos_na - op("00:00") == timedelta(days=1)
