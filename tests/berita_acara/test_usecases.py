"""Freezing, signing, checking and withdrawing on a real, counted election."""

import ast
from pathlib import Path

import pytest

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.compose import recap
from pilkades_desk.berita_acara.compose.recap import agree, compose_f29
from pilkades_desk.berita_acara.content import IsiF29
from pilkades_desk.berita_acara.dokumen import Dokumen, StatusDokumen
from pilkades_desk.berita_acara.result_qr import RESULT_DOMAIN, parse_f27, split_result_text
from pilkades_desk.berita_acara.usecases import (
    check_dokumen,
    export_pdf,
    find_dokumen,
    find_stale,
    freeze,
    read_contents,
    read_dokumen,
    read_pdf,
    sign_dokumen,
    withdraw_stale,
)
from pilkades_desk.core.canonical import canonical, parse_canonical
from pilkades_desk.core.errors import AccessError, RightsError, StateError
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import verify_raw
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.pemilih.usecases import read_dpt
from pilkades_desk.penghitungan.usecases import outcome
from pilkades_desk.penghitungan.values import StatusHasil
from tests.berita_acara.makers import (
    SANDI,
    SWAPPED,
    count_again,
    freeze_f27s,
    sign_by_all,
    signer,
    take_back,
)
from tests.kits.pdf_pages import qr_texts
from tests.penghitungan.desks import GOOD, Desks


def trust(meja: Meja) -> Trust:
    """Believe the village itself, as somebody does who compared its fingerprint."""
    village = read_village_authority(meja, PeranSertifikat.DESA)
    issuer = read_village_authority(meja, PeranSertifikat.DESA_CA)
    return Trust([village.cert_pem, issuer.cert_pem], meja.clock.now())


def status(meja: Meja, dokumen: Dokumen) -> StatusDokumen:
    return find_dokumen(meja, dokumen.id).status


def freeze_all(meja: Meja) -> dict[str, Dokumen]:
    """F-27 of both units, F-28 of unit 1, F-07, F-29 and F-33."""
    made = freeze_f27s(meja)[::-1]
    made += [freeze(meja, "F-28", 1), *(freeze(meja, kode) for kode in ("F-07", "F-29", "F-33"))]
    return {dokumen.kode: dokumen for dokumen in made}


@pytest.mark.syarat("S-611")
def test_the_same_document_is_not_frozen_twice(desks: Desks) -> None:
    freeze(desks.ketua, "F-27", 1)
    with pytest.raises(StateError, match="sudah dibekukan"):
        freeze(desks.ketua, "F-27", 1)
    assert len(read_dokumen(desks.ketua)) == 1


