"""Somebody without an appointment gets the number and the turn by SMS, and follows it on the phone."""

from __future__ import annotations

import re
from datetime import datetime

from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Bezoek
from afspraken.queries.bon import bon
from afspraken.werk.werker import Werker
from locaties.models import Balie, Inzet

from .inloggen import log_in
from .klok import Klok
from .podium import TELEFOON
from .podium import Bezoek as Bezoekfixture
from .reis import Reis

KANTOOR = "dh-spui"


def test_inloop_met_sms_hoort_het_nummer_en_de_beurt(tablet: Reis, bezoek: Bezoekfixture, klok: Klok) -> None:
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/inschrijven/?product=paspoort")
    tablet.open(f"/ontvangst/{KANTOOR}/inschrijven/?product=paspoort")
    tablet.vul("Nummer per sms", "070 353 30 00")
    tablet.knop("Geef een nummer")
    tablet.ziet("Hier kunnen wij geen sms naartoe sturen.")
    tablet.vul("Nummer per sms", "06-1234 5678")
    tablet.knop("Geef een nummer")
    tablet.kop("B 1")
    wie = Bezoek.objects.get()
    _werk(klok)
    tablet.open("/beheer/berichten/")
    tablet.ziet("uw nummer is B 1 in")
    tablet.ziet("06 1234 5678")

    telefoon = bezoek(TELEFOON)
    telefoon.open(f"/a/{bon(bezoek_id=wie.id, locatie_id=wie.locatie_id).link}/bezoek/")
    telefoon.ziet("U krijgt een sms op het nummer dat eindigt op 678.")
    telefoon.knop("Stuur mij geen sms")
    telefoon.vul("Mobiel nummer", "06 87654321")
    telefoon.knop(re.compile("^Stuur mij een sms"))
    telefoon.ziet("eindigt op 321")

    _roep(wie, klok.now())
    _werk(klok)
    tablet.open("/beheer/berichten/")
    tablet.ziet("U bent aan de beurt. Kom naar balie")
    tablet.ziet("06 8765 4321")


def _roep(wie: Bezoek, nu: datetime) -> None:
    """Somebody who can, sits down at the first balie and calls."""
    kan = Inzet.objects.filter(locatie=wie.locatie, begin__lte=nu, einde__gt=nu, afgemeld_op=None)
    kan = kan.filter(medewerker__producten=wie.delen.get().product)
    medewerker = kan.order_by("id").values_list("medewerker_id", flat=True)[0]
    balie = Balie.objects.filter(locatie=wie.locatie).order_by("nummer")[0]
    werkplek = werkplek_openen(medewerker_id=medewerker, balie_id=balie.pk, nu=nu)
    bezoeker_oproepen(werkplek_id=werkplek, bezoek_id=wie.id, nu=nu)


def _werk(klok: Klok) -> None:
    Werker(wie="reis", klok=klok.now).draai_leeg()
