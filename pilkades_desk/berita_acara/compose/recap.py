"""F-29 and F-33: the village recap and the decision; the winner is computed here once more."""

from collections.abc import Collection, Mapping

from pilkades_desk.berita_acara.compose.composed import Composed
from pilkades_desk.berita_acara.compose.count import explained, votes
from pilkades_desk.berita_acara.compose.sources import Stored, read_seals
from pilkades_desk.berita_acara.content import BarisUnit, CalonTerpilih, IsiF29, IsiF33
from pilkades_desk.berita_acara.outcome import recompute
from pilkades_desk.berita_acara.result_qr import parse_f27
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.calon.values import Calon
from pilkades_desk.core.clock import Zona, moment_text, plain_date
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.akun_ulang import changes_to_name
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.compose import KETUA, common, orang_holding
from pilkades_desk.panitia.naskah.values import LakiPerempuan, Naskah, Saksi
from pilkades_desk.panitia.values import PerubahanAkun
from pilkades_desk.penghitungan.usecases import outcome, read_form, recap
from pilkades_desk.penghitungan.values import BarisRekap, Hasil, Rekap, StatusHasil

_DECIDED = {"unggul": "perolehan suara sah terbanyak", "seri_terselesaikan": "aturan seri"}


def compose_f29(meja: Meja, frozen: Mapping[str, bytes]) -> Composed:
    """Compose F-29 from all final forms and the contents of their F-27s.

    Refused unless every unit has both and the two computations name the same result.
    """
    rekap, calon = recap(meja), read_calon(meja)
    if not rekap.lengkap:
        names = ", ".join(map(str, rekap.belum))
        raise StateError(f"Unit {names} belum final.", "Finalkan semua unit lebih dulu.")
    rows = tuple(_row(baris, len(calon)) for baris in rekap.baris)
    hasil = outcome(meja)
    agree(hasil, on_paper(rekap, rows, frozen), meja)
    signers = orang_holding(meja, tuple(meja.profil.nilai("rekap.penandatangan")))
    isi = IsiF29(
        **common(meja, "F-29", "F29", signers),
        dari_segel=read_seals(meja).of("F-29", None),
        calon=tuple((one.nomor or 0, one.nama) for one in calon),
        unit=rows,
        total=_row(rekap.jumlah, len(calon)),
        langkah_seri=hasil.langkah if hasil.status.value.startswith("seri") else (),
        hasil=result_sentence(hasil, calon),
        selisih=tuple(
            one.model_copy(update={"unit": row.nama})
            for row in rekap.baris
            for one in explained(meja, read_form(meja, row.unit))
        ),
        akun_setelah_dpt=_late_accounts(meja),
        saksi=tuple(Saksi(nomor_calon=one.nomor, nama="") for one in calon),
    )
    return Composed(isi, signers, (KETUA,))


def compose_f33(meja: Meja, stored: Stored) -> Composed:
    """Compose F-33, decision and minutes (S-475, S-605); refused while there is no winner.

    A winner whom people named in writing is in `stored.answers`: `nomor_urut` and `dasar`.

    The ketua alone signs the decision, and so comes first; the minutes are signed by all.
    """
    hasil, calon, rekap = outcome(meja), read_calon(meja), recap(meja)
    nomor, dasar = _terpilih(hasil, stored.answers)
    rows = tuple(_row(baris, len(calon)) for baris in rekap.baris)
    agree(hasil, on_paper(rekap, rows, stored.contents), meja)
    winner = next(one for one in calon if one.nomor == nomor)
    total = rekap.jumlah
    offices = tuple(meja.profil.nilai("penetapan.penandatangan"))
    signers = orang_holding(meja, offices)
    fields = common(meja, "F-33", "F33", signers)
    naskah, menimbang = _said(fields["naskah"], written=hasil.nomor_urut is None)
    isi = IsiF33(
        **fields | {"naskah": naskah},
        dari_segel=stored.sumber,
        menimbang=menimbang,
        mengingat=tuple(meja.profil.nilai("dasar_hukum")),
        terpilih=CalonTerpilih(
            nomor=nomor,
            nama=winner.nama,
            tempat_lahir=winner.tempat_lahir,
            tanggal_lahir=plain_date(winner.tanggal_lahir),
            alamat=winner.alamat,
            suara=total.suara[nomor - 1],
        ),
        dasar_terpilih=dasar,
        suara=votes(total.suara, calon, (total.sah, total.tidak_sah, total.jumlah_suara)),
        salinan_untuk=(
            "Badan Permusyawaratan Desa",
            f"Camat {meja.pemilihan.kecamatan}",
            "arsip",
        ),
    )
    return Composed(isi, signers, offices)


def _terpilih(hasil: Hasil, written: Mapping[str, str]) -> tuple[int, str]:
    """Give the number elected and on what ground."""
    if hasil.nomor_urut is not None:
        return hasil.nomor_urut, _DECIDED[hasil.status.value]
    if not written:
        raise StateError(
            "Belum ada calon terpilih menurut hitungan.",
            "Panitia membuat keputusan tertulis menurut peraturan kabupaten, lalu mencatatnya.",
        )
    return int(written["nomor_urut"]), f"keputusan tertulis: {written['dasar']}"


