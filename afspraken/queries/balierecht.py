"""Who still sits at a balie and may not any more: role ended, account off, or no longer employed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from afspraken.models import Werkplek
from locaties.models import Rol

SOORTEN = (Rol.Soort.BALIEMEDEWERKER, Rol.Soort.BEHEERDER)


def zonder_recht(werkplekken: Iterable[int]) -> frozenset[int]:
    """Return the ids of these workplaces of which that is so. One statement.

    An employee without an account never logged in, and lost nothing.
    """
    hier = Q(locatie=None) | Q(locatie=OuterRef("locatie"))
    rol = Rol.objects.filter(hier, gebruiker=OuterRef("medewerker__gebruiker"), soort__in=SOORTEN)
    uit = Q(medewerker__gebruiker__is_active=False) | ~Exists(rol)
    weg = Q(medewerker__is_actief=False) | Q(medewerker__gebruiker__isnull=False) & uit
    return frozenset(Werkplek.objects.filter(weg, id__in=werkplekken).values_list("id", flat=True))
