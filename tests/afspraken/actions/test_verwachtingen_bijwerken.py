"""The refresh of an office's forecast: what is shown, when live pages are told, what is learned from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions import verwachtingen_bijwerken as module
from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_doorgeven import bezoek_doorgeven
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.verwachtingen_bijwerken import Bijgewerkt, verwachtingen_bijwerken
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.models import Behandelduur, Bericht, Bezoek, Kantoorverwachting, Verwachting, Wachtrijversie
from afspraken.queries.te_verversen import te_verversen
from afspraken.queries.verwachtingen import verwachting_van
from afspraken.queries.voorspelling import voorspelling
from afspraken.rules.wachttekst import Soort
from locaties.models import Openingstijd
from locaties.rules.weigering import NietGevonden
from tests.bouwers import Kantoorscene, een_behoefte, een_bekwaamheid, een_kantoor, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def ververs(kantoor: Kantoorscene, om: str) -> Bijgewerkt:
    return verwachtingen_bijwerken(locatie_id=kantoor.locatie.pk, nu=op(om))


def versie() -> int:
    return Wachtrijversie.objects.get().versie


def druk(kantoor: Kantoorscene, wachtenden: int = 3) -> list[Bezoek]:
    """One balie, busy since 9.30, and so many who wait since then."""
    een_inloper(kantoor, "09:30")
    help_(een_werkplek(kantoor), "09:30")
    return [een_inloper(kantoor, "09:30") for _ in range(wachtenden)]


def test_wie_aankomt_krijgt_een_venster_en_wat_de_toets_later_nodig_heeft(kantoor: Kantoorscene) -> None:
    wachtenden = druk(kantoor)
    assert ververs(kantoor, "09:31") == Bijgewerkt(3, is_anders=True)
    velden = ("van", "tot", "eerste_p50", "eerste_p80")
    rijen = {rij[0]: rij[1:] for rij in Verwachting.objects.values_list("bezoek_id", *velden)}
    eerste, laatste = rijen[wachtenden[0].id], rijen[wachtenden[-1].id]
    assert op("09:31") <= eerste[0] < eerste[1] <= laatste[1]
    assert eerste[2] < laatste[2] < laatste[3]
    assert {soort.bezoek_id for soort in Verwachting.objects.all()} == {b.id for b in wachtenden}
    tekst = verwachting_van(wachtenden[-1].id, nu=op("09:31"))
    assert tekst is not None
    assert tekst.soort is Soort.TUSSEN


def test_een_tweede_keer_verandert_niets_en_zegt_niemand_iets(kantoor: Kantoorscene) -> None:
    druk(kantoor)
    ververs(kantoor, "09:31")
    was, stond = versie(), list(Verwachting.objects.values())
    assert not ververs(kantoor, "09:31").is_anders
    assert (versie(), list(Verwachting.objects.values())) == (was, stond)


def test_het_eigen_nieuws_is_geen_reden_om_nog_eens_te_kijken_dat_van_een_ander_wel(
    kantoor: Kantoorscene, monkeypatch: pytest.MonkeyPatch
) -> None:
    druk(kantoor)
    assert te_verversen(nu=op("09:31")) == (kantoor.locatie.pk,)
    assert ververs(kantoor, "09:31").is_anders
    assert te_verversen(nu=op("09:31")) == ()
    assert Kantoorverwachting.objects.get().versie == versie()
    een_inloper(kantoor, "09:31")
    echt = voorspelling

    def terwijl_er_iemand_komt(*args):
        gezien = echt(*args)
        een_inloper(kantoor, "09:31")
        return gezien

    monkeypatch.setattr(module, "voorspelling", terwijl_er_iemand_komt)
    ververs(kantoor, "09:31")
    assert te_verversen(nu=op("09:31")) == (kantoor.locatie.pk,)


@pytest.mark.parametrize(("na", "te_doen"), [(59, False), (60, True)])
def test_zolang_er_iemand_wacht_of_zit_elke_minuut(kantoor: Kantoorscene, na: int, te_doen: bool) -> None:
    druk(kantoor)
    ververs(kantoor, "09:31")
    assert bool(te_verversen(nu=op("09:31") + timedelta(seconds=na))) is te_doen


def test_in_een_leeg_kantoor_is_er_niets_te_verversen(kantoor: Kantoorscene) -> None:
    werkplek_sluiten(werkplek_id=een_werkplek(kantoor), nu=op("09:30"))
    ververs(kantoor, "09:31")
    assert te_verversen(nu=op("11:00")) == ()


def test_een_teruggezette_klok_is_een_reden_om_te_kijken(kantoor: Kantoorscene) -> None:
    druk(kantoor)
    ververs(kantoor, "10:31")
    assert te_verversen(nu=op("09:31")) == (kantoor.locatie.pk,)


def test_als_niemand_het_kan_staat_er_geen_tijd_en_daarna_weer_wel(kantoor: Kantoorscene) -> None:
    een_behoefte("gebaren", specialisme="gebarentaal")
    bezoek = een_inloper(kantoor, "09:30", behoeften=("gebaren",))
    een_werkplek(kantoor)
    ververs(kantoor, "09:31")
    tekst = verwachting_van(bezoek.id, nu=op("09:31"))
    assert tekst is not None
    assert tekst.soort is Soort.GEEN_COLLEGA
    assert Verwachting.objects.get().eerste_p50 is None
    een_bekwaamheid(kantoor.medewerkers[0], "gebarentaal")
    assert ververs(kantoor, "09:32").is_anders
    assert Verwachting.objects.get().soort == "venster"
    assert Verwachting.objects.get().eerste_p50 is not None


def test_voor_de_opening_is_het_geen_nieuws_dat_er_niemand_zit(kantoor: Kantoorscene) -> None:
    een_inloper(kantoor, "08:50")
    assert ververs(kantoor, "08:50").wachtenden == 0
    assert not Verwachting.objects.exists()
    ververs(kantoor, "09:00")
    assert Verwachting.objects.get().soort == "geen_collega"


def test_wat_na_sluitingstijd_zou_worden_wordt_gezegd(kantoor: Kantoorscene) -> None:
    Openingstijd.objects.update(tot="10:00")
    wachtenden = druk(kantoor, wachtenden=8)
    ververs(kantoor, "09:31")
    soorten = [Verwachting.objects.get(bezoek=bezoek).soort for bezoek in wachtenden]
    assert (soorten[0], soorten[-1]) == ("venster", "na_sluiting")


def test_een_afspraak_die_uitloopt_staat_erbij_hoeveel_later(kantoor: Kantoorscene) -> None:
    op_tijd = een_bezoeker(kantoor, "09:40", "09:30")
    help_(een_werkplek(kantoor), "09:35", op_tijd.id)
    later = een_bezoeker(kantoor, "09:50", "09:40", telefoon="06 22222222")
    ververs(kantoor, "09:41")
    assert verwachting_van(later.id, nu=op("09:41")).soort in (Soort.OP_TIJD, Soort.LATER)  # type: ignore[union-attr]
    # A quarter past the time and still nobody has come to the counter: later, and it says how much.
    ververs(kantoor, "10:05")
    tekst = verwachting_van(later.id, nu=op("10:05"))
    assert tekst is not None
    assert tekst.later >= 20


def test_het_niveau_leert_van_elke_oproep_een_keer(kantoor: Kantoorscene) -> None:
    bezoek = een_inloper(kantoor, "09:30")
    ververs(kantoor, "09:30")
    een_werkplek(kantoor)
    ververs(kantoor, "09:31")
    Verwachting.objects.update(eerste_p80=op("09:35"))
    roep(Bezoek.objects.get().locatie.werkplekken.get().pk, "09:40", bezoek.id)
    ververs(kantoor, "09:41")
    na = Kantoorverwachting.objects.get().niveau
    assert na == pytest.approx(0.808), "called later than its P80, so the level goes up"
    ververs(kantoor, "09:42")
    assert Kantoorverwachting.objects.get().niveau == na


def test_wie_niet_kwam_en_weer_wacht_krijgt_een_nieuw_venster_en_geen_herziening(
    kantoor: Kantoorscene,
) -> None:
    bezoek = een_inloper(kantoor, "09:30")
    plek = een_werkplek(kantoor)
    ververs(kantoor, "09:31")
    eerste = Verwachting.objects.get()
    roep(plek, "09:50", bezoek.id)
    bezoeker_niet_hier(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("09:53"))
    ververs(kantoor, "09:53")
    nu = Verwachting.objects.get()
    assert nu.van is not None
    assert nu.van >= op("09:50")
    assert (nu.herzieningen, nu.verlaat, nu.eerste_p50) == (0, False, eerste.eerste_p50)


def test_een_ander_kantoor_staat_er_los_van(kantoor: Kantoorscene) -> None:
    ander = een_kantoor("segbroek")
    een_inloper(ander)
    een_werkplek(ander)
    druk(kantoor)
    ververs(kantoor, "09:31")
    assert not Verwachting.objects.filter(bezoek__locatie=ander.locatie).exists()
    assert te_verversen(nu=op("09:31")) == (ander.locatie.pk,)


def test_een_onbekend_kantoor_is_een_nee(kantoor: Kantoorscene) -> None:
    with pytest.raises(NietGevonden):
        verwachtingen_bijwerken(locatie_id=0, nu=op("09:31"))


def test_hoeveel_er_ook_wachten_het_aantal_vragen_blijft_gelijk(kantoor: Kantoorscene) -> None:
    druk(kantoor, wachtenden=2)
    with CaptureQueriesContext(connection) as weinig:
        ververs(kantoor, "09:31")
    for _ in range(5):
        een_inloper(kantoor, "09:31")
    with CaptureQueriesContext(connection) as veel:
        ververs(kantoor, "09:32")
    assert len(veel) <= len(weinig) + 1  # who is new is inserted, the others are updated


def uitloop(kantoor: Kantoorscene) -> Bezoek:
    """The only balie stays busy, and somebody waits with an appointment at ten."""
    bezig = een_bezoeker(kantoor, "09:40", "09:30")
    help_(een_werkplek(kantoor), "09:40", bezig.id)
    return een_bezoeker(kantoor, "10:00", "09:50", telefoon="06 22222222")


def gemeld() -> list[tuple[int, str]]:
    """Of every message about a delay: so many minutes, and the new time."""
    rijen = Bericht.objects.filter(soort="vertraging").order_by("aangemaakt_op")
    return [(b.gegevens["minuten"], b.gegevens["nieuw_op"][11:16]) for b in rijen]


def test_wie_een_afspraak_heeft_hoort_een_keer_dat_het_langer_duurt_en_weer_na_een_kwartier(
    kantoor: Kantoorscene,
) -> None:
    bezoek = uitloop(kantoor)
    ververs(kantoor, "09:51")
    assert gemeld() == []
    ververs(kantoor, "10:05")
    eerste = Verwachting.objects.get(bezoek=bezoek).later
    assert eerste > 10
    assert [minuten for minuten, _ in gemeld()] == [eerste]
    Bericht.objects.update(status="verstuurd")
    for om in ("10:06", "10:07"):
        ververs(kantoor, om)
    assert len(gemeld()) == 1, "the same delay is told once"
    ververs(kantoor, "10:40")
    assert len(gemeld()) == 2
    assert gemeld()[1][0] >= eerste + 15


def test_het_kantoor_bepaalt_vanaf_hoeveel_minuten(kantoor: Kantoorscene) -> None:
    uitloop(kantoor)
    kantoor.locatie.vertragingsnorm_minuten = 60
    kantoor.locatie.save()
    ververs(kantoor, "10:05")
    assert gemeld() == []


def test_wie_zonder_afspraak_komt_krijgt_geen_bericht_over_vertraging(kantoor: Kantoorscene) -> None:
    druk(kantoor)
    ververs(kantoor, "09:31")
    ververs(kantoor, "10:31")
    assert gemeld() == []


def test_van_een_bezoek_leert_het_kantoor_de_duur_en_niets_over_extra_tijd(kantoor: Kantoorscene) -> None:
    een_behoefte("rust", extra=15)
    for behoeften in ((), ("rust",)):
        een_inloper(kantoor, "09:30", behoeften=behoeften)
    plek = een_werkplek(kantoor)
    for om in ("09:30", "09:50"):
        bezoek = help_(plek, om)
        tot = op(om) + timedelta(minutes=15)
        bezoek_afronden(werkplek_id=plek, bezoek_id=bezoek.id, uitkomst="geholpen", nu=tot)
    assert list(Behandelduur.objects.values_list("verhouding", flat=True)) == [1.5, 1.5]


@pytest.mark.parametrize("hoe", ["doorgegeven", "vergissing"])
def test_van_wie_twee_keer_ging_of_na_een_vergissing_leert_het_niets(kantoor: Kantoorscene, hoe: str) -> None:
    bezoek = een_inloper(kantoor, "09:30")
    plek = een_werkplek(kantoor)
    help_(plek, "09:30")
    if hoe == "doorgegeven":
        naar = kantoor.medewerkers[0].pk
        bezoek_doorgeven(werkplek_id=plek, bezoek_id=bezoek.id, medewerker_id=naar, nu=op("09:40"))
        help_(plek, "09:45", bezoek.id)
    om = op("09:30") + timedelta(seconds=5) if hoe == "vergissing" else op("09:55")
    bezoek_afronden(werkplek_id=plek, bezoek_id=bezoek.id, uitkomst="geholpen", nu=om)
    assert not Behandelduur.objects.exists()


def test_wat_het_kantoor_leert_verandert_de_verwachting(kantoor: Kantoorscene) -> None:
    *_, laatste = druk(kantoor)
    ververs(kantoor, "09:31")
    was = Verwachting.objects.get(bezoek=laatste).eerste_p50
    Verwachting.objects.all().delete()
    Behandelduur.objects.bulk_create(
        Behandelduur(locatie=kantoor.locatie, product=kantoor.product, datum=date(2026, 10, 30), verhouding=3)
        for _ in range(30)
    )
    ververs(kantoor, "09:31")
    nu = Verwachting.objects.get(bezoek=laatste).eerste_p50
    assert was is not None
    assert nu is not None
    assert nu - op("09:31") > 2 * (was - op("09:31"))
