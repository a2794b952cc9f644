"""The counter in a test: an office with two employees who log in, and their browsers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from afspraken.models import Werkplek
from locaties.models import Locatie, Medewerker
from tests.afspraken.web.personeel import een_gebruiker, ingelogd_als
from tests.bouwers import Kantoorscene, een_kantoor

WERKPLEK = "/balie/werkplek/"


def een_balie_kantoor(code: str = "loosduinen") -> Kantoorscene:
    """Build an office with two employees, each a user with the role, and two balies."""
    scene = een_kantoor(code, medewerkers=2, balies=2)
    for medewerker in scene.medewerkers:
        medewerker.gebruiker = een_gebruiker("baliemedewerker", locatie=scene.locatie)
        medewerker.save()
    return scene


def browser_van(medewerker: Medewerker) -> Client:
    """Return a browser in which this employee is logged in."""
    assert medewerker.gebruiker is not None
    return ingelogd_als(medewerker.gebruiker)


def ga_zitten(browser: Client, scene: Kantoorscene, balie: int = 0) -> Werkplek:
    """Press "Ga hier zitten"; return the workplace."""
    adres = reverse("balie_openen", args=[scene.locatie.code])
    assert browser.post(adres, {"balie": scene.balies[balie].pk})["Location"] == WERKPLEK
    return Werkplek.objects.get(balie=scene.balies[balie], einde=None)


def druk(
    browser: Client, naam: str, plek: Werkplek, bezoek_id: UUID | None = None, **velden: Any
) -> HttpResponse:
    """Press a button of the workplace."""
    alles = {"werkplek": plek.pk, **({"bezoek_id": bezoek_id} if bezoek_id else {}), **velden}
    return browser.post(reverse(f"balie_{naam}"), alles)  # type: ignore[return-value]


def zie(browser: Client, pad: str = WERKPLEK) -> str:
    """Return the page as text."""
    return browser.get(pad).content.decode()


def locatie_van(scene: Kantoorscene) -> Locatie:
    """Return the office."""
    return scene.locatie
