"""Template filters of the staff pages: codes as words."""

from __future__ import annotations

from django import template

from .talen import TAALNAMEN

register = template.Library()


@register.filter
def taalnaam(code: str) -> str:
    """Return the name of a spoken language; an unknown code stays as it is."""
    return str(TAALNAMEN.get(code, code)).lower() if code else ""
