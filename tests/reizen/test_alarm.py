"""A call for help on the pages that live: a screen reader hears it once, also on a locked tablet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Alarm
from locaties.actions.pincode_zetten import pincode_zetten
from locaties.models import Balie, Gebruiker, Medewerker

from .gasten import KANTOOR, boek
from .inloggen import log_in
from .klok import BEGIN, Klok
from .podium import TELEFOON, Bezoek
from .reis import Reis
from .verversing import VERVERS, ververs

LIJST = f"/ontvangst/{KANTOOR}/"
PINCODE = "804216"
KORT = 500  # milliseconds: a renewal would have come and gone
LUISTER = """() => {
  const vak = document.querySelector("[role=alert]#alarm-gehoord");
  window.gehoord = vak.textContent ? [vak.textContent] : [];
  const luister = () => vak.textContent && gehoord.push(vak.textContent);
  new MutationObserver(luister).observe(vak, { childList: true });
}"""


def _gehoord(pagina: Page) -> list[str]:
    gevonden: list[str] = pagina.evaluate("gehoord")
    return gevonden


def _plek(balie: int) -> int:
    plek = Balie.objects.get(locatie__code=KANTOOR, nummer=balie)
    wie = Medewerker.objects.filter(inzetten__locatie__code=KANTOOR, werkplekken=None).distinct()[0]
    return werkplek_openen(medewerker_id=wie.pk, balie_id=plek.pk, nu=BEGIN)


def _hoort(reis: Reis, keren: int) -> None:
    """Wait until it was said so often, and see that it stays so however often the page renews itself."""
    reis.pagina.wait_for_function("keren => gehoord.length >= keren", arg=keren)
    for _ in range(3):
        ververs(reis)
    assert len(_gehoord(reis.pagina)) == keren


@pytest.mark.parametrize("pad", [LIJST, f"{LIJST}wachtrij/"], ids=["lijst", "wachtrij"])
def test_op_de_tablet_klinkt_een_alarm_een_keer(tablet: Reis, pad: str) -> None:
    log_in(tablet, "host", pad="/ontvangst/")
    _klinkt_een_keer(tablet, pad)


def test_aan_de_balie_klinkt_een_alarm_een_keer(tablet: Reis) -> None:
    log_in(tablet, "balie", pad="/balie/")
    tablet.knop("Ga hier zitten balie 1")
    _klinkt_een_keer(tablet, "/balie/werkplek/")


def test_op_een_smal_scherm_is_de_alarmknop_ook_te_raken(bezoek: Bezoek) -> None:
    balie = bezoek(TELEFOON)
    log_in(balie, "balie", pad="/balie/")
    balie.knop("Ga hier zitten balie 1")
    balie.pagina.locator("summary", has_text="Alarm").click()
    balie.knop("Roep nu hulp")
    balie.ziet("Balie 1 vraagt hulp.")


def _klinkt_een_keer(reis: Reis, pad: str) -> None:
    """Two alarms after each other, and one more at the first balie: three times, each once."""
    reis.open(pad)
    reis.pagina.evaluate(LUISTER)
    drie, vier = _plek(3), _plek(4)
    eerste = alarm_slaan(werkplek_id=drie, nu=BEGIN)
    ververs(reis)
    expect(reis.pagina.locator("section.alarm")).to_contain_text("Balie 3 vraagt hulp.")
    assert reis.pagina.locator("section.alarm[role=alert]").count() == 0
    _hoort(reis, 1)
    alarm_slaan(werkplek_id=vier, nu=BEGIN)
    ververs(reis)
    _hoort(reis, 2)
    alarm_beantwoorden(alarm_id=eerste, door="Farida", nu=BEGIN)
    alarm_slaan(werkplek_id=drie, nu=BEGIN)
    ververs(reis)
    _hoort(reis, 3)
    woorden = _gehoord(reis.pagina)
    assert ["Balie 3" in zin for zin in woorden] == [True, False, True]
    assert ["Balie 4" in zin for zin in woorden] == [False, True, False]
    reis.toets()


def test_op_een_tablet_die_op_slot_is_staat_het_alarm_en_na_de_pincode_de_knop(
    tablet: Reis, klok: Klok
) -> None:
    boek("De Wit", "06 11111111")
    pincode_zetten(gebruiker_id=Gebruiker.objects.get(username="host").pk, pincode=PINCODE, nu=BEGIN)
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.knop("Zet op slot")
    tablet.kop("De tablet is op slot")
    tablet.pagina.evaluate(LUISTER)
    tablet.vul("Pincode", PINCODE[:3])
    alarm_slaan(werkplek_id=_plek(3), nu=klok.now())
    ververs(tablet)
    expect(tablet.pagina.locator("section.alarm")).to_have_text("Alarm bij balie 3")
    _hoort(tablet, 1)
    assert _gehoord(tablet.pagina) == ["Alarm bij balie 3"]
    tablet.ziet_niet("De Wit")
    tablet.toets()
    expect(tablet.veld("Pincode")).to_have_value(PINCODE[:3])
    tablet.vul("Pincode", PINCODE)
    tablet.knop("Verder")
    tablet.kop("Wie komt er nu?")
    tablet.knop("Ik ga erheen balie 3")
    expect(tablet.pagina.locator("section.alarm")).to_have_count(0)


@pytest.mark.parametrize(
    ("pad", "veld"),
    [
        (f"{LIJST}inschrijven/?product=paspoort&toch=1", "Nummer per sms"),
        ("/telefoon/", "Naam, afspraakcode"),
        ("/beheer/schermen/", "Naam van het scherm"),
    ],
    ids=["zonder afspraak", "zoeken", "schermen"],
)
def test_een_alarm_komt_naast_wat_de_host_typt(tablet: Reis, pad: str, veld: str) -> None:
    log_in(tablet, "host", pad="/ontvangst/")
    tablet.open(pad)
    tablet.pagina.evaluate(LUISTER)
    tablet.vul(veld, "06 12")
    alarm_slaan(werkplek_id=_plek(3), nu=BEGIN)
    ververs(tablet)
    expect(tablet.pagina.locator("section.alarm")).to_contain_text("Balie 3 vraagt hulp.")
    _hoort(tablet, 1)
    expect(tablet.veld(veld)).to_have_value("06 12")
    tablet.toets()
    tablet.pagina.get_by_role("button", name="Ik ga erheen balie 3").click()
    expect(tablet.pagina.locator("section.alarm")).to_have_count(0)
    expect(tablet.veld(veld)).to_have_value("06 12")
    assert Alarm.objects.get().beantwoord_op is not None


def test_een_verversing_onderweg_haalt_het_antwoord_niet_weg(tablet: Reis) -> None:
    log_in(tablet, "host", pad="/ontvangst/")
    alarm_slaan(werkplek_id=_plek(3), nu=BEGIN)
    tablet.open("/telefoon/")
    pagina = tablet.pagina
    opgehouden: list[Route] = []

    def houd_op(route: Route) -> None:
        opgehouden.append(route)

    pagina.route("**/alarm-beantwoorden/", houd_op)
    with pagina.expect_request("**/alarm-beantwoorden/"):
        pagina.get_by_role("button", name="Ik ga erheen balie 3").click()
    pagina.evaluate(VERVERS)
    pagina.wait_for_timeout(KORT)
    opgehouden[0].continue_()
    expect(pagina.locator("section.alarm")).to_have_count(0)
