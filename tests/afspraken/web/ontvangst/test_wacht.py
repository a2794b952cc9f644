"""What the host sees of the forecast: how long each visitor still waits, and whom nobody here can help."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import Kantoorscene, op
from tests.dagbouwers import een_inloper
from tests.verwachtingbouwers import een_verwachting, ververst

pytestmark = pytest.mark.django_db


def lijst(kantoor: Kantoorscene, om: str) -> str:
    with time_machine.travel(op(om), tick=False):
        host = ingelogd("host", locatie=kantoor.locatie)
        bladzijde = host.get(reverse("ontvangst_lijst", args=["loosduinen"])).content.decode()
    return " ".join(bladzijde.split())


def test_bij_wie_wacht_staat_hoe_lang_nog(kantoor: Kantoorscene) -> None:
    een_verwachting(een_inloper(kantoor, "09:50"), "10:10", "10:25")
    ververst(kantoor, "09:50")
    bladzijde = lijst(kantoor, "09:52")
    assert "verwacht 10.10 tot 10.25 uur" in bladzijde
    assert "Er is nu geen collega" not in bladzijde


def test_voor_wie_er_geen_collega_is_staat_bovenaan_tot_er_een_is(kantoor: Kantoorscene) -> None:
    wachtenden = [een_inloper(kantoor, "09:50"), een_inloper(kantoor, "09:51")]
    rijen = [een_verwachting(bezoek, "10:10", "10:25", soort="geen_collega") for bezoek in wachtenden]
    ververst(kantoor, "09:50")
    bladzijde = lijst(kantoor, "09:52")
    assert "Er is nu geen collega voor B 1, B 2. Help deze bezoekers, of haal een collega." in bladzijde
    assert bladzijde.count("nu geen collega die dit kan") == 2
    for rij in rijen:
        rij.soort = "venster"
        rij.save()
    assert "Er is nu geen collega" not in lijst(kantoor, "09:52")
