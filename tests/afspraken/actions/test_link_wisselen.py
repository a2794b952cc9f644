"""A new link goes to the own address only; the old one is dead."""

from __future__ import annotations

from uuid import uuid4

import pytest

from afspraken.actions.link_wisselen import link_wisselen
from afspraken.actions.stappen.contact import link_van
from afspraken.models import Bericht, Contact, Gebeurtenis
from afspraken.rules.link import link_hash
from locaties.rules.weigering import NietGevonden
from tests.bouwers import NU, Kantoorscene, een_afspraak

pytestmark = pytest.mark.django_db


def test_de_versie_gaat_omhoog_en_de_nieuwe_link_wordt_verstuurd(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    oud = Contact.objects.get()

    link_wisselen(contact_id=oud.pk, nu=NU)

    nieuw = Contact.objects.get()
    assert nieuw.link_versie == oud.link_versie + 1
    assert nieuw.link_hash == link_hash(link_van(nieuw.pk, nieuw.link_versie)) != oud.link_hash
    assert Bericht.objects.filter(contact=nieuw, soort="bevestiging").count() == 2
    assert Gebeurtenis.objects.filter(soort="link.gewisseld").count() == 1


def test_een_onbekend_contact_bestaat_niet(kantoor: Kantoorscene) -> None:
    with pytest.raises(NietGevonden):
        link_wisselen(contact_id=uuid4(), nu=NU)
