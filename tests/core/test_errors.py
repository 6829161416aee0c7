import pytest

from pilkades_desk.core import errors
from pilkades_desk.core.errors import BackupError, BundleError, Cancelled, PilkadesError

PLAIN = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type)
    and issubclass(kind, PilkadesError)
    and kind not in {BackupError, BundleError, Cancelled}
]


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.__name__)
def test_every_failure_carries_one_sentence_and_one_hint(kind: type[PilkadesError]) -> None:
    error = kind("Tidak bisa.", "Coba lagi.")
    assert (error.sentence, error.hint, str(error)) == ("Tidak bisa.", "Coba lagi.", "Tidak bisa.")


@pytest.mark.parametrize("kind", [BackupError, BundleError])
def test_a_refused_file_names_the_check(kind: type[BackupError] | type[BundleError]) -> None:
    error = kind("E702", "Paket terpotong.", "Salin ulang.")
    assert (error.code, error.sentence, error.hint) == ("E702", "Paket terpotong.", "Salin ulang.")


def test_cancelling_says_that_nothing_was_stored() -> None:
    error = Cancelled()
    assert "tidak ada yang disimpan" in error.sentence
    assert error.hint
