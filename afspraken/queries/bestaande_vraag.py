"""The question that an existing appointment already answers, to find it another place."""

from __future__ import annotations

from dataclasses import replace

from afspraken.models import Afspraak
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.duur import Deel
from afspraken.rules.vraag import Vraag
from toegankelijkheid.models import Afstemming
from toegankelijkheid.queries.behoeften import vereisten_van
from toegankelijkheid.rules.vereisten import Vereisten

from .vraag import vraag_voor


def bestaande_vraag(afspraak: Afspraak) -> Vraag:
    """Return products, people, copied minutes and vereisten as they were booked; at most six statements."""
    rijen = list(
        afspraak.delen.order_by("volgorde").values_list(
            "product_id", "product__code", "persoon", "leeftijdsgroep", "minuten"
        )
    )
    groepen: dict[str, list[str]] = {}
    for _, code, _, groep, _ in rijen:
        groepen.setdefault(code, []).append(groep)
    vraag = vraag_voor(tuple(Gevraagd(code, tuple(g)) for code, g in groepen.items()))
    delen = tuple(Deel(pk, persoon, groep, minuten) for pk, _, persoon, groep, minuten in rijen)
    return replace(vraag, delen=delen, vereisten=vereisten_bij(afspraak))


def vereisten_bij(afspraak: Afspraak) -> Vereisten:
    """Return what this appointment requires at present."""
    if afspraak.afstemming_id:
        rij = Afstemming.objects.filter(id=afspraak.afstemming_id).values_list("vereisten", flat=True).first()
        if rij is not None:
            return Vereisten.uit_json(rij)
    return vereisten_van(codes=(), eigen_tolk=afspraak.begeleiding == "eigen_tolk")
