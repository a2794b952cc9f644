"""A recovery code is used while its row is sealed again: it stays used, and the row is under the new key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.management import call_command
from django.db import connection, transaction

from tests.afspraken.web.personeel import een_gebruiker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
OUD, NIEUW = "oud-" * 10, "nieuw-" * 10
EVEN = 1  # second: the command gets as far as it can


def test_een_herstelcode_die_intussen_gebruikt_is_blijft_gebruikt(settings: Any) -> None:
    settings.ZEGEL_SLEUTELS = [OUD]
    codes = RecoveryCodes.activate(een_gebruiker("host"))
    eerste, *rest = codes.generate_codes()
    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]

    with _gebruikt(codes, eerste):
        call_command("herversleutelen")

    settings.ZEGEL_SLEUTELS = [NIEUW]
    daarna = RecoveryCodes(Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES))
    assert daarna.get_unused_codes() == rest


@contextmanager
def _gebruikt(codes: RecoveryCodes, code: str) -> Iterator[None]:
    """Somebody logs in with this code, and is not ready yet when the body begins."""
    gebruikt, verder = Event(), Event()

    def log_in() -> None:
        with transaction.atomic():
            assert codes.validate_code(code)
            gebruikt.set()
            verder.wait(EVEN)
        connection.close()

    ander = Thread(target=log_in)
    ander.start()
    assert gebruikt.wait(5)
    yield
    verder.set()
    ander.join()
