"""What must hold after every step (domein.md, Invariants): each function says what is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from afspraken.rules.status import mag_naar

from .catalogus import BEHOEFTEN, ZONE, extra_minuten
from .model import NEEMT_PLAATS_IN, Belofte, Model, herinner_op
from .stand import Rij, Stand, Vast

NIET_MEER = "vervallen"


def gebroken(model: Model, voor: Stand, na: Stand, vast: Vast, nu: datetime) -> list[str]:
    """Return every sentence that is not true."""
    uit = list(_algemeen(model, voor, na, nu))
    for belofte in model.beloften.values():
        uit += [f"{belofte.code} ({belofte.status}): {mis}" for mis in _mis(belofte, model, na, vast, nu)]
    return uit


def _algemeen(model: Model, voor: Stand, na: Stand, nu: datetime) -> Iterator[str]:
    if na.overlappen:
        yield f"{na.overlappen} overlaps"
    if set(na.afspraken) != set(model.beloften):
        yield f"appointments {set(na.afspraken) ^ set(model.beloften)} are only on one side"
    wees = set(na.afstemmingen) - {rij["afstemming_id"] for rij in na.afspraken.values()}
    if wees or not set(na.bestellingen) | na.toestemmingen <= set(na.afstemmingen):
        yield "what was agreed outlives its appointment"
    for dag, versie in voor.versies.items():
        if na.versies.get(dag, -1) < versie:
            yield f"version of {dag} went back"
    yield from _versie_onveranderd(voor, na, nu)
    for pk, rij in na.afspraken.items():
        oud = voor.afspraken.get(pk, rij)
        if oud["status"] != rij["status"] and not mag_naar(oud["status"], rij["status"]):
            yield f"{rij['code']}: {oud['status']} became {rij['status']}"
        if rij["volgnummer"] < oud["volgnummer"] or rij["code"] != oud["code"]:
            yield f"{rij['code']}: number went back or code changed"


def _versie_onveranderd(voor: Stand, na: Stand, nu: datetime) -> Iterator[str]:
    """Whoever changes what is taken raises the version: caches live by it."""
    oud, nieuw = _bezet(voor, nu), _bezet(na, nu)
    for dag in oud.keys() | nieuw.keys():
        if oud.get(dag) != nieuw.get(dag) and na.versies.get(dag, 0) <= voor.versies.get(dag, 0):
            yield f"places of {dag} changed under the same version"


def _bezet(stand: Stand, nu: datetime) -> dict[tuple[int, date], set[tuple[object, ...]]]:
    per: dict[tuple[int, date], set[tuple[object, ...]]] = {}
    for deel in (deel for delen in stand.delen.values() for deel in delen):
        if deel["is_actief"] and deel["begin"] > nu:
            plek = (deel["medewerker_id"], deel["balie_id"], deel["cel"], deel["cellen"])
            per.setdefault((deel["locatie_id"], deel["datum"]), set()).add(plek)
    return per


def _mis(b: Belofte, model: Model, na: Stand, vast: Vast, nu: datetime) -> Iterator[str]:
    rij = na.afspraken.get(b.id)
    if rij is None:
        return
    yield from _rij(b, rij)
    yield from _delen(b, na)
    yield from _behoeften(b, rij, na)
    yield from _berichten(b, na)
    if b.mag_af(nu) and (b.status == "bevestigd" or b.houdt(nu)):
        yield from _toezegging(b, model, rij, na, vast)
    nieuw = Counter(g["soort"] for g in na.gebeurtenissen.get(b.id, ()))
    for soort in ("gemaakt", "bevestigd", "gewijzigd", "geannuleerd", "verlopen"):
        if nieuw[f"afspraak.{soort}"] != b.gebeurtenissen[f"afspraak.{soort}"]:
            yield f"{nieuw[f'afspraak.{soort}']} events {soort}"


def _rij(b: Belofte, rij: Rij) -> Iterator[str]:
    moet = (b.status, b.code, b.locatie, b.begin, b.einde, b.volgnummer, b.verlengd, b.formulier)
    velden = ("status", "code", "locatie__code", "begin", "einde", "volgnummer", "verlengd", "formulier")
    for naam, verwacht in zip(velden, moet, strict=True):
        if rij[naam] != verwacht:
            yield f"{naam} is {rij[naam]}, must be {verwacht}"


def _delen(b: Belofte, na: Stand) -> Iterator[str]:
    delen = na.delen.get(b.id, [])
    if {d["is_actief"] for d in delen} != {b.status in NEEMT_PLAATS_IN and not b.is_gelijk}:
        yield "takes place or not, against its status"
    wie = Counter((d["product__code"], d["persoon"], d["leeftijdsgroep"]) for d in delen)
    if wie != Counter((d.product, d.persoon, d.groep) for d in b.delen):
        yield f"parts are {wie}"
    if b.is_gelijk:
        if any(d["minuten"] or d["balie_id"] for d in delen):
            yield "a past visit still tells how long it was"
        return
    eind = b.begin
    for deel in delen:
        if deel["begin"] != eind or (deel["locatie__code"], deel["datum"]) != (b.locatie, _dag(b.begin)):
            yield "parts do not follow each other"
        eind = deel["einde"]
        lengte = timedelta(minutes=5 * deel["cellen"])
        lokaal = deel["begin"].astimezone(ZONE)
        if eind - deel["begin"] != lengte or (lokaal.hour * 60 + lokaal.minute) // 5 != deel["cel"]:
            yield "cells and moments differ"
    if eind != b.einde:
        yield f"parts end at {eind}"


def _behoeften(b: Belofte, rij: Rij, na: Stand) -> Iterator[str]:
    afstemming = na.afstemmingen.get(rij["afstemming_id"])
    if (afstemming is not None) != bool(b.behoeften):
        yield "what was agreed is still there" if afstemming else "what was agreed is gone"
    if rij["afstemming_id"] and afstemming is None:
        yield "tells that something was agreed"
    if afstemming:
        gevraagd = [BEHOEFTEN[code] for code in b.behoeften]
        vereisten = afstemming["vereisten"]
        klopt = (
            set(vereisten["specialismen"]) == {s.specialisme for s in gevraagd if s.specialisme},
            set(vereisten["balie"]) == {s.balie for s in gevraagd if s.balie},
            vereisten["extra_minuten"] == extra_minuten(b.behoeften, eigen_tolk=b.eigen_tolk),
            rij["afstemming_id"] in na.toestemmingen,
            afstemming["wissen_na"] <= rij["einde"] + timedelta(hours=24),
        )
        if not all(klopt):
            yield f"agreed is {vereisten} {klopt}"
    if any(k["soort"] == "bestelling" for k in na.knelpunten.get(b.id, ())) and not b.behoeften:
        yield "a knelpunt tells of an order"
    teksten = [*na.gebeurtenissen.get(b.id, ()), *na.knelpunten.get(b.id, ()), *na.berichten.get(b.id, ())]
    if "kb-" in str(teksten):
        yield "a need stands in the open"


def _berichten(b: Belofte, na: Stand) -> Iterator[str]:
    rijen = na.berichten.get(b.id, [])
    telling = Counter(bericht["soort"] for bericht in rijen)
    if telling != +b.berichten:
        yield f"messages {telling}, must be {b.berichten}"
    for bericht in rijen:
        if bericht["status"] == "klaar" and bericht["soort"] == "herinnering":
            op_tijd = bericht["versturen_na"] >= herinner_op(b.begin) and bericht["nutteloos_na"] == b.begin
            if b.status != "bevestigd" or not op_tijd:
                yield "a reminder of what is not so"


def _toezegging(b: Belofte, model: Model, rij: Rij, na: Stand, vast: Vast) -> Iterator[str]:
    """The promise holds, or somebody is told that it does not."""
    open_ = {k["soort"] for k in na.knelpunten.get(b.id, ()) if k["opgelost_op"] is None} | b.opgelost
    delen = na.delen.get(b.id, [])
    sinds = model.dicht.get((b.locatie, _dag(b.begin)))
    if sinds is not None and b.geplaatst > sinds:
        yield "placed on a day that is closed"
    afgemeld = any(deel["inzet__afgemeld_op"] for deel in delen)
    if afgemeld and "medewerker_afgemeld" not in open_:
        yield "whoever would help is away and nobody knows"
    for deel in delen:
        yield from _wie(b, deel, vast)
    if len({deel["balie_id"] for deel in delen}) != 1:
        yield "not one counter"
    yield from _bestellingen(b, rij, na, vast, open_)


def _wie(b: Belofte, deel: Rij, vast: Vast) -> Iterator[str]:
    wie, inzet = deel["medewerker_id"], vast.inzetten.get(deel["inzet_id"])
    if wie is None or deel["balie_id"] is None or inzet is None or inzet[0] != wie:
        yield "nobody or nowhere"
        return
    if not inzet[1] <= deel["begin"] < deel["einde"] <= inzet[2]:
        yield "outside the shift"
    if deel["product__code"] not in vast.kan[wie]:
        yield "with somebody who cannot do it"
    dag = _dag(deel["begin"])
    geldig = {code for code, van, tot in vast.bekwaam.get(wie, ()) if van <= dag <= tot}
    locatie, heeft = vast.balies[deel["balie_id"]]
    for soort in (BEHOEFTEN[code] for code in b.behoeften):
        if soort.specialisme and soort.specialisme not in geldig:
            yield f"with somebody without {soort.specialisme}"
        if soort.balie and soort.balie not in heeft:
            yield f"at a counter without {soort.balie}"
        if soort.gebouw and locatie != "loosduinen":
            yield f"in a building without {soort.gebouw}"
    if locatie != b.locatie:
        yield "at a counter of another office"


def _bestellingen(b: Belofte, rij: Rij, na: Stand, vast: Vast, open_: set[str]) -> Iterator[str]:
    gevraagd = {s.bestelling: s for s in (BEHOEFTEN[code] for code in b.behoeften) if s.bestelling}
    besteld = {o["wat"]: o for o in na.bestellingen.get(rij["afstemming_id"], ())}
    if (
        len(besteld) != len(na.bestellingen.get(rij["afstemming_id"], ()))
        or not besteld.keys() <= gevraagd.keys()
    ):
        yield f"ordered {list(besteld)}"
    balie = na.delen[b.id][0]["balie_id"]
    for wat, soort in gevraagd.items():
        vervangen = bool(soort.vervanging) and soort.vervanging in vast.balies[balie][1]
        if wat not in besteld and not vervangen:
            yield f"{wat} is not ordered"
        if wat in besteld and besteld[wat]["status"] == "niet_beschikbaar" and "bestelling" not in open_:
            yield f"{wat} does not come and nobody knows"
        if wat in besteld and besteld[wat]["voor_datum"] > _dag(b.begin):
            yield f"{wat} comes too late"


def _dag(moment: datetime, zone: ZoneInfo = ZONE) -> date:
    return moment.astimezone(zone).date()
