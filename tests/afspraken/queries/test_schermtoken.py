"""A screen is known by its token alone, and no longer once it was withdrawn."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.scherm_intrekken import scherm_intrekken
from afspraken.models import Scherm
from afspraken.queries.schermtoken import scherm_bij
from afspraken.rules.schermkoppeling import nieuw_schermtoken, schermtoken_hash
from tests.bouwers import op
from tests.schermbouwers import toegang_van

pytestmark = pytest.mark.django_db


def een_scherm(kantoor, token):
    return Scherm.objects.create(locatie=kantoor.locatie, naam="Hal", token_hash=schermtoken_hash(token))


def test_een_token_hoort_bij_een_scherm_van_een_kantoor_in_een_vraag(kantoor):
    token = nieuw_schermtoken()
    scherm = een_scherm(kantoor, token)
    with CaptureQueriesContext(connection) as vragen:
        toegang = toegang_van(token)
    assert (toegang.scherm_id, toegang.locatie_id) == (scherm.id, kantoor.locatie.id)
    assert len(vragen) == 1


@pytest.mark.parametrize("getypt", ["", "geen-token", "é\x00" * 3000])
def test_een_ander_token_is_van_niemand(kantoor, getypt):
    een_scherm(kantoor, nieuw_schermtoken())
    Scherm.objects.create(locatie=kantoor.locatie, naam="Nog nooit gekoppeld")
    assert scherm_bij(token=getypt) is None


def test_wat_in_de_database_staat_opent_niets(kantoor):
    scherm = een_scherm(kantoor, nieuw_schermtoken())
    assert scherm_bij(token=scherm.token_hash) is None


def test_ingetrokken_is_niet_meer_bekend(kantoor):
    token = nieuw_schermtoken()
    scherm = een_scherm(kantoor, token)
    scherm_intrekken(scherm_id=scherm.id, locatie_ids=None, nu=op("09:00"))
    assert scherm_bij(token=token) is None
