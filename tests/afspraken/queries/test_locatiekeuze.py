"""Each office with what is there and its first moment."""

from __future__ import annotations

from afspraken.queries.locatiekeuze import locatiekeuze
from afspraken.queries.vraag import vraag_voor
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Balie, Openingstijd
from tests.bouwers import NU, Kantoorscene, een_kantoor, een_voorziening, op

PASPOORT = (Gevraagd("paspoort"),)


def test_een_kantoor_met_plek_noemt_het_eerste_moment(kantoor: Kantoorscene) -> None:
    (keuze,) = locatiekeuze(vraag=vraag_voor(PASPOORT), nu=NU, taal="nl")
    assert (keuze.code, keuze.eerste, keuze.reden) == ("loosduinen", op("09:00"), "")


def test_een_kantoor_waar_het_niet_kan_zegt_dat(kantoor: Kantoorscene) -> None:
    ander = een_kantoor("segbroek")
    ander.locatie.producten.all().delete()
    keuzes = {keuze.code: keuze for keuze in locatiekeuze(vraag=vraag_voor(PASPOORT), nu=NU, taal="nl")}
    assert keuzes["segbroek"].eerste is None
    assert keuzes["segbroek"].reden == "niet_hier"


def test_wat_er_is_komt_van_gebouw_en_balies_maar_niet_het_afhalen(kantoor: Kantoorscene) -> None:
    een_voorziening("ringleiding", *kantoor.balies)
    een_voorziening("afhalen", *kantoor.balies)
    kantoor.locatie.voorzieningen.add(een_voorziening("drempelvrij", plek="gebouw"))
    (keuze,) = locatiekeuze(vraag=vraag_voor(PASPOORT), nu=NU, taal="nl")
    assert keuze.voorzieningen == ("drempelvrij", "ringleiding")


def test_een_balie_die_niet_meer_gebruikt_wordt_telt_niet_mee(kantoor: Kantoorscene) -> None:
    een_voorziening("ringleiding", *kantoor.balies)
    Balie.objects.update(is_actief=False)
    (keuze,) = locatiekeuze(vraag=vraag_voor(PASPOORT), nu=NU, taal="nl")
    assert keuze.voorzieningen == ()


def test_uren_van_een_categorie_staan_er_niet_bij(kantoor: Kantoorscene) -> None:
    Openingstijd.objects.update(categorie="reisdocumenten")
    (keuze,) = locatiekeuze(vraag=vraag_voor(PASPOORT), nu=NU, taal="nl")
    assert keuze.openingstijden == ()
