"""The catalogue of one language: bring it up to date, judge it, compile it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from .bronnen import Zin

_INVULPLEK = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
_KOP = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def po_pad(map_: Path, taal: str) -> Path:
    """Where the texts of a language stand."""
    return map_ / taal / "LC_MESSAGES" / "django.po"


def werk_bij(pad: Path, zinnen: Iterable[Zin], taal: str) -> polib.POFile:
    """Write every sentence once, with the files that use it; keep what is translated, drop the rest."""
    oud = {_sleutel(regel): regel for regel in polib.pofile(str(pad))} if pad.exists() else {}
    nieuw = polib.POFile(wrapwidth=110)
    nieuw.metadata = {"Language": taal, **_KOP}
    for regel in _regels(zinnen):
        bekend = oud.get(_sleutel(regel))
        if bekend:
            _neem_over(regel, bekend)
        nieuw.append(regel)
    pad.parent.mkdir(parents=True, exist_ok=True)
    nieuw.save(str(pad))
    return nieuw


def compileer(pad: Path) -> Path:
    """Write the .mo beside it; a running server never reads half a file."""
    doel = pad.with_suffix(".mo")
    tijdelijk = doel.with_suffix(".mo.nieuw")
    polib.pofile(str(pad)).save_as_mofile(str(tijdelijk))
    return tijdelijk.replace(doel)


def gebreken(catalogus: polib.POFile, zinnen: Iterable[Zin]) -> Iterator[str]:
    """Say per sentence what is wrong: not there, not translated, other blanks to fill in."""
    bekend = {_sleutel(regel): regel for regel in catalogus if not regel.obsolete}
    for nodig in _regels(zinnen):
        regel = bekend.get(_sleutel(nodig))
        waar = nodig.occurrences[0][0]
        if regel is None or not regel.translated():
            yield f"{waar}: niet vertaald: {nodig.msgid!r}"
        elif not _zelfde_invulplekken(regel):
            yield f"{waar}: andere invulplekken: {nodig.msgid!r}"


def _regels(zinnen: Iterable[Zin]) -> list[polib.POEntry]:
    """One line per sentence, the plural form kept when one place of use has it."""
    per_sleutel: dict[tuple[str, str], polib.POEntry] = {}
    for zin in zinnen:
        regel = per_sleutel.setdefault(
            (zin.context, zin.msgid), polib.POEntry(msgid=zin.msgid, msgctxt=zin.context or None)
        )
        if zin.meervoud:
            regel.msgid_plural = zin.meervoud
            regel.msgstr_plural = {0: "", 1: ""}
        if (zin.bestand, "") not in regel.occurrences:
            regel.occurrences.append((zin.bestand, ""))
    for regel in per_sleutel.values():
        if "%(" in regel.msgid or "%s" in regel.msgid:
            regel.flags.append("python-format")
    return list(per_sleutel.values())


def _sleutel(regel: polib.POEntry) -> tuple[str, str]:
    return regel.msgctxt or "", regel.msgid


def _neem_over(regel: polib.POEntry, bekend: polib.POEntry) -> None:
    regel.msgstr = "" if regel.msgid_plural else bekend.msgstr
    if regel.msgid_plural and bekend.msgstr_plural:
        regel.msgstr_plural = dict(bekend.msgstr_plural)
    regel.tcomment = bekend.tcomment
    regel.flags += [vlag for vlag in bekend.flags if vlag not in regel.flags and vlag != "python-format"]


def _zelfde_invulplekken(regel: polib.POEntry) -> bool:
    if not regel.msgid_plural:
        return _invulplekken(regel.msgstr) == _invulplekken(regel.msgid)
    # One form may write the number as a word.
    mag = _invulplekken(regel.msgid) | _invulplekken(regel.msgid_plural)
    return all(_invulplekken(tekst) <= mag for tekst in regel.msgstr_plural.values())


def _invulplekken(tekst: str) -> set[str]:
    return set(_INVULPLEK.findall(tekst))
