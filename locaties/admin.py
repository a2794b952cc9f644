"""Catalogues that are edited by hand. What touches capacity goes through actions, not through here."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from .models import Contactpersoon, Gebruiker, Gemeente, Leeftijdsgroep, Product, Rol, Voorziening


class LeeftijdsgroepInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    """Own minutes and papers for each age group."""

    model = Leeftijdsgroep
    extra = 0


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Products and their texts."""

    list_display = ["naam", "categorie", "duur_minuten", "vorm", "is_actief"]
    list_filter = ["categorie", "vorm", "is_actief"]
    search_fields = ["code", "naam", "naam_en", "upl_naam"]
    filter_horizontal = ["afhalen_locaties"]
    inlines = [LeeftijdsgroepInline]


@admin.register(Voorziening)
class VoorzieningAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Names of provisions."""

    list_display = ["naam", "plek", "code"]
    list_filter = ["plek"]


@admin.register(Gemeente)
class GemeenteAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """The municipality and how it can be reached."""

    list_display = ["naam", "telefoon", "bereikbaar", "tekst_voor_doven"]


@admin.register(Contactpersoon)
class ContactpersoonAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Who can be called about an office, and when."""

    list_display = ["locatie", "medewerker", "telefoon", "bereikbaar", "van", "tot_en_met"]
    list_filter = ["locatie"]


class RolInline(admin.TabularInline):  # type: ignore[type-arg]  # not subscriptable at run time
    """What somebody may do, and where."""

    model = Rol
    extra = 0


@admin.register(Gebruiker)
class GebruikerAdmin(UserAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Staff accounts with their roles."""

    inlines = [RolInline]


# allauth shows the secret itself there: whoever reads it is that colleague from then on, needs included.
admin.site.unregister(Authenticator)


@admin.register(Authenticator)
class TweedeFactorAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Who lost a phone or a key gets rid of it here, and sets up another; the secret is for nobody else."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    list_filter = ["type"]
    fields = ["user", "type", "created_at", "last_used_at"]
    readonly_fields = ["user", "type", "created_at", "last_used_at"]

    def has_add_permission(self, request: object) -> bool:
        """Only its owner sets one up."""
        return False

    def has_change_permission(self, request: object, obj: Authenticator | None = None) -> bool:
        """Look, or take away."""
        return False
