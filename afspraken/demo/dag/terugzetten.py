"""Undo what a played day did in its office: as if nobody had come, so that it can be played again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from afspraken.actions.stappen.wachtrijslot import vergrendel_wachtrij
from afspraken.models import Afspraak, Alarm, Bericht, Bezoek, Demodag, Volgnummer, Werklus, Werkplek
from afspraken.rules.dagrand import dag_op
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen

from .stand import gasten_van


def zet_terug(dag: Demodag, *, nu: datetime) -> None:
    """Delete the visits of that day and the appointments of the plan, and the clock with them.

    What people booked themselves stands again as before they came.
    """
    geboekt = Afspraak.objects.filter(formulier__in=[gast.sleutel for gast in gasten_van(dag)])
    with transaction.atomic():
        vergrendel_wachtrij(dag.locatie_id)
        _zet_bezoeken_terug(dag, geboekt.values_list("afstemming_id", flat=True), nu)
        Bericht.objects.filter(afspraak__in=geboekt).delete()
        geboekt.delete()
        # A lease of the future would hold up what the worker does in the real time.
        Werklus.objects.update(lease_tot=None, lease_van="")
        Demodag.objects.filter(id=dag.id).delete()


def _zet_bezoeken_terug(dag: Demodag, afgestemd: Iterable[UUID | None], nu: datetime) -> None:
    van, tot = dag_op(dag.datum, dag.locatie.zone)
    bezoeken = Bezoek.objects.filter(locatie=dag.locatie, datum=dag.datum)
    zonder = bezoeken.filter(afspraak=None).values_list("afstemming_id", flat=True)
    afstemming_wissen(afstemming_ids=[pk for pk in (*zonder, *list(afgestemd)) if pk], nu=nu)
    bezoeken.delete()
    Volgnummer.objects.filter(locatie=dag.locatie, datum=dag.datum).delete()
    Werkplek.objects.filter(locatie=dag.locatie, begin__gte=van, begin__lt=tot).delete()
    Alarm.objects.filter(locatie=dag.locatie, op__gte=van, op__lt=tot).delete()
    Afspraak.objects.filter(
        locatie=dag.locatie,
        begin__gte=van,
        begin__lt=tot,
        status__in=(Afspraak.Status.AANGEMELD, Afspraak.Status.NIET_VERSCHENEN),
    ).update(status=Afspraak.Status.BEVESTIGD, gewijzigd_op=nu)
