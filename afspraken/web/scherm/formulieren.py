"""The only form of a screen."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Koppelformulier(forms.Form):
    """The code of six characters; spaces, dashes and small letters do not matter."""

    code = forms.CharField(
        label=_("Code van dit scherm"),
        max_length=40,
        error_messages={
            "required": _("Vul de code in"),
            "max_length": _("Een code heeft 6 tekens. Vul alleen de code in"),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
