"""Add to a visit what it turns out to be for as well."""

from __future__ import annotations

from afspraken.models import Bezoek, Bezoekdeel
from afspraken.queries.inloopvraag import inloopvraag
from afspraken.rules.aanvraag import Gevraagd


def voeg_product_toe(bezoek: Bezoek, product: str) -> bool:
    """Add it for one person, behind the rest; False when it is still to be done anyhow.

    Raises ``NietGevonden`` (not done at this office without an appointment).
    """
    if bezoek.delen.filter(product__code=product, klaar_op=None).exists():
        return False
    vraag = inloopvraag(gevraagd=(Gevraagd(product),), locatie_id=bezoek.locatie_id)
    volgorde = bezoek.delen.count()
    Bezoekdeel.objects.bulk_create(
        Bezoekdeel(
            bezoek=bezoek,
            volgorde=volgorde + i,
            product_id=d.product_id,
            persoon=d.persoon,
            minuten=d.minuten,
        )
        for i, d in enumerate(vraag.delen)
    )
    return True
