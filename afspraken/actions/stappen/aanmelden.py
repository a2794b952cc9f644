"""Check in who has an appointment: the ticket, the promise, and the same again for who comes twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from afspraken.models import Afspraak, Bezoek
from afspraken.queries.komst import komst_van
from afspraken.rules.aankomst import NA_TIJD, Belofte, belofte_op_afspraak
from afspraken.rules.bezoekstatus import EINDE
from afspraken.rules.gescand import lees_gescand
from afspraken.rules.link import link_hash
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.vereisten_bij import vereisten_bij

from .aankomst import VerkeerdKantoor, toets_afspraak, toets_moment, toets_plek
from .afspraak import pak_afspraak
from .bezoekrij import NietMogelijkNu, zet
from .gebeurtenis import noteer_bezoek
from .haaltaak import vergeet_halen
from .nieuwbezoek import bezoek_op_afspraak, vernieuw_bezoek
from .wachtrijslot import vergrendel_wachtrij

# Who went, or was missed, and is here after all: the same visit and the same number.
TERUG = frozenset({Bezoek.Status.VERTROKKEN, Bezoek.Status.NIET_VERSCHENEN})


@dataclass(frozen=True, slots=True)
class Aangemeld:
    """The visit with its ticket. ``houdt_plaats``: called around the appointed time, else by arrival."""

    bezoek_id: UUID
    letter: str
    nummer: int
    houdt_plaats: bool
    is_nieuw: bool


def meld_aan(
    *,
    nu: datetime,
    rol: str,
    afspraak_id: UUID | None = None,
    code: str = "",
    locatie: str = "",
    gebruiker_id: int | None = None,
) -> Aangemeld:
    """Do so by id or code; again gives the same ticket. Raises as ``bezoeker_aanmelden`` says."""
    afspraak = _pak(afspraak_id, code)
    toets_plek(afspraak, locatie, rol=rol)
    bezoek = Bezoek.objects.filter(afspraak=afspraak).first()
    if bezoek is not None and bezoek.status not in TERUG:
        _toets_loopt(bezoek)
        return kaart_van(bezoek, afspraak, is_nieuw=False)
    toets_afspraak(afspraak)
    toets_moment(afspraak, rol=rol, nu=nu)
    vereisten = vereisten_bij(afstemming_id=afspraak.afstemming_id)
    belofte = belofte_op_afspraak(komst_van(afspraak, vereisten), nu=nu)
    if bezoek is not None and not _is_van_hier_en_nu(bezoek, afspraak, nu):
        _maak_los(bezoek)
        bezoek = None
    if bezoek is None:
        bezoek = bezoek_op_afspraak(afspraak, belofte, vereisten.roepwijze, nu=nu, rol=rol)
    else:
        vernieuw_bezoek(bezoek, afspraak, vereisten.roepwijze)
        _kom_terug(bezoek, belofte, nu)
    afspraak.status, afspraak.gewijzigd_op = Afspraak.Status.AANGEMELD, nu
    afspraak.save(update_fields=["status", "gewijzigd_op"])
    noteer_bezoek(bezoek, "bezoek.aangemeld", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    return kaart_van(bezoek, afspraak, is_nieuw=True)


def _pak(afspraak_id: UUID | None, code: str) -> Afspraak:
    """The queue of its office first, then the appointment itself."""
    wie = _wie(code) if afspraak_id is None else {"id": afspraak_id}
    gevonden = Afspraak.objects.filter(**wie).values_list("id", "locatie_id").first()
    if gevonden is None:
        raise NietGevonden(_("Wij vinden deze afspraak niet. Kijk of de code klopt, of zoek op naam."))
    vergrendel_wachtrij(gevonden[1])
    afspraak = pak_afspraak(gevonden[0])
    if afspraak.locatie_id != gevonden[1]:  # moved to another office at this very moment
        raise VerkeerdKantoor
    return afspraak


def _wie(getypt: str) -> dict[str, str]:
    gescand = lees_gescand(getypt)
    if gescand.link:
        return {"contacten__link_hash": link_hash(gescand.link)}
    return {"code": gescand.code}


def _toets_loopt(bezoek: Bezoek) -> None:
    """Nobody is called by the number of a visit that is over."""
    if bezoek.status in EINDE:
        raise NietMogelijkNu(
            _("Dit bezoek is al afgelopen. Schrijf de bezoeker in zonder afspraak, of maak een afspraak.")
        )


def _is_van_hier_en_nu(bezoek: Bezoek, afspraak: Afspraak, nu: datetime) -> bool:
    vandaag = nu.astimezone(afspraak.locatie.zone).date()
    return (bezoek.datum, bezoek.locatie_id) == (vandaag, afspraak.locatie_id)


def _maak_los(bezoek: Bezoek) -> None:
    """The appointment was moved: the ticket of the other day or office stays there, of nobody.

    Only these fields: the queue of that office is not locked here.
    """
    vergeet_halen([bezoek.id])
    Bezoek.objects.filter(id=bezoek.id).update(afspraak=None, afstemming_id=None, roepwijze="scherm")


def _kom_terug(bezoek: Bezoek, belofte: Belofte, nu: datetime) -> None:
    """Wait anew: promised by this arrival, called by the number on the ticket that is already printed."""
    bezoek.aangekomen_op, bezoek.wacht_sinds = nu, belofte.wacht_sinds
    bezoek.vroegste_op, bezoek.uiterste_op = belofte.vroegste, belofte.uiterste
    bezoek.gemist, bezoek.reden = 0, ""
    zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)


def kaart_van(bezoek: Bezoek, afspraak: Afspraak, *, is_nieuw: bool) -> Aangemeld:
    """Return the ticket as it is said to who comes."""
    houdt_plaats = bezoek.uiterste_op <= afspraak.begin + NA_TIJD
    return Aangemeld(bezoek.id, bezoek.letter, bezoek.nummer, houdt_plaats, is_nieuw)
