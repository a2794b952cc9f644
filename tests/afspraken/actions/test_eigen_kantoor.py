"""What staff does with a visit or an alarm, it does at its own offices only."""

from __future__ import annotations

import pytest

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.bezoek_hervatten import bezoek_hervatten
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.models import Alarm, Gebeurtenis
from locaties.rules.weigering import NietGevonden
from tests.bouwers import op
from tests.dagbouwers import een_inloper, een_werkplek

pytestmark = pytest.mark.django_db
ELDERS: frozenset[int] = frozenset({0})


@pytest.mark.parametrize(
    "daad", [bezoek_parkeren, bezoek_hervatten, bezoeker_vertrokken, niet_hier_terugdraaien]
)
def test_een_bezoek_van_een_ander_kantoor_is_er_niet(kantoor, daad):
    bezoek = een_inloper(kantoor)
    al = Gebeurtenis.objects.count()
    with pytest.raises(NietGevonden):
        daad(bezoek_id=bezoek.id, nu=op("09:40"), rol="host", locatie_ids=ELDERS)
    bezoek.refresh_from_db()
    assert (bezoek.status, Gebeurtenis.objects.count()) == ("wachtend", al)


def test_een_alarm_van_een_ander_kantoor_is_er_niet(kantoor):
    alarm = alarm_slaan(werkplek_id=een_werkplek(kantoor), nu=op("10:00"))
    with pytest.raises(NietGevonden):
        alarm_beantwoorden(alarm_id=alarm, door="Jan", nu=op("10:01"), locatie_ids=ELDERS)
    assert Alarm.objects.get().beantwoord_op is None
