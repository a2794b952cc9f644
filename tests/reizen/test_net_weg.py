"""The network goes midway, or somebody else is faster: nothing typed is lost and nothing is made twice."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime

from playwright.sync_api import Error, Route, expect

from afspraken.models import Afspraak, Contact

from .boeken import code, kies_dag, kies_tijd, maak, neem_alles, tot_tijd, vul_gegevens
from .klok import Klok
from .reis import Reis


def test_zonder_net_drukken_en_daarna_nog_een_keer(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    telefoon.vul("Achternaam", "De Wit")
    telefoon.vul("Telefoonnummer", "06 12345678")
    telefoon.pagina.context.set_offline(True)
    _druk_in_het_niets(telefoon, "Controleer uw afspraak")
    telefoon.pagina.context.set_offline(False)
    telefoon.pagina.reload()
    telefoon.ziet("De Wit")
    maak(telefoon)
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_het_antwoord_raakt_weg_en_nog_eens_drukken_geeft_dezelfde_afspraak(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)

    def verlies_het_antwoord(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    telefoon.pagina.route("**/maken/", verlies_het_antwoord)
    _druk_in_het_niets(telefoon, "Maak de afspraak")
    gemaakt = Afspraak.objects.get(status="bevestigd").code
    telefoon.pagina.unroute("**/maken/")
    telefoon.pagina.reload()
    assert re.sub(r"\W", "", code(telefoon)) == gemaakt
    assert Contact.objects.count() == 1
    telefoon.pagina.go_back()
    telefoon.ziet("Hebt u net een afspraak gemaakt? Dan staat die.")


def test_een_dag_kiezen_zonder_net_kan_daarna_nog_een_keer(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    knop = telefoon.pagina.get_by_role("button", name="Toon de tijden van deze dag")
    expect(knop).to_be_hidden()
    telefoon.pagina.context.set_offline(True)
    dag = telefoon.pagina.locator("input[type=radio][name=dag]").nth(2)
    dag.check(force=True)
    expect(knop).to_be_visible()
    telefoon.toets()
    telefoon.pagina.context.set_offline(False)
    knop.click()
    datum = str(dag.get_attribute("value"))
    expect(telefoon.pagina.locator("#tijden input[name=begin]").first).to_have_value(re.compile(f"^{datum}"))
    expect(knop).to_be_hidden()
    kies_dag(telefoon, nummer=1)
    kies_tijd(telefoon)
    telefoon.kop("Uw gegevens")
    # htmx writes on the console that the network was gone; anything else is a fault.
    fouten = {fout.split(",")[0] for fout in telefoon.bewaking.fouten}
    assert fouten <= {"console: htmx:sendError", "console: htmx:afterRequest"}
    telefoon.bewaking.fouten.clear()


def test_een_ander_was_sneller_tussen_kiezen_en_bevestigen(telefoon: Reis, klok: Klok) -> None:
    tot_tijd(telefoon)
    keuze = telefoon.pagina.locator("#tijden").get_by_role("radio").nth(5)
    begin = datetime.fromisoformat(str(keuze.get_attribute("value")))
    kies_tijd(telefoon, nummer=5)
    vul_gegevens(telefoon, naam="Bakker")
    telefoon.kop("Klopt alles?")
    klok.vooruit(minutes=25)
    neem_alles(begin=begin, nu=klok.now())
    telefoon.knop("Maak de afspraak")
    telefoon.ziet("Deze tijd is net door iemand anders gekozen")
    assert not Afspraak.objects.filter(status="bevestigd").exists()
    kies_tijd(telefoon)
    telefoon.ziet("Bakker")
    maak(telefoon)
    assert Afspraak.objects.get(status="bevestigd").begin != begin


def _druk_in_het_niets(reis: Reis, naam: str) -> None:
    """Press a button whose answer does not come: the browser shows a page of its own."""
    with suppress(Error), reis.pagina.expect_navigation():
        reis.pagina.get_by_role("button", name=naam).click()
    expect(reis.pagina).to_have_url(re.compile("^chrome-error:"))
