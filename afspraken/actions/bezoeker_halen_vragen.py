"""Come and fetch me: the visitor stands at the entrance and cannot come in alone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.aanmelden import Aangemeld, kaart_van, meld_aan
from .stappen.bezoekrij import NietMogelijkNu
from .stappen.haaltaak import vraag_halen

WACHT = (Bezoek.Status.WACHTEND, Bezoek.Status.OPGEROEPEN, Bezoek.Status.GEPARKEERD)
MEESTE_KEREN = 5  # per visit: each one wakes every page of the office


class TeVaakGevraagd(Weigering):
    """Asked, and taken back, again and again."""

    code = "te_vaak_gevraagd"
    melding = "U hebt dit al een paar keer gevraagd. Bel ons, dan komen wij naar u toe."


@daad
def bezoeker_halen_vragen(*, afspraak_id: UUID, nu: datetime, rol: str = "burger") -> Aangemeld:
    """Check in, and put a task on the list of the host; twice is once, and wakes no page. Nobody says why.

    Raises what checking in raises; ``NietMogelijkNu`` (being helped, or over), ``TeVaakGevraagd``.
    """
    open_ = {"haaltaken__gedaan_op": None, "haaltaken__staat_buiten": True, "status__in": WACHT}
    al = Bezoek.objects.filter(afspraak_id=afspraak_id, **open_).select_related("afspraak").first()
    if al is not None and al.afspraak is not None:
        return kaart_van(al, al.afspraak, is_nieuw=False)
    kaart = meld_aan(afspraak_id=afspraak_id, nu=nu, rol=rol)
    bezoek = Bezoek.objects.get(id=kaart.bezoek_id)
    if bezoek.status not in WACHT:
        raise NietMogelijkNu(_("U wordt al geholpen, of uw bezoek is klaar."))
    if bezoek.haaltaken.filter(staat_buiten=True).count() >= MEESTE_KEREN:
        raise TeVaakGevraagd
    vraag_halen(bezoek, nu=nu, staat_buiten=True)
    return kaart
