"""Beranda's chart on a real count."""

from pathlib import Path

import pytest

from pilkades_desk.app.desk_content import DeskContent
from tests.penghitungan.desks import close_form, open_desks, type_twice


@pytest.mark.parametrize(
    ("calon", "names"),
    [(1, ["Calon Rekaan 1", "Kolom kosong"]), (2, ["Calon Rekaan 1", "Calon Rekaan 2"])],
)
def test_the_chart_shows_every_line_of_the_ballot(
    tmp_path: Path, calon: int, names: list[str]
) -> None:
    desks = open_desks(tmp_path, calon=calon)
    type_twice(desks)
    close_form(desks)
    grafik = DeskContent(desks.ketua).beranda().grafik
    assert grafik is not None
    assert [(bar.nomor, bar.nama, bar.suara) for bar in grafik.batang] == [
        (1, names[0], 239), (2, names[1], 421),
    ]  # fmt: skip
    desks.ketua.close()
