"""One sheet per layout met in the wild, filled with invented people.

`LAYOUTS` gives by layout: in which row the header stands, how its sheets are built, in which file
format it is met, and the codes of every row when the layout lacks what a voter needs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from pilkades_desk.app.demo_voters import KOLOM_KPU_33
from pilkades_desk.kits.spreadsheet.writer import SheetOut, write_xlsx
from tests.kits.book_makers import docx_bytes, html_bytes, ods_bytes, xls_bytes
from tests.pemilih.lembar_orang import MARRIED_WORDS, SEX_WORDS, Orang

Rows = list[list[object]]
Sheets = list[tuple[str, Rows]]
NO_NIK = ("E201", "E204", "E207", "E209")


@dataclass(frozen=True)
class Layout:
    """How a layout is met."""

    header: int
    build: Callable[[Sequence[Orang]], Sheets]
    format: str = "xlsx"
    lacks: tuple[str, ...] = ()


def xlsx_bytes(sheets: Sheets) -> bytes:
    return write_xlsx([SheetOut(name, rows[0], rows[1:]) for name, rows in sheets])  # type: ignore[arg-type]  # what a row may hold


def write_layout(name: str, people: Sequence[Orang]) -> bytes:
    """The file of a layout."""
    layout = LAYOUTS[name]
    sheets = layout.build(people)
    rows = sheets[0][1]
    if layout.format == "xls":
        return xls_bytes(rows)
    if layout.format == "ods":
        return ods_bytes(rows)
    if layout.format == "html":
        above = [str(row[0]) for row in rows[: layout.header - 1]]
        return html_bytes(rows[layout.header - 1 :], above, ("Tanggal cetak : 1 Mei 2026",))
    if layout.format == "docx":
        return docx_bytes(rows)
    if layout.format.startswith("csv"):
        lines = (layout.format[-1].join(str(cell) for cell in row) for row in rows)
        return "\r\n".join(lines).encode("cp1252")
    return xlsx_bytes(sheets)


def _one(rows: Rows, name: str = "Sheet1") -> Sheets:
    return [(name, rows)]


def _kpu33(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [list(KOLOM_KPU_33)]
    for n, o in enumerate(people, 1):
        known = {
            "NO": n, "DPID": str(880 + n), "NKK": o.kk, "NIK": o.nik, "NAMA": o.nama,
            "TEMPAT LAHIR": o.tempat, "TANGGAL LAHIR": f"{o.lahir:%d|%m|%Y}", "RT": o.rt,
            "STS KAWIN": o.kawin, "KELAMIN": o.kelamin, "ALAMAT": o.alamat, "RW": o.rw,
            "DISABILITAS": 0, "EKTP": "s", "KETERANGAN": "u", "SUMBER": "dp4", "TPS": o.tps,
        }  # fmt: skip
        rows.append([known.get(column, "null") for column in KOLOM_KPU_33])
    numbers: Rows = [["NO", "NKK", "NIK", "NAMA", "KELAMIN", "TPS"], [1, 2, "3", "4", "5", 6]]
    return [("Sheet1", rows), ("Cetak", numbers)]


def _model_a(people: Sequence[Orang]) -> Sheets:
    head = "NO|NKK|NIK|NAMA|TEMPAT LAHIR|TANGGAL LAHIR|STATUS PERKAWINAN|JENIS KELAMIN"
    rows: Rows = [["DAFTAR PEMILIH"], ["TPS : 003"]]
    rows.append([*head.split("|"), "ALAMAT jalan/dukuh", "RT", "RW", "DISABILITAS", "STATUS KTP-EL",
                 "KETERANGAN"])  # fmt: skip
    rows.append(list(range(1, 15)))
    for n, o in enumerate(people, 1):
        rows.append([n, o.kk, o.nik, o.nama, o.tempat, f"{o.lahir:%d-%m-%Y}", o.kawin, o.kelamin,
                     o.alamat, f"{o.rt:03d}", f"{o.rw:03d}", "", "S", ""])  # fmt: skip
    return _one(rows)


def _public(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["NO", "NAMA", "L/P", "USIA", "ALAMAT", "RT", "RW", "KET"]]
    rows += [[n, o.nama, o.kelamin, 40, o.alamat, o.rt, o.rw, ""] for n, o in enumerate(people, 1)]
    return _one(rows)


def _from_pdf(people: Sequence[Orang]) -> Sheets:
    head = "no,nama,jenis_kelamin,usia,rt,rw,nik,ket,nomor_tps,kelurahan_desa,kecamatan"
    rows: Rows = [[*head.split(","), "kabupaten_kota", "provinsi"]]
    for n, o in enumerate(people, 1):
        masked = f"{o.nik[:6]}**********"
        rows.append([n, o.nama, o.kelamin, 40, "", "", masked, "", o.tps, "S", "C", "K", "P"])
    return _one(rows)


def _sidalih(people: Sequence[Orang]) -> Sheets:
    head = "nama,nkk,nik,tpt_lahir,tgl_lahir,jenis_kelamin,kawin,alamat,rt,rw,difabel,ektp,tps"
    rows: Rows = [[*head.split(","), "keterangan", "sumberdata", "kdkec", "kddesa"]]
    for o in people:
        rows.append([o.nama, o.kk, o.nik, o.tempat, f"{o.lahir:%d|%m|%Y}", o.kelamin, o.kawin,
                     o.alamat, o.rt, o.rw, "0", "s", o.tps, "", "dp4", "1", "2"])  # fmt: skip
    return _one(rows)


def _three_cells(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["DAFTAR PEMILIH SEMENTARA"], ["DESA SUKAMAJU"]]
    rows += [["KODE", "L/P", "", "1 = LAKI-LAKI"], ["", "", "", "2 = PEREMPUAN"]]
    rows += [["KODE", "STS"], ["", "0 = BELUM"], ["", "1 = KAWIN"], []]
    rows.append(["NO", "NIK", "NOKK", "NAMA\nLENGKAP", "L/P", "TMP\nLAHIR", "TGL", "BULAN",
                 "TAHUN", "KODE\nDUSUN", "RT", "RW", "STS\nNIKAH", "NO UND"])  # fmt: skip
    for n, o in enumerate(people, 1):
        rows.append([n, o.nik, o.kk, o.nama, "LP".index(o.kelamin) + 1, o.tempat, o.lahir.day,
                     o.lahir.month, o.lahir.year, o.dusun, o.rt, o.rw, "BSP".index(o.kawin), n,
                     ])  # fmt: skip
    return _one(rows, "RW 02")


def _short_export(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["PEMERINTAH DESA"], ["PANITIA"], ["DAFTAR"], []]
    head = ["NO", "NIK", "NO KK", "NAMA PEMILIH", "L/P", "DUSUN", "RT", "RW", "NO DPT"]
    rows.append([*head])
    for n, o in enumerate(people, 1):
        rows.append([n, o.nik, o.kk, o.nama, o.kelamin, o.dusun, o.rt, o.rw, n])
    return _one(rows)


def _seven(people: Sequence[Orang]) -> Sheets:
    head = "NO_KK,NIK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,KODE_RT"
    rows: Rows = [[*head.split(",")]]
    rows += [[o.kk, o.nik, o.nama, o.tempat, f"{o.lahir:%d-%m-%Y}", o.kelamin, f"{o.rt:03d}"]
             for o in people]  # fmt: skip
    return _one(rows)


def _two_rows(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["DAFTAR PEMILIH TETAP"], ["DESA SUKAMAJU"], []]
    rows.append(["NO DPT", "NO", "NIK", "NAMA\nPEMILIH", "JENIS KELAMIN", "LAHIR", "", "ALAMAT", "",
                 "", "KET", "TPS", "STATUS", "KETERANGAN"])  # fmt: skip
    rows.append(["", "", "", "", "", "TEMPAT", "TANGGAL", "DUSUN", "RT", "RW"])
    for n, o in enumerate(people, 1):
        rows.append([n, n, o.nik, o.nama, SEX_WORDS[o.kelamin], o.tempat, f"{o.lahir:%d/%m/%Y}",
                     o.dusun, f"{o.rt:03d}", f"{o.rw:03d}", "", f"{o.tps:03d}",
                     MARRIED_WORDS[o.kawin], ""])  # fmt: skip
    return _one(rows)


_P2KD = ["NO", "NOMOR NIK", "NOMOR KK", "NAMA LENGKAP", "JK"]


def _p2kd_a1(people: Sequence[Orang]) -> Sheets:
    rows: Rows = []
    head = [*_P2KD, "TEMPAT / TGL LAHIR", "ST. KAWIN", "ALAMAT DOMISILI", "RT", "RW",
            "TABUNG PEMILIHAN"]  # fmt: skip
    for n, o in enumerate(people, 1):
        rows += [
            [*head],
            [n, f"'{o.nik}", f"'{o.kk}", o.nama, o.kelamin, f"{o.tempat}, {o.lahir:%d-%m-%Y}",
             o.kawin, o.alamat, o.rt, o.rw, o.tps],
            ["", "HASIL COKLIT", "SESUAI", "TIDAK SESUAI", "PARAF PETUGAS"],
            [],
        ]  # fmt: skip
    return _one(rows)


def _p2kd_a3(people: Sequence[Orang]) -> Sheets:
    head = [*_P2KD, "TEMPAT LAHIR", "TGL LAHIR", "ST. KAWIN", "ALAMAT DOMISILI", "RT", "RW",
            "TABUNG PEMILIHAN"]  # fmt: skip
    rows: Rows = [[*head]]
    for n, o in enumerate(people, 1):
        rows.append([n, o.nik, o.kk, o.nama, o.kelamin, o.tempat, o.long_date, o.kawin, o.alamat,
                     o.rt, o.rw, o.tps])  # fmt: skip
    summary: Rows = [["REKAPITULASI DPT"], ["TABUNG", "L", "P", "JUMLAH"], [1, 10, 12, 22]]
    return [("MASTER", rows), ("REKAP", summary)]


def _p2kd_a4(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [[*_P2KD, "ALAMAT DOMISILI", "PARAF KEHADIRAN"]]
    rows += [[n, o.nik, o.kk, o.nama, o.kelamin, o.alamat, ""] for n, o in enumerate(people, 1)]
    return _one(rows, "TABUNG 2")


def _plain(head: str, *fields: str) -> Callable[[Sequence[Orang]], Sheets]:
    def build(people: Sequence[Orang]) -> Sheets:
        rows: Rows = [list(head.split(","))]
        for n, o in enumerate(people, 1):
            rows.append([getattr(o, each) if each else n for each in fields])
        return _one(rows)

    return build


def _word(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["NO", "TPS", "NAMA PEMILIH", "JK", "STATUS", "DUSUN/ALAMAT", "RT"]]
    rows += [[n, o.tps, o.nama, o.kelamin, o.kawin, o.dusun, f"RT {o.rt:02d}"]
             for n, o in enumerate(people, 1)]  # fmt: skip
    return _one(rows)


def _banjar(people: Sequence[Orang]) -> Sheets:
    head = "noKK,nik,namaLengkap,jenisKelamin,tempatLahir,tanggalLahir,alamat,daerah,statusNikah"
    rows: Rows = [[*head.split(","), "agama"]]
    for o in people:
        rows.append([o.kk, o.nik, o.nama, SEX_WORDS[o.kelamin], o.tempat, o.lahir.isoformat(),
                     f"{o.alamat} Rt. {o.rt} Rw. {o.rw}", o.dusun, MARRIED_WORDS[o.kawin],
                     "-"])  # fmt: skip
    return _one(rows)


_SIAK = (
    "Nomor KK,NIK,Nama Penduduk,Status,Tempat Lahir,Tanggal Lahir,Kelamin,NIK Ayah,Ayah,"
    "NIK Ibu,Ibu,Status Kawin,SHDK,Agama,Kecamatan,Desa/Kel,Alamat,RW,RT,Pendidikan,"
    "Pekerjaan,Deskripsi Pekerjaan,Gol. Darah,Cacat,Cetak KTP,Ganti KTP,KTP Berakhir,"
    "Nomor Paspor,Nomor Akta Lahir,Nomor Akta Kawin,Tanggal Kwn,Nomor Akta Cerai,Tgl Cerai,"
    "Petugas Registrasi,Tgl Ubah,Petugas Entri,Tgl Entri"
)
SIAK = _SIAK.split(",")


def _siak(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [list(SIAK)]
    for o in people:
        known = {
            "Nomor KK": o.kk, "NIK": o.nik, "Nama Penduduk": o.nama, "Tempat Lahir": o.tempat,
            "Tanggal Lahir": datetime.combine(o.lahir, time(), UTC), "Alamat": o.alamat,
            "Kelamin": SEX_WORDS[o.kelamin], "Status Kawin": MARRIED_WORDS[o.kawin], "RW": o.rw,
            "RT": o.rt, "NIK Ayah": "3399010101500001", "Pekerjaan": "PETANI",
        }  # fmt: skip
        rows.append([known.get(column, "") for column in SIAK])
    return _one(rows)


def _by_family(people: Sequence[Orang]) -> list[list[Orang]]:
    families: dict[str, list[Orang]] = {}
    for one in people:
        families.setdefault(one.kk, []).append(one)
    return list(families.values())


def _bip2012(people: Sequence[Orang]) -> Sheets:
    head = "NO,NIK,NAMA,JK,TMPT LHR,TGL LHR,KTPEL,AGAMA,STATUS,HUB. KEL,PENDIDIKAN,PEKERJAAN"
    rows: Rows = [["BUKU INDUK PENDUDUK"], [], ["PROVINSI"], ["KABUPATEN"], ["KECAMATAN"], ["DESA"]]
    married = {"B": "BK", "S": "K", "P": "CM"}
    for family in _by_family(people):
        o = family[0]
        place = f"ALAMAT : {o.alamat}, DUSUN {o.dusun}, RT:{o.rt:03d}, RW:{o.rw:03d}, Kodepos"
        rows.append([f"NO.KK : {o.kk}", f"NAMA.KK : {o.nama}", place])
        rows.append([*head.split(","), "NAMA IBU", "NAMA AYAH", "NO.AKTE LAHIR"])
        for n, one in enumerate(family, 1):
            rows.append([n, one.nik, one.nama, one.kelamin, one.tempat, f"{one.lahir:%d-%m-%Y}",
                         "S", "-", married[one.kawin], "-", "-", "-", "-", "-", "-"])  # fmt: skip
    return _one(rows)


def _bip2016(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["BUKU INDUK PENDUDUK WNI"], [], ["PROVINSI"], ["KABUPATEN"], ["DESA"], []]
    rows.append(["No", "Nama Lengkap", "NIK", "Tempat dan Tanggal Lahir", "", "JK", "SHDK", "Agama",
                 "Pendidikan Terakhir", "Pekerjaan", "Nama Orang Tua", ""])  # fmt: skip
    rows.append(["", "", "", "Tempat Lahir", "Tgl/Bln/Th", "", "", "", "", "", "Ibu", "Ayah"])
    rows.append(list(range(1, 13)))
    for family in _by_family(people):
        o = family[0]
        rows += [[f"No. KK : {o.kk}"], [f"Alamat : {o.alamat} {o.household_line}"]]
        for n, one in enumerate(family, 1):
            sex = {"L": "Lk", "P": "Pr"}[one.kelamin]
            rows.append([n, one.nama, one.nik, one.tempat, f"{one.lahir:%d/%m/%Y}", sex,
                         "-", "-", "-", "-", "-", "-"])  # fmt: skip
    return _one(rows)


def _bip_ktp(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["No", "NIK", "Nama Lengkap", "JK", "Tempat Lahir", "Tgl Lahir", "Status Kawin",
                   "KTP", "", "Status Rekam"]]  # fmt: skip
    rows.append(["", "", "", "", "", "", "", "Wajib KTP", "Jenis KTP", ""])
    rows.append([-1, -2, -3, -4, -5, -6, -7, -8, -9, -10])
    married = {"B": "BK", "S": "K", "P": "CH"}
    for family in _by_family(people):
        o = family[0]
        rows.append([f"NO KK : {o.kk}", f"Alamat : {o.alamat} {o.household_line}"])
        for n, one in enumerate(family, 1):
            sex = {"L": "Lk", "P": "Pr"}[one.kelamin]
            rows.append([n, one.nik, one.nama, sex, one.tempat, f"{one.lahir:%d-%m-%Y}",
                         married[one.kawin], "WAJIB", "KTP-EL", "SDH DPT"])  # fmt: skip
    return _one(rows)


_OPENSID = (
    "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,"
    "pendidikan_kk_id,pendidikan_sedang_id,pekerjaan_id,status_kawin,kk_level,warganegara_id,"
    "ayah_nik,nama_ayah,ibu_nik,nama_ibu,golongan_darah_id,akta_lahir,dokumen_pasport,"
    "tanggal_akhir_paspor,dokumen_kitas,akta_perkawinan,tanggalperkawinan,akta_perceraian,"
    "tanggalperceraian,cacat_id,cara_kb_id,hamil,ktp_el,status_rekam,alamat_sekarang,"
    "status_dasar,suku,tag_id_card,id_asuransi,no_asuransi,lat,lng"
)
OPENSID = _OPENSID.split(",")


def _opensid(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [list(OPENSID)]
    for o in people:
        known = {
            "alamat": o.alamat, "dusun": o.dusun, "rw": f"{o.rw:03d}", "rt": f"{o.rt:03d}",
            "nama": o.nama, "no_kk": o.kk, "nik": o.nik, "sex": "LP".index(o.kelamin) + 1,
            "tempatlahir": o.tempat, "tanggallahir": o.lahir.isoformat(), "cacat_id": 7,
            "status_kawin": {"B": 1, "S": 2, "P": 4}[o.kawin], "warganegara_id": 1,
            "pekerjaan_id": 9, "status_dasar": 1,
        }  # fmt: skip
        rows.append([known.get(column, "") for column in OPENSID])
    return [("Data Penduduk", rows), ("Kode Data", [["Kode", "Arti"], [1, "Laki-laki"]])]


def _opensid_html(people: Sequence[Orang]) -> Sheets:
    head = "No|No. KK|NIK|Tag Id Card|Nama|Alamat|DUSUN|RW|RT|Jenis Kelamin|Tempat Lahir"
    more = "Tanggal Lahir|UMUR PADA 3 Februari 2027|Agama|Pendidikan (dlm KK)|Pekerjaan|Kawin"
    rows: Rows = [["PEMERINTAH DESA"], ["DATA CALON PEMILIH"]]
    rows.append([*head.split("|"), *more.split("|"), "Hub. Keluarga", "Nama Ayah", "Nama Ibu"])
    for n, o in enumerate(people, 1):
        rows.append([n, o.kk, o.nik, "", o.nama, o.alamat, o.dusun, o.rw, o.rt,
                     SEX_WORDS[o.kelamin].upper(), o.tempat, o.long_date, 40, "-", "-", "PETANI",
                     MARRIED_WORDS[o.kawin], "-", "-", "-"])  # fmt: skip
    return _one(rows)


def _usual(people: Sequence[Orang]) -> Sheets:
    rows: Rows = [["Nomor NIK", "No. KK", "Nama Lengkap", "Tempat/Tgl Lahir", "JK", "Status Kawin",
                   "Alamat", "RT/RW", "TPS"]]  # fmt: skip
    for o in people:
        rows.append([o.nik, o.kk, o.nama, f"{o.tempat}, {o.long_date}", o.kelamin, o.kawin,
                     o.alamat, f"{o.rt:03d}/{o.rw:03d}", o.tps])  # fmt: skip
    return _one(rows)


LAYOUTS: dict[str, Layout] = {
    "kpu-33": Layout(1, _kpu33),
    "kpu-model-a": Layout(3, _model_a),
    "kpu-publik": Layout(1, _public, "csv;", NO_NIK),
    "kpu-dari-pdf": Layout(1, _from_pdf, "csv,", ("E262", "E204", "E207", "E209")),
    "sidalih": Layout(1, _sidalih, "csv;"),
    "panitia-tiga-sel": Layout(9, _three_cells),
    "panitia-dpt-ringkas": Layout(5, _short_export, "xlsx", ("E207", "E209")),
    "simpilkades": Layout(1, _seven, "xls", ("E209",)),
    "panitia-dua-baris": Layout(4, _two_rows, "xlsx", ("E204",)),
    "p2kd-a1": Layout(1, _p2kd_a1),
    "p2kd-a3": Layout(1, _p2kd_a3),
    "p2kd-a4": Layout(1, _p2kd_a4, "xlsx", ("E207", "E209")),
    "daftar-kode-tps": Layout(
        1, _plain("nik,nama,alamat,kode_tps", "nik", "nama", "alamat", "tps"), "csv,",
        ("E204", "E207", "E208", "E209"),
    ),
    "daftar-dusun": Layout(
        1, _plain("NAMA,NIK,NKK,DUSUN,RT,RW", "nama", "nik", "kk", "dusun", "rt", "rw"), "ods",
        ("E207", "E208", "E209"),
    ),
    "daftar-urut": Layout(
        1, _plain("no_urut,nama,rt,rw,jenis_kelamin", "", "nama", "rt", "rw", "kelamin"), "csv,",
        NO_NIK,
    ),
    "daftar-word": Layout(1, _word, "docx", ("E201", "E204", "E207")),
    "daftar-nama": Layout(
        1, _plain("nama,alamat", "nama", "alamat"), "csv,",
        ("E201", "E204", "E207", "E208", "E209"),
    ),
    "daftar-banjar": Layout(1, _banjar),
    "siak-37": Layout(1, _siak),
    "bip-2012": Layout(8, _bip2012),
    "bip-2016": Layout(7, _bip2016, "xlsx", ("E209",)),
    "bip-ktp": Layout(1, _bip_ktp),
    "opensid-43": Layout(1, _opensid),
    "opensid-unduhan": Layout(3, _opensid_html, "html"),
    "umum": Layout(1, _usual, "ods"),
}  # fmt: skip
