"""A hash of passwords that costs a test next to nothing, and that the site in another process reads too."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class SnelleHash(PBKDF2PasswordHasher):
    """The product's own, of one round: how many rounds stands in the hash."""

    iterations = 1
