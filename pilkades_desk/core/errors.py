"""Expected failures: about the machine or the request, never about the election data.

Every one carries one sentence and one hint, both Indonesian, both shown to the user.
"""


class PilkadesError(Exception):
    """One sentence says what did not work, one hint says what to do now."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class AccessError(PilkadesError):
    """A password, code or key does not open what it should."""


class StorageError(PilkadesError):
    """The election file or its folder cannot be used."""


class ResourceError(PilkadesError):
    """A file that belongs to the program is missing or damaged."""


class RightsError(PilkadesError):
    """This account may not do this, or a second person is still needed."""


class StateError(PilkadesError):
    """The act does not fit the state the election is in."""


class SheetError(PilkadesError):
    """A spreadsheet cannot be read at all."""


class ImageError(PilkadesError):
    """A photo cannot be used."""


class DocumentError(PilkadesError):
    """A document cannot be made, signed or checked."""


class BundleError(PilkadesError):
    """A bundle was refused; `code` names the check that refused it (docs/format-paket.md)."""

    def __init__(self, code: str, sentence: str, hint: str) -> None:
        super().__init__(sentence, hint)
        self.code = code


class BackupError(PilkadesError):
    """A backup was refused; `code` names the check that refused it (docs/cadangan.md)."""

    def __init__(self, code: str, sentence: str, hint: str) -> None:
        super().__init__(sentence, hint)
        self.code = code


class Cancelled(PilkadesError):  # noqa: N818 -- not a failure, a wish
    """The person pressed cancel; nothing was stored."""

    def __init__(self) -> None:
        super().__init__("Dibatalkan, tidak ada yang disimpan.", "Ulangi bila sudah siap.")
