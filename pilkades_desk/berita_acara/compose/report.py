"""F-34: the committee's report to the BPD, out of frozen documents and what people typed."""

from collections.abc import Mapping, Sequence

from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.sources import Stored
from pilkades_desk.berita_acara.content import IsiF29, IsiF33
from pilkades_desk.berita_acara.daftar import ButirLampiran, Kelengkapan
from pilkades_desk.berita_acara.formulir import Lampiran, Laporan, PerolehanCalon, Tahap
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import KETUA, SEKRETARIS, make_dasar, orang_holding
from pilkades_desk.panitia.naskah.formulir import Lembar, make_formulir
from pilkades_desk.panitia.naskah.wording import read_file
from pilkades_desk.pemilih.usecases import read_dpt

NEEDS = ("F29", "F33")
"""The documents whose figures the report repeats."""
_COPY = {"salinan": "Asli", "kertas": "A4"}
"""Names the sheet in hand, which no frozen content does."""


def compose_f34(meja: Meja, stored: Stored, enclosures: Sequence[ButirLampiran]) -> Composed:
    """Compose F-34 (S-622); refused before the decision is frozen and people's part is typed."""
    if not all(dok in stored.contents for dok in NEEDS):
        raise StateError("F-33 belum dibekukan.", "Bekukan F-29 dan F-33 lebih dulu.")
    if not stored.answers:
        raise StateError("Laporan belum diisi.", "Isi di tab Laporan BPD, lalu bekukan.")
    answers = stored.answers
    rekap, putusan = read_f29(stored.contents), read_f33(stored.contents)
    signers = orang_holding(meja, (SEKRETARIS, KETUA))
    names = {orang.jabatan: orang.nama for orang in signers}
    total, winner = rekap.total, putusan.terpilih
    bahan = Laporan(
        lampiran=f"{answers['set']} set",
        kepada=answers["kepada"],
        terpilih=f"nomor urut {winner.nomor}, {winner.nama}, {angka(winner.suara)} suara",
        sengketa=answers["sengketa"],
        keuangan=answers["keuangan"],
        sekretaris=names.get(SEKRETARIS, ""),
        ketua=names.get(KETUA, ""),
        tahap=_stages(meja, rekap, putusan, answers),
        calon=tuple(
            PerolehanCalon(nomor=str(one.nomor), nama=one.nama, suara=one.suara)
            for one in putusan.suara.perolehan
        ),
        lampiran_berkas=tuple(_enclosure(one, int(answers["set"])) for one in enclosures),
        pemilih=(total.dpt.jumlah, total.hadir.jumlah, total.sah, total.tidak_sah),
    )
    isi = make_formulir(make_dasar(meja), bahan, Lembar(nomor=answers["nomor"]))
    return Composed(isi.model_copy(update={"dari_segel": stored.sumber}), signers, (KETUA,))


def enclosure_names() -> tuple[str, ...]:
    """Give the enclosures the layout lists (S-622)."""
    table = next(one for one in read_file("F-34")["blok"] if one.get("kunci") == "lampiran_berkas")
    return tuple(str(row[0]) for row in table["tetap"])


def read_f29(contents: Mapping[str, bytes]) -> IsiF29:
    """Read the frozen recap."""
    return IsiF29.model_validate(parse_canonical(contents["F29"]) | _COPY)


def read_f33(contents: Mapping[str, bytes]) -> IsiF33:
    """Read the frozen decision."""
    return IsiF33.model_validate(parse_canonical(contents["F33"]) | _COPY)


def _stages(
    meja: Meja, rekap: IsiF29, putusan: IsiF33, answers: Mapping[str, str]
) -> tuple[Tahap, ...]:
    """Fill the six stages of the layout: known from the file, or the dates people typed."""
    dpt = read_dpt(meja)
    locked = dpt.dikunci.astimezone(meja.pemilihan.zona.tz).date()
    votes = f"{len(rekap.unit)} TPS, {angka(rekap.total.hadir.jumlah)} pemilih hadir"
    return (
        Tahap(tanggal=answers["persiapan"]),
        Tahap(tanggal=plain_date(locked), uraian=f"DPT {angka(dpt.jumlah)} pemilih"),
        Tahap(tanggal=answers["pencalonan"], uraian=f"{len(rekap.calon)} calon"),
        Tahap(tanggal=answers["kampanye"]),
        Tahap(tanggal=plain_date(meja.pemilihan.tanggal), uraian=votes),
        Tahap(tanggal=plain_date(putusan.waktu.tanggal), uraian=putusan.terpilih.nama),
    )


def _enclosure(butir: ButirLampiran, sets: int) -> Lampiran:
    there = butir.kelengkapan is Kelengkapan.ADA
    words = "" if there else butir.keterangan or butir.kelengkapan.value.capitalize()
    return Lampiran(
        nama=butir.nama,
        jumlah=sets if there else None,
        ada="✔" if there else "–",
        keterangan=words,
    )
