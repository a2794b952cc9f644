"""Builders for the day itself: somebody at a balie, somebody in the hall. Clock times as "10:20"."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_oproepen import Opgeroepen, bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Bezoek
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Product
from tests.bouwers import Kantoorscene, een_afspraak, op


def een_werkplek(scene: Kantoorscene, wie: int = 0, balie: int | None = None, *, om: str = "09:00") -> int:
    """Have the scene's employee number ``wie`` sit down; return the workplace."""
    waar = scene.balies[wie if balie is None else balie]
    return werkplek_openen(medewerker_id=scene.medewerkers[wie].pk, balie_id=waar.pk, nu=op(om))


def een_inloper(
    scene: Kantoorscene,
    om: str = "09:30",
    *producten: Product,
    behoeften: tuple[str, ...] = (),
    **anders: Any,
) -> Bezoek:
    """Give somebody a number without an appointment."""
    kaart = bezoeker_inschrijven(
        bezoek_id=uuid4(),
        locatie=scene.locatie.code,
        producten=tuple(Gevraagd(p.code) for p in producten or (scene.product,)),
        behoeften=behoeften,
        nu=op(om),
        rol="host",
        **anders,
    )
    return Bezoek.objects.get(id=kaart.bezoek_id)


def een_bezoeker(scene: Kantoorscene, afgesproken: str, om: str, **anders: Any) -> Bezoek:
    """Book, and check in."""
    gemaakt = een_afspraak(scene, om=afgesproken, **anders)
    kaart = bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op(om), rol="host")
    return Bezoek.objects.get(id=kaart.bezoek_id)


def roep(werkplek: int, om: str, bezoek_id: UUID | None = None) -> Opgeroepen:
    """Press "Volgende", or call one in particular."""
    return bezoeker_oproepen(werkplek_id=werkplek, bezoek_id=bezoek_id, nu=op(om))


def help_(werkplek: int, om: str, bezoek_id: UUID | None = None) -> Bezoek:
    """Call, and begin."""
    kaart = roep(werkplek, om, bezoek_id)
    bezoek_starten(werkplek_id=werkplek, bezoek_id=kaart.bezoek_id, nu=op(om))
    return Bezoek.objects.get(id=kaart.bezoek_id)
