"""One visitor, two tabs: what is pressed is what stands on that page, and never more than was asked."""

from __future__ import annotations

from afspraken.models import Afspraak

from .boeken import boek, kies_tijd, maak, tot_tijd, vul_gegevens
from .reis import Reis


def tweede_tab(reis: Reis) -> Reis:
    """Open another tab in the same browser."""
    return Reis(reis.pagina.context.new_page(), reis.adres, bewaking=reis.bewaking)


def test_in_beide_tabbladen_drukken_geeft_een_afspraak(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    ander = tweede_tab(telefoon)
    ander.open("/controleren/")
    code = maak(telefoon)
    ander.knop("Maak de afspraak")
    ander.ziet(code)
    assert Afspraak.objects.filter(status="bevestigd").count() == 1


def test_wat_in_het_andere_tabblad_anders_werd_wordt_eerst_getoond(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    ander = tweede_tab(telefoon)
    ander.open("/wanneer/")
    kies_tijd(ander, nummer=3)
    gekozen = Afspraak.objects.get(status="vastgehouden").begin
    telefoon.knop("Maak de afspraak")
    telefoon.kop("Klopt alles?")
    maak(telefoon)
    assert Afspraak.objects.get(status="bevestigd").begin == gekozen


def test_na_de_ene_afspraak_begint_het_andere_tabblad_aan_een_tweede(telefoon: Reis) -> None:
    tot_tijd(telefoon)
    ander = tweede_tab(telefoon)
    ander.open(telefoon.pagina.url)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    eerste = maak(telefoon)
    kies_tijd(ander, nummer=1)
    ander.kop("Wat wilt u regelen?")
    ander.ziet("Hebt u net een afspraak gemaakt? Dan staat die.")
    tweede = boek(ander, telefoon="06 87654321")
    assert sorted(Afspraak.objects.values_list("status", flat=True)) == ["bevestigd", "bevestigd"]
    assert eerste != tweede
