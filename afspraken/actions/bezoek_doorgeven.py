"""Pass a visitor on, to a colleague, to somebody trained, or for another product; the story goes along."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad
from locaties.models import Inzet
from locaties.rules.weigering import NietGevonden, Weigering
from toegankelijkheid.models import Specialisme

from .stappen.bezoekproduct import voeg_product_toe
from .stappen.bezoekrij import NietMogelijkNu, zet
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.overdracht import draag_over
from .stappen.werkplekrij import pak_bezoek_hier


class GeenBestemming(Weigering):
    """Nothing is left to be done, and nobody was named."""

    code = "geen_bestemming"
    melding = "Kies aan wie u het bezoek doorgeeft, of rond het bezoek af."


@daad
def bezoek_doorgeven(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    nu: datetime,
    medewerker_id: int | None = None,
    specialisme: str = "",
    product: str = "",
    klaar: Collection[int] = (),
    verhaal: str = "",
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> None:
    """Send the visitor back to the hall with the promise of arrival, so as one of the first.

    ``klaar``: ids of the parts that are done here. ``verhaal``: free text, sealed, only for who serves next.

    Raises ``NietGevonden`` (visit, colleague of today, training or product), ``GeenBestemming``,
    ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.IN_BEHANDELING:
        raise NietMogelijkNu
    _toets(bezoek, medewerker_id, specialisme, nu)
    bezoek.delen.filter(id__in=klaar, klaar_op=None).update(klaar_op=nu)
    if product:
        voeg_product_toe(bezoek, product)
    if not (medewerker_id or specialisme or bezoek.delen.filter(klaar_op=None).exists()):
        raise GeenBestemming
    draag_over(bezoek, specialisme=specialisme, verhaal=verhaal.strip())
    bezoek.voor_medewerker_id = medewerker_id
    zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)
    noteer_bezoek(bezoek, "bezoek.doorgegeven", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _toets(bezoek: Bezoek, medewerker_id: int | None, specialisme: str, nu: datetime) -> None:
    vandaag = Inzet.objects.filter(
        locatie_id=bezoek.locatie_id, datum=bezoek.datum, einde__gt=nu, afgemeld_op=None
    )
    if medewerker_id and not vandaag.filter(medewerker_id=medewerker_id).exists():
        raise NietGevonden("Deze collega is vandaag niet meer in dit kantoor. Kies iemand anders.")
    if specialisme and not Specialisme.objects.filter(code=specialisme).exists():
        raise NietGevonden("Wij kennen deze opleiding niet.")
