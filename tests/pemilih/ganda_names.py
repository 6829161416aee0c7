"""The names, places and spellings the invented villages are made of."""

from collections.abc import Callable

MEN = (
    "Slamet", "Sutrisno", "Suparman", "Sugeng", "Bambang", "Agus", "Joko", "Budi", "Sukarno",
    "Suwarno", "Sumarno", "Mulyono", "Haryanto", "Subagyo", "Untung", "Yusuf", "Ahmad", "Muhammad",
    "Abdul", "Nur", "Imam", "Khoirul", "Syamsul", "Zainal", "Ridwan", "Taufik", "Fauzi", "Rizki",
    "Dedi", "Eko", "Dwi", "Tri", "Catur", "Wahyu", "Andi", "Hendra", "Yanto", "Jumadi", "Kasiman",
    "Tukiman", "Wagiman", "Paijo", "Ngatiman", "Sujono", "Cahyo", "Darsono", "Rasjid", "Usman",
    "Umar", "Hasyim", "Mustofa", "Ibrahim", "Ismail", "Rohmat", "Sholeh", "Fajar", "Galih", "Bayu",
)  # fmt: skip
WOMEN = (
    "Siti", "Sri", "Sumiyati", "Suparmi", "Sulastri", "Sutinah", "Tumini", "Ngatmini", "Ponirah",
    "Yatmi", "Jumini", "Kasinem", "Painem", "Sukinem", "Dewi", "Endang", "Nur", "Rina", "Wiwik",
    "Yuliana", "Fitri", "Ratna", "Indah", "Ayu", "Dwi", "Tri", "Eka", "Aisyah", "Khotimah",
    "Fatimah", "Zulaikha", "Juwariyah", "Musrifah", "Umi", "Lilik", "Titik", "Yayuk", "Mujiati",
    "Sunarti", "Rubiyah", "Cahyani", "Wahyuni", "Lestari", "Rahayu", "Marsiyah", "Juminten",
)  # fmt: skip
MEN_LAST = (
    "Widodo", "Santoso", "Nugroho", "Hidayat", "Wibowo", "Saputra", "Prasetyo", "Kurniawan",
    "Setiawan", "Purnomo", "Riyadi", "Utomo", "Susanto", "Wijaya", "Rahman", "Hakim", "Aziz",
    "Mubarok", "Firmansyah", "Pamungkas", "Harjono", "Suharto", "Siswanto", "Junaedi", "Maulana",
    "Ashari", "Syahputra", "Kusuma", "Budiman", "Gunawan", "Yulianto", "Supriyadi", "Handoko",
    "Sucipto", "Basuki", "Raharjo", "Mustakim", "Anwar", "Effendi", "Sanjaya", "Jatmiko",
)  # fmt: skip
WOMEN_LAST = (
    "Aminah", "Lestari", "Wahyuni", "Rahayu", "Handayani", "Wulandari", "Astuti", "Puspitasari",
    "Rohmah", "Hidayah", "Maryam", "Khasanah", "Mulyani", "Susanti", "Purwanti", "Ningsih",
    "Anggraini", "Safitri", "Kusumawati", "Utami", "Zahro", "Jamilah", "Fauziah", "Nurjanah",
    "Yuningsih", "Suryani", "Sundari", "Juwita", "Cahyaningrum", "Muslimah", "Sholikhah", "Jannah",
    "Rukmini", "Halimah", "Munawaroh", "Budiarti", "Setyowati", "Hartati", "Ambarwati", "Yulianti",
)  # fmt: skip
PLACES = ("CIKEMBAR", "KARANGSARI", "SUMBEREJO", "NGEMPLAK", "WONOSARI", "TEGAL", "BREBES", "SLAWI")
DUSUN = ("KRAJAN", "NGEMPLAK", "SUMBER", "KIDUL", "LOR", "TENGAH")
TITLES: tuple[Callable[[str], str], ...] = (
    "H. {}".format, "HJ. {}".format, "H.{}".format, "DRS. {}".format, "IR. {}".format,
    "KH. {}".format, "{}, S.Pd.".format, "{} S.PD".format, "{}, SE".format, "{}, S.H., M.H.".format,
    "{}, S.Ag".format, "{} S.Sos.".format, "H. {}, S.Pd.I".format, "DR. {}".format,
    "{}, A.Md.Keb".format, "PROF. DR. {}".format,
)  # fmt: skip
TWIN_NAMES = {
    "L": (("Hasan", "Husen"), ("Toni", "Doni"), ("Dedi", "Didi"), ("Rizki", "Rizka"),
          ("Haris", "Faris"), ("Ahmad Hasan", "Ahmad Husen"), ("Danang", "Danung")),
    "P": (("Rina", "Rini"), ("Dina", "Dini"), ("Siti Aminah", "Siti Aisyah"), ("Rani", "Rini"),
          ("Dewi Ratih", "Dewi Ratna"), ("Yuli", "Yuni"), ("Sumiati", "Sumiasih")),
}  # fmt: skip
COMMON = {
    "L": ("Slamet", "Sutrisno", "Suparman", "Bambang", "Muhammad Rizki", "Agus Setiawan"),
    "P": ("Siti Aminah", "Sri Wahyuni", "Siti Khotimah", "Sumiyati", "Sri Lestari", "Sulastri"),
}
MUHAMMAD = ("Muhammad", "Mohammad", "Mohamad", "Muhamad", "Moh.", "Muh.", "M.", "Moch.", "Mochamad")
