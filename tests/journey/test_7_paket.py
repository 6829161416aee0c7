"""The sealed bundle, opened by programs that are not ours."""

import json
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.core.clock import SystemClock
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket.compose import compose_hasil
from pilkades_desk.paket.usecases import read_sent, seal_hasil
from pilkades_desk.panitia.akun import read_accounts
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import log_in
from pilkades_desk.pemilih.pribadi import read_dpt_pemilih
from pilkades_desk.penerimaan.desk import AGE, MejaKabupaten
from pilkades_desk.penerimaan.store import read_key
from tests.journey.conftest import Played, run_program


def winner_of(hasil: dict) -> int:  # type: ignore[type-arg]  # plain JSON, read as a stranger would
    numbers = [calon["nomor"] for calon in hasil["calon"]]
    last = [unit["form"][-1]["isi"] for unit in hasil["unit"]]
    votes = {number: sum(form[f"suara_{number}"] for form in last) for number in numbers}
    return max(votes, key=votes.__getitem__)


@pytest.mark.syarat("S-703")
@pytest.mark.skipif(not shutil.which("age"), reason="the age program is not on this machine")
def test_age_and_tar_alone_recompute_the_winner(
    played: Played, desk: MejaKabupaten, tmp_path: Path
) -> None:
    with desk.read() as session:
        (tmp_path / "kunci").write_bytes(read_key(session, AGE)[0])
    with zipfile.ZipFile(played.facts["paket"]) as bundle:
        bundle.extract("payload.age", tmp_path)
    plain = tmp_path / "payload.tar"
    command = ["age", "-d", "-i", tmp_path / "kunci", "-o", plain, tmp_path / "payload.age"]
    subprocess.run(command, check=True)
    with tarfile.open(plain) as tar:
        names = tar.getnames()
        member = tar.extractfile("hasil.json")
        assert member is not None
        hasil = json.load(member)
    assert names[0] == "manifest.json"
    assert winner_of(hasil) == played.facts["hasil"]["nomor_urut"]


@pytest.mark.syarat("S-704")
def test_the_public_file_says_the_winner_without_any_key(played: Played) -> None:
    answer = run_program("periksa", "paket", played.facts["publik"], "--json")
    assert answer.returncode == 3
    said = json.loads(answer.stdout)
    assert said["hasil"]["nomor_urut"] == played.facts["hasil"]["nomor_urut"]
    assert said["asli"] is None


@pytest.mark.syarat("S-704")
def test_the_public_file_names_no_voter_and_no_account(played: Played, meja: Meja) -> None:
    content = Path(played.facts["publik"]).read_bytes()
    words = {
        *(one.nik for one in read_dpt_pemilih(meja)),
        *(akun.nama_lengkap for akun in read_accounts(meja)),
    }
    assert len(words) > 300
    assert [word for word in words if word.encode() in content] == []
    assert all(calon.nama.encode() in content for calon in read_calon(meja))


def test_the_kit_vouches_for_the_sender(played: Played) -> None:
    answer = run_program(
        "periksa", "paket", played.facts["publik"], "--kit", played.facts["kit"], "--json"
    )
    assert json.loads(answer.stdout)["asli"] is True


@pytest.mark.syarat("S-705")
def test_one_vote_changed_in_the_file_is_refused(played: Played, tmp_path: Path) -> None:
    content = Path(played.facts["publik"]).read_bytes()
    at = content.index(b'"suara_1":') + len(b'"suara_1":')
    digit = content[at : at + 1]
    forged = content[:at] + (b"1" if digit != b"1" else b"2") + content[at + 1 :]
    path = tmp_path / "palsu.pilkades"
    path.write_bytes(forged)
    answer = run_program("periksa", "paket", path)
    assert answer.returncode == 1
    assert answer.stderr.strip()


def test_one_vote_changed_before_sealing_changes_what_is_said(
    played: Played, tmp_path: Path
) -> None:
    copy = tmp_path / "pemilihan"
    shutil.copytree(played.facts["pemilihan"], copy)
    sandi = played.facts["kata_sandi"]["ketua"]
    meja = log_in(copy, "ketua", sandi, SCHEMA, SystemClock())
    hasil = compose_hasil(meja)
    unit = hasil.unit[0]
    form = unit.form[-1]
    typed = form.isi | {"suara_1": form.isi["suara_1"] + 1}
    changed = unit.model_copy(update={"form": (form.model_copy(update={"isi": typed}),)})
    mutated = hasil.model_copy(update={"unit": (changed, *hasil.unit[1:])})
    stick = tmp_path / "usb"
    stick.mkdir()
    publik = seal_hasil(meja, mutated, [], FolderDrive(stick)).publik
    meja.close()
    answer = run_program("periksa", "paket", publik)
    assert answer.returncode == 1
    assert "E804" in answer.stdout


def test_the_village_knows_which_bundle_has_its_receipt(meja: Meja) -> None:
    answered = {sent.jenis.value for sent, receipt in read_sent(meja) if receipt}
    assert answered == {"hasil"}
