"""Surname, phone or e-mail, channel."""

from __future__ import annotations

from typing import Any

import pytest

from afspraken.models import Afspraak
from afspraken.queries.aanvraag import lees_aanvraag
from afspraken.rules.aanvraag import Aanvraaggegevens
from tests.afspraken.web.site.bezoeker import Bezoeker, tekst_van


@pytest.fixture
def bij_gegevens(bezoeker: Bezoeker) -> Bezoeker:
    bezoeker.tot_gegevens()
    return bezoeker


def _bewaard(bezoeker: Bezoeker) -> Aanvraaggegevens:
    return lees_aanvraag(aanvraag_id=bezoeker.client.session["aanvraag"]).gegevens


@pytest.mark.parametrize(
    ("velden", "kanaal"),
    [
        ({"telefoon": "06-12345678"}, "sms"),
        ({"telefoon": "+31 (0)6 1234 5678"}, "sms"),
        ({"telefoon": "", "email": "de.wit@voorbeeld.nl"}, "email"),
        ({"telefoon": "070 353 3000", "email": "de.wit@voorbeeld.nl"}, "email"),
        ({"email": "de.wit@voorbeeld.nl", "kanaal": "sms"}, "sms"),
        ({"telefoon": "070 353 3000", "kanaal": "papier"}, "papier"),
    ],
)
def test_een_manier_is_genoeg(bij_gegevens: Bezoeker, velden: dict[str, str], kanaal: str) -> None:
    assert bij_gegevens.vul_gegevens(**velden).status_code == 302
    assert _bewaard(bij_gegevens).kanaal == kanaal


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"achternaam": " "}, "Vul uw achternaam in"),
        ({"achternaam": "x" * 81}, "Uw achternaam is te lang"),
        ({"telefoon": ""}, "Een van de twee is genoeg"),
        ({"telefoon": "bel maar"}, "Dit telefoonnummer klopt niet"),
        ({"telefoon": "070 353 3000"}, "Hier kunnen wij geen sms naartoe sturen"),
        ({"telefoon": "", "email": "de.wit"}, "Dit e-mailadres klopt niet"),
        ({"email": "de.wit@voorbeeld.nl"}, "per sms of per e-mail"),
        ({"kanaal": "email"}, "Vul uw e-mailadres in"),
        ({"telefoon": "", "email": "de.wit@voorbeeld.nl", "kanaal": "sms"}, "Vul uw mobiele nummer in"),
        ({"kanaal": "postduif"}, "Kies een van de antwoorden"),
        ({"taal": "xx"}, "Kies een taal"),
        ({"achternaam": "De\x00Wit"}, "Er ging iets mis"),
    ],
)
def test_wat_niet_klopt_krijgt_een_zin_en_blijft_staan(bij_gegevens, velden, zin) -> None:
    antwoord = bij_gegevens.vul_gegevens(**velden)
    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)
    getypt = velden.get("email") or velden.get("telefoon") or "06 12345678"
    if velden.get("telefoon") != "" or velden.get("email"):
        assert getypt in tekst_van(antwoord)
    assert _bewaard(bij_gegevens).achternaam == ""


def test_op_de_controlebladzijde_staat_alles_met_een_link(bij_gegevens: Bezoeker) -> None:
    bij_gegevens.vul_gegevens()
    pagina = bij_gegevens.lees("afspraak_controleren")
    for nodig in (
        "Paspoort aanvragen",
        "1 persoon",
        "Geen hulp nodig",
        "Stadsdeelkantoor Loosduinen",
        "De Wit",
    ):
        assert nodig in pagina
    assert "dinsdag 3 november om 10.00 uur" in pagina
    assert "uw oude pas" in pagina


@pytest.mark.parametrize("naam", ["start", "privacy", "toegankelijkheid_verklaring"])
def test_de_vaste_bladzijden_noemen_het_telefoonnummer(bezoeker: Bezoeker, naam: str) -> None:
    assert "14 070" in bezoeker.lees(naam)


@pytest.fixture
def met_code(settings: Any) -> None:
    settings.BEVESTIGEN_MET_CODE = True


@pytest.mark.usefixtures("met_code")
@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"kanaal": "papier"}, "Kies sms of e-mail. Wij sturen u een code om de afspraak zeker te maken."),
        ({"telefoon": "070 353 3000", "kanaal": "papier"}, "Bel ons, dan maken wij de afspraak met u"),
        ({"telefoon": "070 353 3000"}, "Vul een mobiel nummer in, of vul uw e-mailadres in. Lukt dat niet?"),
    ],
)
def test_met_een_code_is_geen_bericht_geen_weg_eromheen(bij_gegevens, velden, zin) -> None:
    pagina = bij_gegevens.lees("gegevens_invullen")
    assert "Geen bericht" not in pagina
    assert "Wij sturen u een code. Daarmee maakt u de afspraak zeker" in pagina

    antwoord = bij_gegevens.vul_gegevens(**velden)

    assert antwoord.status_code == 422
    assert zin in tekst_van(antwoord)
    assert "kies bij bericht: Geen bericht" not in tekst_van(antwoord)
    assert velden.get("telefoon", "06 12345678") in tekst_van(antwoord)
    assert _bewaard(bij_gegevens).achternaam == ""


@pytest.mark.usefixtures("met_code")
@pytest.mark.parametrize("velden", [{}, {"telefoon": "", "email": "de.wit@voorbeeld.nl"}])
def test_met_sms_of_mail_wacht_de_afspraak_op_de_code(bij_gegevens: Bezoeker, velden: Any) -> None:
    assert bij_gegevens.vul_gegevens(**velden).status_code == 302
    bij_gegevens.maak()
    assert Afspraak.objects.get().status == "voorlopig"


def test_wie_geen_bericht_koos_voordat_de_code_aan_ging_leest_hoe_het_wel_kan(bij_gegevens, settings) -> None:
    bij_gegevens.vul_gegevens(kanaal="papier")
    settings.BEVESTIGEN_MET_CODE = True

    antwoord = bij_gegevens.maak()

    assert antwoord.status_code == 409
    assert "Kies sms of e-mail. Wij sturen u een code" in tekst_van(antwoord)
    assert Afspraak.objects.get().status == "vastgehouden"
    assert _bewaard(bij_gegevens).achternaam == "De Wit"


def test_langer_vasthouden_is_geen_weg_om_de_toets_heen(bij_gegevens: Bezoeker) -> None:
    """Half an address is kept while the time is held longer, and no appointment is made with it."""
    half = {"achternaam": "De\x00 Wit", "telefoon": "", "email": "de.wit@", "kanaal": "email", "taal": "nl"}
    bij_gegevens.stuur("moment_verlengen", **half)
    assert (_bewaard(bij_gegevens).achternaam, _bewaard(bij_gegevens).email) == ("De Wit", "de.wit@")
    antwoord = bij_gegevens.maak()
    assert antwoord.status_code == 409
    assert "Dit e-mailadres klopt niet" in tekst_van(antwoord)
    assert Afspraak.objects.get().status == "vastgehouden"
    bij_gegevens.vul_gegevens(telefoon="", email="de.wit@voorbeeld.nl")
    assert bij_gegevens.maak().status_code == 302


def test_een_browser_die_dicht_gaat_vergeet_de_aanvraag(bij_gegevens: Bezoeker) -> None:
    """In a library the next one at the computer must not read the name, the number and the help."""
    koekje = bij_gegevens.client.cookies["sessie"]
    assert (koekje["max-age"], koekje["expires"]) == ("", "")
