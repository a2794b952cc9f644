"""Forms about the screens in the halls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from locaties.queries.kantoren import Kantoor


class Schermformulier(forms.Form):
    """Where it hangs, and what staff call it."""

    kantoor = forms.ChoiceField(label=_("Kantoor"), error_messages={"required": _("Kies een kantoor")})
    naam = forms.CharField(
        label=_("Naam van het scherm"),
        help_text=_("Bijvoorbeeld: hal, links van de ingang"),
        max_length=60,
        error_messages={
            "required": _("Geef het scherm een naam"),
            "max_length": _("Gebruik ten hoogste 60 tekens"),
        },
    )

    def __init__(self, *args: Any, kantoren: Sequence[Kantoor], **kwargs: Any) -> None:
        """Offer the offices of the own role; where there is one, nothing is left to choose."""
        super().__init__(*args, **kwargs)
        keuzes = [(kantoor.code, kantoor.naam) for kantoor in kantoren]
        leeg = [("", _("Kies een kantoor"))] if len(keuzes) != 1 else []
        self.fields["kantoor"].choices = [*leeg, *keuzes]  # type: ignore[attr-defined]


class Schermtekstformulier(forms.Form):
    """What the office says on a screen."""

    tekst = forms.CharField(
        label=_("Tekst van het kantoor"),
        max_length=160,
        required=False,
        error_messages={"max_length": _("Gebruik ten hoogste 160 tekens")},
    )
