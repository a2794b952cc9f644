"""Who asks too much gets a sentence and a way on; others notice nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from afspraken.models import Aanvraag, Afspraak
from tests.afspraken.web.site.bezoeker import Bezoeker, tekst_van

NieuweBezoeker = Callable[[], Bezoeker]


def _vastgehouden() -> int:
    return Afspraak.objects.filter(status="vastgehouden").count()


def test_een_browser_houdt_nooit_twee_tijden_vast(bezoeker: Bezoeker) -> None:
    bezoeker.tot_gegevens("10:00")
    bezoeker.kies_tijd("10:15")
    assert _vastgehouden() == 1
    bezoeker.stuur("aanvraag_opnieuw")
    assert (_vastgehouden(), Aanvraag.objects.count()) == (0, 0)
    bezoeker.tot_gegevens("10:00")
    assert _vastgehouden() == 1


def test_boven_het_plafond_blijft_alles_staan_met_een_weg_verder(
    nieuwe_bezoeker: NieuweBezoeker, settings: Any
) -> None:
    settings.MAX_VASTGEHOUDEN_PER_ADRES = 1
    nieuwe_bezoeker().tot_gegevens("09:00")
    tweede = nieuwe_bezoeker()
    tweede.tot_moment()

    antwoord = tweede.kies_tijd("10:00")

    assert antwoord.status_code == 409
    pagina = tekst_van(antwoord)
    assert "Wij kunnen nu geen tijd voor u vasthouden" in pagina
    assert "over 20 minuten nog een keer, of bel ons. Wat u hebt ingevuld, blijft staan" in pagina
    assert 'value="2026-11-03T09:00:00+00:00"' in pagina, "the chosen time can be tried again"
    assert "Paspoort aanvragen, 1 persoon" in tweede.lees("hulp_kiezen")
    assert _vastgehouden() == 1


def test_een_bezoeker_van_een_ander_adres_merkt_er_niets_van(
    nieuwe_bezoeker: NieuweBezoeker, settings: Any
) -> None:
    settings.MAX_VASTGEHOUDEN_PER_ADRES = 1
    nieuwe_bezoeker().tot_gegevens("09:00")
    ander = nieuwe_bezoeker()
    ander.client.defaults["REMOTE_ADDR"] = "198.51.100.7"

    ander.tot_gegevens("10:00")

    assert _vastgehouden() == 2
