"""Small things to test with: a need, an office, something agreed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from locaties.models import Locatie, Medewerker, Voorziening
from toegankelijkheid.actions.afstemming_vastleggen import afstemming_vastleggen
from toegankelijkheid.models import Behoefte, Specialisme

# A Monday at ten, in the office's own time.
NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
VANDAAG = date(2026, 11, 23)


def maak_locatie(code: str = "noord") -> Locatie:
    return Locatie.objects.create(
        code=code,
        naam=code.title(),
        korte_naam=code,
        adres="Straat 1",
        postcode="1234 AB",
        plaats="Stad",
        telefoon="14 070",
    )


def maak_medewerker(code: str = "anja") -> Medewerker:
    return Medewerker.objects.create(code=code, naam=code.title())


def maak_specialisme(code: str) -> Specialisme:
    return Specialisme.objects.get_or_create(code=code, defaults={"naam": code})[0]


def _voorzieningen(codes: tuple[str, ...], plek: str) -> list[Voorziening]:
    return [
        Voorziening.objects.get_or_create(code=code, defaults={"plek": plek, "naam": code})[0]
        for code in codes
    ]


def maak_behoefte(
    code: str,
    *,
    balie: tuple[str, ...] = (),
    gebouw: tuple[str, ...] = (),
    specialisme: str = "",
    vervanging: str = "",
    **velden: Any,
) -> Behoefte:
    standaard = {"groep": "rust", "tekst": f"Tekst {code}", "uitleg": f"Uitleg {code}"}
    behoefte = Behoefte.objects.create(
        code=code,
        specialisme=maak_specialisme(specialisme) if specialisme else None,
        vervanging_balie=_voorzieningen((vervanging,), "balie")[0] if vervanging else None,
        **(standaard | velden),
    )
    behoefte.vereist_balie.set(_voorzieningen(balie, "balie"))
    behoefte.vereist_gebouw.set(_voorzieningen(gebouw, "gebouw"))
    return behoefte


def maak_catalogus() -> None:
    """A wheelchair, an interpreter, and "call me"."""
    maak_behoefte(
        "rolstoel",
        balie=("verlaagde_balie",),
        gebouw=("drempelvrij",),
        extra_minuten=5,
        handelingen=["Ga op ooghoogte zitten."],
        volgorde=1,
    )
    maak_behoefte(
        "gebarentolk",
        specialisme="communicatie",
        vervanging="tolk_op_afstand",
        extra_minuten=10,
        roepwijze="ophalen",
        bestelling_wat="tolk Nederlandse Gebarentaal",
        bestelling_werkdagen=5,
        handelingen=["Praat tegen de bezoeker, niet tegen de tolk."],
        volgorde=2,
    )
    maak_behoefte(
        "anders",
        bestelling_wat="bellen met de bezoeker",
        bestelling_werkdagen=0,
        bestelling_binnen_werkdagen=2,
        volgorde=3,
    )


def leg_vast(*behoeften: str, locatie: Locatie, **velden: Any) -> UUID:
    standaard: dict[str, Any] = {
        "eigen_tolk": False,
        "tekstversie": "2026-11",
        "wijze": "online",
        "afspraakdatum": date(2026, 12, 7),
        "wissen_na": NU + timedelta(days=15),
        "nu": NU,
    }
    return afstemming_vastleggen(behoeften=behoeften, locatie_id=locatie.pk, **(standaard | velden))
