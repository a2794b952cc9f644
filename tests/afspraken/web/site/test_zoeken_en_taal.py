"""Search and language on the site."""

from __future__ import annotations

from django.urls import reverse

from afspraken.queries.aanvraag import lees_aanvraag
from locaties.models import Product
from tests.afspraken.web.site.bezoeker import Bezoeker, tekst_van


def test_zoeken_werkt_zonder_javascript(bezoeker: Bezoeker) -> None:
    assert "1 gevonden" in bezoeker.lees("product_kiezen", zoek="pasport")


def test_niets_gevonden_wijst_de_weg(bezoeker: Bezoeker) -> None:
    Product.objects.create(
        code="vraag_of_brief", naam="Ik heb een vraag of een brief", categorie="hulp", duur_minuten=15
    )
    pagina = bezoeker.lees("product_kiezen", zoek="olifant")
    assert "Niets gevonden" in pagina
    assert reverse("product_bekijken", args=["vraag_of_brief"]) in pagina


def test_een_vraag_of_brief_staat_vooraan(bezoeker: Bezoeker) -> None:
    Product.objects.create(
        code="vraag_of_brief",
        naam="Ik heb een vraag of een brief",
        categorie="hulp",
        duur_minuten=15,
        volgorde=99,
    )
    pagina = bezoeker.lees("product_kiezen")
    assert pagina.index("Ik heb een vraag of een brief") < pagina.index("Paspoort aanvragen")


def test_htmx_krijgt_alleen_de_uitkomst(bezoeker: Bezoeker) -> None:
    antwoord = bezoeker.client.get(
        reverse("product_kiezen"), {"zoek": "paspoort"}, headers={"hx-request": "true"}
    )
    tekst = tekst_van(antwoord)
    assert "Paspoort aanvragen" in tekst
    assert "<html" not in tekst


def test_rare_tekens_in_de_zoekvraag_zijn_geen_probleem(bezoeker: Bezoeker) -> None:
    for raar in ("\x00", "<script>", "%", "🦊", "a" * 5000, "' or 1=1 --"):
        assert (
            "<script>" not in bezoeker.client.get(reverse("product_kiezen"), {"zoek": raar}).content.decode()
        )


def test_een_andere_taal_houdt_de_bladzijde_en_geldt_voor_de_berichten(bezoeker: Bezoeker) -> None:
    bezoeker.kies_product()
    antwoord = bezoeker.stuur("taal_kiezen", language="en", next="/hulp/?a=1")
    assert antwoord["Location"] == "/hulp/?a=1"
    sleutel = bezoeker.client.session["aanvraag"]
    assert lees_aanvraag(aanvraag_id=sleutel).gegevens.taal == "en"


def test_een_taal_die_wij_niet_hebben_verandert_niets(bezoeker: Bezoeker) -> None:
    bezoeker.kies_product()
    assert bezoeker.stuur("taal_kiezen", language="xx", next="https://elders.example/").status_code == 302
    assert "Hebt u, of iemand die meekomt" in bezoeker.lees("hulp_kiezen")


def test_terug_in_de_browser_krijgt_de_hele_bladzijde(bezoeker: Bezoeker) -> None:
    koppen = {"hx-request": "true", "hx-history-restore-request": "true"}
    antwoord = bezoeker.client.get(reverse("product_kiezen"), {"zoek": "paspoort"}, headers=koppen)
    assert "<html" in tekst_van(antwoord)
