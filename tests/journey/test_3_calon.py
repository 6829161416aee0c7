from pilkades_desk.calon.usecases import read_calon, read_photo
from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.panitia.meja import Meja


def test_three_candidates_have_the_numbers_one_to_three(meja: Meja) -> None:
    assert [calon.nomor for calon in read_calon(meja)] == [1, 2, 3]


def test_every_candidate_has_the_photo_that_was_stored(meja: Meja) -> None:
    for calon in read_calon(meja):
        photo = read_photo(meja, calon.id)
        assert photo.startswith(b"\xff\xd8")
        assert sha256_hex(photo) == calon.foto
