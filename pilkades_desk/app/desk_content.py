"""Reads from the steps what the frame and Beranda show; decides nothing of its own."""

from typing import TYPE_CHECKING

from pilkades_desk.app.beranda_content import (
    Batang,
    Grafik,
    IsiBeranda,
    KartuAngka,
    Periksa,
    Tugas,
)
from pilkades_desk.app.calendar_card import calendar_lines
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.app.window_content import IsiJendela, Keping, opening_words
from pilkades_desk.berita_acara.usecases import read_dokumen
from pilkades_desk.calon.usecases import read_calon
from pilkades_desk.core.clock import long_date
from pilkades_desk.core.terbilang import angka
from pilkades_desk.paket.usecases import read_sent
from pilkades_desk.panitia.akun import read_accounts
from pilkades_desk.panitia.cadangan import read_last_words
from pilkades_desk.panitia.kalender.tenggat import read_pekerjaan, today
from pilkades_desk.panitia.kalender.values import Tanda
from pilkades_desk.panitia.meja import program_version
from pilkades_desk.panitia.pemulihan import sheet_is_proven
from pilkades_desk.panitia.rights import Aksi, may
from pilkades_desk.pemilih.usecases import summarise
from pilkades_desk.penghitungan.lembar import vote_lines
from pilkades_desk.penghitungan.usecases import recap
from pilkades_desk.tps.usecases import read_rencana, read_units

if TYPE_CHECKING:
    from pilkades_desk.calon.values import Calon
    from pilkades_desk.panitia.meja import Meja
    from pilkades_desk.pemilih.values import RingkasanPemilih
    from pilkades_desk.penghitungan.values import Rekap

TASKS = (
    ("Lengkapi panitia", "Tambahkan akun kedua dan buat kunci desa.", "Buka panitia"),
    ("Susun daftar pemilih", "Impor lembar kerja, perbaiki, lalu kunci DPT.", "Buka pemilih"),
    ("Tetapkan calon", "Periksa berkas, tetapkan, lalu undi nomor urut.", "Buka calon"),
    ("Bagi DPT ke TPS", "Bagi menurut wilayah, periksa, lalu kunci.", "Buka TPS"),
    ("Ketik formulir TPS", "Setiap formulir diketik dua orang dari kertas.", "Buka penghitungan"),
    ("Buat berita acara", "Bekukan isi, cetak, lalu tandatangani.", "Buka berita acara"),
    ("Kirim paket", "Segel paket dan tulis ke flashdisk.", "Buka paket"),
    ("Tunggu tanda terima", "Baca tanda terima dari USB yang kembali.", "Buka meja kabupaten"),
)
FINISHED = (
    "Pemilihan selesai",
    "Kabupaten sudah menerima paket. Simpan kertas asli dan cadangan.",
    "Lihat tanda terima",
)


