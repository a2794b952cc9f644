"""Who is qualified, from when until when."""

from datetime import date

import pytest

from tests.toegankelijkheid.bouwers import maak_medewerker, maak_specialisme
from toegankelijkheid.models import Bekwaamheid
from toegankelijkheid.queries.bekwaamheden import bekwaamheden

pytestmark = pytest.mark.django_db
VAN, TOT = date(2026, 1, 1), date(2026, 12, 31)


def _bekwaam(medewerker, code, van=VAN, tot=TOT):
    Bekwaamheid.objects.create(
        medewerker=medewerker,
        specialisme=maak_specialisme(code),
        certificaat="bewijs",
        geldig_van=van,
        geldig_tot=tot,
    )


def test_zonder_certificaten_is_niemand_bekwaam():
    maak_medewerker()
    assert bekwaamheden() == {}


def test_elke_geldigheid_staat_bij_de_medewerker_in_een_vraag(django_assert_num_queries):
    anja, bert = maak_medewerker("anja"), maak_medewerker("bert")
    volgend_jaar = date(2027, 1, 1), date(2027, 12, 31)
    _bekwaam(anja, "communicatie", *volgend_jaar)
    _bekwaam(anja, "communicatie")
    _bekwaam(anja, "begrijpelijk")
    _bekwaam(bert, "toegankelijkheid")
    with django_assert_num_queries(1):
        gevonden = bekwaamheden()
    assert gevonden == {
        anja.pk: (
            ("begrijpelijk", VAN, TOT),
            ("communicatie", VAN, TOT),
            ("communicatie", *volgend_jaar),
        ),
        bert.pk: (("toegankelijkheid", VAN, TOT),),
    }
