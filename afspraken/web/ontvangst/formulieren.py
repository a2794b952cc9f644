"""Forms of the tablet at the entrance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afspraken.queries.inloopproducten import Inloopproduct
from afspraken.rules.aanvraag import Gevraagd
from afspraken.web.behoeftegroepen import BEHOEFTEGROEPEN
from afspraken.web.talen import TALEN
from afspraken.web.velden import SmsVeld
from locaties.rules.pincode import LENGTE
from toegankelijkheid.queries.behoeften import Behoeftekeuze

if TYPE_CHECKING:  # only the type stubs make this name importable
    from django.utils.functional import _StrPromise

from .teksten import WEGSTUURREDENEN

LANGSTE = 200  # a scanner types the whole address of somebody's page


class Zoekformulier(forms.Form):
    """One box: name, code, ticket or telephone."""

    tekst = forms.CharField(
        label=_("Zoek op naam, afspraakcode of telefoonnummer"),
        max_length=LANGSTE,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "max_length": _("Gebruik ten hoogste %(limit_value)s tekens"),
            "required": _("Vul in wat u zoekt"),
        },
    )


class Productzoekformulier(forms.Form):
    """What for, in the visitor's own words."""

    tekst = forms.CharField(
        label=_("Zoek een product"),
        max_length=LANGSTE,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": _("Gebruik ten hoogste %(limit_value)s tekens")},
    )


class Aanmeldformulier(forms.Form):
    """Who is here: one of the list, or a code."""

    afspraak = forms.UUIDField(required=False)
    code = forms.CharField(max_length=LANGSTE, required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        if not self.cleaned_data.get("afspraak") and not self.cleaned_data.get("code"):
            raise forms.ValidationError(_("Kies wie er is."))
        return self.cleaned_data


class Scanformulier(forms.Form):
    """The code, for when the camera cannot read it."""

    code = forms.CharField(
        label=_("Of typ de afspraakcode"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


class Boekformulier(forms.Form):
    """What the appointment is for; without it the agent chooses."""

    product = forms.SlugField(required=False)


class Bezoekformulier(forms.Form):
    """Which visit."""

    bezoek = forms.UUIDField()


def _pincode(label: _StrPromise) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LENGTE,
        widget=forms.PasswordInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": str(LENGTE)}
        ),
        error_messages={
            "required": _("Vul uw pincode in"),
            "max_length": _("Een pincode heeft %(limit_value)s cijfers"),
        },
    )


class Pincodeformulier(forms.Form):
    """The code that unlocks the tablet."""

    pincode = _pincode(_("Pincode"))


class NieuwePincodeformulier(forms.Form):
    """A new code, typed twice: nobody sees what was typed."""

    pincode = _pincode(_("Nieuwe pincode"))
    nog_eens = _pincode(_("Nog een keer dezelfde pincode"))

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        data = self.cleaned_data
        if data.get("pincode") and data.get("nog_eens") and data["pincode"] != data["nog_eens"]:
            self.add_error("nog_eens", _("Dit zijn andere cijfers dan hierboven"))
        return data


class Haalformulier(forms.Form):
    """Which task."""

    taak = forms.UUIDField()


class Gemistformulier(Bezoekformulier):
    """With how often this visitor was missed when the button was shown."""

    gemist = forms.IntegerField(min_value=1, max_value=99)


class Wegstuurformulier(forms.Form):
    """Why nobody could help: one of a fixed list."""

    reden = forms.ChoiceField(
        label=_("Waarom kunnen wij deze bezoeker nu niet helpen?"),
        choices=[(str(reden), tekst) for reden, tekst in WEGSTUURREDENEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden"), "invalid_choice": _("Kies een reden")},
    )


class Inschrijfformulier(forms.Form):
    """How many people, which language, and what we arrange right now."""

    formulier = forms.UUIDField(widget=forms.HiddenInput)
    product = forms.CharField(max_length=50, widget=forms.HiddenInput)
    aantal = forms.IntegerField(
        label=_("Voor hoeveel mensen?"),
        min_value=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Vul in voor hoeveel mensen"),
            "invalid": _("Vul een getal in"),
            "min_value": _("Vul 1 of meer in"),
            "max_value": _("Dit kan voor ten hoogste %(limit_value)s mensen"),
        },
    )
    taal = forms.ChoiceField(
        label=_("Taal van scherm en stem"), choices=[("nl", _("Nederlands")), ("en", _("Engels"))]
    )
    spreektaal = forms.ChoiceField(
        label=_("Welke taal spreekt de bezoeker?"),
        choices=TALEN,
        required=False,
        error_messages={"invalid_choice": _("Kies een taal uit de lijst")},
    )
    telefoon = SmsVeld(
        label=_("Nummer per sms"),
        help_text=_("Alleen als de bezoeker dat wil. Vul het mobiele nummer in, zoals 06 1234 5678."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    behoeften = forms.MultipleChoiceField(
        label=_("Wat regelen wij nu?"),
        help_text=_("Vraag wat wij kunnen regelen. Vraag niet welke ziekte of beperking iemand heeft."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Deze keuze kennen wij niet. Kies opnieuw.")},
    )
    toestemming = forms.BooleanField(
        label=_("De bezoeker zei ja: wij mogen dit bewaren tot 1 dag na het bezoek"), required=False
    )

    def __init__(
        self, *args: Any, product: Inloopproduct, behoeften: Iterable[Behoeftekeuze], **kwargs: Any
    ) -> None:
        """Offer what can be arranged at once, by group."""
        super().__init__(*args, **kwargs)
        self.fields["aantal"] = forms.IntegerField(
            label=_("Voor hoeveel mensen?"),
            min_value=1,
            max_value=product.max_personen,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            error_messages=self.fields["aantal"].error_messages,
        )
        _bied_aan(self.fields["behoeften"], list(behoeften))

    def clean(self) -> dict[str, Any]:
        """What we arrange is kept only after a spoken yes."""
        if self.cleaned_data.get("behoeften") and not self.cleaned_data.get("toestemming"):
            self.add_error(
                "toestemming",
                _("Vraag of wij dit mogen bewaren. Zegt de bezoeker nee? Haal de keuzes dan weg."),
            )
        return self.cleaned_data

    def gevraagd(self) -> tuple[Gevraagd, ...]:
        """Return the product for so many people."""
        return (Gevraagd(self.cleaned_data["product"], ("",) * self.cleaned_data["aantal"]),)


def _bied_aan(veld: forms.Field, keuzes: Sequence[Behoeftekeuze]) -> None:
    assert isinstance(veld, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
    veld.choices = [
        (BEHOEFTEGROEPEN.get(groep, groep), [(keuze.code, keuze.tekst) for keuze in rij])
        for groep, rij in groupby(keuzes, lambda keuze: keuze.groep)
    ]
