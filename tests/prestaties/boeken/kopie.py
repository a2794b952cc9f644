# ruff: noqa: S608 - every name in these statements is a column of our own models
"""Copy the bookings of one office to another of the same shape, inside the database: the guards stay on.

Only for speed: half a million bookings through the ORM take minutes per engine.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import Model

from afspraken.models import Afspraak, Afspraakdeel

from .toneel import Kantoor


def kopieer(van: Kantoor, naar: Kantoor, nummer: int) -> None:
    """Give ``naar`` the bookings of ``van``; ``nummer`` (1..255) makes their ids and codes others."""
    plus = {
        "locatie_id": naar.locatie.pk - van.locatie.pk,
        "medewerker_id": naar.medewerkers[0].pk - van.medewerkers[0].pk,
        "balie_id": naar.balies[0].pk - van.balies[0].pk,
        "inzet_id": _eerste_inzet(naar) - _eerste_inzet(van),
    }
    anders = {kolom: f"{kolom} + {verschil}" for kolom, verschil in plus.items()}
    _voeg_toe(
        Afspraak,
        van,
        anders | {"id": _nieuwe_id("id", nummer), "code": f"'{nummer:02X}' || substr(code, 3)"},
    )
    _voeg_toe(Afspraakdeel, van, anders | {"afspraak_id": _nieuwe_id("afspraak_id", nummer)})


def _voeg_toe(model: type[Model], van: Kantoor, anders: dict[str, str]) -> None:
    alle = [str(veld.column) for veld in model._meta.concrete_fields]
    kolommen = [kolom for kolom in alle if kolom != "id" or "id" in anders]
    tabel = model._meta.db_table
    waarden = ", ".join(anders.get(kolom, kolom) for kolom in kolommen)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} ({', '.join(kolommen)})"
            f" SELECT {waarden} FROM {tabel} WHERE locatie_id = %s",
            [van.locatie.pk],
        )


def _nieuwe_id(kolom: str, nummer: int) -> str:
    """SQL for a uuid that differs in its first four digits; SQLite keeps a uuid as text without dashes."""
    if connection.vendor == "sqlite":
        return f"'{nummer:04x}' || substr({kolom}, 5)"
    return f"('{nummer:04x}' || substr({kolom}::text, 5))::uuid"


def _eerste_inzet(kantoor: Kantoor) -> int:
    return kantoor.locatie.inzetten.order_by("id").values_list("id", flat=True)[0]