@pytest.mark.syarat("S-601")
def test_f07_tells_how_the_locked_dpt_came_about(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-07")
    isi = parse_canonical(read_contents(desks.ketua)["F07"])
    dpt = read_dpt(desks.ketua)
    assert (isi["dps"], isi["jumlah_dicoret"], isi["tambahan"]) == (dpt.jumlah_dps, 0, 0)
    assert isi["dpt"] == {"laki": dpt.jumlah_l, "perempuan": dpt.jumlah_p, "jumlah": dpt.jumlah}
    offices = [signer(desks.ketua, orang).jabatan for orang in dokumen.penanda]
    assert offices == ["Ketua Panitia", "Sekretaris"]


@pytest.mark.syarat("S-603")
def test_f28_waits_for_its_f27(desks: Desks) -> None:
    with pytest.raises(StateError, match="F-27 unit 1 belum dibekukan"):
        freeze(desks.ketua, "F-28", 1)


@pytest.mark.parametrize("kode", ["F-29", "F-33"])
def test_the_village_s_documents_wait_for_every_f27(desks: Desks, kode: str) -> None:
    freeze(desks.ketua, "F-27", 1)
    with pytest.raises(StateError) as caught:
        freeze(desks.ketua, kode)
    assert caught.value.sentence == "Unit 2 belum punya F-27."
    assert caught.value.hint == "Bekukan F-27 unit itu lebih dulu."


def test_f29_waits_for_a_new_f27_after_a_form_was_closed_again(desks: Desks) -> None:
    freeze_f27s(desks.ketua)
    count_again(desks, 2, GOOD)
    with pytest.raises(StateError, match=r"Unit 2 belum punya F-27\."):
        freeze(desks.ketua, "F-29")


@pytest.mark.syarat("S-005")
def test_an_operator_freezes_nothing(desks: Desks) -> None:
    with pytest.raises(RightsError):
        freeze(desks.rini, "F-27", 1)
    assert read_dokumen(desks.ketua) == ()


@pytest.mark.syarat("S-604")
def test_f29_waits_until_every_unit_is_final(desks: Desks) -> None:
    take_back(desks, 2)
    with pytest.raises(StateError, match="Unit 2 belum final"):
        freeze(desks.ketua, "F-29")


@pytest.mark.syarat("S-605")
def test_f33_waits_while_two_are_equal(desks: Desks) -> None:
    count_again(desks, 2, SWAPPED)
    with pytest.raises(StateError, match="Belum ada calon terpilih"):
        freeze(desks.ketua, "F-33")


def test_f29_says_a_tie_in_words(desks: Desks) -> None:
    count_again(desks, 2, SWAPPED)
    freeze_f27s(desks.ketua)
    freeze(desks.ketua, "F-29")
    assert b"Perolehan terbanyak sama: nomor urut 1, 2" in read_contents(desks.ketua)["F29"]


def rows_of(meja: Meja) -> IsiF29:
    freeze_f27s(meja)
    isi = compose_f29(meja, read_contents(meja)).isi
    assert isinstance(isi, IsiF29)
    return isi


@pytest.mark.syarat("S-606")
@pytest.mark.parametrize(
    "wrong",
    [
        {"status": StatusHasil.SERI_TERSELESAIKAN},
        {"nomor_urut": 1},
        {"status": StatusHasil.SERI, "nomor_urut": None, "seri": (1, 2)},
    ],
)
def test_a_first_way_that_says_something_else_is_held_back(
    desks: Desks, wrong: dict[str, object]
) -> None:
    hasil = outcome(desks.ketua).model_copy(update=wrong)
    rows = rows_of(desks.ketua).unit
    with pytest.raises(StateError, match="Dua cara menghitung"):
        agree(hasil, rows, desks.ketua)


@pytest.mark.syarat("S-606")
def test_a_second_way_that_sees_other_rows_is_held_back(desks: Desks) -> None:
    hasil, rows = outcome(desks.ketua), rows_of(desks.ketua).unit
    other = tuple(row.model_copy(update={"suara": row.suara[::-1]}) for row in rows)
    with pytest.raises(StateError, match="Dua cara menghitung"):
        agree(hasil, other, desks.ketua)


def test_the_second_way_reads_the_votes_of_the_frozen_f27(desks: Desks) -> None:
    freeze_f27s(desks.ketua)
    frozen = read_contents(desks.ketua)
    content = parse_canonical(frozen["F27001"])
    one, two = content["suara"]["perolehan"][:2]
    one["suara"], two["suara"] = two["suara"], one["suara"]
    assert compose_f29(desks.ketua, frozen)
    with pytest.raises(StateError, match="Dua cara menghitung"):
        compose_f29(desks.ketua, frozen | {"F27001": canonical(content)})


def test_two_ways_that_agree_hold_nothing_back(desks: Desks) -> None:
    agree(outcome(desks.ketua), rows_of(desks.ketua).unit, desks.ketua)


def test_f29_and_f33_both_ask_the_second_way() -> None:
    tree = ast.parse(Path(str(recap.__file__)).read_text("utf-8"))
    functions = {node.name: ast.unparse(node) for node in tree.body if hasattr(node, "name")}
    asking = {name for name, text in functions.items() if "agree(hasil," in text}
    assert asking >= {"compose_f29", "compose_f33"}


@pytest.mark.syarat("S-106")
def test_a_wrong_password_leaves_the_document_as_it_was(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    head = desks.ketua.head()
    with pytest.raises(AccessError) as caught:
        sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, dokumen.penanda[0]), "salah")
    assert caught.value.sentence.count(".") == caught.value.hint.count(".") == 1
    assert (find_dokumen(desks.ketua, dokumen.id), desks.ketua.head()) == (dokumen, head)


@pytest.mark.syarat("S-612")
def test_somebody_not_named_cannot_sign(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    with pytest.raises(StateError, match="tidak perlu menandatangani"):
        sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, 1), SANDI)


