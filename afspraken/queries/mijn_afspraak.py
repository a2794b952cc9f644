"""What somebody sees of the own appointment behind a link: never a name, never a need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.models import Afspraak, Afspraakdeel, Contact
from afspraken.rules.link import link_hash
from afspraken.rules.status import TE_WIJZIGEN
from afspraken.rules.telefoonnummer import toonbaar
from locaties.models import Contactpersoon, Leeftijdsgroep, Locatie, Product
from locaties.rules.weigering import NietGevonden

NA_AFLOOP = timedelta(hours=24)
NOOIT_GELDIG = ("vastgehouden", "verlopen")


class LinkWerktNiet(NietGevonden):
    """Wrong, replaced, or more than a day after the appointment: all three look the same."""

    code = "link_werkt_niet"
    melding = gettext_lazy(
        "Deze link werkt niet meer. Hebt u een vraag over uw afspraak? Bel ons. Wij helpen u."
    )  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Kantoor:
    """Where it is."""

    code: str
    naam: str
    adres: str
    postcode: str
    plaats: str


@dataclass(frozen=True, slots=True)
class Persoon:
    """One person: 0-based number as stored, age group, what for, what to bring, who must come."""

    nummer: int
    groep: str
    producten: tuple[str, ...]
    neem_mee: tuple[str, ...]
    wie_komt_mee: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aanspreekpunt:
    """Who can be called about this office; an empty name when somebody does not share it.

    ``bereikbaar``: when, in the language ``bereikbaar_taal`` (Dutch where there is no English).
    """

    naam: str
    telefoon: str
    bereikbaar: str
    bereikbaar_taal: str
    vervanger: str


@dataclass(frozen=True, slots=True)
class MijnAfspraak:
    """The appointment as the page shows it; ``bestemming`` is masked."""

    afspraak_id: UUID
    contact_id: UUID
    code: str
    status: str
    begin: datetime
    einde: datetime
    locatie: Kantoor
    zone: str
    personen: tuple[Persoon, ...]
    producten: tuple[str, ...]
    contactpersoon: Aanspreekpunt | None
    taal: str
    kanaal: str
    bestemming: str
    afstemming_id: UUID | None
    mag_wijzigen: bool
    volgnummer: int

    @property
    def heeft_afstemming(self) -> bool:
        """Whether needs were agreed; only for who has passed a fresh code."""
        return self.afstemming_id is not None

    @property
    def minuten(self) -> int:
        """How long it takes."""
        return int((self.einde - self.begin).total_seconds() // 60)


def mijn_afspraak(*, link: str, nu: datetime, taal: str | None = None) -> MijnAfspraak:
    """Return the appointment of a living link, in this language or its own. Four statements."""
    contact = _contact(link, nu)
    afspraak = contact.afspraak
    taal = taal or afspraak.taal
    personen = _personen(afspraak, taal)
    return MijnAfspraak(
        afspraak_id=afspraak.pk,
        contact_id=contact.pk,
        code=afspraak.code,
        status=afspraak.status,
        begin=afspraak.begin,
        einde=afspraak.einde,
        locatie=_kantoor(afspraak.locatie),
        zone=afspraak.locatie.tijdzone,
        personen=personen,
        producten=_zonder_dubbel(naam for persoon in personen for naam in persoon.producten),
        contactpersoon=_aanspreekpunt(afspraak.locatie, afspraak.begin, taal),
        taal=afspraak.taal,
        kanaal=contact.kanaal,
        bestemming=_bestemming(contact),
        afstemming_id=afspraak.afstemming_id,
        mag_wijzigen=afspraak.status in TE_WIJZIGEN and nu < afspraak.begin,
        volgnummer=afspraak.volgnummer,
    )


def _contact(link: str, nu: datetime) -> Contact:
    contact = (
        Contact.objects.select_related("afspraak__locatie")
        .filter(link_hash=link_hash(link), afspraak__einde__gt=nu - NA_AFLOOP)
        .exclude(afspraak__status__in=NOOIT_GELDIG)
        .first()
    )
    if contact is None:
        raise LinkWerktNiet
    return contact


def _kantoor(locatie: Locatie) -> Kantoor:
    return Kantoor(locatie.code, locatie.naam, locatie.adres, locatie.postcode, locatie.plaats)


def _personen(afspraak: Afspraak, taal: str) -> tuple[Persoon, ...]:
    delen = (
        Afspraakdeel.objects.filter(afspraak=afspraak)
        .select_related("product")
        .order_by("persoon", "volgorde")
    )
    groepen = Leeftijdsgroep.objects.filter(product__afspraakdeel__afspraak=afspraak).distinct()
    per_groep = {(groep.product_id, groep.groep): groep for groep in groepen}
    op_volgorde = delen.order_by("persoon", "volgorde")
    return tuple(
        _persoon(nummer, list(rij), per_groep, taal)
        for nummer, rij in groupby(op_volgorde, lambda deel: deel.persoon)
    )


def _persoon(
    nummer: int, delen: Sequence[Afspraakdeel], per_groep: dict[tuple[int, str], Leeftijdsgroep], taal: str
) -> Persoon:
    met_groep = [(deel.product, per_groep.get((deel.product_id, deel.leeftijdsgroep))) for deel in delen]
    return Persoon(
        nummer=nummer,
        groep=next((deel.leeftijdsgroep for deel in delen if deel.leeftijdsgroep), ""),
        producten=_zonder_dubbel(_tekst(product, "naam", taal) for product, _groep in met_groep),
        neem_mee=_zonder_dubbel(
            ding for product, groep in met_groep for ding in _neem_mee(product, groep, taal)
        ),
        wie_komt_mee=_zonder_dubbel(_wie(product, groep, taal) for product, groep in met_groep),
    )


def _neem_mee(product: Product, groep: Leeftijdsgroep | None, taal: str) -> list[str]:
    return _lijst(product, "neem_mee", taal) + (_lijst(groep, "neem_mee_extra", taal) if groep else [])


def _wie(product: Product, groep: Leeftijdsgroep | None, taal: str) -> str:
    return (_tekst(groep, "wie", taal) if groep else "") or _tekst(product, "wie_komt_mee", taal)


def _tekst(rij: Product | Leeftijdsgroep, veld: str, taal: str) -> str:
    """Return the text in this language; what has no translation stays Dutch."""
    return str((getattr(rij, f"{veld}_en") if taal == "en" else "") or getattr(rij, veld))


def _lijst(rij: Product | Leeftijdsgroep, veld: str, taal: str) -> list[str]:
    return list((getattr(rij, f"{veld}_en") if taal == "en" else []) or getattr(rij, veld))


def _zonder_dubbel(teksten: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tekst for tekst in teksten if tekst))


def _aanspreekpunt(locatie: Locatie, begin: datetime, taal: str) -> Aanspreekpunt | None:
    """The general duty of that day: one for a specialisme would tell that somebody has a need."""
    dag: date = begin.astimezone(locatie.zone).date()
    rij = (
        Contactpersoon.objects.filter(specialisme="", locatie=locatie, van__lte=dag, tot_en_met__gte=dag)
        .select_related("medewerker", "vervanger")
        .order_by("-van", "pk")
        .first()
    )
    if rij is None:
        return None
    vervanger = rij.vervanger.naam if rij.vervanger and rij.vervanger.toont_naam else ""
    naam = rij.medewerker.naam if rij.medewerker.toont_naam else ""
    if taal == "en" and rij.bereikbaar_en:
        return Aanspreekpunt(naam, rij.telefoon, rij.bereikbaar_en, "en", vervanger)
    return Aanspreekpunt(naam, rij.telefoon, rij.bereikbaar, "nl", vervanger)


def _bestemming(contact: Contact) -> str:
    """Enough for the owner to recognise, too little for who found the link."""
    if contact.kanaal == Contact.Kanaal.SMS and contact.telefoon:
        return _("het nummer dat eindigt op %(cijfers)s") % {"cijfers": toonbaar(contact.telefoon)[-3:]}
    if contact.kanaal == Contact.Kanaal.EMAIL and contact.email:
        naam, _apenstaart, domein = contact.email.partition("@")
        return f"{naam[:1]}•••@{domein}"
    return ""
