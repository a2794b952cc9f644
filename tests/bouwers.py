"""Builders for the scene of a test: an office that is open, people who can, an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import Gemaakt, afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import (
    Balie,
    Gemeente,
    Inzet,
    Leeftijdsgroep,
    Locatie,
    Medewerker,
    Openingstijd,
    Product,
    ProductOpLocatie,
    Voorziening,
)
from toegankelijkheid.models import Behoefte, Bekwaamheid, Specialisme

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
DINSDAG = date(2026, 11, 3)


def op(wandtijd: str, datum: date = DINSDAG) -> datetime:
    """Aware UTC moment of a wall time in The Hague."""
    return datetime.combine(datum, time.fromisoformat(wandtijd), ZONE).astimezone(UTC)


@dataclass
class Kantoorscene:
    """An office with what belongs to it."""

    locatie: Locatie
    product: Product
    medewerkers: list[Medewerker] = field(default_factory=list)
    balies: list[Balie] = field(default_factory=list)


def een_kantoor(
    code: str = "loosduinen",
    *,
    medewerkers: int = 1,
    balies: int = 1,
    van: str = "09:00",
    tot: str = "12:00",
    datum: date = DINSDAG,
) -> Kantoorscene:
    """Build an office that is open on one weekday, with so many employees and balies."""
    Gemeente.objects.get_or_create(
        code="denhaag", defaults={"naam": "Gemeente Den Haag", "telefoon": "14 070"}
    )
    locatie = Locatie.objects.create(
        code=code,
        naam=f"Stadsdeelkantoor {code.title()}",
        korte_naam=code.title()[:20],
        adres="Kleine Keizerstraat 3",
        postcode="2553 CV",
        plaats="Den Haag",
        telefoon="14 070",
    )
    Openingstijd.objects.create(locatie=locatie, weekdag=datum.weekday(), van=van, tot=tot, soort="afspraak")
    scene = Kantoorscene(locatie, een_product(locatie=locatie))
    scene.balies = [Balie.objects.create(locatie=locatie, nummer=i + 1) for i in range(balies)]
    scene.medewerkers = [een_medewerker(scene, van=van, tot=tot, datum=datum) for _ in range(medewerkers)]
    return scene


def een_product(
    code: str = "paspoort", *, locatie: Locatie, minuten: int = 10, extra: int = 5, personen: int = 6
) -> Product:
    """Get or make a product, and have the office do it."""
    product, _ = Product.objects.get_or_create(
        code=code,
        defaults={
            "naam": f"{code.title()} aanvragen",
            "categorie": "reisdocumenten",
            "duur_minuten": minuten,
            "extra_minuten_per_persoon": extra,
            "max_personen": personen,
            "neem_mee": ["uw oude pas"],
        },
    )
    ProductOpLocatie.objects.get_or_create(product=product, locatie=locatie, defaults={"vorm": "beide"})
    return product


def een_leeftijdsgroep(product: Product, groep: str, minuten: int, extra: int) -> Leeftijdsgroep:
    """Give a product an age group with its own minutes."""
    return Leeftijdsgroep.objects.create(
        product=product, groep=groep, duur_minuten=minuten, extra_minuten_per_persoon=extra
    )


def een_medewerker(
    scene: Kantoorscene,
    *,
    van: str = "09:00",
    tot: str = "12:00",
    datum: date = DINSDAG,
    kan: Sequence[Product] | None = None,
) -> Medewerker:
    """Build an employee with one shift who masters the scene's product (or ``kan``)."""
    medewerker = Medewerker.objects.create(code=f"m-{uuid4().hex[:8]}", naam="Farida el Amrani")
    medewerker.producten.set([scene.product] if kan is None else kan)
    een_inzet(medewerker, scene.locatie, van=van, tot=tot, datum=datum)
    return medewerker


def een_inzet(
    medewerker: Medewerker, locatie: Locatie, *, van: str, tot: str, datum: date = DINSDAG
) -> Inzet:
    """Build a shift."""
    return Inzet.objects.create(
        medewerker=medewerker, locatie=locatie, datum=datum, begin=op(van, datum), einde=op(tot, datum)
    )


def een_voorziening(code: str, *aan: Balie, plek: str = "balie") -> Voorziening:
    """Get or make a provision, and put it at these balies."""
    voorziening, _ = Voorziening.objects.get_or_create(code=code, defaults={"plek": plek, "naam": code})
    for balie in aan:
        balie.voorzieningen.add(voorziening)
    return voorziening


def een_behoefte(
    code: str,
    *,
    extra: int = 0,
    balie: Sequence[Voorziening] = (),
    specialisme: str = "",
    bestelling: int | None = None,
    vervanging: Voorziening | None = None,
    roepwijze: str = "scherm",
) -> Behoefte:
    """Build a need of the catalogue."""
    behoefte = Behoefte.objects.create(
        code=code,
        groep="steun",
        tekst=code,
        uitleg=code,
        extra_minuten=extra,
        roepwijze=roepwijze,
        specialisme=Specialisme.objects.get_or_create(code=specialisme)[0] if specialisme else None,
        bestelling_wat="tolk" if bestelling is not None else "",
        bestelling_werkdagen=bestelling,
        vervanging_balie=vervanging,
    )
    behoefte.vereist_balie.set(balie)
    return behoefte


def een_bekwaamheid(
    medewerker: Medewerker, specialisme: str, *, tot: date = date(2027, 12, 31)
) -> Bekwaamheid:
    """Qualify an employee until a date (included)."""
    return Bekwaamheid.objects.create(
        medewerker=medewerker,
        specialisme=Specialisme.objects.get_or_create(code=specialisme)[0],
        certificaat="cursus",
        geldig_van=date(2026, 1, 1),
        geldig_tot=tot,
    )


def een_aanvraag(
    scene: Kantoorscene,
    *,
    personen: int = 1,
    behoeften: tuple[str, ...] = (),
    telefoon: str = "06 12345678",
    nu: datetime = NU,
    **velden: object,
) -> UUID:
    """Fill in a draft up to the contact details."""
    gegevens: dict[str, object] = {
        "producten": (Gevraagd(scene.product.code, ("",) * personen),),
        "hulp": bool(behoeften),
        "behoeften": behoeften,
        "toestemming": True if behoeften else None,
        "achternaam": "De Wit",
        "telefoon": telefoon,
    }
    return aanvraag_bijwerken(aanvraag_id=None, nu=nu, **(gegevens | velden))


def een_afspraak(
    scene: Kantoorscene,
    *,
    om: str = "10:00",
    datum: date = DINSDAG,
    nu: datetime = NU,
    herkomst: str = "telefoon",
    formulier: UUID | None = None,
    **velden: object,
) -> Gemaakt:
    """Book an appointment through the real actions."""
    aanvraag = een_aanvraag(scene, nu=nu, **velden)  # type: ignore[arg-type]
    afspraak_vasthouden(
        aanvraag_id=aanvraag,
        locatie=scene.locatie.code,
        begin=op(om, datum),
        nu=nu,
        herkomst=herkomst,
        zonder_aanloop=herkomst != "site",
    )
    return afspraak_maken(
        aanvraag_id=aanvraag, formulier=formulier or uuid4(), nu=nu + timedelta(minutes=1), herkomst=herkomst
    )
