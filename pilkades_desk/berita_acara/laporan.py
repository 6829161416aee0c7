"""What people type for the report to the BPD, and the letters the BPD and the camat go on with."""

from collections.abc import Mapping

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.compose.report import NEEDS, enclosure_names, read_f33
from pilkades_desk.berita_acara.daftar import IsianSurat, Kelengkapan
from pilkades_desk.berita_acara.dokumen import JUDUL
from pilkades_desk.berita_acara.formulir import LaporanBpd, Pengantar
from pilkades_desk.berita_acara.rules import denies_keberatan
from pilkades_desk.berita_acara.usecases import find_stale, read_contents
from pilkades_desk.core.canonical import canonical, parse_canonical, sha256_hex
from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.compose import make_dasar
from pilkades_desk.panitia.naskah.formulir import Bahan, Lembar, make_formulir
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.rights import Aksi

KODE = "F-34"
SETS = "5"
"""Two for the camat, one for the head of the village, two for the BPD: an older regulation."""
_DATED = (
    ("persiapan", "Tanggal persiapan dan pembentukan panitia"),
    ("pencalonan", "Tanggal pencalonan dan undian nomor urut"),
    ("kampanye", "Tanggal kampanye dan masa tenang"),
)
_FROZEN = tuple(JUDUL)
"""Enclosures the file itself knows of."""
LONGEST = 2000
"""Letters a form takes in one place."""
_TOO_LONG = f"Singkatkan menjadi paling banyak {LONGEST} huruf."
_NEEDED = {"kepada": "Tulis penerima laporan.", "sengketa": "Tulis NIHIL bila tidak ada."}


def read_report_form(meja: Meja) -> tuple[IsianSurat, ...]:
    """Give what only people know of the report, with what was typed last (S-622)."""
    with meja.read() as session:
        typed = store.read_answers(session, KODE)
        register = store.read_keberatan(session)
    decided = sum(bool(one.putusan) for one in register)
    counted = f"{len(register)} keberatan, {decided} diputus"
    boxes = (
        IsianSurat(nama="nomor", label="Nomor surat", petunjuk="Kosong: diisi tangan."),
        IsianSurat(nama="kepada", label="Kepada", nilai=f"Ketua BPD Desa {meja.pemilihan.desa}"),
        IsianSurat(nama="set", label="Lampiran, berapa set", nilai=SETS, angka=True),
        *(IsianSurat(nama=nama, label=label) for nama, label in _DATED),
        IsianSurat(
            nama="sengketa",
            label="Keberatan dan penyelesaiannya",
            nilai=counted if register else "NIHIL",
            petunjuk=f"Register: {counted}.",
        ),
        IsianSurat(nama="keuangan", label="Keuangan", nilai="Rincian dalam lampiran."),
        *(_asked(one) for one in enclosure_names() if not one.startswith(_FROZEN)),
    )
    if denies_keberatan(typed.get("sengketa", ""), len(register)):
        typed.pop("sengketa", None)  # an objection came in after it was typed
    return tuple(one.model_copy(update={"nilai": typed.get(one.nama, one.nilai)}) for one in boxes)


def check_report_form(isi: Mapping[str, str]) -> dict[str, str]:
    """Say by box what keeps the answers from being kept."""
    faults = {nama: words for nama, words in _NEEDED.items() if not isi[nama].strip()}
    if not isi["set"].isdecimal() or not 1 <= int(isi["set"]) <= 99:
        faults["set"] = "Tulis 1 sampai 99."
    long = {nama: _TOO_LONG for nama, words in isi.items() if len(words) > LONGEST}
    return long | faults


def save_report_form(meja: Meja, isi: Mapping[str, str]) -> None:
    """Keep what people typed; a report frozen before it no longer holds (S-622).

    Raises:
        StateError: something needed is missing.
    """
    meja.demand(Aksi.ISI_LAPORAN)
    faults = check_report_form(isi)
    if faults:
        raise StateError("Laporan belum lengkap.", next(iter(faults.values())))
    with meja.read() as session:
        keberatan = len(store.read_keberatan(session))
    if denies_keberatan(isi["sengketa"], keberatan):
        raise StateError(
            f"Register memuat {keberatan} keberatan.", "Tulis penyelesaiannya, bukan NIHIL."
        )
    with meja.act(Aksi.ISI_LAPORAN) as act:
        store.add_answers(act.session, KODE, isi, act.now)
        act.record("surat/F34", kode=KODE, sidik=sha256_hex(canonical(dict(isi))))
        act.commit()


def draw_bpd_letter(meja: Meja) -> Cetakan:
    """Draw F-35, the BPD's letter, filled in as far as the report knows; never frozen (S-623)."""
    report = _report(meja)
    winner = read_f33(read_contents(meja)).terpilih
    number = report.nomor or "." * 12
    bahan = LaporanBpd(
        kepada=f"Bupati {meja.pemilihan.kabupaten}",
        melalui=f"Camat {meja.pemilihan.kecamatan}",
        nomor_calon=winner.nomor,
        terpilih=winner.nama,
        sah=winner.suara,
        laporan=f"nomor {number}, {plain_date(report.waktu.tanggal)}",
    )
    return _draw(meja, bahan, report)


def draw_camat_letter(meja: Meja) -> Cetakan:
    """Draw F-36, the camat's covering letter, filled in as far as the report knows (S-623)."""
    wilayah = meja.pemilihan
    bahan = Pengantar(dari=f"Camat {wilayah.kecamatan}", kepada=f"Bupati {wilayah.kabupaten}")
    return _draw(meja, bahan, _report(meja))


def _asked(nama: str) -> IsianSurat:
    choices = tuple(one.value for one in Kelengkapan)
    return IsianSurat(nama=nama, label=nama, nilai=choices[0], pilihan=choices)


def _report(meja: Meja) -> IsiFormulir:
    contents = read_contents(meja)
    stale = {one.dok for one, _ in find_stale(meja)}
    if "F34" not in contents or "F34" in stale or not all(one in contents for one in NEEDS):
        raise StateError("F-34 belum dibekukan.", "Isi laporan, lalu bekukan F-34.")
    copy = {"salinan": "Asli", "kertas": meja.profil.nilai("format.kertas")}
    return IsiFormulir.model_validate(parse_canonical(contents["F34"]) | copy)


def _draw(meja: Meja, bahan: Bahan, report: IsiFormulir) -> Cetakan:
    """Draw a letter of somebody else, undated; frozen with the report: the same file each time."""
    from pilkades_desk.panitia.naskah.pdf.formulir import draw

    of_report = {name: getattr(report, name) for name in ("dibekukan", "kepala_audit", "waktu")}
    dasar = make_dasar(meja).model_copy(update=of_report)
    isi = make_formulir(dasar, bahan, Lembar(tanpa_tanggal=True))
    return Cetakan(isi.naskah.judul[0], f"{isi.kode}.pdf", draw(isi), identify(isi))
