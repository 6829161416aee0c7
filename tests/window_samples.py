"""Content for the window's tests and pictures; the village and its people are invented."""

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

S, B, K = Keadaan.SELESAI, Keadaan.BERJALAN, Keadaan.TERKUNCI
STATES = dict(zip((step.folder for step in STEPS), (S, S, S, S, B, K, K, K), strict=True))
JENDELA = IsiJendela(
    desa="Desa Sukamaju",
    kecamatan="Kecamatan Cikembar",
    judul="Pemilihan Kepala Desa 2027 · Rabu, 3 Februari 2027",
    akun="Sutrisno Uji · ketua",
    sidik="9F2C-41AB-77E0",
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
