"""Rules of the office and the worker: time, sweeps, messages, who is away, what does not come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.bestelling_melden import bestelling_melden
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.knelpunt_oplossen import knelpunt_oplossen
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.actions.stappen.dagslot import vergrendel
from afspraken.models import Afspraak, Bericht, Knelpunt
from afspraken.queries.te_versturen import te_versturen
from afspraken.queries.vraag import vraag_voor
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.berichtstatus import Uitkomst
from afspraken.werk import bericht as werk
from locaties.models import Locatie, Medewerker, Sluiting
from toegankelijkheid.models import Bestelling

from .catalogus import DAGEN, KANTOREN, ZONE
from .keuzes import duren, nummers
from .model import TIJDELIJK
from .wijzigen import Wijzigen

AFSTEMMING_NA, BEWAARD_NA = timedelta(hours=23), timedelta(hours=24)
KOMT = {"bevestiging", "gewijzigd", "herinnering"}
# Not so many that nothing is left.
MAX_DICHT, MAX_AFGEMELD = 2, 3


class Toestandsmachine(Wijzigen):
    """Everybody, and the clock."""

    def __init__(self) -> None:
        """Nothing has been sent yet."""
        super().__init__()
        self.verstuurd: set[UUID] = set()
        self.afgemeld = 0

    @rule(duur=duren)
    def verstrijk(self, duur: timedelta) -> None:
        """Time passes."""
        self.nu += duur

    @rule(duur=duren, ook=st.sampled_from(["", "vergeten", "opruimen"]))
    def veeg(self, duur: timedelta, ook: str) -> None:
        """Time passes, and the worker sweeps."""
        self.nu += duur
        self._verlopen()
        if ook == "vergeten":
            self._vergeten()
        elif ook == "opruimen":
            self._opruimen()

    def _verlopen(self) -> None:
        """What is offered was offered before: a hold ends by itself, swept or not."""
        vraag = vraag_voor((Gevraagd("paspoort"),))
        over = [b for b in self.model.beloften.values() if b.status in TIJDELIJK and not b.houdt(self.nu)]
        dagen = {(b.locatie, b.begin.astimezone(ZONE).date()) for b in over}
        voor = {dag: self.tijden(vraag, *dag) for dag in dagen}
        self.doe(afspraken_verlopen)
        for belofte in over:
            belofte.verlopen()
        assert {dag: self.tijden(vraag, *dag) for dag in dagen} == voor

    def _vergeten(self) -> None:
        """Nothing tells any more that something was agreed."""
        self.doe(afstemmingen_vergeten)
        for belofte in self.model.beloften.values():
            if belofte.status == "geannuleerd" or belofte.einde <= self.nu - AFSTEMMING_NA:
                belofte.behoeften = frozenset()
                belofte.gelijkgemaakt()

    def _opruimen(self) -> None:
        """Drafts go, and holds that came to nothing."""
        self.doe(gegevens_opruimen)
        self.mag_weg = True
        for aanvraag in self.model.aanvragen.values():
            aanvraag.is_weg |= aanvraag.bewaard_op <= self.nu - BEWAARD_NA

    @precondition(lambda zelf: zelf.afgemeld < MAX_AFGEMELD)
    @rule(nummer=nummers, datum=st.sampled_from(DAGEN))
    def meld_af(self, nummer: int, datum: Any) -> None:
        """An employee is away that day."""
        self.afgemeld += 1
        wie = Medewerker.objects.order_by("id")[nummer % 4]
        self.mag_los = True
        velden = {"van": datum, "tot_en_met": datum, "reden": "afwezig", "gebruiker_id": None}
        uit, nee = self.doe(medewerker_afmelden, medewerker_id=wie.pk, **velden)
        assert nee == ""
        assert uit.knelpunten == len(uit.knelpunt_ids)

    @rule(nummer=nummers)
    def los_op(self, nummer: int) -> None:
        """The planner called, and they agreed on something."""
        open_ = list(Knelpunt.objects.filter(opgelost_op=None).order_by("id"))
        if open_:
            knelpunt = open_[nummer % len(open_)]
            velden: dict[str, Any] = {"oplossing": "gebeld", "locatie_ids": None, "gebruiker_id": None}
            self.doe(knelpunt_oplossen, knelpunt_id=knelpunt.pk, rol="planner", **velden)
            self.model.beloften[knelpunt.afspraak_id].opgelost.add(knelpunt.soort)

    @rule(nummer=nummers, status=st.sampled_from(["gevraagd", "bevestigd", "niet_beschikbaar"]))
    def meld_bestelling(self, nummer: int, status: str) -> None:
        """Say how an order stands."""
        rijen = list(Bestelling.objects.order_by("gewijzigd_op", "id"))
        if rijen:
            rij = rijen[nummer % len(rijen)]
            _, nee = self.doe(bestelling_melden, bestelling_id=rij.pk, status=status, locatie_ids=None)
            assert nee in {"", "overgang_niet_mogelijk"}
            if not nee and status == "niet_beschikbaar":
                van = Afspraak.objects.get(afstemming_id=rij.afstemming_id)
                self.model.beloften[van.pk].opgelost.discard("bestelling")

    @precondition(lambda zelf: len(zelf.model.dicht) < MAX_DICHT)
    @rule(kantoor=st.sampled_from(KANTOREN), datum=st.sampled_from(DAGEN))
    def sluit_dag(self, kantoor: str, datum: Any) -> None:
        """Close an office for a day. There is no deed for it yet: what was promised there is not judged."""
        self.model.stap += 1
        locatie = Locatie.objects.get(code=kantoor)
        with transaction.atomic():
            vergrendel([(locatie.pk, datum)])
            Sluiting.objects.create(locatie=locatie, van=datum, tot_en_met=datum, reden="storing")
        self.model.dicht.setdefault((kantoor, datum), self.model.stap)

    @rule(uitkomst=st.sampled_from(["verstuurd", "verstuurd", "later", "mislukt"]))
    def verstuur(self, uitkomst: str) -> None:
        """Let the worker send what is due."""

        def verzend(bericht_id: UUID, kanaal: str, inhoud: Any, *, nutteloos_na: Any, nu: Any) -> Uitkomst:
            self._toets_verzonden(bericht_id, inhoud.tekst, nutteloos_na)
            if uitkomst == "verstuurd":
                self.verstuurd.add(bericht_id)
            return Uitkomst(uitkomst)  # type: ignore[arg-type]

        with mock.patch.object(werk, "verzend", verzend):
            for bericht_id in te_versturen(nu=self.nu):
                werk.verwerk_bericht(bericht_id, wie="werker", klok=lambda: self.nu)

    def _toets_verzonden(self, bericht_id: UUID, tekst: str, nutteloos_na: Any) -> None:
        """Once, in time, true, and without a need."""
        bericht = Bericht.objects.get(pk=bericht_id)
        assert bericht_id not in self.verstuurd
        assert self.nu < nutteloos_na
        assert "kb-" not in tekst
        assert bericht.afspraak_id
        status = self.model.beloften[bericht.afspraak_id].status
        assert bericht.soort not in KOMT or status == "bevestigd"
        assert not bericht.soort.startswith("geannuleerd") or status == "geannuleerd"
