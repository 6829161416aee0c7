"""Content for the window's tests and pictures; the village and its people are invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from pilkades_desk.app.beranda_content import (
    Batang,
    Grafik,
    IsiBeranda,
    KartuAngka,
    Periksa,
    Tugas,
)
from pilkades_desk.app.steps import STEPS, Keadaan
from pilkades_desk.app.window_content import IsiJendela, Keping
from pilkades_desk.core.findings import FindingKind
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.findings_list import FindingsPanel
from pilkades_desk.kits.qt.step_page import SearchField, StepPage
from pilkades_desk.kits.qt.table import Column, PagedTableModel
from pilkades_desk.kits.qt.table_view import Table

S, B, K = Keadaan.SELESAI, Keadaan.BERJALAN, Keadaan.TERKUNCI
STATES = dict(zip((step.folder for step in STEPS), (S, S, S, S, B, K, K, K), strict=True))
JENDELA = IsiJendela(
    desa="Desa Sukamaju",
    kecamatan="Kecamatan Cikembar",
    judul="Pemilihan Kepala Desa 2027 · Rabu, 3 Februari 2027",
    akun="Sutrisno Uji · ketua",
    riwayat="Riwayat 411 langkah utuh saat dibuka · kepala 412-9f2c41ab77e0",
    cadangan="Cadangan 10.42 WIB\ndi flashdisk KINGSTON",
    versi="Versi 0.1.0",
    keping=(
        Keping(teks="Luring · data di laptop ini", nada="info"),
        Keping(teks="Cadangan aman", nada="ok"),
    ),
    keadaan=STATES,
)
BERANDA = IsiBeranda(
    tugas=Tugas(
        judul="Ketik formulir TPS 3, entri kedua",
        kalimat="Entri pertama selesai pukul 14.20. Entri kedua diketik orang lain dari kertas.",
        tombol="Buka penghitungan",
        langkah=5,
    ),
    kartu=(
        KartuAngka(
            judul="Pemilih tetap (DPT)", angka="4.812", keterangan="2.391 L · 2.421 P", ikon="users"
        ),
        KartuAngka(
            judul="Pengguna hak pilih",
            angka="3.207",
            keterangan="66,6% dari DPT",
            ikon="user-check",
            nada="ok",
        ),
        KartuAngka(
            judul="Suara sah",
            angka="3.154",
            keterangan="53 tidak sah (1,7%)",
            ikon="file-check",
            nada="ok",
        ),
        KartuAngka(
            judul="Perlu diperiksa",
            angka="2",
            keterangan="TPS 3 dan TPS 7",
            ikon="triangle-alert",
            nada="warn",
        ),
    ),
    grafik=Grafik(
        judul="Perolehan suara sementara",
        keping="6 dari 8 TPS masuk",
        nada="warn",
        batang=(
            Batang(nomor=1, nama="Siti Rahayu Uji", suara=1248),
            Batang(nomor=2, nama="Bambang Contoh", suara=987),
            Batang(nomor=3, nama="Ahmad Percobaan, S.Pd.", suara=612),
            Batang(nomor=4, nama="Dewi Misal", suara=307),
        ),
        catatan="Angka sementara. Yang sah adalah berita acara yang ditandatangani.",
    ),
    periksa=(
        Periksa(
            teks="DPT dikunci", keterangan="4.812 pemilih, 20 Januari 2027", selesai=True, langkah=2
        ),
        Periksa(teks="Nomor urut calon diundi", keterangan="4 calon", selesai=True, langkah=3),
        Periksa(
            teks="Formulir TPS 1–6 final", keterangan="dua entri sama", selesai=True, langkah=5
        ),
        Periksa(
            teks="Formulir TPS 3 belum final",
            keterangan="entri kedua berbeda",
            selesai=False,
            langkah=5,
        ),
        Periksa(
            teks="Berita acara belum dicetak",
            keterangan="menunggu TPS 3 dan 7",
            selesai=False,
            langkah=6,
        ),
    ),
)


@dataclass(frozen=True)
class Baris:
    """One invented voter as a table row."""

    id: int

    @property
    def nama(self) -> str:
        return ("Agus Contoh", "Siti Misal", "Budi Percobaan", "Rini Uji")[self.id % 4]

    @property
    def status(self) -> tuple[str, str]:
        return (("Aktif", "ok"), ("Potensi ganda", "bad"), ("Belum 17", "warn"))[
            0 if self.id % 7 else 1 + self.id % 2
        ]


RIGHT = Qt.AlignmentFlag.AlignRight
COLUMNS = (
    Column[Baris]("No", lambda b: angka(b.id), 60, RIGHT),
    Column[Baris]("NIK", lambda b: f"33990120{b.id:08d}", 170),
    Column[Baris]("Nama", lambda b: b.nama, 200, takes_rest=True),
    Column[Baris]("L/P", lambda b: "LP"[b.id % 2], 56),
    Column[Baris]("RT", lambda b: f"{b.id % 9 + 1:03d}", 60),
    Column[Baris]("Status", lambda b: b.status[0], 140, tone=lambda b: b.status[1]),
)
W299 = FindingKind("W299", "Nama dan tanggal lahir sama dengan {lain}.", "Bandingkan KK.", "uji")
E299 = FindingKind("E299", "NIK {nik} bukan 16 angka.", "Perbaiki di lembar kerja.", "uji")


class StepPageSample(StepPage):
    """A step's page with everything a step's page can have."""

    def __init__(self) -> None:
        super().__init__()
        self.add_tool(SearchField("Cari pemilih", "Nama atau 16 angka NIK"))
        combo = self.add_tool(QComboBox())
        combo.addItems(["Semua TPS", "TPS 1"])
        combo.setAccessibleName("Saring TPS")
        self.add_action("Impor lembar kerja", self.reload, icon="upload")
        self.add_action("Kunci DPT", self.reload, look="primary", icon="lock")
        self._model = PagedTableModel(COLUMNS, self._fetch, self)
        self.table = self.add_body(Table("Daftar pemilih", self._model))
        findings = FindingsPanel()
        findings.show_findings(
            [W299.at("baris 88", lain="baris 12"), E299.at("baris 412", nik="33990120")]
        )
        self.add_side(findings)

    @staticmethod
    def _fetch(ids: Sequence[int]) -> list[Baris]:
        return [Baris(number) for number in ids]

    def reload(self) -> None:
        self._model.show_ids(range(1, 4813))
        self.table.selectRow(3)
        self.say_count("4.812 pemilih")
