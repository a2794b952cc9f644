"""The stage of every test: a fixed moment, and the municipality's smallest office."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import pytest_django
from django.db import connection
from django.test import override_settings
from hypothesis import settings

from tests.bouwers import Kantoorscene, een_kantoor
from tests.schoon import maak_cache_leeg, maak_schoon

os.environ.setdefault("AFSPRAKEN_DEMO", "1")
# A busy machine is not a bug: how long one example takes says nothing here.
settings.register_profile("afspraken", deadline=None)
settings.load_profile("afspraken")


# Folders of tests that mostly ask no database at all: rules know none, and the layout of the code has none.
ZONDER_DATABASE = {"rules", "architectuur"}
# How a page looks does not depend on the engine behind it.
WEERGAVE = "wcag"
# Crews of processes on databases of their own; on PostgreSQL one crew at a time (its connections are few).
PLOEGEN = {"gelijktijdig", "storing"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the PostgreSQL pass what only exists there, and do once what does not depend on the engine.

    Crews go first: then they are the share of one process, which never waits for itself. At the end, when
    shares are evened out, every process would have one, and all but one would wait.
    """
    if connection.vendor == "postgresql":
        weg = [item for item in items if is_elders_hetzelfde(item)]
    else:
        weg = [item for item in items if item.get_closest_marker("postgresql")]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]
    items.sort(key=lambda item: not is_ploegenwerk(item))


def is_elders_hetzelfde(item: pytest.Item) -> bool:
    """Whether this test would do the very same on the other engine."""
    mappen = set(item.path.parts)
    return WEERGAVE in mappen or (bool(ZONDER_DATABASE & mappen) and not vraagt_databank(item))


def is_ploegenwerk(item: pytest.Item) -> bool:
    """Whether this test starts processes on a database that it makes itself."""
    return bool(PLOEGEN & set(item.path.parts)) and not vraagt_databank(item)


def vraagt_databank(item: pytest.Item) -> bool:
    """Whether this test asks for the database of its test process."""
    fixtures = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session", autouse=True)
def snelle_wachtwoorden() -> Iterator[None]:
    """A slow hash is what a real machine wants, and a test does not; `test_settings` sees to the real one."""
    with override_settings(PASSWORD_HASHERS=["tests.snelle_hash.SnelleHash"]):
        yield


@pytest.fixture(autouse=True)
def schoon(
    request: pytest.FixtureRequest, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """Nothing stays for the next test: a language that somebody chose, a login that was counted."""
    yield
    maak_schoon()
    if blijft_staan(request.node):
        with django_db_blocker.unblock():
            maak_cache_leeg()


def blijft_staan(item: pytest.Item) -> bool:
    """Whether this test writes in the database itself, with no rollback after it."""
    merk = item.get_closest_marker("django_db")
    zelf = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(zelf) or bool(merk and merk.kwargs.get("transaction"))


@pytest.fixture
def nu() -> datetime:
    """Monday 2 November 2026, 08:00 in The Hague."""
    return datetime(2026, 11, 2, 7, 0, tzinfo=UTC)


@pytest.fixture
def kantoor(db: None) -> Kantoorscene:
    """One office with one balie and one employee, open on Tuesday 3 November from 9 to 12."""
    return een_kantoor()
