"""The locks: exact versions and hashes, and no address of any package index."""

import json
import re

import pytest

from tests.architectuur.bestanden import WORTEL, bestanden

LIJSTEN = ("requirements.txt", "requirements-test.txt")


def _vergrendeld(lijst: str) -> dict[str, str]:
    """Return package -> version with its hashes."""
    tekst = (WORTEL / lijst).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==((?:.*\\\n)+.*)", tekst, flags=re.MULTILINE))


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_elk_pakket_heeft_een_vingerafdruk(lijst):
    tekst = (WORTEL / lijst).read_text()
    pakketten = re.findall(r"^[A-Za-z0-9]\S*", tekst, flags=re.MULTILINE)
    assert pakketten
    assert set(pakketten) == {f"{naam}=={rest.split()[0]}" for naam, rest in _vergrendeld(lijst).items()}
    assert all("--hash=sha256:" in rest for rest in _vergrendeld(lijst).values())


def test_de_testlijst_bevat_precies_dezelfde_versies_als_het_product():
    product, test = map(_vergrendeld, LIJSTEN)
    assert product.items() <= {naam: test.get(naam) for naam in product}.items()


def test_geen_vergrendeling_noemt_een_adres():
    sloten = [
        pad
        for pad in bestanden()
        if pad.name in {"package-lock.json", ".npmrc"} or pad.name.startswith("requirements")
    ]
    adres = re.compile(r'"resolved"|index-url|find-links|trusted-host|://\S+/(simple|packages)/')
    assert [str(pad) for pad in sloten if adres.search((WORTEL / pad).read_text())] == []


def test_elk_npm_pakket_heeft_een_vingerafdruk():
    sloten = [pad for pad in bestanden() if pad.name == "package-lock.json"]
    delen = [deel for pad in sloten for deel in json.loads((WORTEL / pad).read_text())["packages"].items()]
    assert delen
    assert [naam for naam, deel in delen if naam and "integrity" not in deel] == []
