"""kill -9 while people are booking: nothing confirmed is lost, nothing is half, nothing is double."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.gelijktijdig.ploeg import Kind, Ploeg

pytestmark = pytest.mark.storing

TEGELIJK = 4
PER_VAL = 5  # bookings confirmed between two kills
DADEN = (
    "afspraak_vasthouden.neem_plaats",
    "afspraak_vasthouden.schrijf_gegevens",
    "afspraak_maken.nieuw_contact",
    "afspraak_maken.zet_klaar",
    "afspraak_maken.noteer",
    "afspraak_maken.schrijf_gegevens",
)


@pytest.fixture(scope="module")
def databank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own."""
    with eigen_databank(tmp_path_factory.mktemp("storing")) as url:
        yield url


@dataclass
class Logboek:
    """What the citizens of all processes remember, together."""

    pogingen: dict[str, dict[str, str]] = field(default_factory=dict)
    bevestigd: dict[str, str] = field(default_factory=dict)
    geweigerd: set[str] = field(default_factory=set)
    weg: int = 0  # how often somebody saw the database fall over

    @classmethod
    def lees(cls, bestanden: list[Path]) -> Logboek:
        """Read the files; a last line that was cut off was on nobody's screen."""
        logboek = cls()
        # Who was killed before the first line has no file, and confirmed nothing.
        for bestand in filter(Path.exists, bestanden):
            for regel in bestand.read_text().splitlines(keepends=True):
                if regel.endswith("\n"):
                    logboek._regel(*regel.split())
        return logboek

    def onbeslist(self) -> list[dict[str, str]]:
        """Attempts of which the citizen never heard how they ended."""
        return [p for f, p in self.pogingen.items() if f not in self.bevestigd and f not in self.geweigerd]

    def _regel(self, soort: str, *waarden: str) -> None:
        if soort == "poging":
            velden = dict(zip(("aanvraag", "formulier", "om", "datum"), waarden, strict=True))
            self.pogingen[velden["formulier"]] = velden
        elif soort == "bevestigd":
            self.bevestigd[waarden[0]] = waarden[1]
        elif soort == "weg":
            self.weg += 1
        else:
            self.geweigerd.add(waarden[0])


@dataclass
class Drukte:
    """Citizens who book without end, each in a process of its own, and what they remember."""

    ploeg: Ploeg
    kantoor: str
    weken: int
    map: Path
    databank_valt_om: bool = False
    bestanden: list[Path] = field(default_factory=list)
    bezig: list[Kind] = field(default_factory=list)

    def een_erbij(self) -> None:
        """Let another process begin; the first of the crew only looks."""
        self.bestanden.append(self.map / f"{len(self.bestanden)}.log")
        self.bezig.append(self.ploeg.kinderen[1 + len(self.bezig)])
        gegevens = {naam: getattr(self, naam) for naam in ("kantoor", "weken", "databank_valt_om")}
        self.bezig[-1].zeg(("boek_door", {**gegevens, "logboek": str(self.bestanden[-1])}))

    def schiet_af(self, kind: Kind) -> None:
        """kill -9."""
        self.bezig.remove(kind)
        self.ploeg.schiet_af(kind)

    def wacht_op(self, *, bevestigd: int) -> None:
        """Wait until so many bookings are confirmed: the load is the same on a slow machine."""
        wacht_op(self.bestanden, bevestigd=bevestigd)

    def klaar(self) -> Logboek:
        """End them all; return what they remember."""
        for kind in list(self.bezig):
            self.schiet_af(kind)
        return Logboek.lees(self.bestanden)


def haal_neer(drukte: Drukte, keren: int) -> None:
    """Kill one at a random moment and put another in its place."""
    for keer in range(keren):
        drukte.wacht_op(bevestigd=(keer + 1) * PER_VAL)
        time.sleep(random.uniform(0, 0.2))
        drukte.schiet_af(random.choice(drukte.bezig))
        drukte.een_erbij()


def wacht_op(bestanden: list[Path], *, bevestigd: int) -> None:
    """Wait until so many bookings are confirmed: the load is the same on a slow machine."""
    tot = time.monotonic() + 300
    while sum(b.read_text().count("bevestigd ") for b in bestanden if b.exists()) < bevestigd:
        assert time.monotonic() < tot, "nobody books any more"
        time.sleep(0.01)


def opnieuw(ploeg: Ploeg, kantoor: str, poging: dict[str, str]) -> str:
    """What a citizen does who saw no answer: send the same form again, with a time where there is none."""
    maak = ("maak", {"aanvraag": poging["aanvraag"], "formulier": poging["formulier"]})
    (uitkomst,) = ploeg.samen([maak])
    if uitkomst.weigering == "GegevensOntbreken":
        (uitkomst,) = ploeg.samen([("boek", {"kantoor": kantoor, **poging})])
    assert not uitkomst.fout, uitkomst.fout
    return str(uitkomst.uit or uitkomst.weigering)


