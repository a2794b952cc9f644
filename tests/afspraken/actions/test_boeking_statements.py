"""What a booking asks of the database: under the lock of a day every statement makes others wait."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.weigeringen import TijdBezet
from afspraken.models import Afspraak
from tests.bouwers import NU, een_aanvraag, een_afspraak, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)


def test_wie_boekt_leest_niets_twee_keer() -> None:
    """The opening hours, the roster and who can what are known from the booking before."""
    scene = een_kantoor()
    een_afspraak(scene, om="09:00")
    aanvraag = een_aanvraag(scene, telefoon="06 22222222")
    with CaptureQueriesContext(connection) as vasthouden:
        afspraak_vasthouden(aanvraag_id=aanvraag, locatie=scene.locatie.code, begin=op("10:00"), nu=NU)
    with CaptureQueriesContext(connection) as maken:
        afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU, afzender_ip="10.0.0.1")
    is_postgresql = connection.vendor == "postgresql"  # which also takes a lock per address
    assert len(_vragen(vasthouden)) == 10
    assert len(_vragen(maken)) == 13 + is_postgresql
    gelezen = " ".join([*_vragen(vasthouden), *_vragen(maken)])
    assert "locaties_inzet" not in gelezen
    assert "locaties_openingstijd" not in gelezen
    assert "locaties_medewerker_producten" not in gelezen


def _vragen(gevraagd: CaptureQueriesContext) -> list[str]:
    """Without the begin and the end of the transaction, which only one engine counts."""
    alle = [vraag["sql"] for vraag in gevraagd.captured_queries]
    return [sql for sql in alle if not sql.startswith(("BEGIN", "COMMIT"))]


def _boek_waar_iemand_te_lang_vasthield() -> None:
    """There is one employee, and the rows still say that the time is held."""
    scene = een_kantoor()
    aanvraag = een_aanvraag(scene, telefoon="06 33333333")
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=scene.locatie.code, begin=op("10:00"), nu=NU)
    een_afspraak(scene, om="10:00", nu=NU + timedelta(minutes=30))


def test_wat_te_lang_is_vastgehouden_wordt_vrijgegeven_voor_wie_boekt() -> None:
    _boek_waar_iemand_te_lang_vasthield()
    assert sorted(Afspraak.objects.values_list("status", flat=True)) == ["bevestigd", "verlopen"]


def test_controle_wie_het_niet_vrijgeeft_komt_er_bij_de_database_niet_door() -> None:
    with patch("afspraken.actions.stappen.plaats.verlopen_vrijgeven"), pytest.raises(TijdBezet):
        _boek_waar_iemand_te_lang_vasthield()
