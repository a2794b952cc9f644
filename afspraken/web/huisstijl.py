"""Template tags of the house style: inputs, tiles and icons with the right classes and ARIA."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# The tests run from the most special widget to the most general.
KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.RadioSelect, ""),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (
        forms.CheckboxInput,
        "utrecht-checkbox utrecht-custom-checkbox utrecht-custom-checkbox--html-input tegel__keuze",
    ),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
)
FOUT_KLASSEN = (
    (forms.Select, "utrecht-select--invalid"),
    (forms.Textarea, "utrecht-textarea--invalid"),
    (forms.Widget, "utrecht-textbox--invalid"),
)
VAKKEN = ("dag", "maand", "jaar")
TE_VAAK = "too_many_login_attempts"  # allauth's code of the refusal; no other answer helps then


@dataclass(frozen=True)
class Tegel:
    """One choice as a tile."""

    id: str
    naam: str
    waarde: str
    label: str
    uitleg: str
    gekozen: bool


@dataclass(frozen=True)
class Tegelgroep:
    """Tiles under one sub-heading; without a name the only group."""

    naam: str
    tegels: tuple[Tegel, ...]


@dataclass(frozen=True)
class Vak:
    """One box of a date."""

    id: str
    naam: str
    waarde: str
    soort: str
    fout: bool


@dataclass(frozen=True)
class Foutregel:
    """One line of the error summary; without an anchor it is about no answer in particular."""

    anker: str
    tekst: str


def _eerste_klasse(widget: forms.Widget, klassen: Iterable[tuple[type[forms.Widget], str]]) -> str:
    """Return the classes of the first row that fits this widget."""
    return next(klasse for soort, klasse in klassen if isinstance(widget, soort))


@register.filter
def reeks(aantal: int) -> range:
    """Count from 1 to and including this number."""
    return range(1, int(aantal) + 1)


@register.filter
def foutregels_of_leeg(formulier: object) -> list[Foutregel]:
    """List the errors; nothing for what is not a filled-in form."""
    if not isinstance(formulier, forms.BaseForm) or not formulier.is_bound:
        return []
    return foutregels(formulier)


@register.filter
def met_anker(regels: Iterable[Foutregel]) -> list[Foutregel]:
    """Keep the errors that another answer can mend."""
    return [regel for regel in regels if regel.anker]


@register.filter
def beschreven_door(veld: BoundField, hint: object = "") -> str:
    """Return the ids of what explains this field: its hint, then its error."""
    ids = [f"{veld.auto_id}_hint"] if hint else []
    return " ".join([*ids, *([f"{veld.auto_id}_fout"] if veld.errors else [])])


@register.simple_tag
@cache
def icoon(naam: str) -> SafeString:
    """Draw a decorative icon, the same each time; the text beside it carries the meaning."""
    return mark_safe(get_template(f"delen/iconen/{naam}.svg").render().strip())  # noqa: S308 - our own files


@register.simple_tag
def besturing(veld: BoundField, hint: object = "", breedte: str = "") -> SafeString:
    """Draw only the input of a field, with its classes and its ARIA."""
    widget = veld.field.widget
    klassen = [_eerste_klasse(widget, KLASSEN), widget.attrs.get("class", "")]
    if breedte:
        klassen.append(f"breedte--{breedte}")
    attrs: dict[str, Any] = {"id": veld.id_for_label or veld.auto_id}
    if veld.errors:
        klassen.append(_eerste_klasse(widget, FOUT_KLASSEN))
        attrs["aria-invalid"] = "true"
    if beschreven := beschreven_door(veld, hint):
        attrs["aria-describedby"] = beschreven
    if veld.field.required:
        attrs["aria-required"] = "true"
    attrs["class"] = " ".join(filter(None, klassen))
    html: SafeString = widget.render(veld.html_name, veld.value(), attrs=attrs, renderer=veld.form.renderer)
    return html


@register.simple_tag
def tegelgroepen(veld: BoundField, uitleg: Mapping[str, str] | None = None) -> list[Tegelgroep]:
    """Turn the choices of a field into tiles, by group; choices without a group share one nameless group."""
    teksten = uitleg or getattr(veld.field, "uitleg", None) or {}
    widget = veld.field.widget
    if not isinstance(widget, ChoiceWidget):
        return []
    groepen: dict[str, list[Tegel]] = {}
    teller = 0
    waarden = widget.format_value(veld.value()) or []
    for naam, opties, _index in widget.optgroups(veld.html_name, waarden):
        for optie in opties:
            waarde = str(optie["value"])
            tegel = Tegel(
                f"{veld.auto_id}_{teller}",
                veld.html_name,
                waarde,
                str(optie["label"]),
                str(teksten.get(waarde, "")),
                bool(optie["selected"]),
            )
            groepen.setdefault(str(naam or ""), []).append(tegel)
            teller += 1
    return [Tegelgroep(naam, tuple(tegels)) for naam, tegels in groepen.items()]


@register.filter
def is_meerkeuze(veld: BoundField) -> bool:
    """Tell whether more than one tile may be chosen."""
    return isinstance(veld.field.widget, forms.CheckboxSelectMultiple)


@register.simple_tag
def datumvakken(veld: BoundField) -> list[Vak]:
    """Return the three boxes of a date; an error that names a box marks only that one."""
    codes = _foutcodes(veld)
    ruw = veld.value()
    waarden = ruw if isinstance(ruw, (list, tuple)) else veld.field.widget.decompress(ruw)
    return [
        Vak(
            f"{veld.auto_id}_{i}",
            f"{veld.html_name}_{i}",
            "" if waarde is None else str(waarde),
            vak,
            vak in codes or bool(veld.errors and not codes & set(VAKKEN)),
        )
        for i, (vak, waarde) in enumerate(zip(VAKKEN, waarden, strict=False))
    ]


def _foutcodes(veld: BoundField) -> set[str]:
    """Return the codes of the errors of this field."""
    return {str(fout.code) for fout in veld.form.errors.as_data().get(veld.name, [])}


def _anker(veld: BoundField) -> str:
    """Return the id of the input that an error in this field is about, "" when no answer is wrong."""
    widget = veld.field.widget
    if TE_VAAK in _foutcodes(veld):
        return ""
    if isinstance(widget, forms.MultiWidget):
        codes = _foutcodes(veld)
        return f"{veld.auto_id}_{next((i for i, vak in enumerate(VAKKEN) if vak in codes), 0)}"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return f"{veld.auto_id}_0"
    return veld.auto_id


def foutregels(formulier: forms.BaseForm) -> list[Foutregel]:
    """List every error of a form in the order of its fields, those of the whole form first."""
    regels = [Foutregel("", str(tekst)) for tekst in formulier.non_field_errors()]
    for veld in formulier:
        if veld.is_hidden:
            regels.extend(Foutregel("", str(tekst)) for tekst in veld.errors)
        else:
            regels.extend(Foutregel(_anker(veld), str(tekst)) for tekst in list(veld.errors)[:1])
    return regels


@register.simple_tag(takes_context=True)
def fouttelling(context: template.Context) -> int:
    """Count the errors on this page, for the title: ``aantal_fouten``, else those of ``formulier``."""
    genoemd = context.get("aantal_fouten")
    if genoemd is not None:
        return int(genoemd)
    return len(foutregels_of_leeg(context.get("formulier"))) or int(bool(context.get("fout")))
