"""Forms that change an appointment that stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from toegankelijkheid.queries.behoeften import Behoeftekeuze

from .formulieren import bied_aan


class Annuleerformulier(forms.Form):
    """Who cancels, and why."""

    door = forms.ChoiceField(
        label=_("Wie zegt de afspraak af?"),
        choices=[("burger", _("De inwoner")), ("gemeente", _("De gemeente"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie de afspraak afzegt")},
    )
    reden = forms.CharField(
        label=_("Reden"),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Gebruik ten hoogste 200 tekens")},
    )

    def clean(self) -> dict[str, Any]:
        """The municipality owes people a reason."""
        velden = self.cleaned_data
        if velden.get("door") == "gemeente" and not velden.get("reden", "").strip():
            self.add_error("reden", _("Zegt de gemeente af? Schrijf dan op waarom"))
        return velden


class Persoonformulier(forms.Form):
    """Who does not come."""

    # A number and no choice: pressed twice it names somebody who is already out, and that is fine.
    persoon = forms.IntegerField(
        label=_("Wie komt er niet?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie er niet komt"), "invalid": _("Kies wie er niet komt")},
    )

    def __init__(self, *args: Any, personen: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        """Offer the people who come."""
        super().__init__(*args, **kwargs)
        widget = self.fields["persoon"].widget
        assert isinstance(widget, forms.RadioSelect)  # noqa: S101 - for the type checker
        widget.choices = list(personen)


class Behoeftenformulier(forms.Form):
    """Everything that is needed, chosen anew: what was kept before is for the citizen only."""

    behoeften = forms.MultipleChoiceField(
        label=_("Kies opnieuw alles wat nodig is"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies wat nodig is. Is er niets meer nodig? Wis dan wat er is gevraagd"),
            "invalid_choice": _("Deze keuze kennen wij niet. Kies opnieuw."),
        },
    )
    toestemming = forms.BooleanField(
        label=_("De inwoner zei: ja, u mag dit bewaren"),
        error_messages={
            "required": _("Vraag om toestemming en zet een vinkje. Is het nee? Dan mag u dit niet bewaren"),
        },
    )

    def __init__(self, *args: Any, behoeften: Iterable[Behoeftekeuze], **kwargs: Any) -> None:
        """Offer the needs of the catalogue, by group, none of them chosen."""
        super().__init__(*args, **kwargs)
        bied_aan(self.fields["behoeften"], behoeften)