def _said(naskah: Naskah, *, written: bool) -> tuple[Naskah, tuple[str, str]]:
    """Give the wording and the grounds; of whom people decided for it is not said who had most."""
    first = naskah.label("menimbang1")
    if not written:
        return naskah, (first, naskah.label("menimbang2"))
    butir = (naskah.label("kesatu_tertulis"), *naskah.butir[1:])
    return naskah.model_copy(update={"butir": butir}), (first, naskah.label("menimbang2_tertulis"))


def on_paper(
    rekap: Rekap, rows: tuple[BarisUnit, ...], frozen: Mapping[str, bytes]
) -> tuple[BarisUnit, ...]:
    """Give the rows with the votes that stand in each unit's frozen F-27; StateError without one.

    So the second computation starts from other bytes than the first, not from the same query.
    """
    missing = without_f27(rekap, frozen)
    if missing:
        names = ", ".join(map(str, missing))
        raise StateError(f"Unit {names} belum punya F-27.", "Bekukan F-27 unit itu lebih dulu.")
    return tuple(
        _from_f27(row, frozen[_f27_of(baris.unit)])
        for baris, row in zip(rekap.baris, rows, strict=True)
    )


def without_f27(rekap: Rekap, frozen: Collection[str]) -> tuple[int, ...]:
    """Name the final units whose F-27 is not among the frozen documents, by short name."""
    return tuple(baris.unit for baris in rekap.baris if _f27_of(baris.unit) not in frozen)


def agree(hasil: Hasil, rows: tuple[BarisUnit, ...], meja: Meja) -> None:
    """Refuse to go on when the second computation, from the document's rows, differs (S-606)."""
    lines = [(row.dpt.jumlah, _figures(row)) for row in rows]
    calon = 1 if rows[0].kolom_kosong is not None else len(rows[0].suara)
    again = recompute(lines, calon, tuple(meja.profil.nilai("seri.rantai")))
    if (again.status, again.nomor_urut, again.seri) != (
        hasil.status.value,
        hasil.nomor_urut,
        hasil.seri,
    ):
        raise StateError(
            "Dua cara menghitung pemenang tidak sama; hasil ditahan.",
            "Jangan umumkan. Hubungi kabupaten dan bawa cadangan berkas ini.",
        )


def result_sentence(hasil: Hasil, calon: tuple[Calon, ...]) -> str:
    """Say the result in one sentence."""
    if hasil.nomor_urut is not None:
        name = next(one.nama for one in calon if one.nomor == hasil.nomor_urut)
        who = f"calon nomor urut {hasil.nomor_urut} atas nama {name}"
        if hasil.status is StatusHasil.UNGGUL:
            return f"Suara sah terbanyak diperoleh {who}"
        return f"Perolehan terbanyak sama; menurut aturan seri yang unggul {who}"
    if hasil.seri:
        numbers = ", ".join(map(str, hasil.seri))
        return f"Perolehan terbanyak sama: nomor urut {numbers}. Menunggu keputusan tertulis."
    return "Calon tunggal. Menunggu keputusan tertulis menurut peraturan."


def _f27_of(unit: int) -> str:
    return f"F27{unit:03d}"


def _from_f27(row: BarisUnit, content: bytes) -> BarisUnit:
    isi = parse_f27(content, "Asli", "A4")
    votes_there = tuple(one.suara for one in isi.suara.perolehan)
    read = {"dpt": isi.pemilih.b1, "suara": votes_there, "kolom_kosong": isi.suara.kolom_kosong}
    return row.model_copy(update=read)


def _figures(row: BarisUnit) -> tuple[int, ...]:
    return row.suara if row.kolom_kosong is None else (*row.suara, row.kolom_kosong)


def _row(baris: BarisRekap, calon: int) -> BarisUnit:
    return BarisUnit(
        nama=baris.nama,
        dpt=LakiPerempuan(laki=baris.dpt_l, perempuan=baris.dpt_p, jumlah=baris.dpt_jumlah),
        hadir=LakiPerempuan(laki=baris.hadir_l, perempuan=baris.hadir_p, jumlah=baris.hadir_jumlah),
        suara=baris.suara[:calon],
        kolom_kosong=baris.suara[1] if calon == 1 else None,
        jumlah=baris.jumlah_suara,
        **baris.model_dump(include={"diterima", "rusak", "sisa", "digunakan", "sah", "tidak_sah"}),
    )


def _late_accounts(meja: Meja) -> tuple[str, ...]:
    return tuple(change_sentence(one, meja.pemilihan.zona) for one in changes_to_name(meja))


def change_sentence(change: PerubahanAkun, zona: Zona) -> str:
    """Say whose account changed how and when, and who was there in place of a second password."""
    whose = f"{change.nama_lengkap}, akun {change.akun} ({change.peran.sebutan})"
    words = f"{whose}, {change.sebab.value} {moment_text(change.waktu, zona)}"
    if change.saksi is None:
        return words
    return f"{words}, tanpa sandi orang kedua; hadir {change.saksi.satu} dan {change.saksi.dua}"
