"""The door reads the clock: of the demo where there is one, and only in the demo."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse

from afspraken.models import Demodag
from afspraken.web.middleware import KlokMiddleware
from afspraken.werk import klok
from tests.bouwers import DINSDAG, NU, een_kantoor, op

pytestmark = pytest.mark.django_db


def aan_de_deur():
    verzoek: Any = HttpRequest()
    KlokMiddleware(lambda _: HttpResponse())(verzoek)
    return verzoek.nu, verzoek.echt_nu


@pytest.fixture
def dag():
    """A day that plays thirty times as fast, begun at ``NU``."""
    return Demodag.objects.create(
        locatie=een_kantoor().locatie,
        datum=DINSDAG,
        zaad="1",
        belasting=80,
        echt_op=NU,
        demo_op=op("08:50"),
        tempo=30,
    )


def test_zonder_gespeelde_dag_is_de_tijd_van_de_demo_de_echte():
    with time_machine.travel(NU, tick=False):
        assert aan_de_deur() == (NU, NU)
        assert klok.nu() == NU


@pytest.mark.usefixtures("dag")
def test_site_en_werker_lezen_dezelfde_klok_van_de_demo():
    with time_machine.travel(NU + timedelta(minutes=1), tick=False):
        nu, echt = aan_de_deur()
        assert nu == klok.nu() == op("09:20")
        assert echt == NU + timedelta(minutes=1)


@pytest.mark.usefixtures("dag")
def test_buiten_de_demo_wordt_de_klok_van_de_demo_niet_gelezen(settings, django_assert_num_queries):
    settings.DEMO = False
    with time_machine.travel(NU, tick=False), django_assert_num_queries(0):
        assert aan_de_deur() == (NU, NU)
        assert klok.nu() == NU
