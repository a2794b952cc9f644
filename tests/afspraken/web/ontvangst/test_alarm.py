"""A call for help reaches the tablet at the entrance, and the host says: I go."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.models import Alarm
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_kantoor, op
from tests.dagbouwers import een_werkplek

pytestmark = pytest.mark.django_db
LIJST = "/ontvangst/loosduinen/"
ANTWOORD = "/ontvangst/loosduinen/alarm-beantwoorden/"


@pytest.fixture(autouse=True)
def tien_uur():
    with time_machine.travel(op("10:00"), tick=False):
        yield


def test_de_host_ziet_welke_balie_hulp_vraagt_tot_iemand_gaat(kantoor):
    alarm = alarm_slaan(werkplek_id=een_werkplek(kantoor), nu=op("10:00"))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "Balie 1 vraagt hulp." in host.get(LIJST).content.decode()
    assert host.post(ANTWOORD, {"alarm": alarm})["Location"] == LIJST
    assert Alarm.objects.get().beantwoord_door == "gebruiker0"
    assert "vraagt hulp" not in host.get(LIJST).content.decode()


def test_een_alarm_van_een_ander_kantoor_is_er_niet(kantoor):
    ander = een_kantoor("segbroek")
    alarm = alarm_slaan(werkplek_id=een_werkplek(ander), nu=op("10:00"))
    host = ingelogd("host", locatie=kantoor.locatie)
    assert "vraagt hulp" not in host.get(LIJST).content.decode()
    assert host.post(ANTWOORD, {"alarm": alarm}).status_code == 404
    assert host.post(reverse("ontvangst_alarm_beantwoorden", args=["segbroek"])).status_code == 404
    assert Alarm.objects.get().beantwoord_op is None


@pytest.mark.parametrize("velden", [{}, {"alarm": "x"}, {"alarm": "99999999999999999999999"}])
def test_een_raar_formulier_gaat_terug_naar_de_lijst(kantoor, velden):
    host = ingelogd("host", locatie=kantoor.locatie)
    assert host.post(ANTWOORD, velden)["Location"] == LIJST
    assert host.get(ANTWOORD).status_code == 405


def test_een_baliemedewerker_antwoordt_niet_op_de_tablet(kantoor):
    assert ingelogd("baliemedewerker", locatie=kantoor.locatie).post(ANTWOORD).status_code == 403
