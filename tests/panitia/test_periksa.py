import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from pilkades_desk.core.audit import AuditHead, Checkpoint, checkpoint_message, parse_head
from pilkades_desk.core.canonical import canonical
from pilkades_desk.kits.signing.keys import fingerprint, new_key, public_pem, sign
from pilkades_desk.panitia.periksa import Laporan, Tanda, Terdaftar, check_anchor, check_marks
from pilkades_desk.panitia.rights import PENTING, Aksi
from pilkades_desk.panitia.riwayat import verify_riwayat
from pilkades_desk.panitia.rules import approval_message
from pilkades_desk.panitia.values import Persetujuan, SebabKunci
from tests.makers import approve_both, make_meja, make_operators
from tests.panitia.logs import DEEDS, SEAL, WAYS, Log, manipulations, whole_log

MANY = 1000


def body_at(log: Log, place: int) -> dict[str, object]:
    body: dict[str, object] = json.loads(log.entries[place].body)
    return body


def with_body(log: Log, place: int, **facts: object) -> Log:
    """One body changed under right hashes, signed heads pointed at the new ones."""
    bodies = log.bodies
    bodies[place] = canonical(body_at(log, place) | facts).decode()
    made = log.rebuilt(bodies)
    moved = tuple(
        replace(one, head=AuditHead(one.head.seq, made.entries[one.head.seq - 1].hash))
        for one in log.checkpoints
    )
    return replace(made, checkpoints=moved, anchor=f"{len(bodies)}-{made.entries[-1].hash.hex()}")


def sentences(log: Log) -> list[str]:
    return [each.text for each in log.check().temuan]


def test_a_log_as_written_is_whole() -> None:
    log = whole_log()
    assert log.check() == Laporan(parse_head(log.anchor))
    assert len(log.entries) > 20


def test_every_important_act_of_the_sample_has_a_signed_head() -> None:
    log = whole_log()
    important = {each.seq for each in log.entries if json.loads(each.body)["aksi"] in set(PENTING)}
    assert important == {each.head.seq for each in log.checkpoints}
    assert len(important) >= 5


@pytest.mark.syarat("S-002", "S-015")
def test_a_thousand_random_manipulations_are_all_found() -> None:
    log = whole_log()
    unseen = [name for name, made in manipulations(log, MANY) if made.check().utuh]
    assert unseen == []


