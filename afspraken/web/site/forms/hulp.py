"""Does somebody need help, does somebody come along, and in which language do we talk?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.web.talen import TALEN

BEGELEIDING = (
    ("iemand_mee", _("Er komt iemand met mij mee")),
    ("eigen_tolk", _("Ik neem zelf een tolk mee")),
)
NIEMAND = "nee"
BEGELEIDINGSNAMEN = dict(BEGELEIDING)


class HulpFormulier(forms.Form):
    """Yes or no, nothing chosen before; then two ordinary questions that may stay open."""

    hulp = forms.ChoiceField(
        label=_("Hebt u, of iemand die meekomt, hulp nodig bij uw bezoek?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies Ja of Nee"),
            "invalid_choice": _("Kies Ja of Nee"),
        },
    )
    begeleiding = forms.ChoiceField(
        label=_("Komt er iemand met u mee?"),
        choices=[*BEGELEIDING, (NIEMAND, _("Nee, of dat weet ik nog niet"))],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van de antwoorden op deze bladzijde")},
    )
    spreektaal = forms.ChoiceField(
        label=_("Welke taal spreekt u het liefst?"),
        choices=TALEN,
        required=False,
        error_messages={"invalid_choice": _("Kies een taal uit de lijst")},
    )
