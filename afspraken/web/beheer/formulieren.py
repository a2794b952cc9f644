"""Forms of beheer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.rules.berichtdatum import volle_datum
from afspraken.web.velden import DatumVeld
from locaties.queries.medewerkerkeuze import Medewerkerkeuze

LANGSTE_AFWEZIGHEID = timedelta(days=366)
# Colleagues read the reason beside the appointment: it never says that somebody is ill.
REDENEN = {
    "onverwacht": _("onverwacht afwezig"),
    "verlof": _("verlof"),
    "anders": _("ander werk"),
}


class Afmeldformulier(forms.Form):
    """Who is away, from when until when, and why."""

    medewerker = forms.TypedChoiceField(
        label=_("Wie is er niet?"), coerce=int, error_messages={"required": _("Kies een medewerker")}
    )
    van = DatumVeld(label=_("Eerste dag dat de medewerker er niet is"))
    tot_en_met = DatumVeld(label=_("Laatste dag dat de medewerker er niet is"))
    reden = forms.ChoiceField(
        label=_("Waarom?"),
        choices=[("", _("Kies een reden")), *REDENEN.items()],
        error_messages={"required": _("Kies een reden")},
    )

    def __init__(self, *args: Any, keuzes: Iterable[Medewerkerkeuze], vandaag: date, **kwargs: Any) -> None:
        """Offer the employees of the planner's own offices."""
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        veld = self.fields["medewerker"]
        veld.choices = [("", _("Kies een medewerker")), *((k.id, k.naam) for k in keuzes)]  # type: ignore[attr-defined]

    def clean_van(self) -> date:
        """Nobody falls out in the past: those visits have been."""
        van: date = self.cleaned_data["van"]
        if van < self.vandaag:
            raise forms.ValidationError(_("De eerste dag is al voorbij. Kies vandaag of een dag daarna."))
        return van

    def clean(self) -> dict[str, Any]:
        """Check that the period runs forward and ends."""
        van, tot = self.cleaned_data.get("van"), self.cleaned_data.get("tot_en_met")
        if van and tot and tot < van:
            self.add_error("tot_en_met", _("De laatste dag ligt voor de eerste dag."))
        elif van and tot and tot - van > LANGSTE_AFWEZIGHEID:
            self.add_error("tot_en_met", _("Kies een periode van ten hoogste 1 jaar."))
        return self.cleaned_data


class Oplossingformulier(forms.Form):
    """How it was solved."""

    oplossing = forms.CharField(
        label=_("Hoe is het opgelost?"),
        max_length=200,
        error_messages={
            "required": _("Schrijf kort op hoe het is opgelost"),
            "max_length": _("Gebruik ten hoogste 200 tekens"),
        },
    )


class Weekformulier(forms.Form):
    """Which office, which week."""

    kantoor = forms.ChoiceField(
        label=_("Kantoor"), error_messages={"invalid_choice": _("Kies een kantoor uit de lijst")}
    )
    week = forms.ChoiceField(
        label=_("Week"), error_messages={"invalid_choice": _("Kies een week uit de lijst")}
    )

    def __init__(
        self, *args: Any, kantoren: Iterable[tuple[str, str]], weken: Iterable[date], **kwargs: Any
    ) -> None:
        """Offer the own offices, and weeks by their Monday."""
        super().__init__(*args, **kwargs)
        self.fields["kantoor"].choices = list(kantoren)  # type: ignore[attr-defined]
        self.fields["week"].choices = [(dag.isoformat(), _weeknaam(dag)) for dag in weken]  # type: ignore[attr-defined]


def _weeknaam(maandag: date) -> str:
    """Return "week 45 (vanaf 2 november)"."""
    vanaf = volle_datum(datetime.combine(maandag, time()), "nl").split(" ", 1)[1]
    return f"week {maandag.isocalendar().week} (vanaf {vanaf})"