def test_the_thousand_take_every_deed_in_every_way() -> None:
    names = Counter(name.split(maxsplit=1)[1] for name, _ in manipulations(whole_log(), MANY))
    assert len(names) == len(DEEDS) * len(WAYS)
    assert set(names.values()) == {MANY // (len(DEEDS) * len(WAYS))}


def test_a_rebuilt_chain_is_found_by_its_signed_heads_alone() -> None:
    log = whole_log()
    last = max(each.head.seq for each in log.checkpoints)
    for place in range(last - 1):
        for way in WAYS[1:]:
            bodies = log.bodies
            bodies[place] = bodies[place].replace("0.1.0", "9.9.9")
            assert way(log, bodies).own_codes != [], (place, way.__name__)


def test_a_tail_cut_off_with_its_signed_heads_is_found_by_the_keyslot_file() -> None:
    log = whole_log()
    cut = log.at(Aksi.FINALKAN_FORM)
    kept = tuple(each for each in log.checkpoints if each.head.seq <= cut)
    short = replace(log, entries=log.entries[:cut], checkpoints=kept)
    assert (short.own_codes, short.codes) == ([], ["E116"])
    (words,) = sentences(short)
    assert f"berhenti di langkah {cut}, seharusnya sampai {len(log.entries)}" in words
    assert "lebih lama dari kuncinya" in words


def test_a_tail_cut_off_without_its_signed_heads_is_found_without_the_keyslot_file() -> None:
    log = whole_log()
    cut = log.at(Aksi.FINALKAN_FORM)
    assert replace(log, entries=log.entries[:cut]).own_codes == ["E116"]


def test_another_history_of_the_same_length_is_found_by_the_keyslot_file() -> None:
    log = whole_log()
    changed = with_body(log, len(log.entries) - 1, isian="suara_2")
    assert replace(changed, anchor=log.anchor).codes == ["E117"]
    assert changed.codes == []  # after the last signed head only the keyslot file knows


@pytest.mark.parametrize("anchor", ["", "12", "rusak", "1-00"])
def test_a_keyslot_file_without_a_head_warns(anchor: str) -> None:
    assert replace(whole_log(), anchor=anchor).codes == ["W127"]


def test_a_signed_head_by_somebody_else_is_false() -> None:
    log = whole_log()
    one = log.checkpoints[-1]
    forged = replace(one, signature=sign(new_key(), checkpoint_message(one.head)))
    made = replace(log, checkpoints=(*log.checkpoints[:-1], forged))
    assert sentences(made) == [f"Tanda tangan riwayat di langkah {one.head.seq} palsu."]


def test_a_signed_head_in_another_account_s_name_is_found() -> None:
    log = whole_log()
    made = replace(log, checkpoints=(*log.checkpoints[:-1], replace(log.checkpoints[-1], akun=2)))
    assert "bukan milik akun yang melakukannya" in sentences(made)[0]


def test_a_missing_signed_head_is_found() -> None:
    log = whole_log()
    for place in range(len(log.checkpoints)):
        kept = log.checkpoints[:place] + log.checkpoints[place + 1 :]
        assert replace(log, checkpoints=kept).own_codes == ["E115"]


def test_a_broken_signature_of_a_head_is_found() -> None:
    log = whole_log()
    first = replace(log.checkpoints[0], signature=b"")
    assert replace(log, checkpoints=(first, *log.checkpoints[1:])).codes == ["E115"]


def approvals(log: Log) -> list[dict[str, object]]:
    given = body_at(log, log.at(Aksi.FINALKAN_FORM))["setuju"]
    assert isinstance(given, list)
    return given


@pytest.mark.syarat("S-006")
def test_an_act_of_two_without_approvals_is_found() -> None:
    log = whole_log()
    for aksi in (Aksi.FINALKAN_FORM, Aksi.TAMBAH_AKUN):
        assert "bukan dua orang" in sentences(with_body(log, log.at(aksi), setuju=[]))[0]


def test_one_person_approving_twice_is_found() -> None:
    log = whole_log()
    made = with_body(log, log.at(Aksi.FINALKAN_FORM), setuju=approvals(log)[:1] * 2)
    assert "bukan dua orang" in sentences(made)[0]


def test_one_person_with_two_accounts_is_one_person() -> None:
    log = whole_log()
    akun = dict(log.terdaftar.akun)
    akun[2] = akun[2].model_copy(update={"nama_lengkap": " sutrisno  UJI"})
    made = replace(log, terdaftar=replace(log.terdaftar, akun=akun))
    assert any("bukan dua orang" in each for each in sentences(made))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"aksi": "kunci-dpt"}, "diberikan untuk keadaan yang lain"),
        ({"kepala": "3-" + "00" * 32}, "diberikan untuk keadaan yang lain"),
        ({"digest": "cd" * 32}, "diberikan untuk isi yang lain"),
        ({"tanda_tangan": "00"}, "palsu"),
        ({"tanda_tangan": "bukan heks"}, "tidak terbaca"),
        ({"akun_id": 3}, "akun 3 palsu"),
        ({"akun_id": "x"}, "tidak terbaca"),
    ],
)
def test_a_changed_approval_is_found(change: dict[str, object], words: str) -> None:
    log = whole_log()
    first, second = approvals(log)
    made = with_body(log, log.at(Aksi.FINALKAN_FORM), setuju=[first, second | change])
    assert words in sentences(made)[0]


def test_an_account_other_than_the_one_approved_is_found() -> None:
    log = whole_log()
    akun = dict(log.terdaftar.akun)
    akun[3] = akun[3].model_copy(update={"nama_lengkap": "Orang Lain Uji"})
    made = replace(log, terdaftar=replace(log.terdaftar, akun=akun))
    assert any("diberikan untuk isi yang lain" in each for each in sentences(made))
    without = {key: value for key, value in akun.items() if key != 3}
    assert replace(log, terdaftar=replace(log.terdaftar, akun=without)).codes == ["E118"]


def test_a_key_that_is_in_no_entry_is_found() -> None:
    log = whole_log()
    pem = public_pem(new_key())
    akun = dict(log.terdaftar.akun)
    akun[2] = akun[2].model_copy(update={"kunci_publik": pem})
    swapped = Terdaftar.of(akun, (*log.terdaftar.kunci.values(), pem))
    assert replace(log, terdaftar=swapped).codes == ["E119"]


def test_an_account_that_is_in_no_entry_is_found() -> None:
    log = whole_log()
    akun = dict(log.terdaftar.akun)
    akun[9] = akun[2].model_copy(update={"id": 9, "nama": "hantu"})
    assert replace(log, terdaftar=replace(log.terdaftar, akun=akun)).codes == ["E119"]


