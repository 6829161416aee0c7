"""The four pages of the first run; each knows its own fields and nothing of the others."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from pilkades_desk.core.clock import Zona
from pilkades_desk.kits.qt.form import FormRow, OfferField, PasswordField, choice, day_field, line
from pilkades_desk.kits.qt.page import FoldingGrid
from pilkades_desk.kits.qt.widgets import Card, button, column, icon_label, label, row

FIELD_LEAST = 250


class FormPage(QWidget):
    """A heading, a sentence and rows that can each show their fault."""

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__()
        self.rows: dict[str, FormRow] = {}
        self.filled = column(
            label(heading, "heading"), label(sentence, "muted", wrap=True), spacing=12
        )
        self.setLayout(self.filled)

    def add(self, key: str, name: str, field: QWidget, hint: str = "") -> FormRow:
        """Make a row whose fault is found under `key`."""
        self.rows[key] = FormRow(name, field, hint)
        return self.rows[key]

    def pair(self, *rows: FormRow) -> None:
        """Set rows side by side where there is room."""
        self.filled.addWidget(FoldingGrid(rows, FIELD_LEAST))

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show this page's faults beside their fields; tells whether it has any."""
        own = {key: faults.get(key, "") for key in self.rows}
        for key, fault in own.items():
            self.rows[key].show_fault(fault)
        first = next((key for key, fault in own.items() if fault), None)
        if first is not None:
            self.rows[first].field.setFocus()
        return first is not None


class DesaPage(FormPage):
    """Village and voting day."""

    def __init__(self, voting_day: date) -> None:
        super().__init__("Data desa", "Tulis seperti pada keputusan pembentukan panitia.")
        self.desa, self.kecamatan = line(), line()
        self.kabupaten, self.provinsi = line(), line()
        self.kode_desa = line(most=10)
        self.sekretariat = line(most=200)
        self.tanggal = day_field(voting_day)
        self.zona = choice([zona.value for zona in Zona])
        self.gladi = QCheckBox("Ini gladi (latihan), bukan pemilihan sungguhan")
        self.gladi.setAccessibleName(self.gladi.text())
        desa = self.add("desa", "Nama desa", self.desa)
        kode_hint = "Sepuluh angka menurut data Kemendagri."
        self.pair(desa, self.add("kode_desa", "Kode desa", self.kode_desa, kode_hint))
        kecamatan = self.add("kecamatan", "Kecamatan", self.kecamatan)
        self.pair(kecamatan, self.add("kabupaten", "Kabupaten", self.kabupaten))
        provinsi = self.add("provinsi", "Provinsi", self.provinsi)
        self.pair(provinsi, self.add("sekretariat", "Alamat sekretariat panitia", self.sekretariat))
        tanggal = self.add("tanggal", "Hari pemungutan suara", self.tanggal)
        self.pair(tanggal, self.add("zona", "Zona waktu", self.zona))
        self.filled.addWidget(self.gladi)


class KetuaPage(FormPage):
    """The ketua's account."""

    def __init__(self, suggest: Callable[[], str]) -> None:
        super().__init__(
            "Akun ketua",
            "Kata sandi membuka seluruh data. Jangan memakai nama desa, nama akun, atau tahun.",
        )
        self.nama_lengkap, self.nama = line(), line("ketua", most=30)
        self.nama.setText("ketua")
        self.sandi, self.sandi_ulang = PasswordField(), PasswordField()
        self.usulan = OfferField("Usulan kata sandi", "Usulkan kata sandi", suggest)
        lengkap = self.add("nama_lengkap", "Nama lengkap ketua", self.nama_lengkap)
        nama_hint = "Huruf kecil, angka, tanda hubung."
        self.pair(lengkap, self.add("nama", "Nama akun", self.nama, nama_hint))
        sandi = self.add("sandi", "Kata sandi", self.sandi, "Paling sedikit 10 huruf.")
        self.pair(sandi, self.add("sandi_ulang", "Ulangi kata sandi", self.sandi_ulang))
        self.filled.addWidget(self.usulan)


class LembarPage(FormPage):
    """The recovery sheet: shown, printed, hidden, typed back from the paper."""

    paper_confirmed = Signal()

    def __init__(self, print_sheet: Callable[[str], None]) -> None:
        super().__init__(
            "Lembar pemulihan",
            "Kode ini satu-satunya jalan bila semua kata sandi hilang. "
            "Cetak dua lembar, simpan di amplop tertutup di dua tempat.",
        )
        self._print_sheet = print_sheet
        self._code = ""
        self._shown = label("", "code", wrap=True)
        self._shown.setAccessibleName("Kode pemulihan")
        self.cetak = button("Cetak lembar pemulihan", self._print, icon="printer")
        self.punya = button("Kertas sudah di tangan", self._hide_code, icon="check")
        self.ketik = line(most=120)
        self._typed = self.add(
            "kode", "Ketik kode dari kertas", self.ketik, "Kode di layar sudah disembunyikan."
        )
        self.filled.addWidget(Card(self._shown, tone="brand"))
        self.filled.addLayout(row(self.cetak, self.punya, None))
        self.filled.addWidget(self._typed)
        self._typed.hide()

    def show_code(self, code: str) -> None:
        """Show a new code and wait for the paper."""
        self._code = code
        self._shown.setText(code)
        self._typed.hide()

    def _print(self) -> None:
        self._print_sheet(self._code)

    def _hide_code(self) -> None:
        self._code = ""
        self._shown.setText("•••• •••• •••• ••••")
        self.cetak.setEnabled(False)
        self.punya.setEnabled(False)
        self._typed.show()
        self.ketik.setFocus()
        self.paper_confirmed.emit()


class SelesaiPage(FormPage):
    """Nothing to type: what is there now and what comes next."""

    def __init__(self) -> None:
        super().__init__("Berkas pemilihan siap", "Data terkunci dengan kata sandi ketua.")
        for icon, text in (
            ("circle-check", "Berkas terenkripsi dibuat di laptop ini."),
            ("circle-check", "Lembar pemulihan sudah dicoba dari kertas."),
            ("users", "Berikutnya: tambahkan akun sekretaris, lalu impor daftar pemilih."),
        ):
            mark = "ok" if icon == "circle-check" else "brand"
            words = row(icon_label(icon, mark), label(text, wrap=True), spacing=12)
            words.setStretch(1, 1)
            self.filled.addLayout(words)
