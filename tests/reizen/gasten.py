"""People with an appointment in the town hall this morning, for who stands at the door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from afspraken.actions.afspraak_maken import Gemaakt
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Locatie, Product
from tests.bouwers import ZONE, Kantoorscene, een_afspraak
from toegankelijkheid.queries.behoeften import vereisten_van

from .klok import BEGIN

KANTOOR = "dh-spui"


def boek(naam: str, telefoon: str, *behoeften: str, om: str = "", **anders: Any) -> Gemaakt:
    """Book this wall time, or the first free one."""
    scene = Kantoorscene(Locatie.objects.get(code=KANTOOR), Product.objects.get(code="paspoort"))
    return een_afspraak(
        scene,
        om=om or _eerste(*behoeften),
        datum=BEGIN.date(),
        nu=BEGIN - timedelta(hours=1) if om else BEGIN,
        achternaam=naam,
        telefoon=telefoon,
        behoeften=behoeften,
        **anders,
    )


def _eerste(*behoeften: str) -> str:
    vraag = vraag_voor((Gevraagd("paspoort"),), vereisten_van(codes=behoeften))
    begin = eerste_vrij(vraag=vraag, nu=BEGIN, locaties=[KANTOOR])[0].begin
    assert begin
    assert begin.date() == BEGIN.date()
    return f"{begin.astimezone(ZONE):%H:%M}"
