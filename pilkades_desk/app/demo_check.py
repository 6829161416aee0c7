"""What the demo checks at the end, with its own means and with `pdfsig` where there is one."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pilkades_desk.app.demo_say import Story
from pilkades_desk.berita_acara.dokumen import StatusDokumen
from pilkades_desk.berita_acara.usecases import check_dokumen, read_dokumen
from pilkades_desk.core.audit import BrokenChain
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.paket.usecases import find_kit
from pilkades_desk.paket.values import HasilPublik
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.pemilih.pribadi import read_dpt_pemilih
from pilkades_desk.penghitungan.usecases import outcome, recap
from pilkades_desk.tps.usecases import read_units


def check_documents(meja: Meja, paths: Sequence[Path], story: Story) -> None:
    """Check every signature of every document, ours and `pdfsig`'s judgement."""
    kit = find_kit(meja)
    trust = Trust([kit.akar] if kit else [], meja.clock.now())
    documents = read_dokumen(meja)
    reports = [check_dokumen(meja, dokumen, trust).laporan for dokumen in documents]
    count = sum(len(report.signatures) for report in reports)
    whole = len(paths) == len(documents) > 0 and all(report.ok for report in reports)
    story.check(f"{count} tanda tangan pada {len(documents)} dokumen sah", holds=whole)
    berita_acara = [dokumen for dokumen in documents if dokumen.kode in ("F-27", "F-29")]
    signed = [dokumen.status is StatusDokumen.LENGKAP for dokumen in berita_acara]
    complete = len(signed) == len(read_units(meja)) + 1 and all(signed)
    story.check("F-27 dan F-29 ditandatangani semua yang wajib", holds=complete)
    if shutil.which("pdfsig"):
        story.check("pdfsig menyatakan semua tanda tangan valid", holds=_pdfsig(paths, count))


def check_history(meja: Meja, story: Story) -> None:
    """Walk the audit chain from its first entry."""
    try:
        with meja.read() as session:
            length = audit_log.verify(session).seq
    except BrokenChain:
        length = 0
    story.check(f"Riwayat {length} langkah utuh", holds=length > 0)


def check_result(meja: Meja, received: HasilPublik, publik: Path, story: Story) -> None:
    """Compare what the desk read with what the village counted; the public file names no voter."""
    hasil, total = outcome(meja), recap(meja).jumlah
    votes = [received.total(f"suara_{nomor}") for nomor in range(1, len(total.suara) + 1)]
    got = (received.status, received.nomor_urut, *votes, received.total("sah"))
    said = (hasil.status.value, hasil.nomor_urut, *total.suara, total.sah)
    story.check("Hasil di kabupaten sama dengan di desa", holds=got == said)
    content = publik.read_bytes()
    leaked = any(pemilih.nik.encode() in content for pemilih in read_dpt_pemilih(meja))
    story.check("Berkas publik tidak memuat NIK pemilih", holds=not leaked)


def result_facts(meja: Meja) -> dict[str, object]:
    """Give the result for `--json`: same seed and versions, same facts."""
    hasil, rekap = outcome(meja), recap(meja)
    return {
        "status": hasil.status.value,
        "nomor_urut": hasil.nomor_urut,
        "langkah": list(hasil.langkah),
        "suara": list(rekap.jumlah.suara),
        "sah": rekap.jumlah.sah,
        "tidak_sah": rekap.jumlah.tidak_sah,
        "unit": [json.loads(row.model_dump_json()) for row in rekap.baris],
    }


def _pdfsig(paths: Sequence[Path], count: int) -> bool:
    said = [
        subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False)  # noqa: S607 -- whichever the machine has
        for path in paths
    ]
    return sum(one.stdout.count("Signature is Valid.") for one in said) == count > 0
