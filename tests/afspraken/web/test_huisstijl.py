"""What a reader of the screen hears: names, hints and errors tied to their inputs."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from afspraken.web.huisstijl import foutregels_of_leeg, tegelgroepen
from afspraken.web.velden import DatumVeld


class Formulier(forms.Form):
    achternaam = forms.CharField(label="Achternaam", error_messages={"required": "Vul uw achternaam in"})
    geboren = DatumVeld(label="Geboortedatum")
    hulp = forms.ChoiceField(label="Hulp?", widget=forms.RadioSelect, choices=[("ja", "Ja"), ("nee", "Nee")])
    tijd = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[("Ochtend", [("a", "9:00")]), ("Middag", [("b", "13:00")])],
        required=False,
    )


FOUT = {"geboren_0": "1", "geboren_1": "17", "geboren_2": "1971"}


def _veld(formulier: forms.Form, naam: str, deel: str = "veld", **extra: Any) -> str:
    return render_to_string(f"delen/{deel}.html", {"veld": formulier[naam], **extra})


def test_hint_en_fout_horen_bij_het_veld() -> None:
    html = _veld(Formulier(FOUT), "achternaam", hint="Zoals in uw paspoort")
    assert 'aria-describedby="id_achternaam_hint id_achternaam_fout"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-required="true"' in html
    assert " required" not in html


def test_een_leeg_formulier_heeft_geen_fouten() -> None:
    assert foutregels_of_leeg(Formulier()) == []
    assert foutregels_of_leeg(None) == []


def test_elke_fout_verwijst_naar_wat_u_moet_veranderen() -> None:
    ankers = [regel.anker for regel in foutregels_of_leeg(Formulier(FOUT))]
    assert ankers == ["id_achternaam", "id_geboren_1", "id_hulp_0"]


def test_alleen_het_foute_vak_van_een_datum_is_gemerkt() -> None:
    html = _veld(Formulier(FOUT), "geboren", "datumveld")
    assert html.count('aria-invalid="true"') == 1
    assert 'value="17" id="id_geboren_1" aria-invalid="true"' in html


def test_niets_is_vooraf_gekozen_en_wat_gekozen_was_blijft() -> None:
    assert "checked" not in _veld(Formulier(), "hulp", "tegels")
    assert 'value="nee" id="id_hulp_1" checked' in _veld(Formulier({"hulp": "nee"}), "hulp", "tegels")


def test_tegels_staan_in_hun_groep() -> None:
    groepen = tegelgroepen(Formulier()["tijd"], {"b": "rustig"})
    assert [(groep.naam, [(t.id, t.label, t.uitleg) for t in groep.tegels]) for groep in groepen] == [
        ("Ochtend", [("id_tijd_0", "9:00", "")]),
        ("Middag", [("id_tijd_1", "13:00", "rustig")]),
    ]


def test_wat_iemand_typte_wordt_nooit_opmaak() -> None:
    html = _veld(Formulier({"achternaam": '"><script>'}), "achternaam")
    assert "<script>" not in html


@pytest.mark.parametrize(
    ("inhoud", "telling"),
    [({}, "0"), ({"aantal_fouten": 2}, "2"), ({"formulier": Formulier(FOUT)}, "3"), ({"fout": "Bezet"}, "1")],
)
def test_de_titel_telt_de_fouten(inhoud: dict[str, Any], telling: str) -> None:
    assert Template("{% load huisstijl %}{% fouttelling %}").render(Context(inhoud)) == telling


def test_alleen_wat_een_ander_antwoord_vraagt_staat_onder_controleer() -> None:
    formulier = Formulier(FOUT)
    formulier.add_error(None, "Nu even niet")
    html = render_to_string("delen/fouten.html", {"formulier": formulier})
    voor, _kop, erna = html.partition("Controleer deze 3 antwoorden:")
    assert "<p>Nu even niet</p>" in voor
    assert erna.count("<li><a href") == 3
    los = Formulier(
        {"achternaam": "De Wit", "hulp": "ja", "geboren_0": "1", "geboren_1": "1", "geboren_2": "1971"}
    )
    los.add_error(None, "Nu even niet")
    assert "Controleer" not in render_to_string("delen/fouten.html", {"formulier": los})
