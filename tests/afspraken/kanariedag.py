"""A whole day with unique words, through the real pages, and all that it leaves behind at every hour."""

from __future__ import annotations

import io
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.urls import reverse

from afspraken.models import Afspraak, Bericht, Beurtsms, Bezoek, Overdracht, Scherm, Werkplek
from afspraken.rules.schermkoppeling import nieuw_schermtoken, schermtoken_hash
from afspraken.werk.werker import Werker
from locaties.models import Balie
from tests.afspraken.kanarie import BEHOEFTE, EMAIL, NAAM, TELEFOON, WIE, gevonden, tabellen
from tests.afspraken.web.balie.scene import browser_van, een_balie_kantoor, ga_zitten
from tests.afspraken.web.personeel import een_gebruiker, ingelogd
from tests.afspraken.web.site.bezoeker import Bezoeker
from tests.afspraken.web.vuil import adressen
from tests.bouwers import NU, Kantoorscene, een_behoefte, een_medewerker, een_voorziening, op
from toegankelijkheid.models import Afstemming, Behoefte

VERHAAL, REDEN = "Kanarieverhaal over de brief", "Kanariereden van het afzeggen"
HAL = "06 87654388"
WIE_OOK = (*WIE, "87654388")
ALLES = (*BEHOEFTE, *WIE_OOK, VERHAAL, REDEN)
# Where whoever books, or books for somebody, chooses from the catalogue.
MET_CATALOGUS = {"behoeften_kiezen", "ontvangst_inschrijven", "telefoon_behoeften", "telefoon_boeken"}
# Who may come nowhere else is another test (the matrix of rights).
ROLLEN = ("host", "telefonist", "planner", "beheerder")
OPENBAAR, PERSONEEL = ("a/", "live/", "scherm/", "kantoor"), ("ontvangst/", "telefoon/", "beheer/", "live/")
KIJKT_BIJ = {
    "wie de link heeft": OPENBAAR,
    "scherm": OPENBAAR[1:],
    "collega": ("balie/", "telefoon/", "live/"),
    "wie helpt": ("balie/", "telefoon/", "live/"),
    **dict.fromkeys(ROLLEN, PERSONEEL),
}
Bladzijde = tuple[str, str]


@dataclass
class Bewijs:
    """What was found, by hour of the story. ``bladzijden``: (who looks, which page) -> words found there."""

    tabellen: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    bladzijden: dict[str, dict[Bladzijde, set[str]]] = field(default_factory=dict)
    geopend: set[Bladzijde] = field(default_factory=set)
    aantallen: dict[str, dict[str, int]] = field(default_factory=dict)
    sessies: list[str] = field(default_factory=list)
    berichten: list[tuple[str, str]] = field(default_factory=list)
    geschreven: str = ""


@dataclass
class Dag:
    """Who plays in it."""

    klok: time_machine.Traveller
    scene: Kantoorscene
    bewijs: Bewijs
    telefoon: Client = field(default_factory=lambda: Client(headers={"accept-language": "nl"}))
    link: str = ""
    afspraak_id: UUID | None = None
    inloper: UUID | None = None

    def om(self, wandtijd: str) -> None:
        """Let the clock stand at this time of the day itself."""
        self.klok.move_to(op(wandtijd), tick=False)

    @property
    def bezoek(self) -> Bezoek:
        return Bezoek.objects.get(afspraak=self.afspraak_id)


def speel_de_dag() -> Bewijs:
    """Book, come, be called, be passed on with a story, be done, and a week later."""
    bewijs, uitvoer = Bewijs(), io.StringIO()
    with (
        time_machine.travel(NU, tick=False) as klok,
        _meegeschreven(uitvoer),
        redirect_stdout(uitvoer),
        redirect_stderr(uitvoer),
    ):
        dag = Dag(klok, een_balie_kantoor(), bewijs)
        _boek(dag)
        _kom_binnen(dag)
        _word_geholpen(dag)
        _ruim_op(dag)
    bewijs.geschreven = uitvoer.getvalue()
    return bewijs


