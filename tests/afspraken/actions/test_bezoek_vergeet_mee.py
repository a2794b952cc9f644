"""What was agreed is gone for who is already in the office too, without a sign that it was there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Bezoek
from tests.bouwers import Kantoorscene, een_afspraak, een_behoefte, op

pytestmark = pytest.mark.django_db
OM = op("09:55")


@pytest.fixture
def bezoek(kantoor: Kantoorscene) -> Bezoek:
    """Somebody who is fetched has arrived."""
    een_behoefte("zien", roepwijze="ophalen")
    gemaakt = een_afspraak(kantoor, behoeften=("zien",))
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=OM, rol="host")
    bezoek = Bezoek.objects.get()
    assert bezoek.afstemming_id
    assert bezoek.roepwijze == "ophalen"
    return bezoek


def trek_in(_bezoek: Bezoek) -> None:
    toestemming_intrekken(afspraak_id=Afspraak.objects.get().id, nu=OM, rol="burger")


def annuleer(bezoek: Bezoek) -> None:
    aanmelden_terugdraaien(bezoek_id=bezoek.id, nu=OM, rol="host")
    afspraak_annuleren(afspraak_id=Afspraak.objects.get().id, door="burger", nu=OM, rol="burger")


def vraag_niets_meer(bezoek: Bezoek) -> None:
    aanmelden_terugdraaien(bezoek_id=bezoek.id, nu=OM, rol="host")
    behoeften_wijzigen(
        afspraak_id=Afspraak.objects.get().id, behoeften=(), toestemming=False, nu=OM, rol="burger"
    )


@pytest.mark.parametrize("doe", [trek_in, annuleer, vraag_niets_meer])
def test_het_bezoek_vergeet_mee(bezoek: Bezoek, doe: Callable[[Bezoek], None]) -> None:
    doe(bezoek)
    bezoek.refresh_from_db()
    assert bezoek.afstemming_id is None
    assert bezoek.roepwijze == "scherm"
