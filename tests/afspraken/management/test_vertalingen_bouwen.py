"""The translation command: what it finds, keeps and refuses."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command

SJABLOON = """{% load i18n %}<h1>{% translate "Maak een afspraak" %}</h1>
{% blocktranslate count n=aantal trimmed %}
  Nog {{ n }} minuut
{% plural %}
  Nog {{ n }} minuten
{% endblocktranslate %}
{% include "x.html" with tekst=_("Verder") %}"""
PYTHON = """
from django.utils.translation import gettext as _, gettext_lazy, pgettext
class Weigering(Exception):
    melding: str = "Dit kan niet."
class Bezet(Weigering):
    melding = "Deze tijd is net weg."
class NetBezet(Bezet):
    pass
def g():
    raise NetBezet("Iemand anders was net eerder.")
def h():
    raise ValueError("for developers only")
def f():
    return (_("Hallo "
        "%(naam)s"), gettext_lazy("Verder"), pgettext("knop", "Open"), _(tekst))
"""


@pytest.fixture
def project(tmp_path: Path, settings) -> Path:
    (tmp_path / "templates" / "vertalingen").mkdir(parents=True)
    (tmp_path / "templates" / "start.html").write_text(SJABLOON)
    (tmp_path / "afspraken" / "models").mkdir(parents=True)
    (tmp_path / "afspraken" / "tijd.py").write_text(PYTHON)
    (tmp_path / "afspraken" / "models" / "bericht.py").write_text('_("alleen voor de catalogus")')
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "templates" / "vertalingen"]
    return tmp_path


def _po(project: Path) -> polib.POFile:
    return polib.pofile(str(_pad(project)))


def _pad(project: Path) -> Path:
    return project / "templates" / "vertalingen" / "en" / "LC_MESSAGES" / "django.po"


def _vertaal_alles(project: Path) -> polib.POFile:
    catalogus = _po(project)
    for regel in catalogus:
        regel.msgstr = "" if regel.msgid_plural else f"EN {regel.msgid}"
        if regel.msgid_plural:
            regel.msgstr_plural = {0: "%(n)s minute left", 1: "%(n)s minutes left"}
    catalogus.save()
    return catalogus


def test_verzamelen_vindt_wat_sjablonen_en_code_vragen(project):
    call_command("vertalingen_bouwen", "--verzamel")
    assert {(regel.msgctxt or "", regel.msgid, regel.msgid_plural) for regel in _po(project)} == {
        ("", "Maak een afspraak", ""),
        ("", "Nog %(n)s minuut", "Nog %(n)s minuten"),
        ("", "Verder", ""),
        ("", "Dit kan niet.", ""),
        ("", "Deze tijd is net weg.", ""),
        ("", "Iemand anders was net eerder.", ""),
        ("", "Hallo %(naam)s", ""),
        ("knop", "Open", ""),
    }
    verder = next(regel for regel in _po(project) if regel.msgid == "Verder")
    assert [bestand for bestand, _ in verder.occurrences] == ["templates/start.html", "afspraken/tijd.py"]


def test_opnieuw_verzamelen_bewaart_de_vertaling_en_laat_weg_wat_niemand_meer_vraagt(project):
    call_command("vertalingen_bouwen", "--verzamel")
    _vertaal_alles(project)
    (project / "templates" / "start.html").write_text('{% load i18n %}{% translate "Verder" %}')
    call_command("vertalingen_bouwen", "--verzamel")
    teksten = {regel.msgid: regel.msgstr for regel in _po(project)}
    assert teksten["Verder"] == "EN Verder"
    assert "Maak een afspraak" not in teksten


def test_controleren_slaagt_pas_als_alles_is_vertaald(project):
    call_command("vertalingen_bouwen", "--verzamel")
    with pytest.raises(CommandError, match="niet vertaald"):
        call_command("vertalingen_bouwen", "--controleer")
    _vertaal_alles(project)
    call_command("vertalingen_bouwen", "--controleer")
    assert polib.mofile(str(_pad(project).with_suffix(".mo"))).find("Verder").msgstr == "EN Verder"


def test_een_zin_die_nog_niet_verzameld_is_telt_als_niet_vertaald(project):
    call_command("vertalingen_bouwen", "--verzamel")
    _vertaal_alles(project)
    (project / "afspraken" / "nieuw.py").write_text('_("Iets nieuws")')
    with pytest.raises(CommandError, match="Iets nieuws"):
        call_command("vertalingen_bouwen", "--controleer")


@pytest.mark.parametrize("vertaling", ["Hello", "Hello %(name)s", "Hello %(naam)s %(naam2)s"])
def test_een_andere_invulplek_wordt_geweigerd(project, vertaling):
    call_command("vertalingen_bouwen", "--verzamel")
    catalogus = _vertaal_alles(project)
    regel = next(regel for regel in catalogus if regel.msgid.startswith("Hallo"))
    regel.msgstr = vertaling
    catalogus.save()
    with pytest.raises(CommandError, match="andere invulplekken"):
        call_command("vertalingen_bouwen", "--controleer")
