"""A refusal carries a code for machines and a sentence for people."""

from __future__ import annotations

from locaties.rules.weigering import NietGevonden, Weigering


def test_een_weigering_zegt_haar_eigen_zin_of_die_van_wie_weigert() -> None:
    assert str(NietGevonden()) == NietGevonden().melding == NietGevonden.melding
    assert str(NietGevonden("Dit kantoor kennen wij niet.")) == "Dit kantoor kennen wij niet."
    assert NietGevonden("x").code == "niet_gevonden"
    assert issubclass(NietGevonden, Weigering)
