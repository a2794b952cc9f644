"""Office, day and time to choose from; the same for a new appointment and for another time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from afspraken.queries.vrije_tijden import Dag, EersteVrij, Tijd, eerste_vrij, vrije_dagen, vrije_tijden
from afspraken.rules.vraag import Vraag
from afspraken.web.toegang import Personeelsverzoek
from locaties.queries.kantoren import kantoren
from locaties.rules.weigering import NietGevonden

VENSTER = timedelta(days=28)
VERST = timedelta(days=366)
JAREN = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the page shows; without a chosen office only the offices."""

    kantoren: tuple[EersteVrij, ...]
    kantoor: str
    naam: str
    dagen: tuple[Dag, ...]
    datum: date | None
    tijden: tuple[Tijd, ...]
    later: date | None
    eerder: date | None

    @property
    def eerste(self) -> EersteVrij | None:
        """Return the office with the first free moment of all."""
        vrij = [keuze for keuze in self.kantoren if keuze.begin]
        return min(vrij, key=lambda keuze: keuze.begin or datetime.max.replace(tzinfo=UTC), default=None)

    @property
    def ronde_tijden(self) -> tuple[Tijd, ...]:
        """Return the quarters; all times when there are none."""
        return tuple(t for t in self.tijden if t.is_rond) or self.tijden

    @property
    def andere_tijden(self) -> tuple[Tijd, ...]:
        """Return what is left beside the quarters."""
        return tuple(t for t in self.tijden if t not in self.ronde_tijden)


def agenda_van(
    request: Personeelsverzoek, vraag: Vraag, *, kantoor: str = "", zonder_afspraak: UUID | None = None
) -> Agenda:
    """Read office, window and day from the address; the first day with room when none is given."""
    eigen = eigen_kantoren(request)
    keuzes = eerste_vrij(vraag=vraag, nu=request.nu, locaties=tuple(eigen))
    gekozen = request.GET.get("kantoor", "") or kantoor
    if not gekozen:
        return Agenda(keuzes, "", "", (), None, (), None, None)
    if gekozen not in eigen:
        raise NietGevonden("Dit kantoor hoort niet bij uw rol, of bestaat niet.")
    vandaag = localdate(request.nu)
    van = _venster(request, vandaag)
    dagen = vrije_dagen(
        vraag=vraag, locatie=gekozen, van=van, tot=van + VENSTER, nu=request.nu, zonder_aanloop=True
    )
    datum = datum_van(request.GET.get("datum", "")) or (dagen[0].datum if dagen else None)
    tijden = (
        vrije_tijden(
            vraag=vraag,
            locatie=gekozen,
            datum=datum,
            nu=request.nu,
            zonder_aanloop=True,
            zonder_afspraak=zonder_afspraak,
        )
        if datum and vandaag <= datum <= vandaag + VERST
        else ()
    )
    eerder = max(vandaag, van - VENSTER) if van > vandaag else None
    return Agenda(keuzes, gekozen, eigen[gekozen], dagen, datum, tijden, van + VENSTER, eerder)


def eigen_kantoren(request: Personeelsverzoek) -> dict[str, str]:
    """Return code and name of the offices that this user may book for."""
    return {k.code: k.naam for k in kantoren(locatie_ids=request.locatie_ids)}


def begin_van(tekst: str) -> datetime | None:
    """Read the moment of a button; None when it is no moment."""
    try:
        begin = datetime.fromisoformat(tekst)
        return begin.astimezone(UTC) if begin.tzinfo and begin.year in JAREN else None
    except (ValueError, OverflowError):
        return None


def datum_van(tekst: str) -> date | None:
    """Read a date from the address; None when it is no date."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _venster(request: Personeelsverzoek, vandaag: date) -> date:
    van = datum_van(request.GET.get("van", ""))
    return van if van and vandaag <= van <= vandaag + VERST else vandaag
