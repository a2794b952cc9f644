"""A screen from the first code to the last: once, in time, few tries, and dark when it is withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from afspraken.actions.scherm_intrekken import scherm_intrekken
from afspraken.actions.scherm_koppelen import KoppelcodeOnjuist, TeVaakGeprobeerd
from afspraken.actions.scherm_maken import SchermnaamBestaat, scherm_maken
from afspraken.actions.schermcode_geven import schermcode_geven
from afspraken.actions.schermtekst_wijzigen import schermtekst_wijzigen
from afspraken.models import Adresteller, Scherm, Wachtrijversie
from afspraken.queries.schermtoken import scherm_bij
from afspraken.rules.code import TEKENS
from locaties.rules.weigering import NietGevonden
from tests.bouwers import een_kantoor, op
from tests.schermbouwers import OCHTEND, een_code, een_gekoppeld_scherm, een_scherm, koppel, toegang_van

pytestmark = pytest.mark.django_db
KWARTIER = timedelta(minutes=15)


def versie():
    return Wachtrijversie.objects.get().versie


def trek_in(scherm, locatie_ids=None):
    scherm_intrekken(scherm_id=scherm.id, locatie_ids=locatie_ids, nu=OCHTEND)


def test_met_de_code_wordt_een_apparaat_het_scherm_van_dat_kantoor(kantoor):
    scherm = een_scherm(kantoor)
    code = een_code(scherm)
    assert len(code) == 6
    assert set(code) <= set(TEKENS)
    token = koppel(f" {code[:3].lower()}-{code[3:]} ")
    toegang = toegang_van(token)
    assert (toegang.scherm_id, toegang.kantoor) == (scherm.id, kantoor.locatie.naam)
    scherm.refresh_from_db()
    assert (scherm.gekoppeld_op, scherm.koppelcode_hash, scherm.koppelcode_tot) == (OCHTEND, "", None)
    assert token not in str(Scherm.objects.values())


def test_de_code_staat_nergens_in_de_database(kantoor):
    code = een_code(een_scherm(kantoor))
    assert code not in str(list(Scherm.objects.values()))


def test_een_code_werkt_een_keer_en_een_kwartier(kantoor):
    scherm = een_scherm(kantoor)
    code = een_code(scherm)
    koppel(code)
    with pytest.raises(KoppelcodeOnjuist):
        koppel(code)
    code = een_code(scherm)
    with pytest.raises(KoppelcodeOnjuist):
        koppel(code, nu=OCHTEND + KWARTIER)
    assert koppel(code, nu=OCHTEND + KWARTIER - timedelta(seconds=1))


def test_een_nieuwe_code_vervangt_de_vorige(kantoor):
    scherm = een_scherm(kantoor)
    oud, nieuw = een_code(scherm), een_code(scherm)
    with pytest.raises(KoppelcodeOnjuist):
        koppel(oud)
    assert koppel(nieuw)


def test_op_een_ander_apparaat_koppelen_maakt_het_vorige_zwart(kantoor):
    scherm = een_scherm(kantoor)
    oud = koppel(een_code(scherm))
    code = een_code(scherm)
    assert scherm_bij(token=oud), "until the code is typed the old one stays"
    gezien = versie()
    nieuw = koppel(code)
    assert scherm_bij(token=oud) is None
    assert scherm_bij(token=nieuw)
    assert versie() == gezien + 1, "the old device hears that something changed"


def test_fout_verlopen_en_ingetrokken_zeggen_hetzelfde(kantoor):
    scherm = een_scherm(kantoor)
    code = een_code(scherm)
    trek_in(scherm)
    verlopen = een_code(een_scherm(kantoor, "Ander"))
    zinnen = set()
    for getypt, nu in ((code, OCHTEND), ("222222", OCHTEND), (verlopen, OCHTEND + KWARTIER), ("", OCHTEND)):
        with pytest.raises(KoppelcodeOnjuist) as weigering:
            koppel(getypt, nu=nu)
        zinnen.add(str(weigering.value.melding))
    assert len(zinnen) == 1


def test_wie_raadt_mag_vijf_keer_per_minuut(kantoor):
    code = een_code(een_scherm(kantoor))
    for _ in range(settings.MAX_KOPPELPOGINGEN_PER_MINUUT):
        with pytest.raises(KoppelcodeOnjuist):
            koppel("222222")
    with pytest.raises(TeVaakGeprobeerd):
        koppel(code)
    with pytest.raises(TeVaakGeprobeerd):
        koppel(code, nu=OCHTEND + timedelta(seconds=59))
    assert koppel(code, nu=OCHTEND + timedelta(seconds=60))


def test_een_ander_adres_heeft_er_geen_last_van(kantoor):
    code = een_code(een_scherm(kantoor))
    for _ in range(settings.MAX_KOPPELPOGINGEN_PER_MINUUT):
        with pytest.raises(KoppelcodeOnjuist):
            koppel("222222", afzender_ip="10.9.9.9")
    assert koppel(code, afzender_ip="10.0.0.1")
    assert "10.9.9.9" not in str(list(Adresteller.objects.values()))


def test_intrekken_maakt_zwart_en_de_code_ook(kantoor):
    scherm = een_scherm(kantoor)
    token = koppel(een_code(scherm))
    code = een_code(scherm)
    gezien = versie()
    trek_in(scherm)
    assert scherm_bij(token=token) is None
    assert versie() == gezien + 1, "what hangs there hears it at once"
    with pytest.raises(KoppelcodeOnjuist):
        koppel(code)
    for doe in (trek_in, een_code):
        with pytest.raises(NietGevonden):
            doe(scherm)


def test_een_tekst_komt_er_meteen_op(kantoor):
    token = een_gekoppeld_scherm(kantoor)
    scherm, gezien = Scherm.objects.get(), versie()
    schermtekst_wijzigen(scherm_id=scherm.id, tekst="De koffie is gratis.", locatie_ids=None, nu=OCHTEND)
    assert toegang_van(token).tekst == "De koffie is gratis."
    assert versie() == gezien + 1


def test_een_naam_bestaat_een_keer_per_kantoor(kantoor):
    scherm = een_scherm(kantoor)
    with pytest.raises(SchermnaamBestaat):
        een_scherm(kantoor)
    een_scherm(een_kantoor("escamp"))
    trek_in(scherm)
    assert een_scherm(kantoor).naam == "Hal"


def test_van_een_ander_kantoor_blijft_iedereen_af(kantoor):
    scherm = een_scherm(kantoor)
    elders = frozenset({een_kantoor("escamp").locatie.id})
    hier: dict[str, Any] = {"scherm_id": scherm.id, "locatie_ids": elders, "nu": OCHTEND}
    for doe in (
        lambda: schermcode_geven(**hier),
        lambda: schermtekst_wijzigen(tekst="x", **hier),
        lambda: scherm_intrekken(**hier),
        lambda: scherm_maken(kantoor="loosduinen", naam="Nieuw", locatie_ids=elders, nu=OCHTEND),
        lambda: schermcode_geven(scherm_id=uuid4(), locatie_ids=None, nu=OCHTEND),
    ):
        with pytest.raises(NietGevonden):
            doe()


def test_de_database_bewaakt_naam_en_intrekken(kantoor):
    een_gekoppeld_scherm(kantoor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Scherm.objects.create(locatie=kantoor.locatie, naam="Hal")
    with pytest.raises(IntegrityError), transaction.atomic():
        Scherm.objects.update(ingetrokken_op=op("10:00"))
