"""A deed is all or nothing, and begins again after a lost race; each proof with its control without that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from threading import Barrier, Thread
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection
from django.db.models import F

from locaties.actions.stappen import daad as module
from locaties.actions.stappen import transactie
from locaties.actions.stappen.daad import EvenDruk, daad
from locaties.models import Gemeente, Locatiedag
from locaties.rules.weigering import Weigering
from tests.bouwers import DINSDAG, een_kantoor

pytestmark = pytest.mark.django_db(transaction=True)
GENOEG = 20  # seconds after which something hangs


@pytest.fixture
def zonder_herhaling(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a lost race is final."""
    monkeypatch.setattr(module, "KEREN", 0)


def noteer(naam: str) -> None:
    Gemeente.objects.create(code=naam, naam=naam, telefoon="14 070")


def genoteerd() -> list[str]:
    return sorted(Gemeente.objects.values_list("code", flat=True))


def verliest(keren: int, soort: type[psycopg.Error] = psycopg.errors.DeadlockDetected) -> Callable[[], str]:
    """Return a deed that loses its first races, after it has written."""
    teller = count(1)

    @daad
    def doe() -> str:
        poging = next(teller)
        noteer(f"poging-{poging}")
        if poging <= keren:
            raise OperationalError("deadlock detected") from soort()
        return f"poging {poging}"

    return doe


@pytest.mark.parametrize("soort", [psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure])
def test_na_drie_verloren_keren_lukt_de_vierde_en_is_er_een_keer_geschreven(
    soort: type[psycopg.Error],
) -> None:
    assert verliest(3, soort)() == "poging 4"
    assert genoteerd() == ["poging-4"]


def test_na_vier_verloren_keren_is_het_even_druk_en_is_er_niets_geschreven() -> None:
    with pytest.raises(EvenDruk):
        verliest(4)()
    assert genoteerd() == []


@pytest.mark.parametrize("fout", [Weigering("nee"), IntegrityError("unique"), ValueError("kapot")])
def test_een_nee_en_een_fout_worden_niet_herhaald(fout: Exception) -> None:
    teller = count(1)

    @daad
    def doe() -> None:
        noteer(f"poging-{next(teller)}")
        raise fout

    with pytest.raises(type(fout)):
        doe()
    assert genoteerd() == []
    assert next(teller) == 2


def test_een_daad_loopt_nooit_in_een_andere() -> None:
    @daad
    def buiten() -> None:
        daad(noteer)("binnen")

    with pytest.raises(RuntimeError, match="durable"):
        buiten()


def over_kruis() -> list[str]:
    """Two deeds take the same two rows in opposite order and meet half-way, at their first try."""
    locatie = een_kantoor().locatie
    dagen = [DINSDAG, DINSDAG + timedelta(days=7)]
    for dag in dagen:
        Locatiedag.objects.create(locatie=locatie, datum=dag)
    halverwege, uitkomsten = Barrier(2), list[str]()

    def doe(eerst: Any, dan: Any) -> None:
        eerste_keer = iter([True])

        @daad
        def neem() -> None:
            Locatiedag.objects.filter(datum=eerst).update(versie=F("versie") + 1)
            if next(eerste_keer, False):
                halverwege.wait(GENOEG)
            Locatiedag.objects.filter(datum=dan).update(versie=F("versie") + 1)

        try:
            neem()
            uitkomsten.append("gelukt")
        except EvenDruk:
            uitkomsten.append("even druk")
        connection.close()

    samen([lambda: doe(*dagen), lambda: doe(*reversed(dagen))])
    assert sum(Locatiedag.objects.values_list("versie", flat=True)) == 2 * uitkomsten.count("gelukt")
    return sorted(uitkomsten)


@pytest.mark.postgresql
def test_van_twee_die_op_elkaar_wachten_lukken_ze_allebei() -> None:
    assert over_kruis() == ["gelukt", "gelukt"]


@pytest.mark.postgresql
@pytest.mark.usefixtures("zonder_herhaling")
def test_controle_zonder_herhaling_verliest_een_van_de_twee() -> None:
    assert over_kruis() == ["even druk", "gelukt"]


def samen(daden: list[Callable[[], None]]) -> None:
    draden = [Thread(target=daad_) for daad_ in daden]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(GENOEG)
        assert not draad.is_alive(), "still waiting"


def test_wie_te_lang_op_een_ander_wacht_hoort_dat_het_druk_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactie, "HOOGSTENS", 0.05)
    noteer("den-haag")
    with iemand_schrijft(), pytest.raises(EvenDruk):
        _wijzig()
    _wijzig()
    assert Gemeente.objects.get().naam == "anders"


@daad
def _wijzig() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '50ms'")
    Gemeente.objects.update(naam="anders")


@contextmanager
def iemand_schrijft() -> Iterator[None]:
    """Another connection has the row (SQLite: the whole database), and is no deed."""
    ander = connection.copy()
    try:
        ander.set_autocommit(False)
        with ander.cursor() as cursor:
            cursor.execute("UPDATE locaties_gemeente SET naam = 'even'")
        yield
        ander.rollback()
    finally:
        ander.close()