def test_a_key_thrown_away_makes_its_signatures_false() -> None:
    log = whole_log()
    assert "E115" in replace(log, terdaftar=replace(log.terdaftar, kunci={})).codes


def test_a_closed_account_has_no_key_any_more() -> None:
    log = whole_log()
    body = body_at(log, -1) | {"aksi": Aksi.NONAKTIFKAN_AKUN.value, "objek": "akun/2"}
    log = log.rebuilt([*log.bodies, canonical(body).decode()])
    closed = {2: log.terdaftar.akun[2].model_copy(update={"sebab": SebabKunci.DINONAKTIFKAN})}
    made = replace(log, terdaftar=replace(log.terdaftar, akun={**log.terdaftar.akun, **closed}))
    assert "E119" not in made.own_codes
    assert "E119" in log.own_codes  # the log says closed, the tables say open


def test_recovery_with_two_names_on_paper_needs_no_second_signature() -> None:
    log = whole_log()
    body = body_at(log, -1) | {"aksi": Aksi.PULIHKAN_AKUN.value, "objek": "akun/1"}
    bare = log.rebuilt([*log.bodies, canonical(body).decode()])
    paper = log.rebuilt([*log.bodies, canonical(body | {"cara": "tanpa-sandi-kedua"}).decode()])
    assert bare.own_codes == ["E115", "E118"]
    assert paper.own_codes == ["E115"]


def test_a_file_with_one_account_is_restored_by_one_person_and_locked_by_none() -> None:
    log = whole_log()
    lone = replace(log, terdaftar=replace(log.terdaftar, akun={1: log.terdaftar.akun[1]}))
    kept = replace(lone, checkpoints=log.checkpoints[:1])
    for aksi, found in ((Aksi.PULIHKAN_CADANGAN, ["E115"]), (Aksi.KUNCI_DPT, ["E115", "E118"])):
        body = body_at(log, 0) | {"aksi": aksi.value, "objek": "berkas"}
        del body["kunci"]  # the signed head is missing as well, nobody here has the key
        assert kept.rebuilt([log.bodies[0], canonical(body).decode()]).own_codes == found


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "7", "{}", "null", '{"aksi":"masuk","akun":1}', '{"aksi":[],"akun":1,"at":"x"}',
        '{"aksi":"tambah-akun","akun":1,"at":"x","kunci":7}', "[" * 100_000,
        '{"aksi":"tambah-akun","akun":1,"at":"x","kunci":[1]}',
        '{"aksi":"tambah-akun","akun":1,"at":"x","kunci":[{"akun":1,"sidik":"a"}],"peran":"raja"}',
        '{"aksi":"nonaktifkan-akun","akun":1,"at":"x","objek":7}',
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_found(text: str) -> None:
    log = whole_log()
    assert "E114" in log.rebuilt([*log.bodies, text]).own_codes


def test_a_clock_set_back_is_told_once() -> None:
    log = whole_log()
    late = [with_body(log, place, at="2026-11-30T00:00:00.000000Z") for place in (18, 20)]
    bodies = late[0].bodies
    bodies[20] = late[1].bodies[20]
    found = log.rebuilt(bodies).check().temuan
    assert [each.text for each in found if each.code == "W126"] == [
        "Jam laptop mundur 2 kali; pertama di langkah 19."
    ]


def test_what_a_login_found_is_told_again() -> None:
    log = whole_log()
    body = body_at(log, -1) | {"aksi": "masuk", "temuan": "E116 W125"}
    made = log.rebuilt([*log.bodies, canonical(body).decode()])
    assert "Pernah ditemukan E116, W125" in sentences(replace(made, anchor=log.anchor))[0]


def test_a_head_seen_elsewhere_is_compared() -> None:
    log = whole_log()
    hashes = {each.seq: each.hash for each in log.entries}
    head = parse_head(log.anchor)
    right = Tanda("paket hasil no. 1", AuditHead(5, hashes[5]))
    wrong = Tanda("paket hasil no. 2", AuditHead(5, bytes(32)))
    later = Tanda("tanda terima no. 3", AuditHead(999, bytes(32)))
    empty = Tanda("kit no. 1", AuditHead(0, bytes(32)))
    found = check_marks((right, wrong, later, empty), hashes, head)
    assert [each.code for each in found] == ["E117", "E116"]
    assert "paket hasil no. 2" in found[0].text
    assert check_anchor(log.anchor, hashes, head) == []


