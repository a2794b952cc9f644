"""Build the office of the day: three employees who can do different things, and seven appointments."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from locaties.models import Openingstijd
from tests.bouwers import (
    DINSDAG,
    Kantoorscene,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_medewerker,
    een_product,
    een_voorziening,
    op,
)

BEGIN: datetime = op("08:50")
PRODUCTEN = ("paspoort", "rijbewijs")
# Codes that would stand out wherever they are written down.
BEHOEFTEN = ("kb-laag", "kb-uitleg", "kb-halen")
AFSPRAKEN = (
    ("09:00", ()),
    ("09:00", ("kb-laag",)),
    ("09:20", ("kb-uitleg",)),
    ("09:40", ("kb-halen",)),
    ("10:00", ()),
    ("10:30", ("kb-laag", "kb-uitleg")),
    ("11:00", ()),
)


def bouw_wereld() -> tuple[Kantoorscene, list[UUID]]:
    """Return the office and its appointments. One employee does all, one is trained, one only passports."""
    scene = een_kantoor(medewerkers=0, balies=3)
    Openingstijd.objects.create(
        locatie=scene.locatie, weekdag=DINSDAG.weekday(), van="09:00", tot="12:00", soort="inloop"
    )
    rijbewijs = een_product("rijbewijs", locatie=scene.locatie, minuten=15)
    alles = een_medewerker(scene, kan=[scene.product, rijbewijs])
    geleerd = een_medewerker(scene, kan=[scene.product])
    scene.medewerkers = [alles, geleerd, een_medewerker(scene, kan=[scene.product])]
    een_bekwaamheid(geleerd, "begrijpelijk")
    een_bekwaamheid(alles, "begrijpelijk")
    een_behoefte("kb-laag", balie=[een_voorziening("lage_balie", scene.balies[0])])
    een_behoefte("kb-uitleg", extra=5, specialisme="begrijpelijk")
    een_behoefte("kb-halen", roepwijze="ophalen")
    gemaakt = [
        een_afspraak(scene, om=om, behoeften=behoeften, telefoon=f"06 1234567{nummer}").afspraak_id
        for nummer, (om, behoeften) in enumerate(AFSPRAKEN)
    ]
    return scene, gemaakt
