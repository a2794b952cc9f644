"""News of the provider only ever moves a message forward."""

from itertools import product

import pytest

from afspraken.rules.berichtstatus import status_na_melding

BEGIN = ("klaar", "bezig", "onzeker", "vervallen")


@pytest.mark.parametrize("huidig", BEGIN)
@pytest.mark.parametrize(
    ("gemeld", "nieuw"), [("queued", "verstuurd"), ("delivered", "afgeleverd"), ("failed", "mislukt")]
)
def test_voor_wat_nog_niet_vaststond_telt_elke_melding(huidig, gemeld, nieuw):
    assert status_na_melding(huidig, gemeld) == nieuw


@pytest.mark.parametrize(
    ("huidig", "gemeld"),
    [
        *product(["afgeleverd"], ["queued", "sent", "delivered", "failed"]),
        *product(["mislukt"], ["sent", "undelivered"]),
        ("verstuurd", "sent"),
        ("klaar", "wat_is_dit"),
    ],
)
def test_wat_al_beter_bekend_was_blijft(huidig, gemeld):
    assert status_na_melding(huidig, gemeld) is None


def test_wat_wij_opgaven_kan_toch_zijn_aangekomen():
    assert status_na_melding("mislukt", "delivered") == "afgeleverd"