class DeskContent:
    """The facts of one reading, so that frame and Beranda tell the same."""

    def __init__(self, meja: "Meja") -> None:
        self._meja = meja
        self._accounts = len(read_accounts(meja))
        mine = may(meja.akun.peran, Aksi.GANTI_LEMBAR_PEMULIHAN)
        self._sheet_is_fine = not mine or sheet_is_proven(meja)
        self._pemilih: RingkasanPemilih = summarise(meja)
        self._calon: tuple[Calon, ...] = read_calon(meja)
        self._drawn = bool(self._calon) and all(calon.nomor for calon in self._calon)
        self._units = read_units(meja)
        self._shared = bool(self._units) and read_rencana(meja).terkunci
        self._rekap: Rekap | None = recap(meja) if self._units and self._drawn else None
        self._documents = [one for one in read_dokumen(meja) if not one.ditarik]
        self._sent = [(sent, answer) for sent, answer in read_sent(meja) if sent.jenis == "hasil"]

    def window(self) -> IsiJendela:
        """Give what stands around the page."""
        pemilihan, akun = self._meja.pemilihan, self._meja.akun
        day = long_date(pemilihan.tanggal)
        return IsiJendela(
            desa=f"Desa {pemilihan.desa}",
            kecamatan=f"Kecamatan {pemilihan.kecamatan}",
            judul=f"Pemilihan Kepala Desa {pemilihan.tanggal.year} · {day}",
            akun=f"{akun.nama_lengkap} · {akun.peran.value}",
            riwayat=opening_words(self._meja),
            cadangan=read_last_words(self._meja),
            versi=f"Versi {program_version()}",
            gladi=pemilihan.gladi,
            keping=(Keping(teks="Luring · data di laptop ini", nada="info"),),
            keadaan=self._states(),
        )

    def beranda(self) -> IsiBeranda:
        """Give the first page."""
        title, sentence, words = FINISHED if all(self._done()) else TASKS[self._current() - 1]
        task = Tugas(judul=title, kalimat=sentence, tombol=words, langkah=self._current())
        return IsiBeranda(
            tugas=task,
            kartu=self._cards(),
            grafik=self._chart(),
            periksa=self._checks(),
            lembar=self._sheet_is_fine,
            kalender=calendar_lines(read_pekerjaan(self._meja, self.seen()), today(self._meja)),
        )

    def seen(self) -> dict[Tanda, bool]:
        """Tell which stages of a calendar the program itself sees as done."""
        _, dpt, undian, tps, hitung, berita_acara, paket, tanda_terima = self._done()
        return {
            Tanda.DPS: self._pemilih.dps is not None,
            Tanda.DPT: dpt,
            Tanda.UNDIAN: undian,
            Tanda.TPS: tps,
            Tanda.HITUNG: hitung,
            Tanda.BERITA_ACARA: berita_acara,
            Tanda.PAKET: paket,
            Tanda.TANDA_TERIMA: tanda_terima,
        }

    def _done(self) -> tuple[bool, ...]:
        counted = self._rekap is not None and self._rekap.lengkap
        locked = self._pemilih.dpt is not None
        answered = any(answer is not None for _, answer in self._sent)
        return (
            self._accounts > 1,
            locked,
            self._drawn,
            self._shared,
            counted,
            self._all_signed(),
            bool(self._sent),
            answered,
        )

    def _all_signed(self) -> bool:
        last = [one for one in self._documents if one.kode in ("F-29", "F-33")]
        return len(last) > 1 and all(one.selesai for one in self._documents)

    def _current(self) -> int:
        """Give the first step that is not done; the last one when all are."""
        done = self._done()
        return done.index(False) + 1 if False in done else len(done)

    def _states(self) -> dict[str, Keadaan]:
        current = self._current()
        done = self._done()
        states = {}
        for step in STEPS:
            if done[step.number - 1]:
                state = Keadaan.SELESAI
            elif step.number == current:
                state = Keadaan.BERJALAN
            else:
                # pemilih and calon run side by side until the draw
                early = step.number <= 3
                state = Keadaan.TERBUKA if early else Keadaan.TERKUNCI
            states[step.folder] = state
        return states

    def _cards(self) -> tuple[KartuAngka, ...]:
        locked = self._pemilih.dpt is not None
        total = self._rekap.jumlah if self._rekap else None
        men, women = angka(self._pemilih.jumlah_l), angka(self._pemilih.jumlah_p)
        open_rows = self._pemilih.perlu_diperbaiki
        partisipasi = f"{total.partisipasi} dari DPT" if total else "belum ada formulir final"
        spoilt = f"{angka(total.tidak_sah)} tidak sah" if total else "belum ada formulir final"
        return (
            KartuAngka(
                judul="Pemilih tetap (DPT)" if locked else "Pemilih terdaftar",
                angka=angka(self._pemilih.jumlah),
                keterangan=f"{men} L · {women} P",
                ikon="users",
            ),
            KartuAngka(
                judul="Pengguna hak pilih",
                angka=angka(total.hadir_jumlah) if total else "–",
                keterangan=partisipasi,
                ikon="user-check",
            ),
            KartuAngka(
                judul="Suara sah",
                angka=angka(total.sah) if total else "–",
                keterangan=spoilt,
                ikon="file-check",
            ),
            KartuAngka(
                judul="Perlu diperbaiki",
                angka=angka(open_rows),
                keterangan="baris daftar pemilih",
                ikon="triangle-alert" if open_rows else "circle-check",
                nada="warn" if open_rows else "ok",
            ),
        )

    def _chart(self) -> Grafik | None:
        rekap = self._rekap
        if rekap is None or not rekap.baris:
            return None
        bars = tuple(
            Batang(nomor=nomor, nama=nama, suara=suara)
            for nomor, (nama, suara) in enumerate(
                zip(vote_lines(self._calon), rekap.jumlah.suara, strict=True), start=1
            )
        )
        share = f"{len(rekap.baris)} dari {len(self._units)} TPS final"
        return Grafik(
            judul="Perolehan suara" if rekap.lengkap else "Perolehan suara sementara",
            keping=share,
            nada="ok" if rekap.lengkap else "warn",
            batang=bars,
            catatan="Yang sah adalah berita acara yang ditandatangani.",
        )

    def _checks(self) -> tuple[Periksa, ...]:
        units = len(self._units)
        final = len(self._rekap.baris) if self._rekap else 0
        signed = sum(one.selesai for one in self._documents)
        notes = (
            ("Akun kedua dibuat", f"{self._accounts} akun"),
            ("DPT dikunci", f"{angka(self._pemilih.jumlah)} pemilih"),
            ("Nomor urut calon diundi", f"{len(self._calon)} calon"),
            ("Pembagian TPS dikunci", f"{units} TPS"),
            ("Semua formulir TPS final", f"{final} dari {units}"),
            ("Berita acara ditandatangani", f"{signed} dari {len(self._documents)} dokumen"),
            ("Paket hasil dikirim", f"{len(self._sent)} paket"),
            ("Tanda terima dibaca", "dari kabupaten"),
        )
        return tuple(
            Periksa(teks=text, keterangan=note, selesai=done, langkah=number)
            for number, ((text, note), done) in enumerate(
                zip(notes, self._done(), strict=True), start=1
            )
        )
