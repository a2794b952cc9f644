"""Form fields of our own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraken.actions.stappen.beurtsms import lees_sms_nummer
from locaties.rules.weigering import Weigering

MAANDEN = 12
LANGSTE_MAAND = 31
JAREN = (1880, 2200)


def zonder_nul(tekst: str) -> str:
    """Return what was typed without the one sign that PostgreSQL cannot keep; a form refuses it itself."""
    return tekst.replace("\x00", "")


class DatumVakken(forms.MultiWidget):
    """Three boxes: day, month, year."""

    def __init__(self) -> None:
        """Plain text boxes: a number box changes when somebody scrolls."""
        super().__init__(widgets=[forms.TextInput(), forms.TextInput(), forms.TextInput()])

    def decompress(self, value: date | None) -> list[str]:
        """Split a date over the boxes."""
        if not isinstance(value, date):
            return ["", "", ""]
        return [str(value.day), str(value.month), str(value.year)]


class DatumVeld(forms.Field):
    """A date in three boxes; the error code names the box that is wrong (dag, maand, jaar)."""

    widget = DatumVakken
    default_error_messages = {
        "required": _("Vul een datum in. Bijvoorbeeld: 27 3 1968"),
        "dag": _("De dag moet 1 tot en met 31 zijn"),
        "maand": _("De maand moet 1 tot en met 12 zijn"),
        "jaar": _("Vul het jaar in met 4 cijfers. Bijvoorbeeld: 1968"),
        "invalid": _("Deze datum bestaat niet. Kijk nog eens naar de dag en de maand"),
    }

    def to_python(self, value: Any) -> date | None:
        """Read the boxes."""
        vakken = [str(vak or "").strip() for vak in value or ()]
        if not any(vakken):
            return None
        return self._datum(vakken)

    def _datum(self, vakken: Sequence[str]) -> date:
        """Check box by box, so that the message is about what is wrong."""
        dag = self._getal(vakken[0], 1, LANGSTE_MAAND, "dag")
        maand = self._getal(vakken[1], 1, MAANDEN, "maand")
        jaar = self._getal(vakken[2], *JAREN, "jaar")
        try:
            return date(jaar, maand, dag)
        except ValueError as fout:
            raise ValidationError(self.error_messages["invalid"], code="dag") from fout

    def _getal(self, tekst: str, laagste: int, hoogste: int, vak: str) -> int:
        """Return the number in a box."""
        if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= len(str(hoogste)) + 1):
            raise ValidationError(self.error_messages[vak], code=vak)
        if not laagste <= int(tekst) <= hoogste:
            raise ValidationError(self.error_messages[vak], code=vak)
        return int(tekst)


class SmsVeld(forms.CharField):
    """A mobile number, in any way people write it; kept as typed."""

    default_error_messages = {"max_length": _("Gebruik ten hoogste 40 tekens")}

    def __init__(self, **kwargs: Any) -> None:
        """Long enough for every way of writing."""
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        """Say at once where no SMS can go."""
        tekst = str(super().clean(value))
        if tekst:
            try:
                lees_sms_nummer(tekst)
            except Weigering as fout:
                raise ValidationError(gettext(fout.melding)) from fout
        return tekst
