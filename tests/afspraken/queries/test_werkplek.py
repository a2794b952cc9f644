"""What an employee at a balie sees: the own visitor with the story, the own queue, and nothing of others."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoek_doorgeven import bezoek_doorgeven
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.extra_tijd_geven import extra_tijd_geven
from afspraken.queries.werkplek import Voorstel, werkplekstand
from locaties.models import Gebruiker
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
    Kantoorscene,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_product,
    op,
)
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db
VERHAAL = "Wil eerst de brief begrijpen."


@pytest.fixture
def kantoor(db: None) -> Kantoorscene:
    """Two employees who log in, two balies."""
    scene = een_kantoor(medewerkers=2, balies=2)
    for i, medewerker in enumerate(scene.medewerkers):
        medewerker.gebruiker = Gebruiker.objects.create(username=f"balie{i}")
        medewerker.save()
    return scene


def zie(kantoor, wie=0, om="09:40"):
    return werkplekstand(gebruiker_id=kantoor.medewerkers[wie].gebruiker_id, nu=op(om))


def test_wie_nergens_zit_ziet_niets(kantoor):
    een_werkplek(kantoor, 0)
    with pytest.raises(NietGevonden, match="nog niet aan een balie"):
        zie(kantoor, 1)


def test_de_eigen_rij_en_wie_volgende_oproept(kantoor):
    kantoor.medewerkers[0].producten.set([een_product("rijbewijs", locatie=kantoor.locatie)])
    plek = een_werkplek(kantoor, 1)
    een_werkplek(kantoor, 0)
    een_inloper(kantoor, "09:31"), een_inloper(kantoor, "09:30")
    stand = zie(kantoor, 1)
    assert (stand.werkplek_id, stand.balie, stand.kantoor_code) == (plek, 2, "loosduinen")
    assert [r.nummer for r in stand.rij] == ["B 2", "B 1"]
    assert (stand.voorstel.nummer, stand.voorstel.uitleg, stand.bezoek) == ("B 2", "wacht het langst", None)
    assert roep(plek, "09:40").bezoek_id == stand.voorstel.bezoek_id
    assert (zie(kantoor, 0).rij, zie(kantoor, 0).voorstel) == ((), Voorstel())


def test_een_balie_die_vrij_blijft_zegt_waarvoor(kantoor):
    een_behoefte("gebarentolk", specialisme="communicatie")
    een_bekwaamheid(kantoor.medewerkers[0], "communicatie")
    een_werkplek(kantoor, 0)
    een_afspraak(kantoor, om="10:00", behoeften=("gebarentolk",))
    een_inloper(kantoor, "09:50")
    voorstel = zie(kantoor, om="09:55").voorstel
    assert (voorstel.bezoek_id, voorstel.uitleg) == (
        None,
        "Deze balie blijft nu vrij voor de afspraak van 10.00 uur.",
    )


def test_wie_hier_is_staat_er_met_naam_reden_en_tijd(kantoor):
    plek = een_werkplek(kantoor, 0)
    bezoek = een_bezoeker(kantoor, "10:00", "09:55")
    roep(plek, "10:00")
    bezoeker_opnieuw_oproepen(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("10:01"))
    hier = zie(kantoor, om="10:01").bezoek
    assert hier is not None
    assert (hier.naam, hier.uitleg, hier.keren, hier.sinds) == ("De Wit", "afspraak 10.00", 2, None)
    help_(plek, "10:02")
    extra_tijd_geven(werkplek_id=plek, bezoek_id=bezoek.id, minuten=5, nu=op("10:03"))
    hier = zie(kantoor, om="10:04").bezoek
    assert hier is not None
    assert (hier.sinds, hier.minuten, hier.regel.staat) == (op("10:02"), 15, "in_behandeling")
    assert [(d.product, d.minuten, d.is_klaar) for d in hier.delen] == [("Paspoort aanvragen", 10, False)]


def test_het_verhaal_is_er_voor_wie_helpt_en_voor_niemand_anders(kantoor):
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    wie = kantoor.medewerkers[1].pk
    bezoek_doorgeven(
        werkplek_id=plek, bezoek_id=bezoek.id, medewerker_id=wie, verhaal=VERHAAL, nu=op("09:45")
    )
    for i in (0, 1):
        assert VERHAAL not in repr(zie(kantoor, i, "09:46"))
    roep(collega, "09:46")
    hier = zie(kantoor, 1, "09:47").bezoek
    assert hier is not None
    assert (hier.verhalen, hier.uitleg) == ((VERHAAL,), "wacht op deze medewerker")
    assert VERHAAL not in repr(zie(kantoor, 0, "09:47"))


def test_behoeften_staan_er_nooit_alleen_dat_er_iets_te_lezen_is(kantoor):
    een_behoefte("gebarentolk")
    plek = een_werkplek(kantoor, 0)
    een_bezoeker(kantoor, "10:00", "09:55", behoeften=("gebarentolk",))
    roep(plek, "10:00")
    stand = zie(kantoor, om="10:01")
    assert stand.bezoek is not None
    assert stand.bezoek.heeft_behoeften
    assert "gebaren" not in repr(stand)


def test_het_aantal_vragen_groeit_niet_met_de_rij(kantoor):
    een_behoefte("rolstoel")
    plek = een_werkplek(kantoor, 0)
    een_bezoeker(kantoor, "10:00", "09:55", behoeften=("rolstoel",))
    een_inloper(kantoor, "09:56")
    roep(plek, "10:00")
    with CaptureQueriesContext(connection) as eerst:
        zie(kantoor, om="10:01")
    for _ in range(8):
        een_inloper(kantoor, "09:57", behoeften=("rolstoel",))
    with CaptureQueriesContext(connection) as daarna:
        assert len(zie(kantoor, om="10:01").rij) == 9
    assert len(eerst) == len(daarna) <= 24
