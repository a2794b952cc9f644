"""What a process remembers of free times is never anything but what the database says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from afspraken.actions.stappen.dagslot import vergrendel
from afspraken.models.versiebewaking import versiebewaking_aanzetten, versiebewaking_uitzetten
from afspraken.models.versiebronnen import BRONNEN, DAG, VERSIE
from afspraken.queries import dagmaskers, dagroosters
from afspraken.queries.dagmasker import Dagmaskers
from afspraken.queries.dagrijen import Dagsleutel
from afspraken.queries.geheugen import Geheugen, Versie, vergeet_alles
from afspraken.queries.kantoorversies import versies_van
from locaties.models import Inzet, Locatiedag, Sluiting
from tests.afspraken.queries.wijzigingen import (
    STRAKS,
    TOT,
    VAN,
    WIJZIGINGEN,
    WOENSDAG,
    Antwoord,
    Wijziging,
    aanbod,
    antwoord,
    een_stad,
)
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_afspraak, op

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stad() -> Kantoorscene:
    """Two offices, and a process that just started."""
    vergeet_alles()
    return een_stad()


def vers() -> Antwoord:
    """The answer of a process that remembers nothing."""
    vergeet_alles()
    return antwoord()


def elders(doe: Callable[[], object]) -> object:
    """Do it over a connection of its own, as another process would."""

    def en_sluit() -> object:
        try:
            return doe()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as draad:
        return draad.submit(en_sluit).result()


def statements() -> list[str]:
    with CaptureQueriesContext(connection) as gevraagd:
        aanbod(NU)
    return [vraag["sql"] for vraag in gevraagd.captured_queries]


def klopt_na(wijziging: Wijziging, stad: Kantoorscene) -> bool:
    """Whether a process that remembers everything answers right after a change by another."""
    voor = antwoord()
    elders(lambda: wijziging(stad))
    onthouden = antwoord()
    juist = vers()
    assert juist != voor, "this change makes no difference, so nobody could see it"
    return onthouden == juist


def test_elke_wijziging_van_wie_dan_ook_staat_in_het_volgende_antwoord(stad: Kantoorscene) -> None:
    assert [naam for naam, wijziging in WIJZIGINGEN.items() if not klopt_na(wijziging, stad)] == []


def test_controle_zonder_de_versies_van_de_database_is_elk_antwoord_oud(stad: Kantoorscene) -> None:
    versiebewaking_uitzetten()
    try:
        juist = [naam for naam, wijziging in WIJZIGINGEN.items() if klopt_na(wijziging, stad)]
    finally:
        versiebewaking_aanzetten()
    # Of these something else tells: the day has lost its version, the list of offices is another one.
    assert juist == ["een dag die niemand meer kent", "een kantoor erbij", "een kantoor weg"]


def test_alles_wat_gelezen_wordt_heeft_een_versie(stad: Kantoorscene) -> None:
    vergeet_alles()
    gelezen = {
        woord
        for sql in statements()
        for woord in sql.split('"')
        if woord.startswith(("locaties_", "afspra", "toeg"))
    }
    tabellen = gelezen & set(connection.introspection.table_names())
    assert len(tabellen) > 15
    assert tabellen - {DAG, VERSIE} <= {bron.tabel for bron in BRONNEN}


def test_een_stad_kost_koud_zes_statements_en_warm_twee(stad: Kantoorscene) -> None:
    vergeet_alles()
    assert [len(statements()) for _ in range(3)] == [6, 2, 2]


def test_na_een_boeking_wordt_alleen_gelezen_wat_er_die_dag_bezet_is(stad: Kantoorscene) -> None:
    antwoord()
    elders(lambda: een_afspraak(stad, om="09:30"))
    _, _, opnieuw = statements()
    assert 'FROM "afspraken_afspraakdeel"' in opnieuw
    assert '"locaties_inzet"' not in opnieuw
    assert str(DINSDAG) in opnieuw
    assert str(WOENSDAG) not in opnieuw


def test_controle_zonder_versie_van_het_rooster_blijft_een_oude_dienst_staan(stad: Kantoorscene) -> None:
    with transaction.atomic():
        vergrendel([(stad.locatie.pk, WOENSDAG)])
    antwoord()
    dag = Locatiedag.objects.filter(locatie=stad.locatie, datum=WOENSDAG)
    rooster = dag.get().rooster
    Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
    assert dag.get().rooster > rooster
    dag.update(rooster=rooster)
    assert antwoord() != vers()


def test_een_vastgehouden_tijd_komt_zonder_bericht_vrij(stad: Kantoorscene) -> None:
    aanbod(NU)
    with CaptureQueriesContext(connection) as gevraagd:
        straks = aanbod(STRAKS)
    assert len(gevraagd) == 2
    assert straks != aanbod(NU)
    vergeet_alles()
    assert straks == aanbod(STRAKS)


def test_wat_in_een_teruggedraaide_transactie_gelezen_is_wordt_niet_onthouden(stad: Kantoorscene) -> None:
    voor = antwoord()
    with transaction.atomic():
        vergrendel([(stad.locatie.pk, WOENSDAG)])
        Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
        binnen = antwoord()
        transaction.set_rollback(True)
    assert binnen != voor
    assert antwoord() == voor

    _nog_een_wijziging(stad)
    onthouden = antwoord()
    assert onthouden not in (voor, binnen)
    assert onthouden == vers()


def _nog_een_wijziging(stad: Kantoorscene) -> None:
    """Give the day the version that was rolled back, with other rows."""
    with transaction.atomic():
        vergrendel([(stad.locatie.pk, WOENSDAG)])
        Inzet.objects.filter(datum=WOENSDAG).update(einde=op("11:00", WOENSDAG))


def test_controle_wie_in_een_transactie_al_onthoudt_antwoordt_oud(stad: Kantoorscene) -> None:
    antwoord()
    with patch.object(transaction, "on_commit", lambda doe: doe()), transaction.atomic():
        vergrendel([(stad.locatie.pk, WOENSDAG)])
        Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
        antwoord()
        transaction.set_rollback(True)
    _nog_een_wijziging(stad)
    assert antwoord() != vers()


def test_wat_gelezen_is_in_een_transactie_die_doorgaat_wordt_onthouden(stad: Kantoorscene) -> None:
    voor = antwoord()
    with transaction.atomic():
        Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
        binnen = antwoord()
        assert elders(antwoord) == voor
    assert len(statements()) == 2
    assert antwoord() == binnen == vers()


def _lees_en_wijzig() -> None:
    """Read before, between and not after one's own changes."""
    with transaction.atomic():
        antwoord()
        Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
        antwoord()
        Inzet.objects.filter(datum=DINSDAG).update(einde=op("11:00"))


