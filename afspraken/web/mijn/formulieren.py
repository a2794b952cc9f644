"""Forms of these pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraken.actions.beurtsms_vragen import GeenNummer
from afspraken.queries.vrije_tijden import Tijd
from afspraken.rules.toegangscode import CIJFERS, lees_toegangscode
from afspraken.web.velden import SmsVeld
from toegankelijkheid.queries.behoeften import Behoeftekeuze

GROEPEN = {
    "bewegen": _("Bewegen"),
    "zien": _("Zien"),
    "horen": _("Horen"),
    "praten": _("Praten"),
    "begrijpen": _("Begrijpen en lezen"),
    "rust": _("Rust en tijd"),
    "steun": _("Steun"),
}


class CodeFormulier(forms.Form):
    """The six digits from the message."""

    code = forms.CharField(
        label=_("Uw code"),
        max_length=100,
        error_messages={"required": _("Vul de code in die wij u hebben gestuurd.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        """Read it with or without spaces."""
        code = lees_toegangscode(self.cleaned_data["code"])
        if len(code) != CIJFERS:
            raise forms.ValidationError(_("De code heeft 6 cijfers. Kijk nog eens in het bericht."))
        return code


class Aanmeldformulier(forms.Form):
    """In which hall somebody stands, by the code on the poster; not asked for by who is sure."""

    kantoor = forms.CharField(
        label=_("Code op de poster bij de ingang"),
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"max_length": _("Gebruik ten hoogste 50 tekens")},
    )


class Beurtsmsformulier(forms.Form):
    """Where to send an SMS; empty for the number of the appointment, where there is one."""

    telefoon = SmsVeld(
        label=_("Mobiel nummer"),
        help_text=_("Wij gebruiken dit nummer alleen vandaag, voor dit bezoek. Daarna wissen wij het."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args: Any, verplicht: bool, **kwargs: Any) -> None:
        """Ask for a number where we have none."""
        super().__init__(*args, **kwargs)
        veld = self.fields["telefoon"]
        veld.required = verplicht
        veld.error_messages["required"] = gettext(GeenNummer.melding)


class TijdFormulier(forms.Form):
    """One of the times of a day."""

    begin = forms.ChoiceField(
        label=_("Kies een tijd"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een tijd."),
            "invalid_choice": _("Deze tijd is net door iemand anders gekozen. Kies een andere tijd."),
        },
    )

    def __init__(self, *args: Any, tijden: Sequence[Tijd], **kwargs: Any) -> None:
        """Offer these times, by part of the day."""
        super().__init__(*args, **kwargs)
        veld = self.fields["begin"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - for the type checker
        veld.choices = [
            (_("Ochtend") if ochtend else _("Middag"), [(tijd.begin.isoformat(), tijd.wand) for tijd in rij])
            for ochtend, rij in groupby(tijden, lambda tijd: tijd.wand < "12:00")
        ]


class BehoeftenFormulier(forms.Form):
    """What we can arrange, and apart from it whether we may keep it."""

    behoeften = forms.MultipleChoiceField(
        label=_("Wat kunnen wij voor u regelen?"),
        help_text=_("U hoeft niet te zeggen welke ziekte of beperking u hebt."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Deze keuze kennen wij niet. Kies opnieuw.")},
    )
    toestemming = forms.BooleanField(
        label=_("Ja, u mag dit bewaren tot 1 dag na mijn bezoek"), required=False
    )

    def __init__(self, *args: Any, keuzes: Sequence[Behoeftekeuze], **kwargs: Any) -> None:
        """Offer the catalogue, by group."""
        super().__init__(*args, **kwargs)
        veld = self.fields["behoeften"]
        assert isinstance(veld, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        veld.choices = [
            (GROEPEN.get(groep, groep.capitalize()), [(keuze.code, keuze.tekst) for keuze in rij])
            for groep, rij in groupby(keuzes, lambda keuze: keuze.groep)
        ]
        veld.uitleg = {keuze.code: keuze.uitleg for keuze in keuzes}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Without consent nothing may be kept."""
        gegevens = super().clean() or {}
        if gegevens.get("behoeften") and not gegevens.get("toestemming"):
            self.add_error(
                "toestemming",
                _("Wij bewaren dit alleen als u dat goed vindt. Zet een vinkje, of haal uw keuzes weg."),
            )
        return gegevens
