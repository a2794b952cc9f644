"""Who are you, and where may we send a message?"""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.actions.stappen.contact import GeenCodeMogelijk
from afspraken.rules.telefoonnummer import Telefoonnummer, lees_telefoonnummer
from locaties.rules.weigering import Weigering

KANALEN = (
    ("sms", gettext_lazy("Per sms")),
    ("email", gettext_lazy("Per e-mail")),
    ("papier", gettext_lazy("Geen bericht. Ik print de bevestiging of schrijf de code op")),
)
KANAALNAMEN = dict(KANALEN)
# What a code can follow; the rest is by phone when a code is asked.
KANALEN_MET_CODE = tuple(kanaal for kanaal in KANALEN if kanaal[0] != "papier")


class GegevensFormulier(forms.Form):
    """Surname, one of phone and e-mail, the channel and the language of messages."""

    achternaam = forms.CharField(
        label=gettext_lazy("Achternaam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Vul uw achternaam in"),
            "max_length": gettext_lazy("Uw achternaam is te lang. Gebruik niet meer dan 80 letters"),
        },
    )
    telefoon = forms.CharField(
        label=gettext_lazy("Telefoonnummer"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"max_length": gettext_lazy("Dit telefoonnummer is te lang")},
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "invalid": gettext_lazy("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl"),
            "max_length": gettext_lazy("Dit e-mailadres is te lang"),
        },
    )
    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe wilt u bericht krijgen?"),
        choices=KANALEN,
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Vult u alleen een mobiel nummer of alleen een e-mailadres in? Dan hoeft u hier niets te kiezen."
        ),
        error_messages={"invalid_choice": gettext_lazy("Kies een van de antwoorden op deze bladzijde")},
    )
    taal = forms.ChoiceField(
        label=gettext_lazy("In welke taal wilt u bericht krijgen?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een taal"),
            "invalid_choice": gettext_lazy("Kies een taal van deze bladzijde"),
        },
    )

    nummer: Telefoonnummer | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer only what a code can follow when the municipality asks one."""
        super().__init__(*args, **kwargs)
        if settings.BEVESTIGEN_MET_CODE:
            kanaal = cast(forms.ChoiceField, self.fields["kanaal"])
            kanaal.choices = KANALEN_MET_CODE
            kanaal.help_text = _("Wij sturen u een code. Daarmee maakt u de afspraak zeker.")
            kanaal.error_messages["invalid_choice"] = _(GeenCodeMogelijk.melding)

    def clean_telefoon(self) -> str:
        """Keep what was typed, once it can be read."""
        tekst: str = self.cleaned_data["telefoon"].strip()
        if tekst:
            try:
                self.nummer = lees_telefoonnummer(tekst)
            except Weigering as fout:
                raise ValidationError(_(fout.melding)) from fout
        return tekst

    def clean(self) -> dict[str, Any]:
        """One way to reach somebody, and a channel that fits it."""
        velden = super().clean() or {}
        if "telefoon" in self.errors or "email" in self.errors:
            return velden
        if not velden.get("telefoon") and not velden.get("email"):
            self.add_error(
                "telefoon", _("Vul een telefoonnummer of een e-mailadres in. Een van de twee is genoeg")
            )
        else:
            velden["kanaal"] = velden.get("kanaal") or self._enige_kanaal(velden)
            self._controleer_kanaal(velden)
        return velden

    def _enige_kanaal(self, velden: dict[str, Any]) -> str:
        """Return the channel when there is only one; a choice when there are two."""
        kan_sms = self.nummer is not None and self.nummer.kan_sms
        if kan_sms and velden["email"]:
            self.add_error("kanaal", _("Kies hoe u bericht wilt krijgen: per sms of per e-mail"))
            return ""
        return "email" if velden["email"] else "sms"

    def _controleer_kanaal(self, velden: dict[str, Any]) -> None:
        if velden["kanaal"] == "email" and not velden["email"]:
            self.add_error("email", _("Vul uw e-mailadres in. Daar sturen wij uw bericht heen"))
        if velden["kanaal"] == "sms" and not (self.nummer and self.nummer.kan_sms):
            self.add_error("telefoon", self._geen_sms())

    def _geen_sms(self) -> str:
        if self.nummer is None:
            return _("Vul uw mobiele nummer in. Daar sturen wij uw sms heen")
        if settings.BEVESTIGEN_MET_CODE:
            return _(
                "Hier kunnen wij geen sms naartoe sturen. Vul een mobiel nummer in, of vul uw e-mailadres in."
                " Lukt dat niet? Bel ons, dan maken wij de afspraak met u."
            )
        return _(
            "Hier kunnen wij geen sms naartoe sturen. Vul een mobiel nummer in, vul uw e-mailadres in,"
            " of kies bij bericht: Geen bericht."
        )
