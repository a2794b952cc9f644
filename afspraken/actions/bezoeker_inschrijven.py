"""Somebody without an appointment joins: a number, what it is for, and what we must arrange now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from afspraken.models import Bezoek
from afspraken.queries.inloopvraag import Inloopvraag, inloopvraag
from afspraken.rules.aankomst import belofte_op_inloop
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.bewaartermijnen import AFSTEMMING_NA_EINDE, TOESTEMMINGSTEKST
from afspraken.rules.duur import Deel
from afspraken.rules.link import link_hash, link_token
from locaties.actions.stappen.daad import daad
from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden, Weigering
from toegankelijkheid.actions.afstemming_vastleggen import afstemming_vastleggen
from toegankelijkheid.queries.vereisten_bij import vereisten_bij

from .stappen.aankomst import DEUR_OPEN, toets_open
from .stappen.beurtsms import leg_nummer_vast
from .stappen.dagberichten import bericht_nummer
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.nieuwbezoek import nieuw_bezoek, schrijf_delen
from .stappen.volgnummer import Letter
from .stappen.wachtrijslot import vergrendel_wachtrij

ZELFDE_DRUK = timedelta(minutes=1)


class AlGegeven(Weigering):
    """An old page, from the button Back, would give two visitors one number."""

    code = "al_gegeven"


@dataclass(frozen=True, slots=True)
class Ingeschreven:
    """The ticket, and the link of the visit's own page."""

    bezoek_id: UUID
    letter: str
    nummer: int
    link: str


@daad
def bezoeker_inschrijven(
    *,
    bezoek_id: UUID,
    locatie: str,
    producten: tuple[Gevraagd, ...],
    nu: datetime,
    rol: str,
    behoeften: tuple[str, ...] = (),
    taal: str = "nl",
    spreektaal: str = "",
    telefoon: str = "",
    gebruiker_id: int | None = None,
) -> Ingeschreven:
    """Give a number in lane B, or C for who only collects; pressing twice gives the same number.

    ``bezoek_id``: the uuid of the form; a minute later, or with something else, it is of an old page.
    ``behoeften``: codes of what to arrange, agreed to aloud. ``telefoon``: where the number and the turn are
    sent, as typed; "" for none.

    Raises ``NietGevonden`` (no such office, or not done there), ``KantoorDicht``, ``OnbekendeBehoefte``,
    ``Onleesbaar``, ``GeenSmsMogelijk``, ``TeVeelSms``, ``AlGegeven`` (names the number).
    """
    kantoor = _pak_kantoor(locatie)
    if eerder := _eerder(bezoek_id, producten, nu):
        return eerder
    toets_open(kantoor, nu=nu, vooraf=DEUR_OPEN, bij_host=True)
    vraag = inloopvraag(gevraagd=producten, locatie_id=kantoor.id)
    afstemming_id = _leg_vast(kantoor, behoeften, nu) if behoeften else None
    vereisten = vereisten_bij(afstemming_id=afstemming_id)
    belofte = belofte_op_inloop(nu=nu, inloopnorm_minuten=kantoor.inloopnorm_minuten)
    bezoek = nieuw_bezoek(
        kantoor,
        _letter(vraag),
        belofte,
        nu=nu,
        rol=rol,
        id=bezoek_id,
        taal=taal,
        spreektaal=spreektaal,
        afstemming_id=afstemming_id,
        roepwijze=vereisten.roepwijze,
        link_hash=link_hash(_link(bezoek_id)),
    )
    schrijf_delen(bezoek, _met_extra_tijd(vraag.delen, vereisten.extra_minuten))
    noteer_bezoek(bezoek, "bezoek.ingeschreven", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    _stuur_nummer(bezoek, telefoon, nu)
    return _ingeschreven(bezoek)


def _eerder(bezoek_id: UUID, producten: tuple[Gevraagd, ...], nu: datetime) -> Ingeschreven | None:
    """Return what the same press gave before."""
    bezoek = Bezoek.objects.filter(id=bezoek_id).first()
    if bezoek is None:
        return None
    _toets_zelfde_druk(bezoek, producten, nu)
    return _ingeschreven(bezoek)


def _stuur_nummer(bezoek: Bezoek, telefoon: str, nu: datetime) -> None:
    """To who asked for it."""
    if telefoon.strip():
        leg_nummer_vast(bezoek, telefoon, nu=nu)
        bericht_nummer(bezoek, nu=nu)


def _pak_kantoor(code: str) -> Locatie:
    """Return it, its queue locked."""
    kantoor = Locatie.objects.filter(code=code).first()
    if kantoor is None:
        raise NietGevonden("Wij kennen dit kantoor niet.")
    vergrendel_wachtrij(kantoor.id)
    return kantoor


def _toets_zelfde_druk(bezoek: Bezoek, producten: tuple[Gevraagd, ...], nu: datetime) -> None:
    gevraagd = Counter(gevraagd.product for gevraagd in producten for _persoon in gevraagd.groepen)
    had = Counter(bezoek.delen.values_list("product__code", flat=True))
    if nu - bezoek.aangekomen_op > ZELFDE_DRUK or gevraagd - had:
        raise AlGegeven(
            _("Hier gaf u al nummer %(nummer)s. Is dit een andere bezoeker? Druk dan nog een keer.")
            % {"nummer": bezoek}
        )


def _letter(vraag: Inloopvraag) -> Letter:
    return "C" if vraag.is_afhalen else "B"


def _met_extra_tijd(delen: tuple[Deel, ...], minuten: int) -> list[Deel]:
    """As with an appointment: once, with the first part."""
    eerste, *rest = delen
    return [replace(eerste, minuten=eerste.minuten + minuten), *rest]


def _leg_vast(kantoor: Locatie, behoeften: tuple[str, ...], nu: datetime) -> UUID:
    """Keep it as long as that of an appointment of today."""
    return afstemming_vastleggen(
        behoeften=behoeften,
        eigen_tolk=False,
        tekstversie=TOESTEMMINGSTEKST,
        wijze="mondeling",
        locatie_id=kantoor.id,
        afspraakdatum=nu.astimezone(kantoor.zone).date(),
        wissen_na=nu + AFSTEMMING_NA_EINDE,
        nu=nu,
    )


def _link(bezoek_id: UUID) -> str:
    return link_token(settings.LINK_SLEUTEL, bezoek_id, 0)


def _ingeschreven(bezoek: Bezoek) -> Ingeschreven:
    return Ingeschreven(bezoek.id, bezoek.letter, bezoek.nummer, _link(bezoek.id))
