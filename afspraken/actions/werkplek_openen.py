"""An employee sits down at a balie and can be called to."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Werkplek
from afspraken.queries.baliekeuze import is_vergeten
from locaties.actions.stappen.daad import daad
from locaties.models import Balie, Medewerker
from locaties.rules.weigering import NietGevonden, Weigering

from .stappen.wachtrijslot import vergrendel_wachtrij
from .stappen.werkplekrij import NogEenBezoeker, aan_de_balie


class BalieBezet(Weigering):
    """A colleague sits there, or forgot to close."""

    code = "balie_bezet"
    melding = "Aan deze balie zit een collega. Kies een andere, of vraag uw collega of de host om te sluiten."


@daad
def werkplek_openen(*, medewerker_id: int, balie_id: int, nu: datetime) -> int:
    """Return the id of the workplace; the same one when this employee sits there already.

    Who sat at another balie, at whatever office, leaves it. Who forgot to close on an earlier day, with no
    visitor there, is not there any more. Raises ``NietGevonden``, ``BalieBezet``, ``NogEenBezoeker``
    (somebody is still being helped at the balie that would be left).
    """
    balie = Balie.objects.filter(id=balie_id, is_actief=True).first()
    # The one lock before that of the queue: somebody may sit down in two offices at the same moment.
    wie = Medewerker.objects.select_for_update(no_key=True).filter(id=medewerker_id, is_actief=True).first()
    if balie is None or wie is None:
        raise NietGevonden("Wij kennen deze balie niet.")
    _vergrendel(balie.locatie_id, medewerker_id)
    hier = Werkplek.objects.select_related("locatie").filter(balie=balie, einde=None).first()
    if hier is not None and hier.medewerker_id == medewerker_id:
        return hier.pk
    if hier is not None:
        _neem_over(hier, nu)
    _verlaat(medewerker_id, nu)
    return Werkplek.objects.create(
        locatie_id=balie.locatie_id, balie=balie, medewerker_id=medewerker_id, begin=nu
    ).pk


def _neem_over(vergeten: Werkplek, nu: datetime) -> None:
    if not is_vergeten(vergeten, nu) or aan_de_balie(vergeten.balie_id) is not None:
        raise BalieBezet
    vergeten.einde, vergeten.pauze_sinds = nu, None
    vergeten.save(update_fields=["einde", "pauze_sinds"])


def _vergrendel(locatie_id: int, medewerker_id: int) -> None:
    """The queue here, and that of where this employee sat; always in the same order."""
    oud = Werkplek.objects.filter(medewerker_id=medewerker_id, einde=None)
    for pk in sorted({locatie_id, *oud.values_list("locatie_id", flat=True)}):
        vergrendel_wachtrij(pk)


def _verlaat(medewerker_id: int, nu: datetime) -> None:
    for oud in Werkplek.objects.filter(medewerker_id=medewerker_id, einde=None):
        if aan_de_balie(oud.balie_id) is not None:
            raise NogEenBezoeker
        oud.einde = nu
        oud.save(update_fields=["einde"])
