# ruff: noqa: S311 - made up from a seed, hides nothing
"""Who comes on the day, for what and when: arithmetic, the same for the same seed.

No-show 7 %, arrival five minutes early with a spread of five and one in twenty-five late, walk-in Poisson
with a peak in the morning and one in the afternoon (algoritmen.md 4.2). Of the work 65 % has an appointment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid5

ALLE_DAGEN = UUID("3f0c8f6e-5b0a-4a58-9d0e-0d3a0f9f2b11")
AANDEEL_AFSPRAAK, NIET_KOMEN, TE_LAAT, MET_TELEFOON = 0.65, 0.07, 0.04, 0.4
# Of those with an appointment, and of the others.
KANS_BEHOEFTE, KANS_BEHOEFTE_INLOOP, KANS_SPREEKTAAL, KANS_SMS = 0.08, 0.03, 0.1, 0.5
TAXI_TE_LAAT = timedelta(minutes=12)
VOOR_SLUITING = timedelta(minutes=30)
# Weight of walk-in per sixteenth of the day.
DRUKTE = (0.8, 1.0, 1.2, 1.3, 1.2, 0.9, 0.7, 0.6, 0.7, 1.1, 1.3, 1.2, 1.1, 1.0, 0.9, 0.6)
VAAK = {
    "paspoort": 22,
    "idkaart": 18,
    "rijbewijs_verlengen": 14,
    "reisdocument_afhalen": 14,
    "rijbewijs_afhalen": 8,
    "verhuizing": 6,
    "uittreksel_brp": 5,
    "geboorteaangifte": 3,
    "vraag_of_brief": 3,
    "vog": 3,
    "hulp_digitaal": 2,
    "ooievaarspas": 2,
    "naturalisatie": 1,
}
BEHOEFTEN = {
    "rolstoel": 5,
    "zien": 3,
    "slechthorend": 2,
    "gebarentolk": 2,
    "begrijpen": 3,
    "rust": 2,
    "spanning": 2,
    "meer_tijd": 4,
    "hulphond": 1,
}
BEHOEFTEN_INLOOP = {"rolstoel": 3, "meer_tijd": 3, "hulphond": 1, "niet_staan": 2}
TALEN = ("ar", "tr", "pl", "fr", "es", "en")
# Whatever the seed: somebody who needs the low counter, somebody who is fetched, a taxi that is late.
VERHALEN = ("rolstoel", "zien", "gebarentolk")
NAMEN = (
    *("Jansen", "Baksh", "Yilmaz", "Nowak", "Bakker", "Kaya", "Visser", "Mensah", "Ramdin", "Smit"),
    *("Ouali", "Martina", "Bos", "Chen", "Hendriks", "Aydin", "Kuipers", "Pinas", "Vos", "Haddad"),
    *("Dekker", "Singh", "Mulder", "Lopes", "Koster", "Achahbar", "Prins", "Wang", "Peters", "Demir"),
)


@dataclass(frozen=True, slots=True)
class Keuze:
    """A product of this office. ``vorm``: afspraak, inloop or beide."""

    code: str
    minuten: int
    vorm: str


@dataclass(frozen=True, slots=True)
class Kantoordag:
    """What there is to plan with: opening hours [van, tot) and the minutes of the team, breaks taken out."""

    van: datetime
    tot: datetime
    ploegminuten: float
    producten: tuple[Keuze, ...]
    behoeften: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gast:
    """One visitor; ``sleutel`` is the uuid of the form.

    With an appointment: ``wens``, the time asked for, and ``komt``, how long after the booked one (None: does
    not come). Without: ``aankomst``.
    """

    sleutel: UUID
    product: str
    behoefte: str
    taal: str
    spreektaal: str
    naam: str
    telefoon: str
    met_telefoon: bool
    wens: datetime | None = None
    komt: timedelta | None = None
    aankomst: datetime | None = None


def gasten(dag: Kantoordag, *, zaad: str, belasting: int) -> tuple[Gast, ...]:
    """Return everybody, with appointment first; who comes asks ``belasting`` % of the time of the team."""
    werk = dag.ploegminuten * belasting / 100
    met = list(_met_afspraak(dag, werk * AANDEEL_AFSPRAAK, Random(f"{zaad}/afspraak"), zaad))
    zonder = list(_inloop(dag, werk * (1 - AANDEEL_AFSPRAAK), Random(f"{zaad}/inloop"), zaad))
    return (*_met_verhalen(met, dag.behoeften), *zonder)


def _met_verhalen(rij: list[Gast], kan: frozenset[str]) -> Iterator[Gast]:
    for nr, gast in enumerate(rij):
        behoefte = VERHALEN[nr] if nr < len(VERHALEN) else ""
        if behoefte not in kan:
            yield gast
        elif behoefte == "gebarentolk":
            yield replace(gast, behoefte=behoefte, komt=TAXI_TE_LAAT, met_telefoon=False)
        else:
            yield replace(gast, behoefte=behoefte, komt=-timedelta(minutes=5))


def _met_afspraak(dag: Kantoordag, werk: float, toeval: Random, zaad: str) -> Iterator[Gast]:
    keuzes = [keuze for keuze in dag.producten if keuze.vorm != "inloop"]
    nr = 0
    while keuzes and werk > 0:
        nr += 1
        gast, minuten = _gast(keuzes, dag.behoeften, toeval, f"{zaad}/a/{nr}", KANS_BEHOEFTE, BEHOEFTEN)
        komt = None if toeval.random() < NIET_KOMEN else _komt(toeval)
        werk -= minuten if komt is not None else 0
        wens = dag.van + toeval.random() * (dag.tot - dag.van)
        yield replace(gast, wens=wens, komt=komt)


def _komt(toeval: Random) -> timedelta:
    if toeval.random() < TE_LAAT:
        return timedelta(minutes=toeval.uniform(8, 25))
    return timedelta(minutes=toeval.gauss(-5, 5))


def _inloop(dag: Kantoordag, werk: float, toeval: Random, zaad: str) -> Iterator[Gast]:
    keuzes = [keuze for keuze in dag.producten if keuze.vorm != "afspraak"]
    gemiddeld = sum(k.minuten * _vaak(k) for k in keuzes) / max(1, sum(map(_vaak, keuzes)))
    seconden = (dag.tot - VOOR_SLUITING - dag.van).total_seconds()
    aantal = werk / gemiddeld if keuzes else 0
    tempo = aantal * max(DRUKTE) * len(DRUKTE) / sum(DRUKTE) / seconden  # at the busiest, per second
    na, nr = 0.0, 0
    while aantal >= 1:
        na += toeval.expovariate(tempo)
        if na >= seconden:
            return
        if toeval.random() * max(DRUKTE) > DRUKTE[int(na / seconden * len(DRUKTE))]:
            continue
        nr += 1
        sleutel = f"{zaad}/b/{nr}"
        gast, _ = _gast(keuzes, dag.behoeften, toeval, sleutel, KANS_BEHOEFTE_INLOOP, BEHOEFTEN_INLOOP)
        yield replace(gast, aankomst=dag.van + timedelta(seconds=round(na)))


def _gast(
    keuzes: Sequence[Keuze],
    kan: frozenset[str],
    toeval: Random,
    sleutel: str,
    kans_behoefte: float,
    behoeften: dict[str, int],
) -> tuple[Gast, int]:
    keuze = toeval.choices(keuzes, [_vaak(k) for k in keuzes])[0]
    mogelijk = [code for code in behoeften if code in kan]
    behoefte = (
        toeval.choices(mogelijk, [behoeften[code] for code in mogelijk])[0]
        if mogelijk and toeval.random() < kans_behoefte
        else ""
    )
    spreektaal = toeval.choice(TALEN) if toeval.random() < KANS_SPREEKTAAL else ""
    gast = Gast(
        sleutel=uuid5(ALLE_DAGEN, sleutel),
        product=keuze.code,
        behoefte=behoefte,
        taal="en" if spreektaal and toeval.random() < 0.7 else "nl",
        spreektaal=spreektaal,
        naam=toeval.choice(NAMEN),
        telefoon=f"06 {toeval.randrange(10_000_000, 60_000_000)}" if toeval.random() < KANS_SMS else "",
        met_telefoon=toeval.random() < MET_TELEFOON,
    )
    return gast, keuze.minuten


def _vaak(keuze: Keuze) -> float:
    return VAAK.get(keuze.code, 0.5)
