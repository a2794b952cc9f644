"""Who may listen to the queue of an office: the same people as may see its pages, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.scherm_intrekken import scherm_intrekken
from afspraken.models import Bezoek, Scherm
from afspraken.web.live import luisteren
from afspraken.web.live.deur import vraag_aan_de_deur
from afspraken.web.live.luisteren import MagLuisteren
from locaties.models import Rol
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import een_afspraak, een_kantoor, op
from tests.schermbouwers import een_gekoppeld_scherm, met_token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tien_uur")]
# What belongs to one page, or to this moment.
EIGEN = {"Content-Type", "Content-Length", "Content-Language", "Set-Cookie", "Vary"}


def een_scope(pad: str, browser: Client | None = None, *, host: str = "localhost", wijze: str = "GET") -> Any:
    """Return a request as the server hands it over, with the cookies of this browser."""
    koekjes = "; ".join(f"{c.key}={c.value}" for c in browser.cookies.values()) if browser else ""
    koppen = [(b"host", host.encode()), (b"cookie", koekjes.encode())]
    return {"type": "http", "method": wijze, "path": pad, "query_string": b"", "headers": koppen}


def vraag(pad: str, browser: Client | None = None, **anders: str) -> int:
    """Return the status; 204 is a yes."""
    return vraag_aan_de_deur(een_scope(pad, browser, **anders)).status_code


@pytest.mark.parametrize("rol", Rol.Soort.values)
def test_elke_rol_luistert_bij_het_eigen_kantoor_en_nergens_anders(kantoor, rol):
    een_kantoor("elders")
    browser = ingelogd(rol, locatie=kantoor.locatie)
    antwoord = vraag_aan_de_deur(een_scope("/live/kantoor/loosduinen/", browser))
    assert isinstance(antwoord, MagLuisteren)
    assert antwoord.locatie_id == kantoor.locatie.pk
    assert vraag("/live/kantoor/elders/", browser) == 404
    assert vraag("/live/kantoor/bestaat-niet/", browser) == 404


def test_een_rol_voor_alle_kantoren_luistert_overal(kantoor):
    assert vraag("/live/kantoor/loosduinen/", ingelogd("planner")) == 204


def test_zonder_inloggen_tweede_factor_of_rol_luistert_niemand(kantoor):
    pad = "/live/kantoor/loosduinen/"
    assert vraag(pad) == 403
    assert vraag(pad, ingelogd("host", locatie=kantoor.locatie, tweede_factor=False)) == 403
    assert vraag(pad, ingelogd()) == 403


def test_wie_uitlogt_of_de_rol_kwijt_is_luistert_niet_meer(kantoor):
    pad = "/live/kantoor/loosduinen/"
    uitgelogd, ontnomen = (ingelogd("host", locatie=kantoor.locatie) for _ in range(2))
    oud = een_scope(pad, uitgelogd)
    uitgelogd.logout()
    assert vraag_aan_de_deur(oud).status_code == 403
    Rol.objects.all().delete()
    assert vraag(pad, ontnomen) == 403


def test_een_scherm_luistert_bij_zijn_kantoor_tot_het_is_ingetrokken(kantoor):
    browser = met_token(een_gekoppeld_scherm(kantoor))
    antwoord = vraag_aan_de_deur(een_scope("/live/scherm/", browser))
    assert isinstance(antwoord, MagLuisteren)
    assert antwoord.locatie_id == kantoor.locatie.pk
    scherm_intrekken(scherm_id=Scherm.objects.get().pk, locatie_ids=None, nu=op("10:00"))
    assert vraag("/live/scherm/", browser) == 403
    assert vraag("/live/scherm/") == 403


def test_een_bezoeker_luistert_van_aankomst_tot_een_dag_later(kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00")
    pad = reverse("live_bezoek", args=[gemaakt.link])
    assert vraag(pad) == 404
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:50"), rol="host")
    antwoord = vraag_aan_de_deur(een_scope(pad))
    assert isinstance(antwoord, MagLuisteren)
    assert antwoord.locatie_id == kantoor.locatie.pk
    assert vraag("/live/bezoek/een-andere-link/") == 404
    Bezoek.objects.update(aangekomen_op=op("09:50").replace(day=1))
    assert vraag(pad) == 404


@pytest.mark.parametrize(
    ("pad", "anders", "status"),
    [
        ("/live/", {}, 404),
        ("/live/ergens/", {}, 404),
        ("/live/scherm/", {"wijze": "POST"}, 405),
        ("/live/scherm/", {"host": "kwaad.example"}, 400),
    ],
)
def test_een_ander_adres_werkwoord_of_naam_van_de_site_wordt_geweigerd(kantoor, pad, anders, status):
    assert vraag(pad, met_token(een_gekoppeld_scherm(kantoor)), **anders) == status


@pytest.mark.parametrize("mag", [True, False])
def test_de_koppen_zijn_die_van_een_bladzijde(kantoor, mag):
    bladzijde = Client().get(reverse("privacy"))
    antwoord = vraag_aan_de_deur(
        een_scope("/live/scherm/", met_token(een_gekoppeld_scherm(kantoor)) if mag else None)
    )
    assert isinstance(antwoord, MagLuisteren) is mag
    for naam in {*bladzijde.headers} - EIGEN:
        assert _zonder_nonce(antwoord.headers[naam]) == _zonder_nonce(bladzijde.headers[naam]), naam
    assert "default-src 'none'" in antwoord.headers["Content-Security-Policy"]


def _zonder_nonce(kop: str) -> set[str]:
    return {woord for woord in kop.replace(";", "").split() if not woord.startswith("'nonce-")}


def test_de_vraag_is_kort(kantoor):
    personeel, scherm = ingelogd("host", locatie=kantoor.locatie), met_token(een_gekoppeld_scherm(kantoor))
    for pad, browser, aantal in (("/live/kantoor/loosduinen/", personeel, 6), ("/live/scherm/", scherm, 2)):
        with CaptureQueriesContext(connection) as vragen:
            assert vraag(pad, browser) == 204
        assert len(vragen) <= aantal, vragen.captured_queries


def test_zonder_database_komt_er_niemand_in(kantoor, monkeypatch):
    def weg(**_: str) -> None:
        raise OperationalError

    monkeypatch.setattr(luisteren, "scherm_bij", weg)
    assert vraag("/live/scherm/", met_token(een_gekoppeld_scherm(kantoor))) == 503


def test_een_server_zonder_stromen_zegt_dat_er_niets_komt(kantoor):
    antwoord = met_token(een_gekoppeld_scherm(kantoor)).get(reverse("live_scherm"))
    assert (antwoord.status_code, antwoord.content) == (204, b"")
