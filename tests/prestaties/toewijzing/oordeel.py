"""What the judge is asked: could this refusal have been avoided, how many needs could have been met at most,
and is everything that was promised true?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from afspraken.rules.bescherming import BLOK_CELLEN, MIDDAG_CEL, Bescherming
from afspraken.rules.beschikbaarheid import starts
from locaties.rules.tijdvak import CELLEN_PER_DAG, masker

from .dagstand import Dagstand, Plaats
from .rechter import Klus, Middel, Ruimte, kan_allemaal
from .vraagmaker import Aanvraag

HELFTEN = (masker(0, MIDDAG_CEL), masker(MIDDAG_CEL, CELLEN_PER_DAG))


def had_gepast(stand: Dagstand, aanvraag: Aanvraag, cel: int, bescherming: Bescherming) -> bool | None:
    """Whether the request fits at ``cel`` when all appointments of the day may change employee and balie.

    An ordinary request must leave as many protected blocks as the level asks, or as many as there were when
    it was already below the level. None when the solver ran out of time.
    """
    lijst = [*stand.plaatsen.values(), Plaats(aanvraag, cel, -1, -1)]
    waar = kan_allemaal(*_balies(stand, lijst))
    if waar is False:
        return False
    ruimtes = [] if aanvraag.heeft_behoefte else list(_ruimtes(stand, bescherming))
    wie = kan_allemaal(
        [_bij_werker(stand, p) for p in lijst],
        {w.inzet_id: Middel(w.vrij) for w in stand.leeg.werkers},
        ruimtes,
    )
    return None if waar is None and wie else wie


def _bij_werker(stand: Dagstand, plaats: Plaats) -> Klus:
    vraag = plaats.aanvraag.vraag
    mag = frozenset(
        w.inzet_id
        for w in stand.leeg.werkers
        if set(vraag.product_ids) <= w.producten and vraag.vereisten.specialismen <= w.specialismen
    )
    return Klus(plaats.cel, vraag.cellen, mag, plaats.werker if plaats.werker >= 0 else None)


def _balies(stand: Dagstand, lijst: Sequence[Plaats]) -> tuple[list[Klus], dict[int, Middel]]:
    """The work per kind of balie: with the same provisions one is as good as another, and all day open."""
    soorten = Counter(plek.voorzieningen for plek in stand.leeg.plekken)
    klussen = []
    for plaats in lijst:
        nodig = plaats.aanvraag.vraag.vereisten.balie
        mag = frozenset(nr for nr, heeft in enumerate(soorten) if nodig <= heeft)
        klussen.append(Klus(plaats.cel, plaats.aanvraag.vraag.cellen, mag))
    return klussen, {nr: Middel(stand.leeg.open, aantal) for nr, aantal in enumerate(soorten.values())}


def _ruimtes(stand: Dagstand, bescherming: Bescherming) -> Iterable[Ruimte]:
    for (helft, specialisme), niveau in bescherming.niveaus.items():
        wie = [w for w in stand.aanbod().werkers if specialisme in w.specialismen]
        nu = sum(_blokken(w.vrij & HELFTEN[helft] & stand.leeg.open) for w in wie)
        yield Ruimte(
            frozenset(w.inzet_id for w in wie), HELFTEN[helft] & stand.leeg.open, BLOK_CELLEN, min(niveau, nu)
        )


def _blokken(vrij: int) -> int:
    """How many blocks fit one after another: from the left, each as early as it can."""
    aantal = 0
    while passend := starts(vrij, BLOK_CELLEN):
        eerste = (passend & -passend).bit_length() - 1
        vrij &= ~masker(0, eerste + BLOK_CELLEN)
        aantal += 1
    return aantal


def gebroken(stand: Dagstand) -> set[int]:
    """Numbers of appointments that do not hold: not able, trained, equipped, on duty or alone."""
    werkers = {w.inzet_id: w for w in stand.leeg.werkers}
    plekken = {p.balie_id: p for p in stand.leeg.plekken}
    bezet: dict[tuple[str, int], int] = defaultdict(int)
    fout = set()
    for nr, plaats in stand.plaatsen.items():
        vraag, wie, waar = plaats.aanvraag.vraag, werkers[plaats.werker], plekken[plaats.balie]
        klopt = (
            set(vraag.product_ids) <= wie.producten
            and vraag.vereisten.specialismen <= wie.specialismen
            and vraag.vereisten.balie <= waar.voorzieningen
            and plaats.tijd & ~(wie.vrij & waar.vrij & stand.leeg.open) == 0
        )
        for sleutel in (("wie", wie.inzet_id), ("waar", waar.balie_id)):
            klopt = klopt and not plaats.tijd & bezet[sleutel]
            bezet[sleutel] |= plaats.tijd
        if not klopt:
            fout.add(nr)
    return fout


def bovengrens_95(gevonden: int, van: int) -> float:
    """Upper 95 % bound of a share (Clopper-Pearson, one-sided); 1 when nothing was looked at."""
    if gevonden >= van:
        return 1.0
    laag, hoog = 0.0, 1.0
    for _ in range(50):
        midden = (laag + hoog) / 2
        laag, hoog = (midden, hoog) if _hoogstens(gevonden, van, midden) > 0.05 else (laag, midden)
    return hoog


def _hoogstens(aantal: int, van: int, kans: float) -> float:
    """P(Binomial(van, kans) <= aantal)."""
    term = (1 - kans) ** van
    som = term
    for i in range(aantal):
        term *= (van - i) / (i + 1) * kans / (1 - kans)
        som += term
    return som
