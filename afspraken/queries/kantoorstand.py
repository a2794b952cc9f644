"""What the forecast of one office looks at: the state of its queue, and how long visits take there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from afspraken.models import Oproep
from afspraken.rules.behandelduur import Duurtabel, duren
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.wachtrij import Wachtende
from afspraken.rules.wachttijd import Bezig, Kantoorstand
from locaties.models import Locatie

from .geleerde_duren import geleerde_duren
from .wachtrijstand import Aanbalie, wachtrijstand

# Between two visits somebody says goodbye, writes and presses the button. An assumption: nothing records it.
WISSEL = 20.0
ONBEKEND = 10.0  # minutes, of who was passed on without anything that is still to be done
NIETS = (0.0,)


@dataclass(frozen=True, slots=True)
class _Duren:
    """Durations in seconds; visits of one kind share one sequence."""

    tabel: Duurtabel
    bekend: dict[tuple[int, float], Sequence[float]] = field(default_factory=dict)

    def van(self, product_id: int | None, minuten: float) -> Sequence[float]:
        """Return those of a visit with so many planned minutes."""
        sleutel = (product_id or 0, minuten or ONBEKEND)
        if sleutel not in self.bekend:
            self.bekend[sleutel] = duren(self.tabel, sleutel[0], sleutel[1] * 60)
        return self.bekend[sleutel]


def kantoorstand(locatie: Locatie, nu: datetime, nieuw: Sequence[Wachtende] = ()) -> Kantoorstand:
    """Return it for the local day of ``nu``. At most fourteen statements, however many wait.

    ``nieuw``: people who might walk in now. They take next to no time at a balie: nobody waits for them.
    """
    stand = wachtrijstand(locatie, nu)
    allen = [*stand.wachtenden, *stand.verwacht, *nieuw]
    gevraagd = {wie.product_id for wie in allen} | {hier.product_id for hier in stand.aan_balie}
    geleerd = geleerde_duren(locatie, {pk for pk in gevraagd if pk is not None}, nu)
    van = _Duren(geleerd.tabel)
    return Kantoorstand(
        nu=stand.nu,
        wachtenden=(*stand.wachtenden, *nieuw),
        plaatsen=stand.plaatsen,
        verwacht=stand.verwacht,
        duren={wie.id: van.van(wie.product_id, wie.minuten) for wie in allen}
        | dict.fromkeys([wie.id for wie in nieuw], NIETS),
        bezig=_bezig(stand.aan_balie, {p.balie_id: p.werkplek_id for p in stand.plaatsen}, van, locatie, nu),
        factor=geleerd.factor,
        wissel=WISSEL,
    )


def _bezig(
    hier: Sequence[Aanbalie], plekken: Mapping[int, int], van: _Duren, locatie: Locatie, nu: datetime
) -> dict[int, Bezig]:
    """Per workplace the visit that is there, since its last call."""
    if not hier:
        return {}
    geroepen, klok = _geroepen([bezoek.bezoek_id for bezoek in hier]), dagklok(nu, locatie.zone)
    return {
        plekken[bezoek.balie_id]: _een(bezoek, klok, geroepen.get(bezoek.bezoek_id, nu), van)
        for bezoek in hier
        if bezoek.balie_id in plekken
    }


def _een(bezoek: Aanbalie, klok: Callable[[datetime], float], sinds: datetime, van: _Duren) -> Bezig:
    return Bezig(sinds=klok(sinds), duren=van.van(bezoek.product_id, bezoek.minuten))


def _geroepen(bezoek_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    rijen = Oproep.objects.filter(bezoek_id__in=bezoek_ids).order_by().values_list("bezoek_id")
    return dict(rijen.annotate(Max("op")))
