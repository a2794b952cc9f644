"""SQL that is written once: the answers of the ordinary question, each time with its own values."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.db.models import Q, QuerySet

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.vaste_vraag import vaste_vraag
from tests.afspraken.queries.test_onthouden import elders
from tests.bouwers import DINSDAG, een_afspraak, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)
HALVE_CODE = "' OR 'a' = 'a"
gebouwd: list[object] = []


@pytest.fixture(autouse=True)
def scene() -> None:
    """Three appointments on one day."""
    gebouwd.clear()
    kantoor = een_kantoor()
    for nummer, om in enumerate(("09:00", "10:00", "11:00")):
        een_afspraak(kantoor, om=om, telefoon=f"06 1234567{nummer}")


def ids(rijen: Any) -> list[UUID]:
    return sorted(rij.id for rij in rijen)


def _van(
    code: str, codes: tuple[str, ...], na: datetime, locatie: int, dagen: tuple[date, ...], niet: UUID
) -> QuerySet[Any, Any]:
    """Something of every type."""
    op_dag = Q(delen__datum__in=dagen, delen__locatie__id=locatie)
    return Afspraak.objects.filter(Q(code=code) | Q(code__in=codes), op_dag, begin__gt=na).exclude(id=niet)


@vaste_vraag
def velden_van(
    code: str, codes: tuple[str, ...], na: datetime, locatie: int, dagen: tuple[date, ...], niet: UUID
) -> QuerySet[Any, Any]:
    gebouwd.append(codes)
    velden = ("id", "begin", "delen__datum", "delen__is_actief", "berichten__gegevens")
    return (
        _van(code, codes, na, locatie, dagen, niet).order_by("begin", "berichten__soort").values_list(*velden)
    )


@vaste_vraag
def afspraken_op(datum: date) -> QuerySet[Afspraak, Afspraak]:
    return Afspraak.objects.filter(delen__datum=datum)


@vaste_vraag
def gepakt(code: str) -> QuerySet[Afspraak, Afspraak]:
    return Afspraak.objects.select_for_update(no_key=True).filter(code=code)


@vaste_vraag
def als_woordenboek(code: str) -> QuerySet[Any, Any]:
    return Afspraak.objects.filter(code=code).values("id")


def test_het_antwoord_is_dat_van_de_gewone_vraag_bij_elke_waarde() -> None:
    een, twee, drie = Afspraak.objects.order_by("begin")
    locatie, velden = (
        een.locatie_id,
        ("id", "begin", "delen__datum", "delen__is_actief", "berichten__gegevens"),
    )
    gevallen: list[tuple[Any, ...]] = [
        (een.code, (twee.code, drie.code), op("09:30"), locatie, (DINSDAG,), uuid4()),
        (een.code, (twee.code, drie.code), op("08:00"), locatie, (DINSDAG,), drie.id),
        (een.code, (twee.code,), op("08:00"), locatie, (DINSDAG, op("10:00").date()), uuid4()),
        (een.code, (twee.code,), op("08:00"), locatie + 1, (DINSDAG,), uuid4()),
    ]
    for geval in gevallen:
        gewoon = _van(*geval).order_by("begin", "berichten__soort").values_list(*velden)
        assert velden_van(*geval) == list(gewoon), geval
    assert [len(velden_van(*geval)) > 0 for geval in gevallen] == [True, True, True, False]


def test_de_tekst_wordt_een_keer_geschreven_per_aantal_waarden() -> None:
    rest: tuple[Any, ...] = (op("08:00"), 1, (DINSDAG,), uuid4())
    for codes in (
        ("A", "B", "C", "D", "E"),
        ("F", "G", "H", "I", "J"),
        ("A",) * 6,
        ("K", "L", "M", "N", "O"),
    ):
        velden_van("X", codes, *rest)
    assert [len(codes) for codes in gebouwd if isinstance(codes, tuple)] == [5, 6]


def test_een_waarde_wordt_nooit_deel_van_de_vraag() -> None:
    assert velden_van(HALVE_CODE, (HALVE_CODE, "%s"), op("08:00"), 1, (DINSDAG,), uuid4()) == []


def test_zonder_waarden_is_er_niets_te_vinden() -> None:
    assert velden_van("X", ("X",), op("08:00"), 1, (), uuid4()) == []


def test_een_waarde_die_er_niet_is_wordt_geweigerd() -> None:
    with pytest.raises(TypeError, match="datum"):
        afspraken_op(datum=None)  # type: ignore[arg-type]


def test_een_heel_object_is_er_een_uit_de_database() -> None:
    gevonden = afspraken_op(datum=DINSDAG)
    assert ids(gevonden) == ids(Afspraak.objects.all())
    gevonden[0].reden = "gewijzigd"
    gevonden[0].save()
    assert Afspraak.objects.filter(reden="gewijzigd").count() == 1
    assert Afspraak.objects.count() == 3


def test_een_andere_draad_vraagt_met_dezelfde_tekst_langs_zijn_eigen_verbinding() -> None:
    hier = ids(afspraken_op(DINSDAG))
    assert elders(lambda: ids(afspraken_op(DINSDAG))) == hier
    with transaction.atomic():
        Afspraakdeel.objects.all().delete()
        assert afspraken_op(DINSDAG) == []
        transaction.set_rollback(True)


def test_een_slot_vraagt_een_transactie_ook_de_tweede_keer() -> None:
    code = Afspraak.objects.values_list("code", flat=True)[0]
    with transaction.atomic():
        assert len(gepakt(code)) == 1
    with pytest.raises(RuntimeError, match="transaction"):
        gepakt(code)


def test_wat_hij_niet_kan_teruggeven_weigert_hij() -> None:
    with pytest.raises(TypeError, match="values_list"):
        als_woordenboek("X")
