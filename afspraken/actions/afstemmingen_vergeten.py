"""Forget what was agreed, so that nothing tells it was there: not even a counter or a longer visit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from afspraken.models import Afspraak, Bezoek, Bezoekdeel, Haaltaak, Overdracht, Verwachting
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE
from afspraken.rules.bezoekstatus import EINDE
from locaties.actions.stappen.daad import daad
from toegankelijkheid.actions.afstemmingen_opruimen import afstemmingen_opruimen
from toegankelijkheid.queries.te_wissen import te_wissen

from .stappen.knelpunt import vergeet_bestelknelpunten

CEL = timedelta(minutes=5)


@daad
def afstemmingen_vergeten(*, nu: datetime, maximum: int = 200) -> int:
    """Wipe up to ``maximum`` agreements, level as many past appointments and visits; return how many rows."""
    vrij = _pak(te_wissen(nu=nu, maximum=maximum))
    gewist = afstemmingen_opruimen(afstemming_ids=vrij, nu=nu)
    afspraken = Afspraak.objects.filter(afstemming_id__in=gewist)
    vergeet_bestelknelpunten(list(afspraken.values_list("id", flat=True)))
    afspraken.update(afstemming_id=None)
    bezoeken = Bezoek.objects.filter(afstemming_id__in=gewist)
    Haaltaak.objects.filter(bezoek__in=bezoeken).delete()
    bezoeken.update(afstemming_id=None, roepwijze="scherm")
    return len(gewist) + _maak_gelijk(nu, maximum) + _maak_bezoeken_gelijk(nu, maximum)


def _pak(afstemming_ids: Collection[UUID]) -> frozenset[UUID]:
    """Lock the appointments before what was agreed, as every deed does; return what may go now.

    Whoever has the row of one of them is just changing it: that one is for the next round.
    """
    afspraken = Afspraak.objects.filter(afstemming_id__in=afstemming_ids)
    van_wie = dict(afspraken.values_list("id", "afstemming_id"))
    gepakt = afspraken.select_for_update(skip_locked=True, no_key=True).values_list("id", flat=True)
    for afspraak_id in gepakt:
        van_wie.pop(afspraak_id, None)
    return frozenset(afstemming_ids) - frozenset(filter(None, van_wie.values()))


def _maak_gelijk(nu: datetime, maximum: int) -> int:
    """Blank counter and duration of every past or cancelled visit: also of who asked for nothing."""
    # An expired hold keeps its length: a late submit may still want it; it is deleted within a day.
    voorbij = Q(einde__lte=nu - AFSTEMMING_NA_EINDE) | Q(status=Afspraak.Status.GEANNULEERD)
    rijen = Afspraak.objects.filter(voorbij, delen__minuten__gt=0).distinct().order_by("id")
    # Once more by number: who is distinct cannot be locked. Being changed now means: next round.
    afspraken = list(
        Afspraak.objects.filter(id__in=list(rijen.values_list("id", flat=True)[:maximum])).select_for_update(
            skip_locked=True, no_key=True
        )
    )
    for afspraak in afspraken:
        einde = afspraak.begin + CEL
        afspraak.delen.update(
            begin=afspraak.begin,
            einde=einde,
            cel=0,
            cellen=1,
            minuten=0,
            balie=None,
            is_actief=False,
        )
        Afspraak.objects.filter(id=afspraak.id).update(einde=einde)
    return len(afspraken)


def _maak_bezoeken_gelijk(nu: datetime, maximum: int) -> int:
    """Blank counter, planned minutes and how somebody was called, of every visit that ended a day ago."""
    voorbij = Bezoek.objects.filter(status__in=EINDE, klaar_op__lte=nu - AFSTEMMING_NA_EINDE)
    # What was told goes with its day, also when nobody closed that.
    lang_geleden = Q(bezoek__datum__lt=(nu - AFSTEMMING_NA_EINDE).date())
    Overdracht.objects.filter(Q(bezoek__in=voorbij) | lang_geleden).delete()
    Haaltaak.objects.filter(bezoek__in=voorbij).delete()
    sporen = Q(delen__minuten__gt=0) | ~Q(roepwijze="scherm") | Q(balie__isnull=False)
    ids = list(voorbij.filter(sporen).distinct().order_by("id").values_list("id", flat=True)[:maximum])
    Bezoekdeel.objects.filter(bezoek_id__in=ids).update(minuten=0)
    Bezoek.objects.filter(id__in=ids).update(balie=None, roepwijze="scherm")
    return len(ids) + _maak_verwachtingen_gelijk(voorbij, maximum)


def _maak_verwachtingen_gelijk(voorbij: QuerySet[Bezoek], maximum: int) -> int:
    """Blank what was shown, as that nobody could help; how good the forecast was stays."""
    Verwachting.objects.filter(bezoek__in=voorbij, eerste_p50=None).delete()
    getoond = Verwachting.objects.filter(bezoek__in=voorbij).exclude(soort=Verwachting.Soort.NIETS)
    ids = list(getoond.order_by("id").values_list("id", flat=True)[:maximum])
    return Verwachting.objects.filter(id__in=ids).update(
        soort=Verwachting.Soort.NIETS, van=None, tot=None, verlaat=False, later=0, gemeld=0, beoordeeld=True
    )
