"""Surname, phone or e-mail, channel."""

from __future__ import annotations

import pytest

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
