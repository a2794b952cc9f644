"""Citizens at the real server, over HTTP: each with a filled-in draft, for whom the last click counts."""

from __future__ import annotations

import http.client
import random
import re
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.queries.gemaakte_afspraak import gemaakte_link
from afspraken.web.site.sessie import SLEUTEL
from locaties.models import Locatie, Product
from locaties.rules.weigering import Weigering
from tests.bouwers import Kantoorscene, een_aanvraag, een_inzet, een_kantoor, op
from tests.gelijktijdig.vallen import schrijf

WEKEN = 4
CSRF = "a" * 32  # what a browser would keep; one request is enough then
WEG = (OSError, http.client.HTTPException)  # the server fell, or is not up yet


def bouw_vanaf_vandaag(*, kantoor: str, plaatsen: int) -> None:
    """Build an office that is open on the Tuesdays to come: a server has the real clock."""
    eerste = _dinsdagen()[0]
    scene = een_kantoor(kantoor, medewerkers=plaatsen, balies=plaatsen, tot="17:00", datum=eerste)
    for datum in _dinsdagen()[1:]:
        for medewerker in scene.medewerkers:
            een_inzet(medewerker, scene.locatie, van="09:00", tot="17:00", datum=datum)


def boek_door_op_de_site(*, kantoor: str, poorten: list[int], logboek: str) -> None:
    """Book one after the other until somebody ends this process.

    Written down as confirmed: the server sent us on to the page that says so, and which page.
    """
    with Path(logboek).open("a") as log:
        while True:
            try:
                sessie = _houd_een_tijd(kantoor)
            except Weigering:
                continue
            poort = random.choice(poorten)
            try:
                formulier = _formulier(poort, sessie)
                schrijf(log.fileno(), "poging", formulier, sessie)
                pagina = _verstuur(poort, sessie, formulier)
            except WEG:
                schrijf(log.fileno(), "weg")
                time.sleep(0.1)
                continue
            schrijf(log.fileno(), *(("bevestigd", formulier, pagina) if pagina else ("nee", formulier)))


def verstuur_opnieuw(*, poort: int, formulier: str, sessie: str) -> str:
    """Click once more, as who saw nothing does; return the page, "" without appointment."""
    return _verstuur(poort, sessie, formulier)


def pagina_van(*, formulier: str) -> str:
    """Address of the page that belongs to what came of this form; "" when nothing did."""
    link = gemaakte_link(formulier=UUID(formulier))
    return reverse("mijn_afspraak_bevestigd", args=[link]) if link else ""


def is_open(*, poort: int) -> bool:
    """Whether the server answers."""
    try:
        _vraag(poort, "GET", reverse("start"), {})
    except WEG:
        return False
    return True


def _dinsdagen() -> list[date]:
    vandaag = datetime.now(UTC).date()
    eerste = vandaag + timedelta(days=(1 - vandaag.weekday()) % 7 or 7)
    return [eerste + timedelta(weeks=week) for week in range(WEKEN)]


def _houd_een_tijd(kantoor: str) -> str:
    """Fill in a draft and hold a time; return the session that knows it."""
    scene, nu = Kantoorscene(Locatie.objects.get(code=kantoor), Product.objects.get()), datetime.now(UTC)
    aanvraag = een_aanvraag(scene, telefoon=f"06 1{random.randrange(10**7):07d}", nu=nu, kanaal="sms")
    om = f"{random.randrange(9, 16):02}:{random.randrange(0, 60, 5):02}"
    begin = op(om, random.choice(_dinsdagen()))
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=kantoor, begin=begin, nu=nu)
    sessie = SessionStore()
    sessie[SLEUTEL] = str(aanvraag)
    sessie.create()
    return str(sessie.session_key)


def _formulier(poort: int, sessie: str) -> str:
    """Open the check page and return the uuid of its form."""
    status, _koppen, tekst = _vraag(poort, "GET", reverse("afspraak_controleren"), _cookies(sessie))
    gevonden = re.search(r'name="formulier" value="([^"]+)"', tekst)
    assert gevonden, f"no form on the check page, but {status}"
    return gevonden[1]


def _verstuur(poort: int, sessie: str, formulier: str) -> str:
    """Click; return the page that we are sent to when it says that the appointment stands, else ""."""
    velden = urlencode({"formulier": formulier, "csrfmiddlewaretoken": CSRF})
    koppen = {**_cookies(sessie), "Content-Type": "application/x-www-form-urlencoded"}
    status, antwoord, _tekst = _vraag(poort, "POST", reverse("afspraak_maken"), koppen, velden)
    assert status < http.client.INTERNAL_SERVER_ERROR, f"the server answered {status}"
    naar = antwoord.get("Location", "")
    return naar if naar.endswith("/bevestigd/") else ""


def _cookies(sessie: str) -> dict[str, str]:
    namen = {settings.SESSION_COOKIE_NAME: sessie, settings.CSRF_COOKIE_NAME: CSRF}
    return {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in namen.items())}


def _vraag(
    poort: int, wijze: str, pad: str, koppen: dict[str, str], velden: str | None = None
) -> tuple[int, http.client.HTTPMessage, str]:
    """One request, from an address of its own: what one address may do is no part of this proof."""
    van = ".".join(str(random.randrange(1, 255)) for _ in range(4))
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
    try:
        lijn.request(wijze, pad, body=velden, headers={"Host": "localhost", "X-Forwarded-For": van, **koppen})
        antwoord = lijn.getresponse()
        return antwoord.status, antwoord.headers, antwoord.read().decode()
    finally:
        lijn.close()
