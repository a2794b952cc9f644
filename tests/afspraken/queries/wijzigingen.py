"""Everything that free times are made of, changed one thing at a time, past every action."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.models import Afspraak, Afspraakdeel
from afspraken.queries.aanbod import Aanbod, aanbod_van, kantoren
from afspraken.rules.vraag import Vraag
from locaties.models import (
    Balie,
    Balieuitval,
    ExtraOpening,
    Inzet,
    Locatie,
    Locatiedag,
    Medewerker,
    Openingstijd,
    Pauze,
    ProductOpLocatie,
    Sluiting,
    Voorziening,
)
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_medewerker,
    een_product,
    een_voorziening,
    op,
)
from toegankelijkheid.models import Bekwaamheid, Specialisme

VAN, TOT = NU.date(), date(2026, 11, 20)
STRAKS = NU + timedelta(minutes=45)
VRAAG = Vraag(delen=(), categorieen=frozenset({"reisdocumenten"}))
WOENSDAG = DINSDAG + timedelta(days=1)
Antwoord = tuple[tuple[Aanbod, ...], ...]
Wijziging = Callable[[Kantoorscene], object]


def een_stad() -> Kantoorscene:
    """Two offices with something of everything; on Tuesday one time is booked and one is held."""
    een_kantoor("escamp")
    scene = een_kantoor("loosduinen", medewerkers=2, balies=3)
    laag = een_voorziening("verlaagde_balie", *scene.balies[:2])
    scene.locatie.voorzieningen.add(een_voorziening("lift", plek="gebouw"))
    een_product("rijbewijs", locatie=scene.locatie)
    een_bekwaamheid(scene.medewerkers[0], "toegankelijkheid")
    Specialisme.objects.update(aandeel_vraag=0.05)
    Balieuitval.objects.create(balie=scene.balies[0], voorziening=laag, begin=op("11:00"), einde=op("11:30"))
    Sluiting.objects.create(
        locatie=scene.locatie, van=DINSDAG + timedelta(7), tot_en_met=TOT, reden="verbouwing"
    )
    Openingstijd.objects.create(locatie=scene.locatie, weekdag=2, van="09:00", tot="12:00", soort="beide")
    for medewerker in scene.medewerkers:
        een_inzet(medewerker, scene.locatie, van="09:00", tot="12:00", datum=WOENSDAG)
    Pauze.objects.create(
        inzet=Inzet.objects.filter(locatie=scene.locatie)[0], begin=op("11:00"), einde=op("11:15")
    )
    een_afspraak(scene, om="10:00")
    houd_vast(scene, "10:30")
    return scene


def houd_vast(scene: Kantoorscene, om: str) -> None:
    """Hold a time while somebody fills in."""
    afspraak_vasthouden(aanvraag_id=een_aanvraag(scene), locatie=scene.locatie.code, begin=op(om), nu=NU)


def antwoord() -> Antwoord:
    """What all offices offer, now and when every held time is over."""
    return aanbod(NU), aanbod(STRAKS)


def aanbod(nu: datetime) -> tuple[Aanbod, ...]:
    """What all offices offer at this moment."""
    return aanbod_van(kantoren(), vraag=VRAAG, van=VAN, tot=TOT, nu=nu, aanloop_minuten=0)


def _deel() -> Afspraakdeel:
    return Afspraakdeel.objects.filter(afspraak__status="bevestigd", is_actief=True)[0]


def _ander(scene: Kantoorscene, balie: int) -> int:
    return next(b.pk for b in scene.balies if b.pk != balie)


def _schuif(inzet: Inzet, **velden: object) -> object:
    return Inzet.objects.filter(pk=inzet.pk).update(**velden)


def _inzet(scene: Kantoorscene) -> Inzet:
    return Inzet.objects.filter(locatie=scene.locatie, datum=WOENSDAG, afgemeld_op=None).order_by("id")[0]


# Name -> change. They follow upon each other on one stage; each must be seen by itself.
WIJZIGINGEN: dict[str, Wijziging] = {
    "een openingstijd erbij": lambda s: Openingstijd.objects.create(
        locatie=s.locatie, weekdag=3, van="09:00", tot="12:00", soort="beide"
    ),
    "een openingstijd korter": lambda s: Openingstijd.objects.filter(locatie=s.locatie).update(tot="11:45"),
    "een openingstijd voor een categorie": lambda s: Openingstijd.objects.create(
        locatie=s.locatie, weekdag=1, van="12:00", tot="13:00", soort="afspraak", categorie="reisdocumenten"
    ),
    "een openingstijd verlopen": lambda _: Openingstijd.objects.exclude(categorie="").update(geldig_tot=VAN),
    "een extra opening": lambda s: ExtraOpening.objects.create(
        locatie=s.locatie, datum=DINSDAG, van="13:00", tot="14:00", soort="afspraak"
    ),
    "een extra opening weg": lambda _: ExtraOpening.objects.all().delete(),
    "een sluiting korter": lambda _: Sluiting.objects.update(van=DINSDAG + timedelta(8)),
    "een sluiting weg": lambda _: Sluiting.objects.all().delete(),
    "een sluiting erbij": lambda s: Sluiting.objects.create(
        locatie=s.locatie, van=DINSDAG + timedelta(7), tot_en_met=DINSDAG + timedelta(7), reden="feest"
    ),
    "een balie erbij": lambda s: Balie.objects.create(locatie=s.locatie, nummer=9),
    "een balie dicht": lambda _: Balie.objects.filter(nummer=9).update(is_actief=False),
    "een voorziening aan een balie": lambda s: s.balies[2].voorzieningen.add(
        Voorziening.objects.get(code="lift")
    ),
    "een voorziening van een balie af": lambda s: s.balies[2].voorzieningen.clear(),
    "een voorziening heet anders": lambda _: Voorziening.objects.filter(code="lift").update(
        code="hefplateau"
    ),
    "een voorziening aan het gebouw": lambda s: s.locatie.voorzieningen.add(
        Voorziening.objects.get(code="verlaagde_balie")
    ),
    "een voorziening van het gebouw af": lambda s: s.locatie.voorzieningen.clear(),
    "een balie valt uit": lambda s: Balieuitval.objects.create(balie=s.balies[1], begin=op("11:00")),
    "een balie doet het weer": lambda _: Balieuitval.objects.filter(voorziening=None).update(
        einde=op("11:10")
    ),
    "een uitval hoort bij een andere balie": lambda s: Balieuitval.objects.update(balie=s.balies[2]),
    "een uitval weg": lambda _: Balieuitval.objects.all().delete(),
    "een product niet meer op afspraak": lambda s: ProductOpLocatie.objects.filter(
        locatie=s.locatie, product__code="rijbewijs"
    ).update(vorm="inloop"),
    "een product erbij": lambda s: een_product("verhuizen", locatie=s.locatie),
    "een product weg": lambda _: ProductOpLocatie.objects.filter(product__code="verhuizen").delete(),
    "een andere tijdzone": lambda s: Locatie.objects.filter(pk=s.locatie.pk).update(
        tijdzone="Atlantic/Canary"
    ),
    "de tijdzone terug": lambda s: Locatie.objects.filter(pk=s.locatie.pk).update(
        tijdzone="Europe/Amsterdam"
    ),
    "een medewerker kan iets niet meer": lambda s: s.medewerkers[0].producten.clear(),
    "een medewerker kan iets erbij": lambda s: s.medewerkers[0].producten.add(s.product),
    "een medewerker weg": lambda s: Medewerker.objects.filter(pk=s.medewerkers[1].pk).update(is_actief=False),
    "een medewerker terug": lambda s: Medewerker.objects.filter(pk=s.medewerkers[1].pk).update(
        is_actief=True
    ),
    "een bekwaamheid erbij": lambda s: een_bekwaamheid(s.medewerkers[1], "doventolk"),
    "een bekwaamheid verloopt": lambda s: Bekwaamheid.objects.filter(medewerker=s.medewerkers[1]).update(
        geldig_tot=DINSDAG
    ),
    "een bekwaamheid weg": lambda s: Bekwaamheid.objects.filter(medewerker=s.medewerkers[1]).delete(),
    "een specialisme heet anders": lambda _: Specialisme.objects.filter(code="toegankelijkheid").update(
        code="prikkelarm"
    ),
    "een specialisme wordt vaker gevraagd": lambda _: Specialisme.objects.update(aandeel_vraag=0.1),
    "een dienst erbij": lambda s: een_inzet(
        s.medewerkers[1], s.locatie, van="09:00", tot="11:00", datum=DINSDAG + timedelta(14)
    ),
    "een dienst op een andere dag": lambda _: Inzet.objects.filter(datum=DINSDAG + timedelta(14)).update(
        datum=DINSDAG + timedelta(8),
        begin=op("09:00", DINSDAG + timedelta(8)),
        einde=op("11:00", DINSDAG + timedelta(8)),
    ),
    "een dienst korter": lambda s: _schuif(_inzet(s), einde=op("11:00", WOENSDAG)),
    "een dienst krijgt een vrijgave": lambda s: _schuif(_inzet(s), vrijgave_op=NU + timedelta(minutes=30)),
    "een dienst alleen voor inloop": lambda s: _schuif(_inzet(s), soort="inloop"),
    "een dienst weer voor beide": lambda s: _schuif(_inzet(s), soort="beide", vrijgave_op=None),
    "een dienst afgemeld": lambda s: _schuif(_inzet(s), afgemeld_op=NU),
    "een dienst weg": lambda s: _inzet(s).delete(),
    "een pauze erbij": lambda s: Pauze.objects.create(
        inzet=een_inzet(een_medewerker(s), s.locatie, van="09:00", tot="12:00", datum=WOENSDAG),
        begin=op("10:00", WOENSDAG),
        einde=op("10:30", WOENSDAG),
    ),
    "een pauze later": lambda _: Pauze.objects.filter(begin=op("10:00", WOENSDAG)).update(
        begin=op("10:10", WOENSDAG)
    ),
    "een pauze weg": lambda _: Pauze.objects.filter(begin=op("10:10", WOENSDAG)).delete(),
    "een afspraak aan een andere balie": lambda s: Afspraakdeel.objects.filter(pk=_deel().pk).update(
        balie_id=_ander(s, _deel().balie_id or 0)
    ),
    "een afspraak korter": lambda _: Afspraakdeel.objects.filter(pk=_deel().pk).update(
        cellen=1, einde=op("10:05")
    ),
    "een vastgehouden tijd langer vast": lambda _: Afspraak.objects.filter(status="vastgehouden").update(
        vastgehouden_tot=NU + timedelta(hours=2)
    ),
    "een vastgehouden tijd korter vast": lambda _: Afspraak.objects.filter(status="vastgehouden").update(
        vastgehouden_tot=NU + timedelta(minutes=10)
    ),
    "een vastgehouden tijd bevestigd": lambda _: Afspraak.objects.filter(status="vastgehouden").update(
        status="bevestigd"
    ),
    "een plaats losgelaten": lambda _: Afspraakdeel.objects.filter(pk=_deel().pk).update(is_actief=False),
    "een plaats weer ingenomen": lambda _: Afspraakdeel.objects.update(is_actief=True),
    "een afspraak weg": lambda _: Afspraak.objects.all().delete(),
    "een dag die niemand meer kent": lambda s: (
        Locatiedag.objects.all().delete(),
        Inzet.objects.filter(locatie=s.locatie, datum=DINSDAG).delete(),
    ),
    "een kantoor erbij": lambda _: een_kantoor("scheveningen"),
    "een kantoor weg": lambda _: _kantoor_weg("escamp"),
}


def _kantoor_weg(code: str) -> None:
    """Delete an office with all that hangs on it."""
    Locatie.objects.get(code=code).delete()
