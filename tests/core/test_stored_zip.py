import io
import zipfile
import zlib

from pilkades_desk.core.stored_zip import FIXED, Member, directory, sizes_in


def test_other_programs_read_what_is_written() -> None:
    contents = {"isi.json": b"{}", "pemilihan.db": b"isi" * 100}
    members = [Member(name, zlib.crc32(isi), len(isi)) for name, isi in contents.items()]
    pieces = [one.local + contents[one.name] for one in members]
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces) + directory(members))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == contents


def test_the_sizes_of_a_header_are_read_back() -> None:
    member = Member("isi.json", 0xFEDCBA98, 70_000)
    assert sizes_in(member.local[:FIXED]) == (member.crc, member.size)
