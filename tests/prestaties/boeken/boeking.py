"""One booking, twice: through the actions of the product, and the same rows without lock and choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.models import Aanvraag, Afspraak, Afspraakdeel, Bericht, Contact, Gebeurtenis
from afspraken.queries.aanvraag import KOLOM, TABEL
from afspraken.rules.aanvraag import Aanvraaggegevens, Gevraagd
from afspraken.rules.code import nieuwe_code
from locaties.rules.tijdvak import CEL_MINUTEN, moment_van
from tests.bouwers import NU, ZONE
from toegankelijkheid.models.zegel import verzegel

from .toneel import Kantoor

CELLEN = 2  # one person, one product of ten minutes


@dataclass(frozen=True)
class Boeking:
    """A draft, and the place that it gets: plain values, so that they can be sent to another process.

    Who serves and where only says what the bare rows need; the product chooses for itself.
    """

    nummer: int
    aanvraag: str
    kantoor: str
    datum: str
    cel: int
    locatie: int
    product: int
    medewerker: int
    balie: int
    inzet: int

    @property
    def begin(self) -> datetime:
        """Moment at which it starts (aware UTC)."""
        return moment_van(date.fromisoformat(self.datum), self.cel, ZONE)

    @property
    def afzender(self) -> str:
        """An internet address of its own."""
        return f"10.{self.nummer >> 16 & 255}.{self.nummer >> 8 & 255}.{self.nummer & 255}"


def boekingen(plekken: Iterable[tuple[Kantoor, date, int, int]], *, vanaf: int = 0) -> list[Boeking]:
    """Fill in a draft per (office, date, cell, number of the employee), each with its own phone number."""
    lijst = list(plekken)
    concepten = _concepten(len(lijst), vanaf)
    diensten = {kantoor.locatie.pk: _diensten(kantoor) for kantoor, *_ in lijst}
    uit = []
    for i, (kantoor, datum, cel, wie) in enumerate(lijst):
        medewerker = kantoor.medewerkers[wie].pk
        uit.append(
            Boeking(
                nummer=vanaf + i,
                aanvraag=str(concepten[i].pk),
                kantoor=kantoor.locatie.code,
                datum=datum.isoformat(),
                cel=cel,
                locatie=kantoor.locatie.pk,
                product=kantoor.product.pk,
                medewerker=medewerker,
                balie=kantoor.balies[wie].pk,
                inzet=diensten[kantoor.locatie.pk][medewerker, datum],
            )
        )
    return uit


def boek_echt(boeking: Boeking) -> None:
    """Hold the time, then make the appointment, as a visitor of the site does."""
    aanvraag = UUID(boeking.aanvraag)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=boeking.kantoor, begin=boeking.begin, nu=NU)
    afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU, afzender_ip=boeking.afzender)


def boek_kaal(boeking: Boeking) -> None:
    """Write the same rows in the same two transactions: nothing is read, locked, chosen or checked."""
    concept = Aanvraag(id=UUID(boeking.aanvraag), verzegeld=b"x" * 400, aangemaakt_op=NU, gewijzigd_op=NU)
    einde = boeking.begin + timedelta(minutes=CELLEN * CEL_MINUTEN)
    with transaction.atomic(durable=True):
        afspraak = Afspraak.objects.create(
            code=nieuwe_code(),
            locatie_id=boeking.locatie,
            begin=boeking.begin,
            einde=einde,
            status=Afspraak.Status.VASTGEHOUDEN,
            vastgehouden_tot=NU + timedelta(minutes=20),
            herkomst=Afspraak.Herkomst.SITE,
            aangemaakt_op=NU,
            gewijzigd_op=NU,
        )
        Afspraakdeel.objects.bulk_create([_deel(boeking, afspraak)])
        concept.afspraak = afspraak
        concept.save(force_update=True)
    with transaction.atomic(durable=True):
        afspraak.status, afspraak.vastgehouden_tot, afspraak.formulier = (
            Afspraak.Status.BEVESTIGD,
            None,
            uuid4(),
        )
        afspraak.save(force_update=True)
        contact = Contact.objects.create(
            afspraak=afspraak,
            achternaam="De Wit",
            kanaal=Contact.Kanaal.SMS,
            telefoon=f"+316{boeking.nummer:08d}",
            telefoonsleutel=uuid4().hex * 2,
            link_hash=uuid4().hex * 2,
        )
        for soort in ("bevestiging", "herinnering"):
            Bericht.objects.bulk_create([_bericht(afspraak, contact, soort)])
        Gebeurtenis.objects.create(afspraak=afspraak, soort="afspraak.gemaakt", op=NU, rol="burger")
        concept.afspraak = None
        concept.save(force_update=True)


def _concepten(aantal: int, vanaf: int) -> Sequence[Aanvraag]:
    concepten = []
    for i in range(vanaf, vanaf + aantal):
        gegevens = Aanvraaggegevens(
            producten=(Gevraagd("paspoort"),),
            hulp=False,
            achternaam="De Wit",
            telefoon=f"06 1{i:07d}",
            kanaal="sms",
        )
        pk = uuid4()
        zegel = verzegel(tabel=TABEL, kolom=KOLOM, rij=pk, inhoud=gegevens.als_json())
        concepten.append(Aanvraag(id=pk, verzegeld=zegel, aangemaakt_op=NU, gewijzigd_op=NU))
    return Aanvraag.objects.bulk_create(concepten)


def _diensten(kantoor: Kantoor) -> dict[tuple[int, date], int]:
    rijen = kantoor.locatie.inzetten.values_list("medewerker_id", "datum", "id")
    return {(wie, datum): pk for wie, datum, pk in rijen}


def _deel(boeking: Boeking, afspraak: Afspraak) -> Afspraakdeel:
    return Afspraakdeel(
        afspraak=afspraak,
        volgorde=0,
        product_id=boeking.product,
        persoon=0,
        minuten=CELLEN * CEL_MINUTEN,
        inzet_id=boeking.inzet,
        medewerker_id=boeking.medewerker,
        balie_id=boeking.balie,
        locatie_id=boeking.locatie,
        datum=date.fromisoformat(boeking.datum),
        cel=boeking.cel,
        cellen=CELLEN,
        begin=afspraak.begin,
        einde=afspraak.einde,
    )


def _bericht(afspraak: Afspraak, contact: Contact, soort: str) -> Bericht:
    gegevens: dict[str, Any] = {"reden": "", "volgnummer": 0}
    return Bericht(
        afspraak=afspraak,
        contact=contact,
        soort=soort,
        kanaal=contact.kanaal,
        gegevens=gegevens,
        dedupe=f"{afspraak.id}:{contact.id.hex[:12]}:{soort}:0",
        versturen_na=NU,
        nutteloos_na=afspraak.begin,
        aangemaakt_op=NU,
    )
