"""Rules of booking: fill in, hold, hold longer, make."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import initialize, multiple, rule

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.afspraak_verlengen import afspraak_verlengen
from afspraken.models import Afspraak, Bericht
from afspraken.queries.aanvraag import lees_aanvraag
from afspraken.queries.vraag import vraag_van
from afspraken.rules.vraag import Vraag

from .basis import GEEN_PLEK, Basis
from .catalogus import ZONE, duur, extra_minuten
from .keuzes import (
    AANVRAGEN,
    BELOFTEN,
    Boeking,
    Plek,
    Wens,
    Wie,
    boekingen,
    herkomsten,
    mensen,
    plekken,
    wensen,
)
from .model import KAN_CODE_KRIJGEN, MAX_VERLENGD, Aanvraag, Belofte
from .proefrun import heeft_code

VASTHOUDEN = timedelta(minutes=20)


class Boeken(Basis):
    """What somebody does until there is an appointment."""

    @initialize(target=BELOFTEN, aan=st.booleans(), boekingen=st.lists(boekingen, min_size=2, max_size=4))
    def begin(self, aan: bool, boekingen: list[Boeking]) -> Any:
        """The site asks for a code, or not; some have an appointment already."""
        self.proefrun.met_code(aan=aan)
        gemaakt = [self._boek(boeking) for boeking in boekingen]
        return multiple(*filter(None, gemaakt))

    @rule(target=AANVRAGEN, boeking=boekingen)
    def begin_aanvraag(self, boeking: Boeking) -> UUID:
        """Fill in a draft and choose a time."""
        return self._begin(boeking)

    def _begin(self, boeking: Boeking) -> UUID:
        aanvraag = self._vul_in(None, boeking.wens, boeking.wie)
        self.houd_vast(aanvraag, boeking.plek, boeking.herkomst)
        return aanvraag

    @rule(aanvraag=AANVRAGEN, wens=wensen, wie=mensen)
    def wijzig_aanvraag(self, aanvraag: UUID, wens: Wens, wie: Wie) -> None:
        """Go back and choose otherwise: what was held is let go."""
        if not self.model.aanvragen[aanvraag].is_weg:
            self._vul_in(aanvraag, wens, wie)

    @rule(aanvraag=AANVRAGEN, plek=plekken, herkomst=herkomsten)
    def houd_vast(self, aanvraag: UUID, plek: Plek, herkomst: str) -> None:
        """Choose a time."""
        a = self.model.aanvragen[aanvraag]
        zonder_aanloop = herkomst != "site"
        velden = {"aanvraag_id": a.id, "herkomst": herkomst, "zonder_aanloop": zonder_aanloop}
        if a.is_weg or a.is_leeg:
            _, nee = self.doe(afspraak_vasthouden, locatie=plek.kantoor, begin=self.nu, **velden)
            assert nee == ("aanvraag_weg" if a.is_weg else "niet_gevonden")
            return
        begin, aangeboden = self.kies(self._vraag(a), plek, zonder_aanloop=zonder_aanloop)
        uit, nee = self.doe(afspraak_vasthouden, locatie=plek.kantoor, begin=begin, **velden)
        assert not nee or (nee in GEEN_PLEK and not aangeboden), nee
        if uit:
            assert uit.tot == self.nu + VASTHOUDEN
            self._gehouden(a, plek.kantoor, uit.afspraak_id, begin)

    @rule(aanvraag=AANVRAGEN)
    def verleng(self, aanvraag: UUID) -> None:
        """Hold it longer."""
        a = self.model.aanvragen[aanvraag]
        b = self._houdt(a)
        tot, nee = self.doe(afspraak_verlengen, aanvraag_id=a.id)
        if a.is_weg:
            assert nee == "aanvraag_weg"
        elif b and b.verlengd >= MAX_VERLENGD:
            assert nee == "te_vaak_verlengd"
        elif b and b.houdt(self.nu):
            assert tot == self.nu + VASTHOUDEN
            b.tot, b.verlengd = tot, b.verlengd + 1
        else:
            assert nee == "niet_vastgehouden"

    @rule(target=BELOFTEN, aanvraag=AANVRAGEN, herkomst=herkomsten)
    def maak(self, aanvraag: UUID, herkomst: str) -> Any:
        """Press the last button, also too late."""
        return self._maak(aanvraag, herkomst) or multiple()

    def _maak(self, aanvraag: UUID, herkomst: str) -> UUID | None:
        a = self.model.aanvragen[aanvraag]
        moet, mag = self._verwacht(a, herkomst)
        formulier = uuid4()
        uit, nee = self.doe(afspraak_maken, aanvraag_id=a.id, formulier=formulier, herkomst=herkomst)
        assert nee == moet if moet is not None else nee in mag, nee
        if uit is None:
            return None
        self._gemaakt(a, uit.afspraak_id, uit.link, formulier, herkomst)
        return UUID(str(uit.afspraak_id))

    @rule(target=BELOFTEN, boeking=boekingen)
    def boek(self, boeking: Boeking) -> Any:
        """Do all of it at once."""
        return self._boek(boeking) or multiple()

    def _boek(self, boeking: Boeking) -> UUID | None:
        return self._maak(self._begin(boeking), boeking.herkomst)

    @rule(belofte=BELOFTEN, aanvraag=AANVRAGEN)
    def maak_nog_eens(self, belofte: UUID, aanvraag: UUID) -> None:
        """Send the same form once more: the same answer, and nothing happens."""
        b = self.model.beloften.get(belofte)
        if b:
            uit, _ = self.doe(afspraak_maken, aanvraag_id=aanvraag, formulier=b.formulier)
            assert (uit.afspraak_id, uit.code) == (b.id, b.code)

    def krijgt_code(self, b: Belofte) -> None:
        """Read the newest code before it leaves: after that it is only in the message."""
        bericht = Bericht.objects.get(afspraak=b.id, soort="code", aangemaakt_op=self.nu)
        b.getal, b.pogingen = bericht.gegevens["verificatiecode"], 0
        b.codes.append(self.nu)

    def _vul_in(self, aanvraag_id: UUID | None, wens: Wens, wie: Wie) -> UUID:
        oud = self.model.aanvragen.get(aanvraag_id) if aanvraag_id else None
        velden: dict[str, Any] = {
            "producten": wens.producten,
            "hulp": bool(wens.behoeften),
            "behoeften": tuple(sorted(wens.behoeften)),
            "toestemming": wens.toestemming if wens.behoeften else None,
            "begeleiding": "eigen_tolk" if wens.eigen_tolk else "",
            "achternaam": "De Wit",
            "telefoon": wie.telefoon,
            "email": wie.email,
            "kanaal": wie.kanaal,
            "gedeeld": wie.gedeeld,
        }
        eerst = lees_aanvraag(aanvraag_id=aanvraag_id).gegevens
        anders = any(
            getattr(eerst, naam) != velden[naam]
            for naam in ("producten", "hulp", "behoeften", "toestemming", "begeleiding")
        )
        pk, nee = self.doe(aanvraag_bijwerken, aanvraag_id=aanvraag_id, **velden)
        assert not nee
        nieuw = Aanvraag(
            id=pk,
            delen=wens.delen(),
            behoeften=wens.bewaard(),
            eigen_tolk=wens.eigen_tolk,
            sleutel=wie.telefoon or wie.email,
            kanaal=wie.kanaal,
            gedeeld=wie.gedeeld,
            bewaard_op=self.nu,
        )
        if oud and anders:
            self._laat_los(oud)
        elif oud:
            nieuw.houdt, nieuw.locatie, nieuw.begin = oud.houdt, oud.locatie, oud.begin
        self.model.aanvragen[nieuw.id] = nieuw
        return nieuw.id

    def _laat_los(self, a: Aanvraag) -> None:
        b = self._houdt(a)
        if b and b.status == "vastgehouden":
            b.verlopen()
        a.houdt = a.begin = None

    def _houdt(self, a: Aanvraag) -> Belofte | None:
        return self.model.beloften.get(a.houdt) if a.houdt else None

    def _vraag(self, a: Aanvraag) -> Vraag:
        return vraag_van(lees_aanvraag(aanvraag_id=a.id).gegevens)

    def _gehouden(self, a: Aanvraag, kantoor: str, pk: UUID, begin: Any) -> None:
        self._laat_los(a)
        lengte = duur(a.delen, extra_minuten(a.behoeften, eigen_tolk=a.eigen_tolk))
        self.model.beloften[pk] = Belofte(
            id=pk,
            code=Afspraak.objects.get(pk=pk).code,
            status="vastgehouden",
            locatie=kantoor,
            begin=begin,
            einde=begin + lengte,
            delen=a.delen,
            tot=self.nu + VASTHOUDEN,
            geplaatst=self.model.stap,
        )
        a.houdt, a.locatie, a.begin, a.bewaard_op = pk, kantoor, begin, self.nu

    def _verwacht(self, a: Aanvraag, herkomst: str) -> tuple[str | None, set[str]]:
        """Return the one answer that is right, or None and the answers that may be."""
        if a.is_weg:
            return "aanvraag_weg", set()
        b = self._houdt(a)
        if b is None or a.begin is None:
            return "gegevens_ontbreken", set()
        goed = self._grens(a) if herkomst == "site" else ""
        dag, eigen = a.begin.astimezone(ZONE).date(), {"zonder_aanloop": True, "zonder_afspraak": b.id}
        if b.houdt(self.nu) or a.begin in self.tijden(self._vraag(a), a.locatie, dag, **eigen):
            return goed, set()
        return None, {goed, *GEEN_PLEK}

    def _grens(self, a: Aanvraag) -> str:
        """Return the refusal that only the site gives, once there is a place."""
        if heeft_code() and a.kanaal not in KAN_CODE_KRIJGEN:
            return "geen_code_mogelijk"
        return "te_veel_afspraken" if self.model.te_veel(a, self.nu) else ""

    def _gemaakt(self, a: Aanvraag, pk: UUID, link: str, formulier: UUID, herkomst: str) -> None:
        b = self.model.beloften[pk]
        assert a.houdt == pk
        gehouden = b.houdt(self.nu)
        b.behoeften, b.eigen_tolk = a.behoeften, a.eigen_tolk
        b.sleutel, b.kanaal, b.gedeeld = a.sleutel, a.kanaal, a.gedeeld
        b.formulier, b.link = formulier, link
        if not gehouden:
            assert a.begin
            b.geplaatst_op(a.locatie, a.begin, self.model.stap)
        b.gemaakt(self.nu, met_code=herkomst == "site" and heeft_code())
        if b.status == "voorlopig":
            self.krijgt_code(b)
        a.houdt, a.begin, a.is_leeg, a.bewaard_op = None, None, True, self.nu
