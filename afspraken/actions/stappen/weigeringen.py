"""Refusals that more than one deed gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError

from afspraken.models.bewaking import WAT, naam_van
from locaties.rules.weigering import Weigering


class TijdBezet(Weigering):
    """Somebody else was first."""

    code = "tijd_bezet"
    melding = (
        "Deze tijd is net door iemand anders gekozen. Kies een andere tijd."
        " Wat u hebt ingevuld, blijft staan."
    )


class TijdNietMogelijk(Weigering):
    """The time never fitted: past, closed, not on the grid, beyond the horizon."""

    code = "tijd_niet_mogelijk"
    melding = "Deze tijd kan niet. Kies een andere tijd."


class NietTeWijzigen(Weigering):
    """The appointment is over, cancelled or already begun."""

    code = "niet_te_wijzigen"
    melding = "Deze afspraak kunt u niet meer wijzigen. Bel ons als u hulp nodig hebt."


@contextmanager
def bezet_als_weigering() -> Iterator[None]:
    """Turn the engine's complaint about an overlap into ``TijdBezet``; anything else is a bug."""
    try:
        yield
    except IntegrityError as fout:
        if any(naam_van(wat) in str(fout) for wat in WAT):
            raise TijdBezet from fout
        raise
