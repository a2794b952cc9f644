"""Which sentences do templates and Python ask to translate? Read without the gettext programs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

PAKKETTEN = ("afspraken", "locaties", "toegankelijkheid")
# The catalogue (admin) and what only a terminal shows are in Dutch.
ALLEEN_NEDERLANDS = frozenset({"migrations", "models", "management", "admin.py", "apps.py"})
_VOLGORDE = {
    "_": ("msgid",),
    "gettext": ("msgid",),
    "gettext_noop": ("msgid",),
    "ngettext": ("msgid", "meervoud"),
    "pgettext": ("context", "msgid"),
    "npgettext": ("context", "msgid", "meervoud"),
}
_LETTERLIJK = r"u?(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')"
_AANROEP = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(((?:{_LETTERLIJK}(?:,\s*)?)+)")


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence as the catalogue knows it, and the file that asks for it."""

    msgid: str
    meervoud: str
    context: str
    bestand: str


def zinnen(wortel: Path) -> list[Zin]:
    """Return all sentences, file by file in order; the same one may come from many files."""
    gevonden: list[Zin] = []
    for pad in sorted((wortel / "templates").rglob("*")):
        if pad.suffix in {".html", ".txt"}:
            gevonden += _uit_sjabloon(pad.read_text(), str(pad.relative_to(wortel)))
    bomen = _bomen(wortel)
    weigeringen = _weigeringen(bomen.values())
    for bestand, boom in bomen.items():
        gevonden += _uit_python(boom, bestand, weigeringen)
    return gevonden


def _bomen(wortel: Path) -> dict[str, ast.Module]:
    bestanden = [pad for pakket in PAKKETTEN for pad in sorted((wortel / pakket).rglob("*.py"))]
    namen = {pad: pad.relative_to(wortel) for pad in bestanden}
    return {
        str(naam): ast.parse(pad.read_text())
        for pad, naam in namen.items()
        if not ALLEEN_NEDERLANDS & set(naam.parts)
    }


def _weigeringen(bomen: Iterable[ast.Module]) -> frozenset[str]:
    """Return the names of all classes below Weigering, wherever they stand."""
    klassen = [deel for boom in bomen for deel in ast.walk(boom) if isinstance(deel, ast.ClassDef)]
    bekend: frozenset[str] = frozenset()
    gegroeid = frozenset({"Weigering"})
    while gegroeid != bekend:
        bekend = gegroeid
        gegroeid = bekend | {k.name for k in klassen if bekend & {_naam(basis) for basis in k.bases}}
    return bekend


def _uit_sjabloon(bron: str, bestand: str) -> Iterator[Zin]:
    for aanroep in _AANROEP.finditer(templatize(bron, origin=bestand)):
        teksten = [ast.literal_eval(tekst) for tekst in re.findall(_LETTERLIJK, aanroep[2])]
        yield _zin(aanroep[1], teksten, bestand)


def _uit_python(boom: ast.Module, bestand: str, weigeringen: frozenset[str]) -> Iterator[Zin]:
    for deel in ast.walk(boom):
        if isinstance(deel, ast.Call):
            naam = _naam(deel.func).removesuffix("_lazy")
            teksten = _vaste_teksten(deel.args)
            if naam in _VOLGORDE and len(teksten) >= len(_VOLGORDE[naam]):
                yield _zin(naam, teksten, bestand)
            elif naam in weigeringen and teksten:
                yield _zin("_", teksten[:1], bestand)
        elif isinstance(deel, ast.ClassDef):
            yield from (_zin("_", [tekst], bestand) for tekst in _meldingen(deel))


def _zin(naam: str, teksten: list[str], bestand: str) -> Zin:
    velden = dict(zip(_VOLGORDE[naam], teksten, strict=False))
    return Zin(velden["msgid"], velden.get("meervoud", ""), velden.get("context", ""), bestand)


def _naam(functie: ast.expr) -> str:
    return functie.attr if isinstance(functie, ast.Attribute) else getattr(functie, "id", "")


def _vaste_teksten(argumenten: list[ast.expr]) -> list[str]:
    """Return the leading arguments that are written out."""
    teksten: list[str] = []
    for argument in argumenten:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            break
        teksten.append(argument.value)
    return teksten


def _meldingen(klasse: ast.ClassDef) -> Iterator[str]:
    """Return the sentence of a refusal: rules may not import gettext, the page translates it."""
    for deel in klasse.body:
        if isinstance(deel, ast.Assign | ast.AnnAssign) and isinstance(deel.value, ast.Constant):
            namen = {_naam(doel) for doel in _doelen(deel)}
            if "melding" in namen and isinstance(deel.value.value, str) and deel.value.value:
                yield deel.value.value


def _doelen(toekenning: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return toekenning.targets if isinstance(toekenning, ast.Assign) else [toekenning.target]