def test_a_signed_head_of_a_small_act_is_checked_as_well() -> None:
    log = whole_log()
    head = AuditHead(len(log.entries), log.entries[-1].hash)
    extra = Checkpoint(head, body_at(log, -1)["akun"], b"palsu")  # type: ignore[arg-type]  # an id
    assert replace(log, checkpoints=(*log.checkpoints, extra)).codes == ["E115"]
    assert SEAL in log.entries[log.at(Aksi.FINALKAN_FORM)].body


def signed_on(log: Log, keys: dict[int, bytes], *bodies: dict[str, object]) -> Log:
    """More entries at the end, each with a head signed by the key of its account, if it has one."""
    made = log
    for body in bodies:
        made = made.rebuilt([*made.bodies, canonical(body).decode()])
        last = made.entries[-1]
        head = AuditHead(last.seq, last.hash)
        if body["akun"] in keys:
            akun = int(str(body["akun"]))
            mark = Checkpoint(head, akun, sign(keys[akun], checkpoint_message(head)))
            made = replace(made, checkpoints=(*made.checkpoints, mark))
    return made


def base(akun: int, aksi: str, **facts: object) -> dict[str, object]:
    when = "2027-12-02T00:00:00.000000Z"
    return {"at": when, "versi": "0.1.0", "akun": akun, "aksi": aksi} | facts


def forge(log: Log, aksi: Aksi, digest: str, keys: dict[int, bytes]) -> list[dict[str, object]]:
    kepala = AuditHead(log.entries[-1].seq, log.entries[-1].hash).full
    given = (
        Persetujuan(
            akun_id=akun,
            aksi=aksi.value,
            digest=digest,
            kepala=kepala,
            tanda_tangan=sign(key, approval_message(akun, aksi.value, digest, kepala)).hex(),
        )
        for akun, key in keys.items()
    )
    return [one.model_dump() for one in given]


@pytest.mark.syarat("S-006", "S-015")
@pytest.mark.parametrize("carrier", [Aksi.MASUK.value, Aksi.IMPOR_PEMILIH.value, "bukan-aksi"])
def test_keys_slipped_into_another_act_approve_nothing(carrier: str) -> None:
    log, forged = whole_log(), new_key()
    sidik = fingerprint(public_pem(forged))
    true = [{"akun": n, "sidik": fingerprint(log.terdaftar.akun[n].kunci_publik)} for n in (1, 2)]
    false = [{"akun": n, "sidik": sidik} for n in (1, 2)]
    known = replace(log.terdaftar, kunci={**log.terdaftar.kunci, sidik: public_pem(forged)})
    keys = {1: forged, 2: forged}
    made = signed_on(
        replace(log, terdaftar=known), {}, base(3, carrier, objek="akun/3", kunci=false)
    )
    given = forge(made, Aksi.KUNCI_DPT, SEAL, keys)
    lock = base(1, Aksi.KUNCI_DPT.value, objek="dpt/1", segel=SEAL, setuju=given)
    made = signed_on(made, keys, lock, base(3, carrier, objek="akun/3", kunci=true))
    assert {"E118", "E119"} <= set(made.codes)


@pytest.mark.syarat("S-006", "S-015")
def test_an_account_s_act_gives_keys_to_no_other_account() -> None:
    log = whole_log()
    place = log.at(Aksi.TAMBAH_AKUN)
    own = body_at(log, place)["kunci"]
    assert isinstance(own, list)
    made = with_body(log, place, kunci=[*own, {"akun": 1, "sidik": own[0]["sidik"]}])
    assert "E119" in made.codes


@pytest.mark.syarat("S-006", "S-015")
@pytest.mark.parametrize(
    "aksi",
    [Aksi.ATUR_ULANG_AKUN, Aksi.NONAKTIFKAN_AKUN, Aksi.MUSNAHKAN, Aksi.PULIHKAN_CADANGAN],
)
def test_approvals_of_something_nobody_was_shown_are_found(tmp_path: Path, aksi: Aksi) -> None:
    meja = make_meja(tmp_path)
    first, second = make_operators(meja)
    asked = "00" * 32
    given = [one.model_dump() for one in approve_both(first, second, aksi, asked)]
    heads = {"kepala_baru": "1-00", "kepala_lama": ""}
    with meja.act(aksi) as act:
        act.record("akun/3", setuju=given, **heads)
        act.commit()
    found = [each.text for each in verify_riwayat(meja).temuan]
    assert any("diberikan untuk isi yang lain" in text for text in found)
    meja.close()
