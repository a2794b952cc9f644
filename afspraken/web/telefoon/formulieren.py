"""Forms of the phone agent and the host."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.rules.telefoonnummer import Onleesbaar, Telefoonnummer, lees_telefoonnummer
from afspraken.web.behoeftegroepen import BEHOEFTEGROEPEN
from afspraken.web.talen import TALEN
from afspraken.web.velden import DatumVeld
from toegankelijkheid.queries.behoeften import Behoeftekeuze

from .teksten import JA_NEE, KANALEN, LEEFTIJDSGROEPEN, ROLLEN


class Zoekformulier(forms.Form):
    """One box for everything."""

    tekst = forms.CharField(
        label=_("Naam, afspraakcode, telefoonnummer of e-mailadres"),
        min_length=2,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "required": _("Vul in wat u zoekt"),
            "min_length": _("Vul 2 letters of meer in"),
            "max_length": _("Gebruik ten hoogste 80 tekens"),
        },
    )


class Personenformulier(forms.Form):
    """How many people for one product: per age group where the product has them."""

    def __init__(self, *args: Any, groepen: Iterable[str], meeste: int, **kwargs: Any) -> None:
        """Make a field per group."""
        super().__init__(*args, **kwargs)
        self.groepen, self.meeste = tuple(groepen) or ("",), meeste
        for i, groep in enumerate(self.groepen):
            self.fields[f"aantal_{i}"] = forms.IntegerField(
                label=_naam(groep),
                min_value=0,
                max_value=meeste,
                required=False,
                initial=0 if groep else 1,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                error_messages={
                    "invalid": _("Vul een getal in"),
                    "min_value": _("Vul 0 of meer in"),
                    "max_value": _("Vul ten hoogste %(limit_value)s in"),
                },
            )

    def clean(self) -> dict[str, Any]:
        """Somebody must come, and not too many."""
        totaal = len(self.per_persoon())
        if not self.errors and totaal < 1:
            raise ValidationError(_("Vul in hoeveel mensen er komen."))
        if not self.errors and totaal > self.meeste:
            raise ValidationError(_("Dit kan voor ten hoogste %(meeste)s mensen.") % {"meeste": self.meeste})
        return self.cleaned_data

    def per_persoon(self) -> tuple[str, ...]:
        """Return the age group of each person."""
        aantallen = [self.cleaned_data.get(f"aantal_{i}") or 0 for i in range(len(self.groepen))]
        return tuple(g for g, aantal in zip(self.groepen, aantallen, strict=True) for _i in range(aantal))


class Wensenformulier(forms.Form):
    """Language, company, and what we must arrange; consent is asked aloud."""

    taal = forms.ChoiceField(
        label=_("Taal van de berichten"), choices=[("nl", _("Nederlands")), ("en", _("Engels"))]
    )
    spreektaal = forms.ChoiceField(
        label=_("Welke taal spreekt de inwoner?"),
        choices=TALEN,
        required=False,
        error_messages={"invalid_choice": _("Kies een taal uit de lijst")},
    )
    begeleiding = forms.ChoiceField(
        label=_("Komt er iemand mee?"),
        choices=[
            ("", _("Nee, of onbekend")),
            ("eigen_tolk", _("Ja, een eigen tolk")),
            ("iemand_mee", _("Ja, iemand anders")),
        ],
        required=False,
    )
    gebeurtenis_op = DatumVeld(label=_("Datum van de geboorte of het overlijden"), required=False)
    hulp = forms.ChoiceField(
        label=_("Is er hulp nodig bij het bezoek?"),
        choices=JA_NEE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee")},
    )
    behoeften = forms.MultipleChoiceField(
        label=_("Wat kunnen wij regelen?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    toestemming = forms.ChoiceField(
        label=_("Geeft de inwoner toestemming?"),
        choices=[("ja", _("Ja, de inwoner zei ja")), ("nee", _("Nee, de inwoner wil dat niet"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(
        self, *args: Any, behoeften: Iterable[Behoeftekeuze], vraagt_datum: bool, **kwargs: Any
    ) -> None:
        """Offer the needs of the catalogue, by group."""
        super().__init__(*args, **kwargs)
        bied_aan(self.fields["behoeften"], behoeften)
        if not vraagt_datum:
            del self.fields["gebeurtenis_op"]

    def clean(self) -> dict[str, Any]:
        """Needs are kept only after a spoken yes or no."""
        velden = self.cleaned_data
        if velden.get("hulp") == "ja":
            if not velden.get("behoeften"):
                self.add_error("behoeften", _("Kies wat wij kunnen regelen. Of kies bij hulp: nee"))
            elif not velden.get("toestemming"):
                self.add_error("toestemming", _("Vraag om toestemming en kies ja of nee"))
        return velden

    def als_velden(self) -> dict[str, Any]:
        """Return it as fields of the draft; without a yes the needs are not kept at all."""
        velden = self.cleaned_data
        hulp, mag = velden["hulp"] == "ja", velden["toestemming"] == "ja"
        return {
            "taal": velden["taal"],
            "spreektaal": velden["spreektaal"],
            "begeleiding": velden["begeleiding"],
            "gebeurtenis_op": velden.get("gebeurtenis_op"),
            "hulp": hulp,
            "behoeften": tuple(velden["behoeften"]) if hulp and mag else (),
            "toestemming": mag if hulp else None,
        }

    @staticmethod
    def begin_van(gegevens: Aanvraaggegevens) -> dict[str, Any]:
        """Return what was chosen before."""
        ja_nee = {True: "ja", False: "nee", None: ""}
        return {
            "taal": gegevens.taal,
            "spreektaal": gegevens.spreektaal,
            "begeleiding": gegevens.begeleiding,
            "gebeurtenis_op": gegevens.gebeurtenis_op,
            "hulp": ja_nee[gegevens.hulp],
            "behoeften": list(gegevens.behoeften),
            "toestemming": ja_nee[gegevens.toestemming],
        }


class Gegevensformulier(forms.Form):
    """Whom we write to, and how."""

    achternaam = forms.CharField(
        label=_("Achternaam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul de achternaam in"),
            "max_length": _("Gebruik ten hoogste 80 tekens"),
        },
    )
    rol = forms.ChoiceField(label=_("Wie is dit?"), choices=ROLLEN)
    kanaal = forms.ChoiceField(
        label=_("Hoe wil de inwoner de bevestiging krijgen?"),
        choices=KANALEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de inwoner de bevestiging krijgt")},
    )
    telefoon = forms.CharField(
        label=_("Telefoonnummer"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"max_length": _("Dit telefoonnummer is te lang")},
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
        error_messages={"invalid": _("Dit e-mailadres klopt niet. Een voorbeeld: naam@voorbeeld.nl")},
    )
    gedeeld = forms.BooleanField(label=_("Dit is een gedeeld nummer of adres"), required=False)

    def clean_telefoon(self) -> str:
        """Accept every way of writing a number; keep what was typed."""
        tekst: str = self.cleaned_data["telefoon"].strip()
        if tekst:
            _nummer(tekst)
        return tekst

    def clean(self) -> dict[str, Any]:
        """The chosen channel must be able to reach somebody."""
        velden = self.cleaned_data
        kanaal = velden.get("kanaal")
        if kanaal == "sms" and "telefoon" in velden:
            self._toets_sms(velden["telefoon"])
        if kanaal == "email" and not velden.get("email") and "email" not in self.errors:
            self.add_error("email", _("Vul een e-mailadres in, of kies een andere manier"))
        return velden

    def _toets_sms(self, telefoon: str) -> None:
        if not telefoon:
            self.add_error("telefoon", _("Vul een mobiel nummer in, of kies een andere manier"))
        elif not _nummer(telefoon).kan_sms:
            fout = _("Hier kunnen wij geen sms naartoe sturen. Kies een andere manier, of een mobiel nummer")
            self.add_error("telefoon", fout)


def bied_aan(veld: forms.Field, behoeften: Iterable[Behoeftekeuze]) -> None:
    """Put the needs in the field, by group and each with its explanation."""
    keuzes = list(behoeften)
    groepen: dict[str, list[tuple[str, str]]] = {}
    for keuze in keuzes:
        groepen.setdefault(keuze.groep, []).append((keuze.code, keuze.tekst))
    veld.choices = [(BEHOEFTEGROEPEN.get(g, g), rijen) for g, rijen in groepen.items()]  # type: ignore[attr-defined]
    veld.uitleg = {keuze.code: keuze.uitleg for keuze in keuzes}  # type: ignore[attr-defined]


def _nummer(tekst: str) -> Telefoonnummer:
    try:
        return lees_telefoonnummer(tekst)
    except Onleesbaar as fout:
        raise ValidationError(_(fout.melding)) from fout


def _naam(groep: str) -> str:
    return str(LEEFTIJDSGROEPEN.get(groep, _("Leeftijd %(groep)s") % {"groep": groep}))
