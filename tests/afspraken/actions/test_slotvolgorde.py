"""Two deeds on one appointment at the same moment lock in the same order: neither waits for ever.

Each proof runs without the second tries, and has a control in which one of the two locks the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection

from afspraken.actions import afspraak_annuleren as annuleren
from afspraken.actions import afstemmingen_vergeten as vergeten
from afspraken.actions import link_wisselen as wisselen
from afspraken.actions import toestemming_intrekken as intrekken
from afspraken.models import Afspraak, Contact
from locaties.actions.stappen import daad as module
from locaties.actions.stappen.daad import EvenDruk
from tests.bouwers import NU, een_afspraak, een_behoefte, een_kantoor
from toegankelijkheid.models import Afstemming

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
STRAKS = NU + timedelta(minutes=5)
LATER = NU + timedelta(days=3)
GENOEG = 20  # seconds after which something hangs
EVEN = 1.5  # seconds for the other: time enough to get as far as it can


@pytest.fixture(autouse=True)
def afspraak(monkeypatch: pytest.MonkeyPatch) -> Afspraak:
    """One with an agreement; and no deed is tried twice."""
    monkeypatch.setattr(module, "KEREN", 0)
    een_behoefte("tolk", bestelling=0)
    een_afspraak(een_kantoor(), behoeften=("tolk",))
    return Afspraak.objects.get()


def tegelijk(
    eerste: Callable[[], Any], tweede: Callable[[], Any], *, stop_in: Any, stop_bij: str
) -> list[str]:
    """Stop the first half-way, at a function of its module, until the second is as far as it can get."""
    uitkomsten: list[str] = []
    halverwege, tweede_ver = Event(), Event()
    echt = getattr(stop_in, stop_bij)

    def halt(*args: Any, **kwargs: Any) -> Any:
        halverwege.set()
        tweede_ver.wait(EVEN)
        return echt(*args, **kwargs)

    def doe(daad: Callable[[], Any]) -> None:
        try:
            daad()
            uitkomsten.append("gelukt")
        except EvenDruk:
            uitkomsten.append("even druk")
        connection.close()

    def daarna() -> None:
        assert halverwege.wait(GENOEG)
        doe(tweede)
        tweede_ver.set()

    with patch.object(stop_in, stop_bij, halt):
        draden = [Thread(target=doe, args=[eerste]), Thread(target=daarna)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(GENOEG)
            assert not draad.is_alive(), "still waiting"
    return sorted(uitkomsten)


def wissel_en_annuleer(afspraak: Afspraak) -> list[str]:
    contact = Contact.objects.get()
    return tegelijk(
        lambda: wisselen.link_wisselen(contact_id=contact.pk, nu=STRAKS),
        lambda: annuleren.afspraak_annuleren(afspraak_id=afspraak.pk, nu=STRAKS, rol="burger"),
        stop_in=wisselen,
        stop_bij="zet_herhaling_klaar",
    )


def test_link_wisselen_en_annuleren_lukken_allebei(afspraak: Afspraak) -> None:
    assert wissel_en_annuleer(afspraak) == ["gelukt", "gelukt"]
    afspraak.refresh_from_db()
    assert afspraak.status == Afspraak.Status.GEANNULEERD
    assert Contact.objects.get().link_versie == 1


def test_controle_wie_eerst_het_contact_pakt_wacht_over_kruis(afspraak: Afspraak) -> None:
    with patch.object(wisselen, "pak_afspraak"):
        assert wissel_en_annuleer(afspraak) == ["even druk", "gelukt"]


def vergeet_en_trek_in(afspraak: Afspraak) -> list[str]:
    return tegelijk(
        lambda: vergeten.afstemmingen_vergeten(nu=LATER),
        lambda: intrekken.toestemming_intrekken(afspraak_id=afspraak.pk, nu=LATER, rol="burger"),
        stop_in=vergeten,
        stop_bij="vergeet_bestelknelpunten",
    )


def test_vergeten_en_toestemming_intrekken_lukken_allebei(afspraak: Afspraak) -> None:
    assert vergeet_en_trek_in(afspraak) == ["gelukt", "gelukt"]
    afspraak.refresh_from_db()
    assert afspraak.afstemming_id is None
    assert not Afstemming.objects.exists()


def test_controle_wie_eerst_de_afstemming_wist_wacht_over_kruis(afspraak: Afspraak) -> None:
    with patch.object(vergeten, "_pak", frozenset):
        assert vergeet_en_trek_in(afspraak) == ["even druk", "gelukt"]


def test_wie_net_wordt_gewijzigd_wordt_de_volgende_ronde_vergeten(afspraak: Afspraak) -> None:
    """The other way round: the sweep comes while somebody has the appointment."""
    uitkomst = tegelijk(
        lambda: intrekken.toestemming_intrekken(afspraak_id=afspraak.pk, nu=LATER, rol="burger"),
        lambda: vergeten.afstemmingen_vergeten(nu=LATER),
        stop_in=intrekken,
        stop_bij="noteer",
    )
    assert uitkomst == ["gelukt", "gelukt"]
    assert not Afstemming.objects.exists()
    vergeten.afstemmingen_vergeten(nu=LATER)
    assert Afspraak.objects.get().delen.get().minuten == 0
