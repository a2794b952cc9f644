"""Rows written without Django's own writer: word for word what it would have written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from afspraken.actions.stappen.rijen import bewaar, voeg_toe
from afspraken.models import Aanvraag, Afspraak, Afspraakdeel, Bericht, Contact, Gebeurtenis
from tests.bouwers import een_aanvraag, een_afspraak, een_kantoor

pytestmark = pytest.mark.django_db(transaction=True)
# What a second row of each must have otherwise.
ANDERS: dict[type[Model], dict[str, Any]] = {
    Aanvraag: {},
    Afspraak: {"code": "ZZZZZZ", "formulier": uuid4()},
    Afspraakdeel: {"volgorde": 9, "is_actief": False},
    Bericht: {"dedupe": "anders"},
    Contact: {"link_hash": "anders"},
    Gebeurtenis: {},
}
ELK = pytest.mark.parametrize("model", ANDERS)


@pytest.fixture(autouse=True)
def scene() -> None:
    """One row of each at least."""
    kantoor = een_kantoor()
    een_afspraak(kantoor, begeleiding="eigen_tolk")
    een_aanvraag(kantoor)


def geschreven(schrijf: Callable[[], object]) -> str:
    """Return the text of the one statement that this sends, values included; nothing of it stays."""
    with CaptureQueriesContext(connection) as vragen, transaction.atomic():
        schrijf()
        transaction.set_rollback(True)
    teksten = [vraag["sql"] for vraag in vragen if vraag["sql"].startswith(("INSERT", "UPDATE"))]
    assert len(teksten) == 1
    return teksten[0]


def eerste(model: type[Model]) -> Model:
    return model._default_manager.all()[0]


def als_nieuw(rij: Model) -> Model:
    """The same row, as if it was never written."""
    if rij._meta.pk.db_returning:
        rij.pk = None
    rij._state.adding = True
    return rij


def een_tweede(model: type[Model]) -> Model:
    rij = eerste(model)
    rij.pk = uuid4()
    for veld, waarde in ANDERS[model].items():
        setattr(rij, veld, waarde)
    return als_nieuw(rij)


@ELK
def test_een_nieuwe_rij_staat_er_zoals_save_haar_schrijft(model: type[Model]) -> None:
    rij = een_tweede(model)
    zo = geschreven(lambda: rij.save(force_insert=True))
    assert geschreven(lambda: bewaar(als_nieuw(rij))) == zo.partition(" RETURNING ")[0]


@ELK
def test_een_bestaande_rij_staat_er_zoals_save_haar_schrijft(model: type[Model]) -> None:
    rij = eerste(model)
    zo = geschreven(lambda: rij.save(force_update=True))
    tabel = connection.ops.quote_name(model._meta.db_table)
    assert geschreven(lambda: bewaar(rij)) == zo.replace(f"WHERE {tabel}.", "WHERE ")


def test_meer_rijen_tegelijk_staan_er_elk_met_hun_eigen_waarden() -> None:
    een, twee = een_tweede(Gebeurtenis), een_tweede(Gebeurtenis)
    een.reden, twee.reden = "de een", "de ander"  # type: ignore[attr-defined]
    voeg_toe([een, twee])
    voeg_toe([])
    erbij = Gebeurtenis.objects.filter(reden__startswith="de ").values_list("reden", "soort", "op")
    assert list(erbij) == [("de een", twee.soort, twee.op), ("de ander", een.soort, een.op)]  # type: ignore[attr-defined]


def test_wie_nieuw_bewaard_is_wordt_daarna_gewijzigd() -> None:
    rij = een_tweede(Contact)
    bewaar(rij)
    rij.achternaam = "Anders"  # type: ignore[attr-defined]
    bewaar(rij)
    assert Contact.objects.filter(achternaam="Anders").count() == 1


def test_wat_weg_is_wordt_niet_gewijzigd() -> None:
    rij = eerste(Aanvraag)
    Aanvraag.objects.all().delete()
    with pytest.raises(DatabaseError, match="gone"):
        bewaar(rij)


def test_een_dubbele_blijft_zoals_hij_is_of_wordt_geweigerd() -> None:
    een, ander = Bericht.objects.all()[0], een_tweede(Bericht)
    ander.dedupe, ander.taal = een.dedupe, "en"  # type: ignore[attr-defined]
    voeg_toe([ander], sla_dubbele_over=True)
    assert Bericht.objects.get(dedupe=een.dedupe).taal == "nl"
    with pytest.raises(IntegrityError):
        voeg_toe([als_nieuw(ander)])