def test_wie_na_het_lezen_zelf_nog_wijzigt_leest_de_volgende_keer_opnieuw(stad: Kantoorscene) -> None:
    vergeet_alles()
    _lees_en_wijzig()
    assert antwoord() == vers()


def test_controle_zonder_de_versies_van_de_database_ziet_hij_zijn_eigen_wijziging_niet(
    stad: Kantoorscene,
) -> None:
    vergeet_alles()
    versiebewaking_uitzetten()
    try:
        _lees_en_wijzig()
        assert antwoord() != vers()
    finally:
        versiebewaking_aanzetten()


def _half_terug(stad: Kantoorscene) -> None:
    """Read in a part that is rolled back, then give the day the same version with other rows."""
    with transaction.atomic():
        with transaction.atomic():
            vergrendel([(stad.locatie.pk, WOENSDAG)])
            Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")
            antwoord()
            transaction.set_rollback(True)
        _nog_een_wijziging(stad)


def test_wat_in_een_teruggedraaid_deel_gelezen_is_wordt_niet_onthouden(stad: Kantoorscene) -> None:
    antwoord()
    _half_terug(stad)
    assert antwoord() == vers()


def test_controle_wie_alleen_op_het_einde_van_de_transactie_let_antwoordt_oud(stad: Kantoorscene) -> None:
    antwoord()
    straks: list[Callable[[], None]] = []
    with patch.object(transaction, "on_commit", straks.append):
        _half_terug(stad)
    for doe in straks:
        doe()
    assert antwoord() != vers()


def test_onder_het_slot_telt_wat_deze_transactie_zelf_schreef(stad: Kantoorscene) -> None:
    voor = antwoord()
    with transaction.atomic():
        Sluiting.objects.create(locatie=stad.locatie, van=DINSDAG, tot_en_met=WOENSDAG, reden="storm")
        assert antwoord() != voor
        with transaction.atomic():
            Inzet.objects.filter(datum=DINSDAG).update(soort="inloop")
            transaction.set_rollback(True)
        assert antwoord() == vers()


@pytest.mark.parametrize("stap", ["lees_rooster", "lees_bezet", "vaardigheden"])
def test_wie_tijdens_het_lezen_wijzigt_wordt_de_volgende_keer_gezien(stad: Kantoorscene, stap: str) -> None:
    vergeet_alles()
    with _wijziging_tijdens(stap):
        antwoord()
    assert antwoord() == vers()


@pytest.mark.parametrize(
    ("stap", "wat"),
    [("lees_bezet", dagmaskers), ("vaardigheden", dagmaskers), ("vaardigheden", dagroosters)],
)
def test_controle_wie_de_versie_na_de_rijen_leest_antwoordt_oud(
    stad: Kantoorscene, stap: str, wat: ModuleType
) -> None:
    vergeet_alles()
    with (
        _wijziging_tijdens(stap),
        patch.object(wat.geheugen, "bewaar", partial(_onder_de_versie_van_nu, wat)),
    ):
        antwoord()
    assert antwoord() != vers()


@contextmanager
def _wijziging_tijdens(stap: str) -> Iterator[None]:
    """Let somebody else change the roster just before this step of the reading, once."""
    wat = dagmaskers if stap == "lees_bezet" else dagroosters
    echt, gedaan = getattr(wat, stap), list[object]()

    def met_wijziging(*args: object, **kwargs: object) -> object:
        if not gedaan:
            gedaan.append(elders(lambda: Inzet.objects.filter(datum=WOENSDAG).update(soort="inloop")))
        return echt(*args, **kwargs)

    with patch.object(wat, stap, met_wijziging):
        yield


def _onder_de_versie_van_nu(
    wat: ModuleType, gelezen: dict[Dagsleutel, Dagmaskers], versies: dict[Dagsleutel, Versie]
) -> None:
    nu = versies_van([locatie for locatie, _ in versies], VAN, TOT)
    soort = nu.dag if wat is dagmaskers else nu.rooster
    Geheugen.bewaar(wat.geheugen, gelezen, {sleutel: soort[sleutel] for sleutel in gelezen})
