"""What the promise at arrival is made of: the appointment, its office's norms, how long its block lasts."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Afspraak, Afspraakdeel
from afspraken.rules.aankomst import Komst
from toegankelijkheid.rules.vereisten import Vereisten


def komst_van(afspraak: Afspraak, vereisten: Vereisten) -> Komst:
    """Return it. Two statements, and two per part."""
    delen = list(afspraak.delen.select_related("inzet").order_by("volgorde"))
    locatie = afspraak.locatie
    return Komst(
        begin=afspraak.begin,
        minuten=int((afspraak.einde - afspraak.begin).total_seconds() // 60),
        blok_tot=_blok_tot(delen[-1]) if delen else afspraak.einde,
        heeft_specialisme=bool(vereisten.specialismen),
        te_laat_na_minuten=locatie.te_laat_na_minuten,
        inloopnorm_minuten=locatie.inloopnorm_minuten,
    )


def _blok_tot(laatste: Afspraakdeel) -> datetime:
    """Until the next part of its employee or balie, or the end of the shift, whichever comes first."""
    if laatste.inzet is None or laatste.medewerker_id is None or laatste.balie_id is None:
        return laatste.einde
    grenzen = [laatste.inzet.einde]
    for wie in ({"medewerker_id": laatste.medewerker_id}, {"balie_id": laatste.balie_id}):
        volgende = Afspraakdeel.objects.filter(
            **wie, is_actief=True, begin__gte=laatste.einde, begin__lt=laatste.inzet.einde
        ).exclude(afspraak_id=laatste.afspraak_id)
        grenzen += volgende.order_by("begin").values_list("begin", flat=True)[:1]
    return min(grenzen)
