"""For how many people, of which age?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afspraken.queries.productuitleg import Productuitleg


def groepnaam(groep: str) -> str:
    """Return an age group as people say it."""
    van, streep, tot = groep.partition("-")
    if groep.endswith("+"):
        return _("%(van)s jaar of ouder") % {"van": groep[:-1]}
    if streep and tot:
        return _("%(van)s tot en met %(tot)s jaar") % {"van": van, "tot": tot}
    return groep


def personen_tekst(aantal: int) -> str:
    """Return "1 persoon", "4 personen"."""
    return ngettext("%(aantal)s persoon", "%(aantal)s personen", aantal) % {"aantal": aantal}


class AantalFormulier(forms.Form):
    """How many people, for a product without age groups."""

    aantal = forms.ChoiceField(
        label=gettext_lazy("Voor hoeveel mensen wilt u iets regelen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies voor hoeveel mensen u komt"),
            "invalid_choice": gettext_lazy("Kies een van de aantallen op deze bladzijde"),
        },
    )

    def __init__(self, *args: Any, uitleg: Productuitleg, **kwargs: Any) -> None:
        """Offer as many as fit in one appointment."""
        super().__init__(*args, **kwargs)
        veld = self.fields["aantal"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - for the type checker
        veld.choices = [(str(n), personen_tekst(n)) for n in range(1, uitleg.max_personen + 1)]

    @property
    def groepen(self) -> tuple[str, ...]:
        """Return one empty group per person."""
        return ("",) * int(self.cleaned_data["aantal"])


class GroepenFormulier(forms.Form):
    """How many people of each age group; one field per group."""

    def __init__(self, *args: Any, uitleg: Productuitleg, **kwargs: Any) -> None:
        """Make a field per age group of the product."""
        super().__init__(*args, **kwargs)
        self.uitleg = uitleg
        keuzes = [(str(n), str(n)) for n in range(uitleg.max_personen + 1)]
        for plek, groep in enumerate(uitleg.groepen):
            self.fields[f"groep_{plek}"] = forms.ChoiceField(
                label=groepnaam(groep.groep),
                choices=keuzes,
                initial="0",
                error_messages={"invalid_choice": _("Kies een van de aantallen in de lijst")},
            )

    def clean(self) -> dict[str, Any]:
        """At least one person, and not more than fit in one appointment."""
        velden = super().clean() or {}
        aantal = sum(int(waarde) for waarde in velden.values())
        if not self.errors and not aantal:
            self.add_error("groep_0", _("Kies bij minstens 1 leeftijd hoeveel mensen er komen"))
        if aantal > self.uitleg.max_personen:
            te_veel = _("In 1 afspraak kunnen wij %(aantal)s mensen helpen. Komt u met meer mensen? Bel ons.")
            self.add_error("groep_0", te_veel % {"aantal": self.uitleg.max_personen})
        return velden

    @property
    def groepen(self) -> tuple[str, ...]:
        """Return one group per person, in the order of the product."""
        return tuple(
            groep.groep
            for plek, groep in enumerate(self.uitleg.groepen)
            for _persoon in range(int(self.cleaned_data[f"groep_{plek}"]))
        )
