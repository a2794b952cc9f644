"""On which day did it happen? For what the law sets a term to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.web.velden import DatumVeld

VRAGEN = {
    "geboorteaangifte": gettext_lazy("Op welke dag is het kind geboren?"),
    "overlijden": gettext_lazy("Op welke dag is de persoon overleden?"),
}
ALGEMEEN = gettext_lazy("Op welke dag is het gebeurd?")
LANGST_GELEDEN = timedelta(days=366)


class GebeurtenisFormulier(forms.Form):
    """One date, today or before."""

    gebeurtenis_op = DatumVeld()

    def __init__(self, *args: Any, product: str, vandaag: date, **kwargs: Any) -> None:
        """Ask about this product."""
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["gebeurtenis_op"].label = VRAGEN.get(product, ALGEMEEN)

    def clean_gebeurtenis_op(self) -> date:
        """Refuse a day that has still to come, or that is long ago: then it is a typing error."""
        datum: date = self.cleaned_data["gebeurtenis_op"]
        if datum > self.vandaag:
            raise ValidationError(_("Deze dag moet nog komen. Vul vandaag in, of een dag die al is geweest"))
        if datum < self.vandaag - LANGST_GELEDEN:
            raise ValidationError(
                _("Deze dag is langer dan een jaar geleden. Klopt het jaar? Klopt het wel, bel ons dan")
            )
        return datum
