"""What must be: appointments as plain values and what each deed makes of them. No database, no clock."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from .catalogus import CEL, ZONE, Deel, duur, extra_minuten

TIJDELIJK = frozenset({"vastgehouden", "voorlopig"})
STAAT = frozenset({"voorlopig", "bevestigd"})
NEEMT_PLAATS_IN = TIJDELIJK | STAAT
KRIJGT_BERICHT = frozenset({"sms", "email", "papier"})
KAN_CODE_KRIJGEN = frozenset({"sms", "email"})
MAX_VERLENGD, MAX_OPEN = 10, 2


@dataclass
class Belofte:
    """An appointment as it must be, also while it is only held."""

    id: UUID
    code: str
    status: str
    locatie: str
    begin: datetime
    einde: datetime
    delen: tuple[Deel, ...]
    tot: datetime | None
    behoeften: frozenset[str] = frozenset()
    eigen_tolk: bool = False
    sleutel: str = ""
    kanaal: str = ""
    gedeeld: bool = False
    formulier: UUID | None = None
    link: str = ""
    verlengd: int = 0
    volgnummer: int = 0
    link_versie: int = 0
    geplaatst: int = 0
    is_gelijk: bool = False
    berichten: Counter[str] = field(default_factory=Counter)
    gebeurtenissen: Counter[str] = field(default_factory=Counter)
    codes: list[datetime] = field(default_factory=list)
    getal: str = ""
    pogingen: int = 0
    herhaald: set[str] = field(default_factory=set)
    opgelost: set[str] = field(default_factory=set)

    def houdt(self, nu: datetime) -> bool:
        """Whether a hold, of either kind, still stands."""
        return self.status in TIJDELIJK and self.tot is not None and self.tot > nu

    def mag_anders(self, nu: datetime) -> bool:
        """Sure, and not begun."""
        return self.status == "bevestigd" and self.begin > nu

    def mag_af(self, nu: datetime) -> bool:
        """Promised, and not begun."""
        return self.status in STAAT and self.begin > nu

    def personen(self) -> frozenset[int]:
        """Who comes."""
        return frozenset(deel.persoon for deel in self.delen)

    def nieuwe_duur(self) -> timedelta:
        """How long it takes when it is placed anew."""
        return duur(self.delen, extra_minuten(self.behoeften, eigen_tolk=self.eigen_tolk))

    def herinnert(self, nu: datetime) -> bool:
        """Whether a reminder is still to come when something is told now."""
        return nu < herinner_op(self.begin)

    # What the deeds make of it.

    def geplaatst_op(self, locatie: str, begin: datetime, stap: int) -> None:
        """It stands at a place of its own."""
        self.locatie, self.begin, self.einde = locatie, begin, begin + self.nieuwe_duur()
        self.geplaatst, self.opgelost = stap, set()

    def gemaakt(self, nu: datetime, *, met_code: bool) -> None:
        """Promised; sure at once, or after the code."""
        self.gebeurtenissen["afspraak.gemaakt"] += 1
        if met_code:
            self.status, self.tot = "voorlopig", nu + timedelta(minutes=30)
            self.berichten["code"] += 1
        else:
            self.staat_vast(nu)

    def bevestigd(self, nu: datetime) -> None:
        """The code was right."""
        self.gebeurtenissen["afspraak.bevestigd"] += 1
        self.staat_vast(nu)

    def staat_vast(self, nu: datetime) -> None:
        """Sure: said once, and again the day before."""
        self.status, self.tot = "bevestigd", None
        self.vertel("bevestiging", nu)

    def vertel(self, soort: str, nu: datetime) -> None:
        """One message of this kind, and a reminder where one still makes sense."""
        if self.kanaal not in KRIJGT_BERICHT:
            return
        self.berichten[soort] += 1
        if self.status == "bevestigd" and self.herinnert(nu):
            self.berichten["herinnering"] += 1

    def gewijzigd(self, nu: datetime) -> None:
        """Told that it is at another time, or shorter, or longer."""
        self.volgnummer += 1
        self.vertel("gewijzigd", nu)

    def verlopen(self) -> None:
        """Held too long; nothing is left of what was agreed."""
        if self.status == "voorlopig":
            self.gebeurtenissen["afspraak.verlopen"] += 1
        self.status, self.behoeften = "verlopen", frozenset()

    def herhaald_als(self, nu: datetime) -> str:
        """What a message sent once more would say; "" when nothing can be sent."""
        if self.kanaal not in KRIJGT_BERICHT or self.einde <= nu:
            return ""
        if self.status == "geannuleerd":
            return next(soort for soort in self.berichten if soort.startswith("geannuleerd"))
        return "bevestiging" if self.status == "bevestigd" else ""

    def geannuleerd(self, nu: datetime, door: str) -> None:
        """Called off, told once."""
        self.status, self.behoeften = "geannuleerd", frozenset()
        self.volgnummer += 1
        self.gebeurtenissen["afspraak.geannuleerd"] += 1
        self.vertel(f"geannuleerd_door_{door}", nu)

    def gelijkgemaakt(self) -> None:
        """Nothing tells any more how long it was."""
        self.is_gelijk, self.einde = True, self.begin + CEL


@dataclass
class Aanvraag:
    """A draft as it must be."""

    id: UUID
    delen: tuple[Deel, ...]
    behoeften: frozenset[str]
    eigen_tolk: bool
    sleutel: str
    kanaal: str
    gedeeld: bool
    bewaard_op: datetime
    houdt: UUID | None = None
    locatie: str = ""
    begin: datetime | None = None
    is_leeg: bool = False
    is_weg: bool = False


@dataclass
class Model:
    """All that was promised, and since which step a day is closed."""

    beloften: dict[UUID, Belofte] = field(default_factory=dict)
    aanvragen: dict[UUID, Aanvraag] = field(default_factory=dict)
    dicht: dict[tuple[str, object], int] = field(default_factory=dict)
    stap: int = 0

    def te_veel(self, aanvraag: Aanvraag, nu: datetime) -> bool:
        """Whether this address has its number of open appointments on the site."""
        bekend = [
            b
            for b in self.beloften.values()
            if b.sleutel == aanvraag.sleutel and b.mag_af(nu) and b.id != aanvraag.houdt
        ]
        vrij = aanvraag.gedeeld or not aanvraag.sleutel or any(b.gedeeld for b in bekend)
        return not vrij and len(bekend) >= MAX_OPEN


def herinner_op(begin: datetime) -> datetime:
    """The same wall time one day earlier."""
    lokaal = begin.astimezone(ZONE)
    return (lokaal.replace(tzinfo=None) - timedelta(days=1)).replace(tzinfo=ZONE).astimezone(begin.tzinfo)
