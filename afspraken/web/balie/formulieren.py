"""Forms of the counter: a button says at which workplace it was seen; fields are named as the deed asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.queries.doorgeefkeuzes import Doorgeefkeuzes
from afspraken.queries.werkplek import Bezoekdeelregel
from afspraken.web.velden import SmsVeld

from .teksten import AFRONDREDENEN, UITKOMSTEN

MEESTE = 2**62  # what a database column holds
VERHAAL_TEKENS = 1000


class Plekknop(forms.Form):
    """A button of a workplace."""

    werkplek = forms.IntegerField(min_value=1, max_value=MEESTE)


class Balieknop(forms.Form):
    """At which balie somebody sits down."""

    balie = forms.IntegerField(min_value=1, max_value=MEESTE)


class Oproepknop(Plekknop):
    """The next one, or this one."""

    bezoek_id = forms.UUIDField(required=False)


class Bezoekknop(Plekknop):
    """A button about one visitor."""

    bezoek_id = forms.UUIDField()


class Roepknop(Bezoekknop):
    """With how many calls there were when the button was shown."""

    keren = forms.IntegerField(min_value=0, max_value=99)


class Gemistknop(Bezoekknop):
    """With how often this visitor was missed."""

    gemist = forms.IntegerField(min_value=1, max_value=99)


class Tijdknop(Bezoekknop):
    """How many extra minutes in all; the deed knows which make sense."""

    minuten = forms.IntegerField(min_value=-MEESTE, max_value=MEESTE)


class Productknop(Bezoekknop):
    """What else it is for."""

    product = forms.CharField(max_length=50)


class Afrondformulier(forms.Form):
    """How the visit ended, and what was handed over."""

    uitkomst = forms.ChoiceField(
        label=_("Is de bezoeker geholpen?"),
        choices=list(UITKOMSTEN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het is afgelopen"), "invalid_choice": _("Kies uit de lijst")},
    )
    reden = forms.ChoiceField(
        label=_("Waarom niet helemaal?"),
        choices=[("", _("Kies een reden")), *((str(r), tekst) for r, tekst in AFRONDREDENEN.items())],
        required=False,
        help_text=_("Alleen als de bezoeker niet helemaal is geholpen."),
        error_messages={"invalid_choice": _("Kies uit de lijst")},
    )
    raadsman = forms.BooleanField(label=_("Gewezen op de sociaal raadsman"), required=False)

    def clean(self) -> dict[str, Any]:
        """Who was not wholly helped, we say why."""
        uitkomst = self.cleaned_data.get("uitkomst")
        if uitkomst not in (None, "geholpen") and not self.cleaned_data.get("reden"):
            self.add_error("reden", _("Kies waarom de bezoeker niet helemaal is geholpen"))
        return self.cleaned_data


class Raadsmanformulier(forms.Form):
    """Where the SMS goes; filled in already with the number of the appointment."""

    telefoon = SmsVeld(
        label=_("Mobiel nummer van de bezoeker"),
        help_text=_("Vraag of dit het goede nummer is. Wij gebruiken het alleen voor deze sms."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off", "inputmode": "tel"}),
        error_messages={"required": _("Vul een mobiel nummer in.")},
    )


class Doorgeefformulier(forms.Form):
    """To whom, what is done already, and the story."""

    naar = forms.ChoiceField(
        label=_("Aan wie geeft u de bezoeker door?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies aan wie"), "invalid_choice": _("Kies uit de lijst")},
    )
    product = forms.ChoiceField(
        label=_("Komt er iets bij?"),
        required=False,
        error_messages={"invalid_choice": _("Kies uit de lijst")},
    )
    klaar = forms.TypedMultipleChoiceField(
        label=_("Wat is hier al klaar?"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies uit de lijst")},
    )
    verhaal = forms.CharField(
        label=_("Wat moet uw collega weten?"),
        help_text=_(
            "Zo hoeft de bezoeker het niet nog een keer te vertellen. Alleen wie verder helpt leest dit."
        ),
        required=False,
        max_length=VERHAAL_TEKENS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Gebruik ten hoogste 1000 tekens")},
    )

    def __init__(
        self, *args: Any, keuzes: Doorgeefkeuzes, delen: Iterable[Bezoekdeelregel], **kwargs: Any
    ) -> None:
        """Offer who is here today, and what is still to be done."""
        super().__init__(*args, **kwargs)
        _bied_aan(self.fields["naar"], _bestemmingen(keuzes))
        producten = [(p.code, p.naam) for p in keuzes.producten]
        _bied_aan(self.fields["product"], [("", _("Nee")), *producten])
        _bied_aan(self.fields["klaar"], [(d.deel_id, d.product) for d in delen if not d.is_klaar])

    def bestemming(self) -> dict[str, Any]:
        """Return the argument of the deed that says to whom."""
        soort, _streep, wie = self.cleaned_data["naar"].partition(":")
        if soort == "medewerker":
            return {"medewerker_id": int(wie)}
        return {"specialisme": wie} if soort == "specialisme" else {}


def _bestemmingen(keuzes: Doorgeefkeuzes) -> Sequence[tuple[str, Any]]:
    opgeleid = [
        (f"specialisme:{code}", _("Iemand die is opgeleid voor %(wat)s") % {"wat": code.replace("_", " ")})
        for code in keuzes.specialismen
    ]
    collegas = [(f"medewerker:{c.medewerker_id}", _waar(c.naam, c.balie)) for c in keuzes.collegas]
    return [("iedereen", _("De eerste collega die verder kan helpen")), *opgeleid, *collegas]


def _waar(naam: str, balie: int | None) -> Any:
    return _("%(naam)s, balie %(balie)s") % {"naam": naam, "balie": balie} if balie else naam


def _bied_aan(veld: forms.Field, keuzes: Sequence[tuple[Any, Any]]) -> None:
    veld.choices = keuzes  # type: ignore[attr-defined]