def onder_vuur(
    databank: str,
    map_: Path,
    stoor: Callable[[Drukte], None],
    *,
    reserve: int = 0,
    databank_valt_om: bool = False,
) -> Logboek:
    """The whole proof: people book, something is pulled from under them; return what happened."""
    ploeg = Ploeg(1 + TEGELIJK + reserve, databank)
    try:
        kantoor, weken = f"k{uuid4().hex[:8]}", 6
        ploeg.een("opruimen")
        ploeg.een("bouw", kantoor=kantoor, plaatsen=10, tot="17:00", weken=weken)
        drukte = Drukte(ploeg, kantoor, weken, map_, databank_valt_om)
        for _ in range(TEGELIJK):
            drukte.een_erbij()
        stoor(drukte)
        logboek = drukte.klaar()
        niets_weg_half_of_dubbel(ploeg, kantoor, logboek)
        return logboek
    finally:
        ploeg.naar_huis()


def kwijt(ploeg: Ploeg, kantoor: str, logboek: Logboek) -> set[str]:
    """Codes that were on a screen and no longer stand."""
    return set(logboek.bevestigd.values()) - set(ploeg.een("staande", kantoor=kantoor))


def niets_weg_half_of_dubbel(ploeg: Ploeg, kantoor: str, logboek: Logboek) -> None:
    """What was confirmed stands; who heard nothing sends the form again and gets one appointment."""
    assert ploeg.een("is_heel")
    assert kwijt(ploeg, kantoor, logboek) == set()
    assert ploeg.een("half") == []
    for poging in logboek.onbeslist():
        eerste, tweede = opnieuw(ploeg, kantoor, poging), opnieuw(ploeg, kantoor, poging)
        codes = ploeg.een("van_formulier", formulier=poging["formulier"])
        assert eerste == tweede
        assert codes == ([] if eerste == "TijdBezet" else [eerste])
    for formulier, code in list(logboek.bevestigd.items())[-5:]:
        assert opnieuw(ploeg, kantoor, logboek.pogingen[formulier]) == code
    assert ploeg.een("overlappen") == 0
    assert ploeg.een("half") == []


def test_wie_boekt_terwijl_processen_vallen_verliest_niets(databank: str, tmp_path: Path) -> None:
    logboek = onder_vuur(databank, tmp_path, lambda drukte: haal_neer(drukte, 6), reserve=6)
    assert len(logboek.bevestigd) >= 6 * PER_VAL


@pytest.mark.alles
def test_zestig_keer_neergehaald(databank: str, tmp_path: Path) -> None:
    logboek = onder_vuur(databank, tmp_path, lambda drukte: haal_neer(drukte, 60), reserve=60)
    assert len(logboek.bevestigd) >= 60 * PER_VAL


@pytest.fixture
def vallers(databank: str) -> Iterator[Ploeg]:
    """One process that will fall, and one that looks what is left."""
    ploeg = Ploeg(2, databank)
    ploeg.een("opruimen")
    yield ploeg
    ploeg.naar_huis()


def val(ploeg: Ploeg, stap: str, *, heel: bool = True) -> dict[str, str]:
    """Let a process fall at this step while it books; return what it was booking."""
    kantoor = f"k{uuid4().hex[:8]}"
    ploeg.een("bouw", kantoor=kantoor, plaatsen=1)
    poging = {
        "aanvraag": str(ploeg.een("aanvraag", kantoor=kantoor)),
        "kantoor": kantoor,
        "om": "10:00",
        "formulier": str(uuid4()),
    }
    slachtoffer = ploeg.kinderen.pop()
    slachtoffer.zeg(("boek_en_val", {"stap": stap, "heel": heel, **poging}))
    with pytest.raises(AssertionError, match="is gone"):
        slachtoffer.lees()
    return poging


@pytest.mark.parametrize("stap", [*DADEN, ""], ids=lambda stap: stap or "na afloop")
def test_vallen_halverwege_laat_alles_of_niets(vallers: Ploeg, stap: str) -> None:
    poging = val(vallers, stap)
    kantoor = poging.pop("kantoor")

    assert len(vallers.een("staande", kantoor=kantoor)) == (0 if stap else 1)
    assert vallers.een("half") == []
    code = opnieuw(vallers, kantoor, poging)
    assert vallers.een("staande", kantoor=kantoor) == [code]
    assert opnieuw(vallers, kantoor, poging) == code
    assert vallers.een("overlappen") == 0
    assert vallers.een("half") == []


@pytest.mark.parametrize("stap", ["afspraak_vasthouden.neem_plaats", "afspraak_maken.zet_klaar"])
def test_controle_zonder_transactie_blijft_er_iets_half_achter(vallers: Ploeg, stap: str) -> None:
    val(vallers, stap, heel=False)
    assert vallers.een("half") != []