@pytest.mark.syarat("S-612")
def test_nobody_signs_twice(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    orang = signer(desks.ketua, dokumen.penanda[0])
    sign_dokumen(desks.ketua, dokumen.id, orang, SANDI)
    with pytest.raises(StateError, match="tidak perlu menandatangani"):
        sign_dokumen(desks.ketua, dokumen.id, orang, SANDI)


def test_a_document_is_complete_when_all_named_have_signed(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    first = sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, dokumen.penanda[0]), SANDI)
    last = [sign_by_rest(desks.ketua, first, orang) for orang in dokumen.penanda[1:]][-1]
    assert [dokumen.status, first.status, last.status] == [
        StatusDokumen.BEKU, StatusDokumen.DITANDATANGANI, StatusDokumen.LENGKAP,
    ]  # fmt: skip


def sign_by_rest(meja: Meja, dokumen: Dokumen, orang: int) -> Dokumen:
    return sign_dokumen(meja, dokumen.id, signer(meja, orang), SANDI)


def test_a_signed_document_is_believed(desks: Desks) -> None:
    dokumen = sign_by_all(desks.ketua, freeze(desks.ketua, "F-27", 1))
    laporan = check_dokumen(desks.ketua, dokumen, trust(desks.ketua)).laporan
    assert (laporan.ok, len(laporan.signatures)) == (True, 4)


