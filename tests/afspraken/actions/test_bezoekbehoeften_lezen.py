"""Needs of a visitor: only who serves reads them, and each reading leaves a line."""

from __future__ import annotations

import pytest

from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoekbehoeften_lezen import bezoekbehoeften_lezen
from locaties.rules.weigering import NietGevonden
from tests.bouwers import een_behoefte, een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, help_, roep
from toegankelijkheid.models import Inzage

pytestmark = pytest.mark.django_db


def lees(werkplek, bezoek):
    return bezoekbehoeften_lezen(werkplek_id=werkplek, bezoek_id=bezoek.id, nu=op("09:45"), gebruiker_id=None)


def test_wie_helpt_leest_en_laat_een_regel_achter():
    kantoor = een_kantoor()
    een_behoefte("zien")
    plek, bezoek = een_werkplek(kantoor), een_inloper(kantoor, behoeften=("zien",))
    roep(plek, "09:40")
    assert lees(plek, bezoek).behoeften == ("zien",)
    inzage = Inzage.objects.get()
    assert (inzage.afstemming_id, inzage.doel, inzage.op) == (
        bezoek.afstemming_id,
        "helpen aan de balie",
        op("09:45"),
    )


def test_wie_niet_helpt_leest_niets_en_laat_niets_achter():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    een_behoefte("zien")
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    bezoek = een_inloper(kantoor, behoeften=("zien",))
    with pytest.raises(NietGevonden):
        lees(plek, bezoek)
    help_(plek, "09:40")
    with pytest.raises(NietGevonden):
        lees(collega, bezoek)
    bezoek_afronden(werkplek_id=plek, bezoek_id=bezoek.id, uitkomst="geholpen", nu=op("09:44"))
    with pytest.raises(NietGevonden):
        lees(plek, bezoek)
    assert not Inzage.objects.exists()


def test_zonder_afspraken_over_hulp_is_er_niets_te_lezen(kantoor):
    plek, bezoek = een_werkplek(kantoor), een_inloper(kantoor)
    roep(plek, "09:40")
    with pytest.raises(NietGevonden):
        lees(plek, bezoek)
