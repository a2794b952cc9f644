"""The answers as rows with a link to change each."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from afspraken.web.site.datums import dag_tekst, moment_tekst
from afspraken.web.site.forms.gebeurtenis import ALGEMEEN, VRAGEN
from afspraken.web.site.forms.gegevens import KANAALNAMEN
from afspraken.web.site.forms.hulp import BEGELEIDINGSNAMEN
from afspraken.web.site.samenvatting import behoefte_regels, groepen_regels, kantoor_van
from afspraken.web.site.stappen import Stand
from afspraken.web.talen import TAALNAMEN


@dataclass(frozen=True, slots=True)
class Rij:
    """One answer."""

    naam: str
    regels: list[str]
    url: str


def overzicht(stand: Stand, taal: str) -> list[Rij]:
    """Return all answers in the order of the questions."""
    return [
        *_producten(stand),
        *_gebeurtenis(stand),
        Rij(_("Hulp bij uw bezoek"), _hulp(stand, taal), reverse("hulp_kiezen")),
        Rij(_("Waar"), _waar(stand, taal), reverse("locatie_kiezen")),
        Rij(_("Wanneer"), _wanneer(stand), reverse("moment_kiezen")),
        Rij(_("Uw naam"), [stand.gegevens.achternaam], reverse("gegevens_invullen")),
        Rij(_("Bericht"), _bericht(stand), reverse("gegevens_invullen")),
    ]


def _producten(stand: Stand) -> list[Rij]:
    rijen = [Rij(_("Wat u regelt"), [product.naam for product in stand.gekozen], reverse("product_kiezen"))]
    for product, gevraagd in zip(stand.gekozen, stand.gegevens.producten, strict=False):
        if product.max_personen > 1:
            naam = (
                _("Voor wie") if len(stand.gekozen) == 1 else _("Voor wie: %(wat)s") % {"wat": product.naam}
            )
            url = f"{reverse('personen_kiezen')}?{urlencode({'product': product.code})}"
            rijen.append(Rij(naam, groepen_regels(gevraagd.groepen), url))
    return rijen


def _gebeurtenis(stand: Stand) -> list[Rij]:
    datum = stand.gegevens.gebeurtenis_op
    met_termijn = [product for product in stand.gekozen if product.wettelijke_termijn]
    if datum is None or not met_termijn:
        return []
    vraag = str(VRAGEN.get(met_termijn[0].code, ALGEMEEN))
    return [Rij(vraag, [f"{dag_tekst(datum)} {datum.year}"], reverse("gebeurtenis_invullen"))]


def _hulp(stand: Stand, taal: str) -> list[str]:
    gegevens = stand.gegevens
    if not gegevens.hulp:
        regels = [_("Geen hulp nodig")]
    elif gegevens.toestemming:
        regels = behoefte_regels(stand, taal)
    else:
        regels = [_("U vertelt het bij de ingang. Wij bewaren niets.")]
    begeleiding = BEGELEIDINGSNAMEN.get(gegevens.begeleiding)
    spreektaal = TAALNAMEN.get(gegevens.spreektaal) if gegevens.spreektaal else None
    return [
        *regels,
        *([str(begeleiding)] if begeleiding else []),
        *([_spreekt(spreektaal)] if spreektaal else []),
    ]


def _spreekt(taal: object) -> str:
    return _("U spreekt het liefst: %(taal)s") % {"taal": taal}


def _waar(stand: Stand, taal: str) -> list[str]:
    kantoor = kantoor_van(stand, taal)
    if kantoor is None:
        return [stand.gegevens.locatie]
    return [kantoor.naam, f"{kantoor.adres}, {kantoor.postcode} {kantoor.plaats}"]


def _wanneer(stand: Stand) -> list[str]:
    return [moment_tekst(stand.gegevens.begin)] if stand.gegevens.begin else []


def _bericht(stand: Stand) -> list[str]:
    gegevens = stand.gegevens
    taal = dict(settings.LANGUAGES).get(gegevens.taal, gegevens.taal)
    adres = [deel for deel in (gegevens.telefoon, gegevens.email) if deel]
    return [str(KANAALNAMEN.get(gegevens.kanaal, "")), *adres, _("Taal: %(taal)s") % {"taal": taal}]
