"""Which call for help is answered, and by whom."""

from __future__ import annotations

from django import forms

from .toegang import Personeelsverzoek


class Alarmformulier(forms.Form):
    """One alarm."""

    alarm = forms.IntegerField(min_value=1, max_value=2**62)


def naam_van(request: Personeelsverzoek) -> str:
    """Return how colleagues know who is logged in."""
    wie = request.user
    return (wie.get_full_name() if wie.is_authenticated else "") or wie.get_username()
