"""The visit is over, with an outcome."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.afrondreden import Afrondreden
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.behandelduur import leer_duur
from .stappen.bezoekeinde import sluit_bezoek
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.werkplekrij import pak_bezoek_hier


class UitkomstOntbreekt(Weigering):
    """Every visit has one."""

    code = "uitkomst_ontbreekt"
    melding = "Kies eerst hoe het bezoek is afgelopen."


@daad
def bezoek_afronden(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    uitkomst: str,
    nu: datetime,
    raadsman: bool = False,
    reden: str = "",
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> None:
    """Finish as ``geholpen``, ``deels``, ``niet`` or ``niet_mogelijk``; once more changes nothing.

    ``raadsman``: the visitor was pointed to the sociaal raadsman. ``reden``: why not wholly helped
    (``Afrondreden``), "" when nobody said. Raises ``NietGevonden``, ``UitkomstOntbreekt``,
    ``NietMogelijkNu`` (not begun, or elsewhere).
    """
    if uitkomst not in Bezoek.Uitkomst.values or (reden and reden not in set(Afrondreden)):
        raise UitkomstOntbreekt
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status == Bezoek.Status.AFGEROND:
        return
    bezoek.uitkomst, bezoek.raadsman_gewezen = uitkomst, raadsman
    bezoek.reden = "" if uitkomst == Bezoek.Uitkomst.GEHOLPEN else reden
    sluit_bezoek(bezoek, Bezoek.Status.AFGEROND, nu=nu)
    leer_duur(bezoek, nu=nu)
    noteer_bezoek(bezoek, "bezoek.afgerond", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
