"""Find a product by what people type: other words, missing accents and a slip of the finger are fine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Everyday words for what the municipality calls otherwise (Dutch and English).
SYNONIEMEN = {
    "trouwen": "huwelijk",
    "trouw": "huwelijk",
    "bruiloft": "huwelijk",
    "married": "huwelijk",
    "dood": "overlijden",
    "overleden": "overlijden",
    "death": "overlijden",
    "baby": "geboorte",
    "bevalling": "geboorte",
    "born": "geboorte",
    "verloren": "kwijt",
    "vermist": "kwijt",
    "lost": "kwijt",
    "gestolen": "kwijt",
    "stolen": "kwijt",
    "ophalen": "afhalen",
    "verhuisd": "verhuizing",
    "moving": "verhuizing",
    "moved": "verhuizing",
    "invalide": "gehandicaptenparkeerkaart",
    "invalidenkaart": "gehandicaptenparkeerkaart",
    "vog": "gedrag",
    "staatsburger": "naturalisatie",
    "inburgeren": "naturalisatie",
    "schuld": "schulden",
    "rekening": "schulden",
    "uitkering": "bijstand",
    "idkaart": "identiteitskaart",
    "idbewijs": "identiteitskaart",
    "verlopen": "verlengen",
}
_LEEG = frozenset(
    {
        *(
            "ik",
            "wil",
            "een",
            "de",
            "het",
            "mijn",
            "me",
            "mij",
            "voor",
            "van",
            "met",
            "naar",
            "en",
            "of",
            "aan",
        ),
        *("aan", "bij", "op", "is", "ben", "heb", "kan", "kunnen", "moet", "nieuw", "nieuwe", "hoe", "wat"),
        *("i", "want", "a", "an", "the", "my", "for", "to", "new", "need", "get", "how", "do", "have"),
    }
)
_WOORD = re.compile(r"[a-z0-9]+")
_LANGSTE_VRAAG = 80


@dataclass(frozen=True, slots=True)
class Vindbaar:
    """Something that can be found: its name counts more than its other words."""

    sleutel: str
    naam: str
    woorden: tuple[str, ...] = ()


def woorden_van(tekst: str) -> tuple[str, ...]:
    """Lower case words without accents."""
    kaal = unicodedata.normalize("NFKD", tekst.casefold())
    return tuple(_WOORD.findall("".join(teken for teken in kaal if not unicodedata.combining(teken))))


def zoek(vraag: str, waarin: Iterable[Vindbaar]) -> tuple[str, ...]:
    """Return the keys of what fits every word that was typed, best first; else what fits some of them."""
    gevraagd = _gevraagde_woorden(vraag)
    scores = [(ding.sleutel, _scores(gevraagd, ding)) for ding in waarin]
    alles = [(sleutel, sum(punten)) for sleutel, punten in scores if punten and all(punten)]
    iets = [(sleutel, sum(punten)) for sleutel, punten in scores]
    beste = sorted(alles or iets, key=lambda paar: -paar[1])
    return tuple(sleutel for sleutel, punten in beste if punten)


def _gevraagde_woorden(vraag: str) -> tuple[str, ...]:
    woorden = woorden_van(vraag[:_LANGSTE_VRAAG])
    return tuple(woord for woord in woorden if woord not in _LEEG) or woorden


def _scores(gevraagd: Sequence[str], ding: Vindbaar) -> list[int]:
    naam = woorden_van(ding.naam)
    ander = tuple(woord for tekst in ding.woorden for woord in woorden_van(tekst))
    return [_score_van_woord(woord, naam, ander) for woord in gevraagd]


def _score_van_woord(woord: str, naam: Sequence[str], ander: Sequence[str]) -> int:
    anders_gezegd = SYNONIEMEN.get(woord)
    gewoon = max(10 * _past(woord, naam), 9 * _past(woord, ander))
    return max(gewoon, 8 * _past(anders_gezegd, (*naam, *ander))) if anders_gezegd else gewoon


def _past(woord: str, woorden: Sequence[str]) -> int:
    return max((_gelijkenis(woord, kandidaat) for kandidaat in woorden), default=0)


def _gelijkenis(getypt: str, woord: str) -> int:
    """4 the same, 3 the beginning, 2 inside a compound word, 1 with a typing error, 0 not."""
    if getypt == woord:
        return 4
    if woord.startswith(getypt):
        return 3
    if len(getypt) >= 4 and (getypt in woord or (len(woord) >= 6 and woord in getypt)):
        return 2
    return int(_bijna(getypt, woord))


def _bijna(getypt: str, woord: str) -> bool:
    """Whether the word, or as much of it as was typed, differs by a slip: one, or two in a long word."""
    if len(getypt) < 4 or getypt[0] != woord[0]:
        return False
    mag = 2 if len(getypt) >= 8 else 1
    stukken = {woord[: len(getypt) + verschil] for verschil in range(-mag, mag + 1)} | {woord}
    return any(abs(len(stuk) - len(getypt)) <= mag and afstand(getypt, stuk) <= mag for stuk in stukken)


def afstand(een: str, ander: str) -> int:
    """Typing errors between two words: a letter more, less or other, or two swapped."""
    eerder: list[int] = []
    vorige = list(range(len(ander) + 1))
    for i, letter in enumerate(een, start=1):
        rij = [i]
        for j, tegen in enumerate(ander, start=1):
            kosten = min(vorige[j] + 1, rij[-1] + 1, vorige[j - 1] + (letter != tegen))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == tegen:
                kosten = min(kosten, eerder[j - 2] + 1)
            rij.append(kosten)
        eerder, vorige = vorige, rij
    return vorige[-1]
