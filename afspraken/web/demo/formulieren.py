"""Forms of the demo day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.demo.dag.stand import SNELHEDEN
from afspraken.demo.dag.voortgang import speelbare_kantoren

NAMEN = {
    1: _("echte tijd"),
    5: _("5 keer zo snel"),
    15: _("15 keer zo snel: een uur in 4 minuten"),
    30: _("30 keer zo snel: een uur in 2 minuten"),
    60: _("60 keer zo snel: een uur in 1 minuut"),
}


class Snelheidformulier(forms.Form):
    """How fast the clock goes."""

    snelheid = forms.TypedChoiceField(
        label=_("Hoe snel loopt de klok?"),
        coerce=int,
        choices=[(snelheid, NAMEN[snelheid]) for snelheid in SNELHEDEN],
        error_messages={"required": _("Kies een snelheid"), "invalid_choice": _("Kies een snelheid")},
    )


class Dagformulier(Snelheidformulier):
    """Which office."""

    kantoor = forms.ChoiceField(
        label=_("Welk kantoor?"),
        error_messages={"required": _("Kies een kantoor"), "invalid_choice": _("Kies een kantoor")},
    )
    field_order = ("kantoor", "snelheid")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer all offices, the largest first."""
        super().__init__(*args, **kwargs)
        self.fields["kantoor"].choices = speelbare_kantoren()  # type: ignore[attr-defined]
