"""Tokens and codes of a screen: long enough, and only their hash is kept."""

from __future__ import annotations

from base64 import urlsafe_b64decode

from afspraken.rules.schermkoppeling import koppelcode_hash, nieuw_schermtoken, schermtoken_hash


def test_een_token_is_128_bits_en_steeds_een_ander():
    tokens = {nieuw_schermtoken() for _ in range(200)}
    assert len(tokens) == 200
    assert all(len(urlsafe_b64decode(token + "==")) == 16 for token in tokens)


def test_van_een_token_blijft_alleen_een_hash():
    token = nieuw_schermtoken()
    assert token not in schermtoken_hash(token)
    assert len(schermtoken_hash(token)) == 64
    assert schermtoken_hash(token) == schermtoken_hash(token)


def test_zonder_de_sleutel_is_een_code_niet_na_te_rekenen():
    assert koppelcode_hash("a", "K7M4QX") != koppelcode_hash("b", "K7M4QX")
    assert koppelcode_hash("a", "K7M4QX") != koppelcode_hash("a", "K7M4QZ")
    assert len(koppelcode_hash("a", "K7M4QX")) == 64
