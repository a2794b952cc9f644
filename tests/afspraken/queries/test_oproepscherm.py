"""What the screen of a hall knows: number, balie, language of the voice and the moment. Nothing else."""

from __future__ import annotations

from dataclasses import fields

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.models import Bezoek
from afspraken.queries.oproepscherm import oproepscherm
from afspraken.rules.oproepscherm import Geroepen
from tests.bouwers import een_kantoor, op
from tests.dagbouwers import een_inloper, een_werkplek, roep

pytestmark = pytest.mark.django_db


def groot(kantoor, om):
    scherm = oproepscherm(locatie_id=kantoor.locatie.id, zone="Europe/Amsterdam", nu=op(om))
    return [(o.nummer, o.balie, o.taal) for o in scherm.groot]


def test_een_oproep_heeft_alleen_nummer_balie_taal_en_moment():
    assert [veld.name for veld in fields(Geroepen)] == ["nummer", "balie", "taal", "op"]


def test_wie_geroepen_is_staat_er_met_de_balie_in_een_vraag(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    assert groot(kantoor, "09:39") == []
    roep(plek, "09:40")
    with CaptureQueriesContext(connection) as vragen:
        assert groot(kantoor, "09:40") == [("B 1", 1, "nl")]
    assert len(vragen) == 1


@pytest.mark.parametrize(("gekozen", "stem"), [("nl", "nl"), ("en", "en"), ("pl", "nl"), ("", "nl")])
def test_de_stem_spreekt_nederlands_of_het_engels_dat_iemand_koos(kantoor, gekozen, stem):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    Bezoek.objects.update(taal=gekozen)
    roep(plek, "09:40")
    assert groot(kantoor, "09:40") == [("B 1", 1, stem)]


def test_wie_wordt_opgehaald_staat_op_geen_scherm(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    Bezoek.objects.update(roepwijze="ophalen")
    roep(plek, "09:40")
    assert groot(kantoor, "09:40") == []


def test_nog_eens_roepen_telt_als_nieuw_en_staat_er_een_keer(kantoor):
    plek = een_werkplek(kantoor)
    wie = een_inloper(kantoor)
    roep(plek, "09:40")
    bezoeker_opnieuw_oproepen(werkplek_id=plek, bezoek_id=wie.id, nu=op("09:42"))
    scherm = oproepscherm(locatie_id=kantoor.locatie.id, zone="Europe/Amsterdam", nu=op("09:42"))
    assert [(o.nummer, o.op) for o in (*scherm.groot, *scherm.lijst)] == [("B 1", op("09:42"))]


def test_een_ander_kantoor_en_een_andere_dag_staan_er_niet(kantoor):
    elders = een_kantoor("escamp")
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    roep(plek, "09:40")
    assert groot(elders, "09:40") == []
    assert oproepscherm(locatie_id=kantoor.locatie.id, zone="Pacific/Auckland", nu=op("23:59")).groot == ()


def test_na_een_half_uur_is_een_oproep_weg(kantoor):
    plek = een_werkplek(kantoor)
    wie = een_inloper(kantoor)
    roep(plek, "09:40")
    bezoeker_niet_hier(werkplek_id=plek, bezoek_id=wie.id, nu=op("09:42"))
    toen = oproepscherm(locatie_id=kantoor.locatie.id, zone="Europe/Amsterdam", nu=op("10:09"))
    straks = oproepscherm(locatie_id=kantoor.locatie.id, zone="Europe/Amsterdam", nu=op("10:10"))
    assert ([o.nummer for o in toen.lijst], straks.lijst) == (["B 1"], ())
