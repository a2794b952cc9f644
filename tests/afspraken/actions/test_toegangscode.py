"""The fresh code: to the own channel, right, once, in time, few tries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from afspraken.actions.toegangscode_controleren import CodeOnjuist, CodeVerlopen, toegangscode_controleren
from afspraken.actions.toegangscode_sturen import GeenKanaal, TeVeelCodes, toegangscode_sturen
from afspraken.models import Bericht, Contact, Toegangscode
from tests.bouwers import NU, Kantoorscene, een_afspraak

pytestmark = pytest.mark.django_db
DOEL = "behoeften"


@pytest.fixture
def contact(kantoor: Kantoorscene) -> Contact:
    een_afspraak(kantoor)
    return Contact.objects.get()


def _stuur(contact: Contact, na: timedelta = timedelta(0)) -> str:
    toegangscode_sturen(contact_id=contact.pk, doel=DOEL, nu=NU + na)
    bericht = Bericht.objects.filter(soort="code").order_by("-aangemaakt_op")[0]
    return str(bericht.gegevens["verificatiecode"])


def _controleer(contact: Contact, code: str, na: timedelta = timedelta(0)) -> None:
    toegangscode_controleren(contact_id=contact.pk, doel=DOEL, code=code, nu=NU + na)


def _fout(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_de_code_gaat_naar_het_eigen_kanaal_en_is_na_tien_minuten_nutteloos(contact: Contact) -> None:
    code = _stuur(contact)

    bericht = Bericht.objects.get(soort="code")
    assert (len(code), bericht.kanaal, bericht.contact) == (6, "sms", contact)
    assert bericht.nutteloos_na == NU + timedelta(minutes=10)
    assert code not in Toegangscode.objects.get().code_hash


def test_de_goede_code_werkt_een_keer_ook_met_spaties(contact: Contact) -> None:
    code = _stuur(contact)

    _controleer(contact, f" {code[:3]} {code[3:]} ")

    with pytest.raises(CodeVerlopen):
        _controleer(contact, code)
    assert Toegangscode.objects.get().gebruikt_op == NU


def test_na_tien_minuten_werkt_de_code_niet_meer(contact: Contact) -> None:
    code = _stuur(contact)

    with pytest.raises(CodeVerlopen):
        _controleer(contact, code, timedelta(minutes=10))


def test_na_vijf_keer_proberen_helpt_ook_de_goede_code_niet(contact: Contact) -> None:
    code = _stuur(contact)
    for _ in range(5):
        with pytest.raises(CodeOnjuist):
            _controleer(contact, _fout(code))

    with pytest.raises(CodeVerlopen):
        _controleer(contact, code)
    assert Toegangscode.objects.get().pogingen == 5


def test_alleen_de_nieuwste_code_werkt(contact: Contact) -> None:
    oud = _stuur(contact)
    nieuw = _stuur(contact, timedelta(minutes=2))

    if oud != nieuw:
        with pytest.raises(CodeOnjuist):
            _controleer(contact, oud, timedelta(minutes=2))
    _controleer(contact, nieuw, timedelta(minutes=2))


def test_een_dubbele_klik_stuurt_een_code(contact: Contact) -> None:
    _stuur(contact)
    _stuur(contact, timedelta(seconds=2))

    assert Bericht.objects.filter(soort="code").count() == 1


def test_drie_codes_in_een_uur_is_genoeg(contact: Contact) -> None:
    for minuut in range(3):
        _stuur(contact, timedelta(minutes=minuut))

    with pytest.raises(TeVeelCodes):
        _stuur(contact, timedelta(minutes=5))
    _stuur(contact, timedelta(minutes=61))


def test_wie_alleen_papier_heeft_krijgt_een_zin_en_geen_code(contact: Contact) -> None:
    Contact.objects.update(kanaal="papier")

    with pytest.raises(GeenKanaal):
        _stuur(contact)
    assert not Toegangscode.objects.exists()


def test_zonder_gevraagde_code_werkt_niets(contact: Contact) -> None:
    with pytest.raises(CodeVerlopen):
        _controleer(contact, "000000")