@contextmanager
def _meegeschreven(uitvoer: io.StringIO) -> Iterator[None]:
    """Every line of every log, with all that hangs on it."""

    class Alles(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            uitvoer.write(f"{record.getMessage()} {record.__dict__}\n")

    hoofd, oor = logging.getLogger(), Alles()
    niveau = hoofd.level
    hoofd.addHandler(oor)
    hoofd.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        hoofd.removeHandler(oor)
        hoofd.setLevel(niveau)


def _boek(dag: Dag) -> None:
    """On the site, with help; and one more appointment that staff cancels for a reason."""
    laag = een_voorziening("verlaagde_balie", *dag.scene.balies)
    een_behoefte(BEHOEFTE[0], balie=[laag], extra=10, roepwijze="ophalen")
    Behoefte.objects.update(tekst=BEHOEFTE[1], uitleg=BEHOEFTE[2], handelingen=[BEHOEFTE[3]])
    dag.scene.medewerkers.append(een_medewerker(dag.scene))
    dag.link = _boek_op_de_site(dag.telefoon, "10:00", kanaal="sms")
    dag.afspraak_id = Afspraak.objects.get().pk
    _boek_op_de_site(Client(headers={"accept-language": "nl"}), "11:00", kanaal="email", hulp=False)
    weg = Afspraak.objects.exclude(pk=dag.afspraak_id).get()
    adres = reverse("telefoon_annuleren", args=[weg.pk])
    ingelogd("telefonist").post(adres, {"door": "burger", "reden": REDEN})
    _werk()
    _kijk_na(dag, "geboekt")


def _boek_op_de_site(client: Client, om: str, *, kanaal: str, hulp: bool = True) -> str:
    bezoeker = Bezoeker(client)
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja" if hulp else "nee")
    if hulp:
        bezoeker.stuur("behoeften_kiezen", behoeften=[BEHOEFTE[0]], toestemming="on")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    bezoeker.kies_tijd(om)
    bezoeker.vul_gegevens(achternaam=NAAM, telefoon=TELEFOON, email=EMAIL, kanaal=kanaal)
    return str(bezoeker.maak()["Location"]).split("/")[2]


def _kom_binnen(dag: Dag) -> None:
    """By phone, with an SMS for the turn; and somebody without an appointment who is missed."""
    dag.om("09:50")
    dag.telefoon.post(reverse("mijn_aanmelden", args=[dag.link]))
    dag.telefoon.post(reverse("mijn_beurtsms_vragen", args=[dag.link]), {"telefoon": HAL})
    _schrijf_in(dag)
    _werk()
    _kijk_na(dag, "in de hal", met_bladzijden=True)


def _schrijf_in(dag: Dag) -> None:
    host = ingelogd("host", locatie=dag.scene.locatie)
    velden = {"formulier": str(UUID(int=7)), "product": "paspoort", "aantal": "1", "taal": "en"}
    velden |= {"telefoon": TELEFOON}
    antwoord = host.post(reverse("ontvangst_inschrijven", args=["loosduinen"]), velden)
    dag.inloper = UUID(antwoord["Location"].rstrip("/").rpartition("/")[2])


def _word_geholpen(dag: Dag) -> None:
    """Called, read, passed on with the story, called again, finished, with a next appointment begun."""
    dag.om("10:00")
    eerste, tweede = map(browser_van, dag.scene.medewerkers[:2])
    hier, daar = ga_zitten(eerste, dag.scene), ga_zitten(tweede, dag.scene, 1)
    _roep(dag, eerste, hier)
    _kijk_na(dag, "aan de balie")
    verhaal = {"naar": f"medewerker:{dag.scene.medewerkers[1].pk}", "verhaal": VERHAAL}
    eerste.post(reverse("balie_doorgeven", args=[dag.bezoek.id]), verhaal)
    _kijk_na(dag, "doorgegeven")
    dag.om("10:15")
    _roep(dag, tweede, daar)
    _kijk_na(dag, "bij de collega", met_bladzijden=True, wie_helpt=tweede)
    tweede.post(reverse("balie_afronden", args=[dag.bezoek.id]), {"uitkomst": "geholpen"})
    _druk(tweede, "vervolgafspraak", daar, dag.bezoek.id)
    _mis(dag, eerste, hier)
    _kijk_na(dag, "klaar")


def _roep(dag: Dag, wie: Client, plek: Werkplek) -> None:
    for knop in ("oproepen", "starten", "behoeften"):
        _druk(wie, knop, plek, dag.bezoek.id)
        _werk()


def _mis(dag: Dag, wie: Client, plek: Werkplek) -> None:
    """Called three times, and nobody comes."""
    assert dag.inloper
    for keren in range(1, 4):
        _druk(wie, "oproepen", plek, dag.inloper)
        _werk()
        _druk(wie, "niet_hier", plek, dag.inloper, keren=keren)
    _werk()


def _druk(wie: Client, knop: str, plek: Werkplek, bezoek_id: UUID, **velden: Any) -> None:
    antwoord = wie.post(
        reverse(f"balie_{knop}"), {"werkplek": plek.pk, "bezoek_id": bezoek_id, "keren": 1, **velden}
    )
    assert antwoord.status_code == 302, (knop, antwoord.content.decode()[:2000])


def _ruim_op(dag: Dag) -> None:
    """The sweeps, a day and a week later."""
    for naam, later in (("volgende dag", timedelta(hours=24)), ("na een week", timedelta(days=8))):
        dag.klok.move_to(op("12:00") + later, tick=False)
        _werk()
        _kijk_na(dag, naam)


def _werk() -> None:
    Werker(wie="kanarie", klok=lambda: datetime.now(UTC)).draai_leeg()


def _kijk_na(dag: Dag, uur: str, *, met_bladzijden: bool = False, wie_helpt: Client | None = None) -> None:
    """Write down what stands in the tables, and what everybody may read at this hour."""
    bewijs = dag.bewijs
    bewijs.tabellen[uur] = {
        naam: woorden for naam, tekst in tabellen().items() if (woorden := set(gevonden(ALLES, tekst)))
    }
    soorten = (Afstemming, Beurtsms, Overdracht)
    bewijs.aantallen[uur] = {soort.__name__: soort.objects.count() for soort in soorten}
    bewijs.sessies += [str(sessie.get_decoded()) for sessie in Session.objects.all()]
    teksten = Bericht.objects.exclude(tekst="").values_list("soort", "onderwerp", "tekst")
    bewijs.berichten += [(soort, f"{onderwerp} {tekst}") for soort, onderwerp, tekst in teksten]
    if met_bladzijden:
        with override_settings(DEMO=False):  # the page with all messages is for the demo only
            bewijs.bladzijden[uur] = dict(_gelezen(dag, wie_helpt))


def _gelezen(dag: Dag, wie_helpt: Client | None) -> Iterator[tuple[Bladzijde, set[str]]]:
    """Open every address of who looks; only pages with a word in them."""
    waarden = _waarden(dag)
    for wie, browser in _kijkers(dag, wie_helpt).items():
        for adres in adressen():
            if adres.patroon.startswith(KIJKT_BIJ[wie]) and adres.naam not in MET_CATALOGUS:
                zoekt = adres.naam == "telefoon_zoeken" and wie in ROLLEN
                pad = adres.pad(waarden)
                antwoord = browser.post(pad, {"tekst": NAAM}, follow=True) if zoekt else browser.get(pad)
                if antwoord.status_code == 200:
                    dag.bewijs.geopend.add((wie, adres.naam))
                if woorden := _woorden_op(antwoord):
                    yield (wie, adres.naam), woorden


def _woorden_op(antwoord: Any) -> set[str]:
    """Return what stands in the page, its headers and its cookies."""
    tekst = "" if antwoord.streaming else antwoord.content.decode(errors="replace")
    return set(gevonden(ALLES, f"{tekst} {antwoord.headers} {antwoord.cookies}"))


def _waarden(dag: Dag) -> dict[str, str]:
    vast = {"kantoor": "loosduinen", "code": "paspoort", "persoon": "0", "datum": "2026-11-03"}
    vast |= {"afspraak_id": str(dag.afspraak_id), "bezoek_id": str(dag.bezoek.id), "link": dag.link}
    return defaultdict(lambda: "1", vast)


def _kijkers(dag: Dag, wie_helpt: Client | None) -> dict[str, Client]:
    kijkers = {"wie de link heeft": Client(), "scherm": _scherm(dag.scene), "collega": _collega(dag)}
    kijkers |= {rol: ingelogd(rol, locatie=dag.scene.locatie) for rol in ROLLEN}
    return kijkers | ({"wie helpt": wie_helpt} if wie_helpt else {})


def _collega(dag: Dag) -> Client:
    """Somebody at the next balie, who helps nobody."""
    medewerker = dag.scene.medewerkers[2]
    if medewerker.gebruiker is None:
        medewerker.gebruiker = een_gebruiker("baliemedewerker", locatie=dag.scene.locatie)
        medewerker.save()
        dag.scene.balies.append(Balie.objects.create(locatie=dag.scene.locatie, nummer=3))
    browser = browser_van(medewerker)
    if not Werkplek.objects.filter(medewerker=medewerker).exists():
        ga_zitten(browser, dag.scene, 2)
    return browser


def _scherm(scene: Kantoorscene) -> Client:
    browser, token = Client(), nieuw_schermtoken()
    naam = f"Hal {Scherm.objects.count()}"
    Scherm.objects.create(locatie=scene.locatie, naam=naam, token_hash=schermtoken_hash(token))
    browser.cookies[settings.SCHERM_COOKIE_NAME] = token
    return browser
