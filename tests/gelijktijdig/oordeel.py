# ruff: noqa: S608 - the names in the one statement are constants
"""What must hold in the database, whoever did whatever: read by the processes of a crew."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from afspraken.models import Afspraak
from afspraken.models.bewaking import WAT


def overlappen() -> int:
    """Pairs of parts that take the same employee or balie at the same moment."""
    with connection.cursor() as cursor:
        return sum(cursor.execute(_paren(wat)).fetchone()[0] for wat in WAT)


def staande(*, kantoor: str) -> list[str]:
    """Codes of the appointments that stand."""
    rijen = Afspraak.objects.filter(locatie__code=kantoor, status="bevestigd")
    return list(rijen.order_by("code").values_list("code", flat=True))


def van_formulier(*, formulier: str) -> list[str]:
    """Codes of what came of one form."""
    return list(Afspraak.objects.filter(formulier=formulier).values_list("code", flat=True))


def half() -> list[str]:
    """Appointments that are half there, each with what is wrong."""
    return [f"{a.code}: {mis}" for a in Afspraak.objects.prefetch_related("delen") for mis in _mis(a)]


def _mis(afspraak: Afspraak) -> Iterator[str]:
    delen = list(afspraak.delen.all())
    actief = [deel for deel in delen if deel.is_actief]
    if afspraak.status not in {"vastgehouden", "bevestigd"}:
        if actief:
            yield f"{afspraak.status} and still takes place"
        return
    if len(actief) != 1 or len(delen) != 1:
        yield f"{len(actief)} active parts of {len(delen)}"
    elif (actief[0].begin, actief[0].einde) != (afspraak.begin, afspraak.einde):
        yield "its part stands at another time"
    elif actief[0].medewerker_id is None or actief[0].balie_id is None:
        yield "nobody serves it"
    if afspraak.status == "bevestigd":
        yield from _mist_iets(afspraak)


def _mist_iets(afspraak: Afspraak) -> Iterator[str]:
    if afspraak.formulier is None:
        yield "no form"
    if afspraak.contacten.count() != 1:
        yield "no contact"
    soort = "gewijzigd" if afspraak.volgnummer else "bevestiging"
    # Of its own; what a changed link sends once more is named after the contact.
    eigen = afspraak.berichten.filter(dedupe__startswith=str(afspraak.id))
    if eigen.filter(soort=soort, status="klaar").count() != 1:
        yield f"no message {soort}"
    if not afspraak.gebeurtenissen.filter(soort="afspraak.gemaakt").exists():
        yield "no event"


def _paren(wat: str) -> str:
    return (
        "SELECT count(*) FROM afspraken_afspraakdeel a JOIN afspraken_afspraakdeel b"
        f" ON a.id < b.id AND a.{wat}_id = b.{wat}_id AND a.begin < b.einde AND b.begin < a.einde"
        " WHERE a.is_actief AND b.is_actief"
    )
