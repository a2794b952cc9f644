"""The one error of every channel: what the worker must know to decide, and nothing about the reader."""


class KanaalFout(Exception):
    """The message did not demonstrably leave.

    `is_definitief`: trying again never helps. `is_onzeker`: it may have left after all, so ask before a
    second attempt. Neither: it did not leave, try again later. `code` is for logs and the outbox row.
    """

    def __init__(self, code: str, *, is_definitief: bool = False, is_onzeker: bool = False) -> None:
        """Keep the code only: the provider's own words may hold a number or an address."""
        super().__init__(code)
        self.code = code
        self.is_definitief = is_definitief
        self.is_onzeker = is_onzeker
