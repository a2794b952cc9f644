"""The guards of the database itself, reached past every action."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.models.bewaking import (
    WAT,
    bewaking_aanzetten,
    bewaking_controleren,
    bewaking_uitzetten,
    naam_van,
)
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_kantoor, een_medewerker, op

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor() -> Kantoorscene:
    """Two employees, two balies."""
    return een_kantoor(medewerkers=2, balies=2)


def een_deel(kantoor: Kantoorscene, *, om: str, minuten: int = 10, **velden: Any) -> Afspraakdeel:
    """Write a part straight into the table."""
    begin, einde = op(om), op(om) + timedelta(minutes=minuten)
    afspraak = Afspraak.objects.create(
        code=uuid4().hex[:6].upper(),
        locatie=kantoor.locatie,
        begin=begin,
        einde=einde,
        status="bevestigd",
        herkomst="site",
        aangemaakt_op=NU,
        gewijzigd_op=NU,
    )
    gegevens = {
        "volgorde": 0,
        "product": kantoor.product,
        "persoon": 0,
        "minuten": minuten,
        "medewerker": kantoor.medewerkers[0],
        "balie": kantoor.balies[0],
        "locatie": kantoor.locatie,
        "datum": DINSDAG,
        "cel": 0,
        "cellen": 2,
        "begin": begin,
        "einde": einde,
    }
    return Afspraakdeel.objects.create(afspraak=afspraak, **(gegevens | velden))


@contextmanager
def geweigerd(wat: str) -> Iterator[None]:
    """The guard of this resource says no."""
    with pytest.raises(IntegrityError, match=naam_van(wat)), transaction.atomic():
        yield


@pytest.mark.parametrize(
    ("om", "minuten"), [("10:00", 10), ("09:55", 10), ("10:05", 10), ("09:30", 60), ("10:02", 5)]
)
@pytest.mark.parametrize("wat", WAT)
def test_niets_past_over_iets_heen(kantoor: Kantoorscene, wat: str, om: str, minuten: int) -> None:
    een_deel(kantoor, om="10:00")
    ander = "balie" if wat == "medewerker" else "medewerker"
    vrij = kantoor.balies[1] if ander == "balie" else kantoor.medewerkers[1]
    with geweigerd(wat):
        een_deel(kantoor, om=om, minuten=minuten, **{ander: vrij})
    assert Afspraakdeel.objects.count() == 1


@pytest.mark.parametrize("om", ["09:50", "10:10"])
def test_wat_elkaar_raakt_mag(kantoor: Kantoorscene, om: str) -> None:
    een_deel(kantoor, om="10:00")
    een_deel(kantoor, om=om)
    assert Afspraakdeel.objects.count() == 2


def test_een_medewerker_zit_ook_op_een_ander_kantoor_nooit_dubbel(kantoor: Kantoorscene) -> None:
    elders = een_kantoor("escamp")
    een_deel(kantoor, om="10:00")
    with geweigerd("medewerker"):
        een_deel(elders, om="10:05", medewerker=kantoor.medewerkers[0])


def test_wie_geen_plaats_meer_inneemt_staat_niemand_in_de_weg(kantoor: Kantoorscene) -> None:
    een_deel(kantoor, om="10:00", is_actief=False)
    actief = een_deel(kantoor, om="10:00")
    een_deel(kantoor, om="10:00", medewerker=None, balie=None)
    assert list(Afspraakdeel.objects.filter(medewerker__isnull=False, is_actief=True)) == [actief]


@pytest.mark.parametrize(
    ("om", "wijziging"),
    [
        ("10:00", {"begin": op("10:05"), "einde": op("10:15")}),
        ("10:00", {"einde": op("10:11")}),
        ("10:30", {"is_actief": True}),
    ],
    ids=["schuiven", "verlengen", "terugzetten"],
)
def test_ook_wijzigen_mag_niet_over_iets_heen(
    kantoor: Kantoorscene, om: str, wijziging: dict[str, Any]
) -> None:
    een_deel(kantoor, om="10:10", minuten=50)
    eigen = een_deel(kantoor, om=om, is_actief="is_actief" not in wijziging)
    with pytest.raises(IntegrityError), transaction.atomic():
        Afspraakdeel.objects.filter(id=eigen.id).update(**wijziging)
    eigen.refresh_from_db()
    assert not any(getattr(eigen, naam) == waarde for naam, waarde in wijziging.items())


def test_een_ander_persoon_toewijzen_mag_alleen_als_die_vrij_is(kantoor: Kantoorscene) -> None:
    een_deel(kantoor, om="10:00")
    tweede = een_deel(kantoor, om="10:00", medewerker=kantoor.medewerkers[1], balie=kantoor.balies[1])
    with geweigerd("medewerker"):
        Afspraakdeel.objects.filter(id=tweede.id).update(medewerker=kantoor.medewerkers[0])
    invaller = een_medewerker(kantoor)
    assert Afspraakdeel.objects.filter(id=tweede.id).update(medewerker=invaller) == 1


def test_ook_in_een_keer_vele_delen_schrijven_wordt_bewaakt(kantoor: Kantoorscene) -> None:
    deel = een_deel(kantoor, om="10:00")
    kopie = Afspraakdeel(**{v.attname: getattr(deel, v.attname) for v in deel._meta.concrete_fields[1:]})
    kopie.volgorde, kopie.balie = 1, kantoor.balies[1]
    with geweigerd("medewerker"):
        Afspraakdeel.objects.bulk_create([kopie])


def test_een_einde_voor_het_begin_bestaat_niet(kantoor: Kantoorscene) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        een_deel(kantoor, om="10:00", minuten=0)


def test_wie_vasthoudt_heeft_een_einde(kantoor: Kantoorscene) -> None:
    deel = een_deel(kantoor, om="10:00")
    with pytest.raises(IntegrityError), transaction.atomic():
        Afspraak.objects.filter(id=deel.afspraak_id).update(status="vastgehouden", vastgehouden_tot=None)


@pytest.fixture
def uitgezet() -> Iterator[None]:
    """The guards are gone, and come back afterwards."""
    bewaking_uitzetten()
    yield
    Afspraak.objects.all().delete()
    bewaking_aanzetten()


@pytest.mark.parametrize("wat", WAT)
def test_een_dag_lang_past_er_niets_over_heen(kantoor: Kantoorscene, wat: str) -> None:
    een_deel(kantoor, om="10:00", minuten=24 * 60)
    morgen, duur = op("10:00") + timedelta(days=1), timedelta(minutes=10)
    ander = "balie" if wat == "medewerker" else "medewerker"
    vrij: dict[str, Any] = {ander: kantoor.balies[1] if ander == "balie" else kantoor.medewerkers[1]}
    net_ervoor = morgen - timedelta(minutes=5)
    with geweigerd(wat):
        een_deel(kantoor, om="10:00", begin=net_ervoor, einde=net_ervoor + duur, **vrij)
    een_deel(kantoor, om="10:00", begin=morgen, einde=morgen + duur, **vrij)
    assert Afspraakdeel.objects.count() == 2


def test_wat_langer_dan_een_dag_duurt_glipt_er_niet_langs(kantoor: Kantoorscene) -> None:
    """SQLite refuses the long one, PostgreSQL what lies over it."""

    def twee_over_elkaar() -> None:
        begin = op("10:00") + timedelta(hours=24, minutes=30)
        een_deel(kantoor, om="10:00", minuten=25 * 60)
        een_deel(kantoor, om="10:00", begin=begin, einde=begin + timedelta(minutes=10))

    with pytest.raises(IntegrityError, match="deel_"), transaction.atomic():
        twee_over_elkaar()


def test_een_bewaking_in_een_oudere_vorm_wordt_vervangen(kantoor: Kantoorscene) -> None:
    if connection.vendor == "sqlite":  # there the guard is a text that can be older than the code
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER deel_medewerker_vrij_insert")
            cursor.execute(
                "CREATE TRIGGER deel_medewerker_vrij_insert BEFORE INSERT ON afspraken_afspraakdeel"
                " BEGIN SELECT 1; END"
            )
    bewaking_aanzetten()
    een_deel(kantoor, om="10:00")
    with geweigerd("medewerker"):
        een_deel(kantoor, om="10:00", balie=kantoor.balies[1])


def test_controle_zonder_bewaking_kan_het_wel(kantoor: Kantoorscene, uitgezet: None) -> None:
    een_deel(kantoor, om="10:00")
    een_deel(kantoor, om="10:00")
    assert Afspraakdeel.objects.count() == 2


def test_een_ontbrekende_bewaking_wordt_gemeld_en_migrate_zet_haar_terug(uitgezet: None) -> None:
    with pytest.raises(ImproperlyConfigured, match="Overlap guards missing"):
        bewaking_controleren()
    call_command("migrate", verbosity=0)
    bewaking_controleren()


def test_een_enkele_ontbrekende_bewaking_valt_op() -> None:
    """A table rewrite on SQLite drops triggers without a word."""
    weg = {
        "sqlite": f"DROP TRIGGER {naam_van('balie')}_update",
        "postgresql": f"ALTER TABLE afspraken_afspraakdeel DROP CONSTRAINT {naam_van('balie')}",
    }
    with connection.cursor() as cursor:
        cursor.execute(weg[connection.vendor])
    try:
        with pytest.raises(ImproperlyConfigured, match="deel_balie_vrij"):
            bewaking_controleren()
    finally:
        bewaking_aanzetten()
    bewaking_controleren()


@pytest.mark.parametrize(
    "instelling",
    ["PRAGMA synchronous=NORMAL", "PRAGMA synchronous=OFF", "PRAGMA journal_mode=DELETE", "DEFERRED"],
)
def test_sqlite_dat_bij_stroomuitval_of_drukte_verliest_wordt_geweigerd(instelling: str) -> None:
    if connection.vendor != "sqlite":
        # PostgreSQL has nothing of the kind to set wrong: there the check only asks for the guards.
        bewaking_controleren()
        return
    opties = connection.settings_dict["OPTIONS"]
    try:
        if instelling == "DEFERRED":
            opties["transaction_mode"] = instelling
        else:
            with connection.cursor() as cursor:
                cursor.execute(instelling)
        with pytest.raises(ImproperlyConfigured, match="WAL, FULL, IMMEDIATE"):
            bewaking_controleren()
    finally:
        opties["transaction_mode"] = "IMMEDIATE"
        connection.close()  # the next one opens as the settings say
    bewaking_controleren()
