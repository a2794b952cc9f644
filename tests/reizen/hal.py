"""Who comes to the hall of the city hall: with an appointment or without."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.models import Afspraak, Bezoek
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Locatie, Product
from tests.bouwers import ZONE, Kantoorscene, een_afspraak
from toegankelijkheid.queries.behoeften import vereisten_van

from .klok import BEGIN

KANTOOR = "dh-spui"


def loopt_binnen(
    *behoeften: str, nu: datetime = BEGIN, product: str = "paspoort", kantoor: str = KANTOOR
) -> Bezoek:
    """Get a number at the host."""
    kaart = bezoeker_inschrijven(
        bezoek_id=uuid4(),
        locatie=kantoor,
        producten=(Gevraagd(product),),
        behoeften=behoeften,
        nu=nu,
        rol="host",
    )
    return Bezoek.objects.get(id=kaart.bezoek_id)


def boek(*behoeften: str, naam: str = "De Wit", telefoon: str = "06 11111111") -> Afspraak:
    """Book the first free time of this morning."""
    scene = Kantoorscene(Locatie.objects.get(code=KANTOOR), Product.objects.get(code="paspoort"))
    vraag = vraag_voor((Gevraagd("paspoort"),), vereisten_van(codes=behoeften))
    begin = eerste_vrij(vraag=vraag, nu=BEGIN, locaties=[KANTOOR])[0].begin
    assert begin
    daar = begin.astimezone(ZONE)
    gemaakt = een_afspraak(
        scene,
        om=f"{daar:%H:%M}",
        datum=daar.date(),
        nu=BEGIN,
        achternaam=naam,
        telefoon=telefoon,
        behoeften=behoeften,
    )
    return Afspraak.objects.get(id=gemaakt.afspraak_id)


def is_er(afspraak: Afspraak, nu: datetime) -> Bezoek:
    """Check in at the host."""
    return Bezoek.objects.get(id=bezoeker_aanmelden(afspraak_id=afspraak.id, nu=nu, rol="host").bezoek_id)
