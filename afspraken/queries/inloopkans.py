"""Would a walk-in for this product still be called today, as far as can be seen now?"""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Verwachting
from afspraken.queries.verwachtingen import nieuw_in
from afspraken.rules.dagseconde import dagseconde
from afspraken.rules.inloopkans import Inloopkans
from afspraken.rules.inloopkans import inloopkans as weeg
from afspraken.rules.wachtrij import Plaats
from locaties.models import Inzet, Locatie, Medewerker, Product

from .inloopvraag import AFHALEN
from .kantooruren import kantooruren
from .wachtrijstand import Wachtrijstand, wachtrijstand


def inloopkans(*, locatie_id: int, product: str, nu: datetime) -> Inloopkans:
    """Return it: what the forecast says, else planned work by places. At most nineteen statements.

    Before the doors open the whole day is still to come.
    """
    locatie = Locatie.objects.get(id=locatie_id)
    tot = kantooruren(locatie=locatie, nu=nu).tot
    if tot is None or nu >= tot:
        return Inloopkans.DICHT
    product_id, rij = Product.objects.values_list("id", "rij").get(code=product)
    in_dienst = _in_dienst(locatie, product_id, nu)
    stand = wachtrijstand(locatie, nu)
    plaatsen = [p for p in stand.plaatsen if product_id in p.product_ids]
    verwacht = nieuw_in(locatie_id, nu=nu).get("C" if rij == AFHALEN else "B", {})
    if plaatsen and verwacht.get("soort") == Verwachting.Soort.NA_SLUITING:
        return Inloopkans.TE_DRUK
    sluit = dagseconde(tot, locatie.zone)
    return weeg(
        minuten_vooraf=_vooraf(stand, plaatsen, sluit),
        plaatsen=len(plaatsen) or in_dienst,
        minuten_over=(sluit - stand.nu) / 60,
    )


def _in_dienst(locatie: Locatie, product_id: int, nu: datetime) -> int:
    """How many employees who can do it are on duty now or later today."""
    inzetten = Inzet.objects.filter(
        locatie=locatie, datum=nu.astimezone(locatie.zone).date(), afgemeld_op=None, einde__gt=nu
    )
    kunnen = Medewerker.producten.through.objects.filter(product_id=product_id)
    wie = inzetten.filter(medewerker_id__in=kunnen.values("medewerker_id"))
    return wie.values("medewerker_id").distinct().count()


def _vooraf(stand: Wachtrijstand, plaatsen: list[Plaats], sluit: float) -> float:
    """Planned minutes of these places: who is with them, who waits for them, who still has an appointment."""
    bezig = [max(0.0, (p.klaar_verwacht or stand.nu) - stand.nu) / 60 for p in plaatsen]
    wachten = [wie.minuten for wie in stand.wachtenden if _van(wie.product_ids, plaatsen)]
    komen = [
        wie.minuten
        for wie in stand.verwacht
        if (wie.begin or 0.0) < sluit and _van(wie.product_ids, plaatsen)
    ]
    return sum(bezig) + sum(wachten) + sum(komen)


def _van(product_ids: frozenset[int], plaatsen: list[Plaats]) -> bool:
    return not plaatsen or any(product_ids <= plaats.product_ids for plaats in plaatsen)
