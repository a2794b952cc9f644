"""The catalogues. What was agreed for a person (Afstemming and all that hangs on it) is never here."""

from __future__ import annotations

from django.contrib import admin

from .models import Behoefte, Bekwaamheid, Specialisme


@admin.register(Behoefte)
class BehoefteAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Texts, minutes and what a need requires; never deleted, because drafts may hold its code."""

    list_display = ["tekst", "groep", "extra_minuten", "specialisme", "roepwijze", "volgorde", "is_actief"]
    list_filter = ["groep", "is_actief"]
    list_select_related = ["specialisme"]
    filter_horizontal = ["vereist_balie", "vereist_gebouw"]

    def has_delete_permission(self, request: object, obj: Behoefte | None = None) -> bool:
        """Switch it off with ``is_actief`` instead."""
        return False


@admin.register(Specialisme)
class SpecialismeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Kinds of training."""

    list_display = ["naam", "code", "aandeel_vraag"]


@admin.register(Bekwaamheid)
class BekwaamheidAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Who is trained, until when: what expires first stands on top."""

    list_display = ["medewerker", "specialisme", "certificaat", "geldig_van", "geldig_tot"]
    list_filter = ["specialisme"]
    list_select_related = ["medewerker", "specialisme"]
    date_hierarchy = "geldig_tot"
    ordering = ["geldig_tot"]
    search_fields = ["medewerker__naam", "certificaat"]
