"""The decision for each visit that is still open at closing time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.actions.dag_afsluiten import Besluit
from afspraken.queries.afsluiting import OpenBezoek

from .teksten import EINDES, UITKOMSTEN, WEGSTUURREDENEN

Keuze = tuple[str, Any]


class Besluitformulier(forms.Form):
    """One choice per visit; only what goes with its state is offered."""

    def __init__(self, *args: Any, bezoeken: Iterable[OpenBezoek], **kwargs: Any) -> None:
        """Make a field for each."""
        super().__init__(*args, **kwargs)
        self.bezoeken = tuple(bezoeken)
        for bezoek in self.bezoeken:
            self.fields[_veld(bezoek.bezoek_id)] = forms.ChoiceField(
                label=_("Hoe is het met %(nummer)s afgelopen?") % {"nummer": bezoek.nummer},
                choices=[("", _("Kies hoe het is afgelopen")), *_keuzes(bezoek.eindes)],
                error_messages={
                    "required": _("Kies hoe het met %(nummer)s is afgelopen") % {"nummer": bezoek.nummer},
                    "invalid_choice": _("Kies uit de lijst"),
                },
            )

    def regels(self) -> list[tuple[OpenBezoek, forms.BoundField]]:
        """Return each visit with its field."""
        return [(bezoek, self[_veld(bezoek.bezoek_id)]) for bezoek in self.bezoeken]

    def besluiten(self) -> dict[UUID, Besluit]:
        """Return what was decided."""
        return {b.bezoek_id: _besluit(self.cleaned_data[_veld(b.bezoek_id)]) for b in self.bezoeken}


def _veld(bezoek_id: UUID) -> str:
    return f"besluit_{bezoek_id.hex}"


def _keuzes(eindes: frozenset[str]) -> list[Keuze]:
    keuzes: list[Keuze] = []
    if "afgerond" in eindes:
        keuzes += [(f"afgerond:{uitkomst}", tekst) for uitkomst, tekst in UITKOMSTEN.items()]
    keuzes += [(f"{einde}:", tekst) for einde, tekst in EINDES.items() if einde in eindes]
    if "weggestuurd" in eindes:
        keuzes += [
            (f"weggestuurd:{reden}", _("Weggestuurd: %(reden)s") % {"reden": tekst})
            for reden, tekst in WEGSTUURREDENEN.items()
        ]
    return keuzes


def _besluit(keuze: str) -> Besluit:
    naar, _punt, waarom = keuze.partition(":")
    if naar == "afgerond":
        return Besluit(naar, uitkomst=waarom)
    return Besluit(naar, reden=waarom)
