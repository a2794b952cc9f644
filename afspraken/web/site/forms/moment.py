"""Which day, which time? The choices are what is free at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from afspraken.queries.vrije_tijden import Dag, Tijd
from afspraken.web.site.datums import dag_tekst, datum_kort, tijd_tekst, weekdag_tekst

MIDDAG, AVOND = time(12), time(18)
DICHTBIJ = 3


def lees_moment(tekst: str) -> datetime | None:
    """Read the value of a tile; None for anything else."""
    try:
        moment = datetime.fromisoformat(tekst)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def lees_dag(tekst: str) -> date | None:
    """Read a date from the address; None for anything else."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


class DagFormulier(forms.Form):
    """Days with room, as tiles."""

    dag = forms.ChoiceField(label=gettext_lazy("Welke dag komt u?"), widget=forms.RadioSelect, required=True)

    def __init__(self, *args: Any, dagen: Sequence[Dag], laatste: date | None, **kwargs: Any) -> None:
        """Two lines per day; a day after the legal term says so."""
        super().__init__(*args, **kwargs)
        veld = self.fields["dag"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - for the type checker
        veld.choices = [(dag.datum.isoformat(), weekdag_tekst(dag.datum)) for dag in dagen]
        veld.uitleg = {dag.datum.isoformat(): _daguitleg(dag, laatste) for dag in dagen}  # type: ignore[attr-defined]


def _daguitleg(dag: Dag, laatste: date | None) -> str:
    aantal = ngettext("%(aantal)s tijd", "%(aantal)s tijden", dag.aantal) % {"aantal": dag.aantal}
    te_laat = [_("te laat")] if laatste and dag.datum > laatste else []
    return "\n".join([datum_kort(dag.datum), aantal, *te_laat])


class MomentFormulier(forms.Form):
    """Times of one day, by part of the day."""

    begin = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een tijd"),
            "invalid_choice": gettext_lazy("Kies een tijd"),
        },
    )

    def __init__(
        self, *args: Any, datum: date, tijden: Sequence[Tijd], rond_om: datetime | None = None, **kwargs: Any
    ) -> None:
        """Group the times; those near a lost time come first."""
        super().__init__(*args, **kwargs)
        veld = self.fields["begin"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101 - for the type checker
        veld.label = _("Hoe laat komt u op %(dag)s?") % {"dag": dag_tekst(datum)}
        veld.choices = _gegroepeerd(tijden, rond_om)


def _gegroepeerd(tijden: Sequence[Tijd], rond_om: datetime | None) -> list[tuple[str, list[tuple[str, str]]]]:
    groepen: dict[str, list[tuple[str, str]]] = {}
    dichtbij = _dichtbij(tijden, rond_om) if rond_om else []
    for tijd in (*dichtbij, *(tijd for tijd in tijden if tijd not in dichtbij)):
        naam = (
            _("Dichtbij %(tijd)s") % {"tijd": tijd_tekst(rond_om)}
            if rond_om and tijd in dichtbij
            else _dagdeel(tijd)
        )
        groepen.setdefault(naam, []).append((tijd.begin.isoformat(), tijd_kort(tijd)))
    return list(groepen.items())


def _dichtbij(tijden: Sequence[Tijd], rond_om: datetime) -> list[Tijd]:
    return sorted(
        sorted(tijden, key=lambda tijd: abs(tijd.begin - rond_om))[:DICHTBIJ], key=lambda t: t.begin
    )


def _dagdeel(tijd: Tijd) -> str:
    wand = localtime(tijd.begin).time()
    return _("Ochtend") if wand < MIDDAG else _("Middag") if wand < AVOND else _("Avond")


def tijd_kort(tijd: Tijd) -> str:
    """Return "10:20": in a tile the clock is short."""
    return tijd.wand
