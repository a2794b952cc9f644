"""What can we arrange, and may we keep that?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.rules.telefoonnummer import lees_telefoonnummer
from locaties.rules.weigering import Weigering
from toegankelijkheid.queries.behoeften import Behoeftekeuze

BEL_MIJ = "anders"
GROEPEN = {
    "bewegen": gettext_lazy("Bewegen"),
    "zien": gettext_lazy("Zien"),
    "horen": gettext_lazy("Horen"),
    "praten": gettext_lazy("Praten"),
    "begrijpen": gettext_lazy("Begrijpen en lezen"),
    "rust": gettext_lazy("Rust en tijd"),
    "steun": gettext_lazy("Steun en iets anders"),
}


class BehoeftenFormulier(forms.Form):
    """Needs by group; consent apart and never ticked beforehand."""

    behoeften = forms.MultipleChoiceField(
        label=gettext_lazy("Kies wat u nodig hebt. U mag meer dan één antwoord kiezen."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy(
                "Kies wat u nodig hebt. Hebt u niets nodig? Kies dan onderaan 'Ik heb niets nodig'"
            ),
            "invalid_choice": gettext_lazy("Deze keuze kennen wij niet. Kies opnieuw wat u nodig hebt"),
        },
    )
    telefoon = forms.CharField(
        label=gettext_lazy("Uw telefoonnummer"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    toestemming = forms.BooleanField(
        label=gettext_lazy("Ja, de gemeente mag dit bewaren voor mijn afspraak"), required=False
    )

    def __init__(
        self, *args: Any, catalogus: Sequence[Behoeftekeuze], zonder_bewaren: bool = False, **kwargs: Any
    ) -> None:
        """Offer the catalogue; who refuses consent need not fill in the rest."""
        super().__init__(*args, **kwargs)
        self.zonder_bewaren = zonder_bewaren
        veld = self.fields["behoeften"]
        assert isinstance(veld, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        veld.choices = _per_groep(catalogus)
        veld.required = not zonder_bewaren
        veld.uitleg = {keuze.code: keuze.uitleg for keuze in catalogus}  # type: ignore[attr-defined]

    def clean_telefoon(self) -> str:
        """Keep what was typed; a number is needed only for "call me"."""
        tekst: str = self.cleaned_data["telefoon"].strip()
        bel_mij = BEL_MIJ in self.cleaned_data.get("behoeften", [])
        if self.zonder_bewaren or (not tekst and not bel_mij):
            return tekst
        if not tekst:
            raise ValidationError(_("Vul uw telefoonnummer in. Dan kunnen wij u bellen"))
        try:
            lees_telefoonnummer(tekst)
        except Weigering as fout:
            raise ValidationError(_(fout.melding)) from fout
        return tekst

    def clean_toestemming(self) -> bool:
        """Ask once more when the box is open: going on without is another button."""
        gegeven: bool = self.cleaned_data["toestemming"]
        if not gegeven and not self.zonder_bewaren:
            raise ValidationError(
                _("Mogen wij dit bewaren? Zet een vinkje. Mag het niet? Kies dan 'Verder zonder bewaren'")
            )
        return gegeven


def _per_groep(catalogus: Sequence[Behoeftekeuze]) -> list[tuple[str, list[tuple[str, str]]]]:
    volgorde = list(dict.fromkeys(keuze.groep for keuze in catalogus))
    op_groep = sorted(catalogus, key=lambda keuze: volgorde.index(keuze.groep))
    return [
        (str(GROEPEN.get(groep, groep)), [(keuze.code, keuze.tekst) for keuze in keuzes])
        for groep, keuzes in groupby(op_groep, key=lambda keuze: keuze.groep)
    ]
