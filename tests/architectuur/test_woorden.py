"""Words and names: one word all the way, no drawers."""

import re

import pytest

from tests.architectuur.bestanden import PAKKETTEN, WORTEL, bestanden, regels

# Spelt in two parts, so that this file does not hold the word either. Names of other systems may.
VERBODEN = "kl" + "ant"
ANDERE_SYSTEMEN = re.compile(rf"open[ -]?{VERBODEN}|{VERBODEN}interacties|{VERBODEN}contact", re.IGNORECASE)
LADEN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "mixins",
    "managers",
    "common",
    "misc",
    "signals",
    "base",
    "core",
}
BOVENAAN = {"afspraken", "locaties", "toegankelijkheid", "templates", "static", "tests", "docs", ".ci"}
ERNAAST = {
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "manage.py",
    "publiccode.yml",
    "pyproject.toml",
    "requirements-test.in",
    "requirements-test.txt",
    "requirements.in",
    "requirements.txt",
}


def test_het_woord_dat_dit_product_niet_gebruikt_staat_nergens():
    gevonden = [
        f"{pad}:{nummer}"
        for pad in bestanden()
        for nummer, regel in enumerate(regels(pad), 1)
        if VERBODEN in ANDERE_SYSTEMEN.sub("", regel).lower()
    ]
    assert gevonden == []


def test_geen_bestand_of_map_heet_naar_een_lade():
    eigen = [pad for pad in bestanden() if pad.parts[0] in PAKKETTEN]
    assert [str(pad) for pad in eigen if LADEN & {pad.stem, *pad.parent.parts}] == []


def test_namen_van_modules_zijn_kleine_ascii_woorden():
    net = re.compile(r"^(__\w+__|_?[a-z0-9]+(_[a-z0-9]+)*|0\d{3}_\w+)$")
    python = [pad for pad in bestanden() if pad.suffix == ".py"]
    assert [str(pad) for pad in python if not all(net.match(d) for d in (*pad.parent.parts, pad.stem))] == []


def test_bovenaan_staat_alleen_wat_er_hoort():
    vreemd = {pad.parts[0] for pad in bestanden()} - BOVENAAN - ERNAAST
    assert vreemd == set()


@pytest.mark.parametrize("map_", ["docs", ".ci"])
def test_geen_andere_map_bevat_code(map_):
    assert [str(pad) for pad in bestanden() if pad.parts[0] == map_ and pad.suffix == ".py"] == []


@pytest.mark.parametrize("pakket", PAKKETTEN)
def test_de_testmappen_spiegelen_de_code(pakket):
    mappen = {pad.relative_to("tests").parent for pad in bestanden() if pad.parts[:2] == ("tests", pakket)}
    assert [str(map_) for map_ in mappen if not (WORTEL / map_).is_dir()] == []
