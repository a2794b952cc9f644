"""Everything staff may see of one appointment: never the needs, only short marks of what must be ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak, Afspraakdeel, Bericht, Contact, Gebeurtenis
from afspraken.queries.merktekens import merktekens_van
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.status import TE_WIJZIGEN
from afspraken.rules.telefoonnummer import toonbaar
from locaties.rules.weigering import NietGevonden


@dataclass(frozen=True, slots=True)
class Deelregel:
    """One product for one person; who and where is provisional until the day."""

    persoon: int
    product: str
    groep: str
    minuten: int
    neem_mee: tuple[str, ...]
    medewerker: str
    balie: int | None


@dataclass(frozen=True, slots=True)
class Contactregel:
    """How somebody can be reached."""

    contact_id: UUID
    rol: str
    achternaam: str
    kanaal: str
    telefoon: str
    email: str
    is_gedeeld: bool


@dataclass(frozen=True, slots=True)
class Berichtstand:
    """One message without its text: a code or a link is for the citizen only."""

    soort: str
    kanaal: str
    status: str
    gepland: datetime
    verstuurd: datetime | None


@dataclass(frozen=True, slots=True)
class Voorval:
    """One line of the history."""

    soort: str
    op: datetime
    rol: str
    reden: str


@dataclass(frozen=True, slots=True)
class Afspraakdetail:
    """The appointment as the phone agent and the host see it."""

    afspraak_id: UUID
    code: str
    status: str
    status_tekst: str
    begin: datetime
    einde: datetime
    locatie_code: str
    locatie: str
    adres: str
    postcode: str
    plaats: str
    telefoon: str
    taal: str
    spreektaal: str
    begeleiding: str
    herkomst: str
    reden: str
    geannuleerd_door: str
    delen: tuple[Deelregel, ...]
    contacten: tuple[Contactregel, ...]
    merktekens: tuple[str, ...]
    berichten: tuple[Berichtstand, ...]
    gebeurtenissen: tuple[Voorval, ...]
    knelpunten: tuple[str, ...]
    mag_wijzigen: bool

    @property
    def producten(self) -> tuple[str, ...]:
        """Each product once."""
        return tuple(dict.fromkeys(deel.product for deel in self.delen))


def afspraak_voor_medewerker(
    *, afspraak_id: UUID, locatie_ids: frozenset[int] | None, nu: datetime
) -> Afspraakdetail:
    """Return the appointment; ``NietGevonden`` elsewhere. Eight statements."""
    rijen = Afspraak.objects.filter(id=afspraak_id).exclude(status__in=("vastgehouden", "verlopen"))
    if locatie_ids is not None:
        rijen = rijen.filter(locatie_id__in=locatie_ids)
    afspraak = rijen.select_related("locatie").first()
    if afspraak is None:
        raise NietGevonden("Wij vinden deze afspraak niet bij uw kantoor.")
    return _detail(afspraak, nu)


def _detail(afspraak: Afspraak, nu: datetime) -> Afspraakdetail:
    locatie = afspraak.locatie
    return Afspraakdetail(
        afspraak_id=afspraak.id,
        code=afspraak.code,
        status=afspraak.status,
        status_tekst=afspraak.get_status_display(),
        begin=afspraak.begin,
        einde=afspraak.einde,
        locatie_code=locatie.code,
        locatie=locatie.naam,
        adres=locatie.adres,
        postcode=locatie.postcode,
        plaats=locatie.plaats,
        telefoon=locatie.telefoon,
        taal=afspraak.taal,
        spreektaal=afspraak.spreektaal,
        begeleiding=afspraak.begeleiding,
        herkomst=afspraak.get_herkomst_display(),
        reden=afspraak.reden,
        geannuleerd_door=afspraak.geannuleerd_door,
        delen=_delen(afspraak),
        contacten=tuple(_contact(c) for c in afspraak.contacten.order_by("rol", "achternaam")),
        merktekens=merktekens_van(afstemming_id=afspraak.afstemming_id),
        # That somebody asked for a code tells that there is something behind it.
        berichten=tuple(
            _bericht(b) for b in afspraak.berichten.exclude(soort=Berichtsoort.CODE).order_by("-versturen_na")
        ),
        gebeurtenissen=tuple(_voorval(g) for g in afspraak.gebeurtenissen.order_by("-op", "-id")),
        knelpunten=tuple(
            afspraak.knelpunten.filter(opgelost_op=None).order_by("sinds").values_list("reden", flat=True)
        ),
        mag_wijzigen=afspraak.status in TE_WIJZIGEN and afspraak.begin > nu,
    )


def _delen(afspraak: Afspraak) -> tuple[Deelregel, ...]:
    rijen = afspraak.delen.select_related("product", "medewerker", "balie").order_by("volgorde")
    return tuple(_deel(deel) for deel in rijen)


def _deel(deel: Afspraakdeel) -> Deelregel:
    return Deelregel(
        persoon=deel.persoon,
        product=deel.product.naam,
        groep=deel.leeftijdsgroep,
        minuten=deel.minuten,
        neem_mee=tuple(deel.product.neem_mee),
        medewerker=deel.medewerker.naam if deel.medewerker else "",
        balie=deel.balie.nummer if deel.balie else None,
    )


def _contact(contact: Contact) -> Contactregel:
    return Contactregel(
        contact_id=contact.id,
        rol=contact.rol,
        achternaam=contact.achternaam,
        kanaal=contact.kanaal,
        telefoon=toonbaar(contact.telefoon) if contact.telefoon else "",
        email=contact.email,
        is_gedeeld=contact.gedeeld,
    )


def _bericht(bericht: Bericht) -> Berichtstand:
    return Berichtstand(
        soort=bericht.soort,
        kanaal=bericht.kanaal,
        status=bericht.status,
        gepland=bericht.versturen_na,
        verstuurd=bericht.verstuurd_op,
    )


def _voorval(gebeurtenis: Gebeurtenis) -> Voorval:
    return Voorval(gebeurtenis.soort, gebeurtenis.op, gebeurtenis.rol, gebeurtenis.reden)
