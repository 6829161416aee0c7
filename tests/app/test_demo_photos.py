import io

import pytest
from PIL import Image, ImageChops, ImageStat

from pilkades_desk.app.demo_photos import LOOKS, draw_portrait
from pilkades_desk.kits.image.photo import normalise


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


@pytest.mark.parametrize("number", range(1, len(LOOKS) + 1))
def test_a_portrait_passes_as_a_candidate_s_photo(number: int) -> None:
    assert opened(normalise(draw_portrait(number))).size == (600, 800)


def test_the_same_number_gives_the_same_bytes() -> None:
    assert draw_portrait(3) == draw_portrait(3)


def test_no_two_looks_are_alike() -> None:
    assert len({draw_portrait(number) for number in range(1, len(LOOKS) + 1)}) == len(LOOKS)


def test_numbers_go_round() -> None:
    assert draw_portrait(1) == draw_portrait(1 + len(LOOKS))


@pytest.mark.parametrize("number", range(1, len(LOOKS) + 1))
def test_a_portrait_has_two_eyes_on_a_face(number: int) -> None:
    face = opened(draw_portrait(number)).convert("L")
    eye = ImageStat.Stat(face.crop((234, 360, 254, 376))).mean[0]
    cheek = ImageStat.Stat(face.crop((286, 372, 314, 390))).mean[0]
    other = ImageStat.Stat(face.crop((346, 360, 366, 376))).mean[0]
    assert eye < cheek - 40
    assert other < cheek - 40


def test_the_ground_stays_free_at_the_corners() -> None:
    corner = opened(draw_portrait(1)).crop((0, 0, 60, 60))
    flat = Image.new("RGB", corner.size, LOOKS[0].ground)
    assert max(ImageStat.Stat(ImageChops.difference(corner, flat)).mean) < 4