@pytest.mark.syarat("S-612")
def test_one_changed_byte_is_reported(desks: Desks) -> None:
    dokumen = sign_by_all(desks.ketua, freeze(desks.ketua, "F-27", 1))
    pdf = bytearray(read_pdf(desks.ketua, dokumen))
    pdf[len(pdf) // 5] ^= 1
    with desks.ketua.act(Aksi.TANDA_TANGANI) as act:
        store.add_file(act.session, dokumen.id, (dokumen.penanda[0], bytes(pdf)), act.now)
        act.record("uji")
        act.commit()
    assert not check_dokumen(desks.ketua, dokumen, trust(desks.ketua)).laporan.ok


@pytest.mark.syarat("S-616")
def test_exporting_again_gives_the_same_bytes(desks: Desks, tmp_path: Path) -> None:
    sign_by_all(desks.ketua, freeze(desks.ketua, "F-27", 1))
    first = [path.read_bytes() for path in export_pdf(desks.ketua, tmp_path / "a")]
    assert first == [path.read_bytes() for path in export_pdf(desks.ketua, tmp_path / "b")]
    assert len(first) == 1


@pytest.mark.syarat("S-614")
def test_the_result_code_on_paper_verifies_with_the_village_certificate(desks: Desks) -> None:
    pdf = read_pdf(desks.ketua, freeze(desks.ketua, "F-27", 1))
    text = next(each for each in qr_texts(pdf, 0) if each.startswith("PR1*"))
    fields, signature = split_result_text(text)
    village = read_village_authority(desks.ketua, PeranSertifikat.DESA)
    verify_raw(village.cert_pem, from_base45(signature), RESULT_DOMAIN + fields.encode())
    assert f"*1:{GOOD['suara_1']}*2:{GOOD['suara_2']}*" in fields


def from_base45(text: str) -> bytes:
    """RFC 9285 read back, written apart from the program's writer."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    out = b""
    for start in range(0, len(text), 3):
        one, two, three = map(letters.index, text[start : start + 3])
        out += (one + two * 45 + three * 2025).to_bytes(2, "big")
    return out


def test_nothing_is_withdrawn_while_everything_stands(desks: Desks) -> None:
    freeze_all(desks.ketua)
    head = desks.ketua.head()
    assert withdraw_stale(desks.ketua) == ()
    assert desks.ketua.head() == head


@pytest.mark.syarat("S-613")
def test_a_form_taken_back_withdraws_what_was_made_of_it(desks: Desks) -> None:
    made = freeze_all(desks.ketua)
    take_back(desks, 1)
    assert {one.kode for one in withdraw_stale(desks.ketua)} == {"F-27", "F-28", "F-29", "F-33"}
    assert status(desks.ketua, made["F-27"]) is StatusDokumen.DITARIK
    assert status(desks.ketua, made["F-07"]) is StatusDokumen.BEKU


def test_a_form_of_another_unit_leaves_this_units_documents(desks: Desks) -> None:
    freeze_all(desks.ketua)
    take_back(desks, 2)
    assert {one.dok for one in withdraw_stale(desks.ketua)} == {"F27002", "F29", "F33"}


def test_a_form_closed_again_with_the_same_figures_is_another_form(desks: Desks) -> None:
    freeze_all(desks.ketua)
    count_again(desks, 1, GOOD)
    assert {one.kode for one in withdraw_stale(desks.ketua)} == {"F-27", "F-28", "F-29", "F-33"}


@pytest.mark.syarat("S-613")
def test_a_withdrawn_document_says_why_and_stays(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    take_back(desks, 1)
    (withdrawn,) = withdraw_stale(desks.ketua)
    assert withdrawn.ditarik == "Formulir unit 1 ditarik sesudah dokumen ini dibekukan."
    assert read_pdf(desks.ketua, withdrawn) == read_pdf(desks.ketua, dokumen)


def test_a_withdrawal_is_in_the_history(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    take_back(desks, 1)
    withdraw_stale(desks.ketua)
    with desks.ketua.read() as session:
        last = list(audit_log.read_entries(session))[-1].body
    assert '"aksi":"tarik-dokumen"' in last
    assert f'"objek":"dokumen/{dokumen.id}"' in last


def test_looking_for_stale_documents_changes_nothing(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    take_back(desks, 1)
    head = desks.ketua.head()
    assert [one for one, _ in find_stale(desks.rini)] == [dokumen]
    assert (desks.ketua.head(), status(desks.ketua, dokumen)) == (head, StatusDokumen.BEKU)


def test_a_stale_document_is_not_signed(desks: Desks) -> None:
    dokumen = freeze(desks.ketua, "F-27", 1)
    take_back(desks, 1)
    with pytest.raises(StateError, match="sudah ditarik"):
        sign_dokumen(desks.ketua, dokumen.id, signer(desks.ketua, dokumen.penanda[0]), SANDI)


@pytest.mark.syarat("S-613")
def test_a_stale_document_is_not_exported(desks: Desks, tmp_path: Path) -> None:
    freeze(desks.ketua, "F-27", 1)
    take_back(desks, 1)
    assert export_pdf(desks.ketua, tmp_path / "keluar") == ()


def test_a_form_closed_again_gives_minutes_of_the_second_count(desks: Desks) -> None:
    first = freeze(desks.ketua, "F-27", 1)
    count_again(desks, 1, SWAPPED)
    second = freeze(desks.ketua, "F-27", 1)
    isi = parse_f27(read_contents(desks.ketua)["F27001"], "Asli", "A4")
    assert (isi.hitung_ke, isi.suara.perolehan[0].suara) == (2, GOOD["suara_2"])
    assert status(desks.ketua, first) is StatusDokumen.DITARIK
    assert second.kode_data != first.kode_data


@pytest.mark.syarat("S-603", "S-615")
def test_f28_is_signed_by_the_people_of_its_unit_like_the_minutes(desks: Desks) -> None:
    minutes = freeze(desks.ketua, "F-27", 1)
    certificate = freeze(desks.ketua, "F-28", 1)
    assert certificate.penanda == minutes.penanda
    assert certificate.status is StatusDokumen.BEKU
    assert sign_by_all(desks.ketua, certificate).status is StatusDokumen.LENGKAP


@pytest.mark.syarat("S-603")
def test_f28_names_the_data_code_of_the_minutes_as_it_was_frozen(desks: Desks) -> None:
    minutes = freeze(desks.ketua, "F-27", 1)
    freeze(desks.ketua, "F-28", 1)
    assert parse_canonical(read_contents(desks.ketua)["F28001"])["dari"] == minutes.kode_data


@pytest.mark.syarat("S-470")
@pytest.mark.parametrize(
    ("records", "alasan"),
    [(2, "Diuraikan dalam catatan F-30 nomor 1, 2"), (0, "Belum tercatat di F-30; tulis di sini:")],
)
def test_ballots_fewer_than_voters_are_explained_on_f27_and_f29(
    desks: Desks, records: int, alasan: str
) -> None:
    taken_home = {"hadir_dpt_l": 321, "hadir_dpt_jumlah": 667, "hadir_l": 321, "hadir_jumlah": 667,
                  "tidak_hadir": 79}  # fmt: skip
    count_again(desks, 2, GOOD | taken_home | {"kejadian_khusus": records})
    freeze_f27s(desks.ketua)
    freeze(desks.ketua, "F-29")
    contents = {dok: parse_canonical(one) for dok, one in read_contents(desks.ketua).items()}
    (one,) = contents["F27002"]["selisih"]
    assert (one["kode"], one["uraian"]) == (
        "W511", "Surat suara digunakan 666, pemilih hadir 667.",
    )  # fmt: skip
    assert one["alasan"].startswith(alasan)
    assert contents["F27002"]["surat_suara"]["penjelasan"] == ""
    assert contents["F27001"]["selisih"] == []
    assert [each["unit"] for each in contents["F29"]["selisih"]] == ["TPS 2"]
