"""The link of a contact."""

from __future__ import annotations

import string
from uuid import UUID

from afspraken.rules.link import link_hash, link_token

CONTACT = UUID(int=1)
TEKENS = set(string.ascii_letters + string.digits + "-_")


def test_een_link_heeft_tweeentwintig_tekens_die_in_een_adres_passen():
    for getal in range(200):
        token = link_token("geheim", UUID(int=getal), 0)
        assert len(token) == 22
        assert set(token) <= TEKENS


def test_dezelfde_gegevens_geven_dezelfde_link():
    assert link_token("geheim", CONTACT, 3) == link_token("geheim", CONTACT, 3)


def test_een_andere_sleutel_een_ander_contact_of_een_andere_versie_geeft_een_andere_link():
    links = {
        link_token("geheim", CONTACT, 0),
        link_token("anders", CONTACT, 0),
        link_token("geheim", UUID(int=2), 0),
        link_token("geheim", CONTACT, 1),
    }
    assert len(links) == 4


def test_de_database_bewaart_alleen_een_hash_van_de_link():
    token = link_token("geheim", CONTACT, 0)
    assert len(link_hash(token)) == 64
    assert token not in link_hash(token)
