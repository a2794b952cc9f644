"""The stage of one run: everything is undone afterwards, and what is random comes from one seed."""

from __future__ import annotations

import random
from contextlib import ExitStack
from itertools import count
from typing import Any
from unittest import mock

from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings

from .wereld import nieuwe_versies

_ronde = count(1)
# Fifty steps at one moment send one number more than a day of anybody's; the limits have tests of their own
# (tests/afspraken/werk/test_smsplafond.py), and here nobody reaches them.
RUIM = {"SMS_PER_BEZOEKER_PER_DAG": 1_000, "SMS_PER_NUMMER_PER_DAG": 1_000}


class Proefrun:
    """One run in one transaction that is rolled back; as in Django's own tests deeds may be durable in it."""

    def __init__(self) -> None:
        """Begin. A uuid, a code and a nonce are the same in the same run, so that a failure comes again."""
        self._stapel = ExitStack()
        toeval = random.Random(1)
        for plek in ("os.urandom", "random._urandom"):
            self._stapel.enter_context(mock.patch(plek, toeval.randbytes))
        self._stapel.enter_context(override_settings(**RUIM))
        blok: Any = transaction.atomic()
        blok._from_testcase = True
        self._stapel.enter_context(blok)
        nieuwe_versies(next(_ronde))

    def met_code(self, *, aan: bool) -> None:
        """Let the site ask for a code, or not."""
        self._stapel.enter_context(override_settings(BEVESTIGEN_MET_CODE=aan))

    def klaar(self) -> None:
        """Undo all."""
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        self._stapel.close()


def heeft_code() -> bool:
    """Whether the site asks for a code now."""
    return bool(settings.BEVESTIGEN_MET_CODE)
