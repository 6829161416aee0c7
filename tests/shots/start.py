"""Pictures of the way in: first run and login."""

from datetime import date

from PySide6.QtWidgets import QWidget

from pilkades_desk.app.first_run_content import FirstRunActs
from pilkades_desk.app.first_run_screen import KETUA, FirstRunScreen
from pilkades_desk.app.login_screen import LoginScreen
from tests.shots.camera import Shot


def first_run(page: int) -> FirstRunScreen:
    acts = FirstRunActs(
        check=lambda isian: {},
        suggest_password=lambda: "kuda jalan lima batu",
        create=lambda isian: "",
        print_sheet=print,
        confirm_code=print,
    )
    screen = FirstRunScreen(acts, date(2027, 2, 3))
    desa = screen.desa
    for field, text in (
        (desa.desa, "Sukamaju"), (desa.kode_desa, "3399012001"), (desa.kecamatan, "Cikembar"),
        (desa.kabupaten, "Contoh"), (desa.provinsi, "Jawa Contoh"),
        (desa.sekretariat, "Balai Desa Sukamaju"),
    ):  # fmt: skip
        field.setText(text)
    if page == KETUA:
        screen.next.click()
        screen.ketua.nama_lengkap.setText("Sutrisno Uji")
    return screen


def login() -> LoginScreen:
    return LoginScreen("Desa Sukamaju, Kecamatan Cikembar", ("ketua", "operator1"), print)


def start_shots() -> list[Shot]:
    """First run and login."""
    pages: list[tuple[str, QWidget]] = [
        ("0-mulai", first_run(0)),
        ("0-mulai-akun", first_run(KETUA)),
        ("0-masuk", login()),
    ]
    return pages
