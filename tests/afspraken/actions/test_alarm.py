"""Help at a balie: one alarm until somebody answers, and the first who does is the one who goes."""

from __future__ import annotations

import pytest

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.stappen.werkplekrij import WerkplekDicht
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.models import Alarm, Wachtrijversie
from locaties.rules.weigering import NietGevonden
from tests.bouwers import op
from tests.dagbouwers import een_werkplek

pytestmark = pytest.mark.django_db


def test_twee_keer_drukken_is_een_alarm_en_elk_scherm_hoort_het(kantoor):
    plek = een_werkplek(kantoor)
    versie = Wachtrijversie.objects.get().versie
    eerste = alarm_slaan(werkplek_id=plek, nu=op("10:00"))
    assert alarm_slaan(werkplek_id=plek, nu=op("10:01")) == eerste
    alarm = Alarm.objects.get()
    assert (alarm.balie, alarm.medewerker) == (kantoor.balies[0], kantoor.medewerkers[0])
    assert (alarm.op, alarm.beantwoord_op) == (op("10:00"), None)
    assert Wachtrijversie.objects.get().versie > versie


def test_wie_het_eerst_antwoordt_gaat(kantoor):
    plek = een_werkplek(kantoor)
    alarm = alarm_slaan(werkplek_id=plek, nu=op("10:00"))
    assert alarm_beantwoorden(alarm_id=alarm, door="Farida", nu=op("10:01")) == "Farida"
    assert alarm_beantwoorden(alarm_id=alarm, door="Jan", nu=op("10:02")) == "Farida"
    assert Alarm.objects.get().beantwoord_op == op("10:01")
    assert alarm_slaan(werkplek_id=plek, nu=op("10:05")) != alarm


def test_zonder_werkplek_geen_alarm(kantoor):
    plek = een_werkplek(kantoor)
    werkplek_sluiten(werkplek_id=plek, nu=op("10:00"))
    with pytest.raises(WerkplekDicht):
        alarm_slaan(werkplek_id=plek, nu=op("10:01"))
    with pytest.raises(NietGevonden):
        alarm_beantwoorden(alarm_id=0, door="Jan", nu=op("10:01"))
