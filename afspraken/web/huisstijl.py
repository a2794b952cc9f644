"""Template tags of the house style."""

from django import template

register = template.Library()
