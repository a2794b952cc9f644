"""The whole life of appointments, driven at random through the real deeds, beside a model of plain values."""

import pytest

# The rules are not in a file of tests, and yet a failure must say what was what.
for _deel in ("basis", "boeken", "wijzigen", "kantoor"):
    pytest.register_assert_rewrite(f"{__name__}.{_deel}")
