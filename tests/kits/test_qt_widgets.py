from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pilkades_desk.core.errors import StorageError
from pilkades_desk.kits.qt.ask import FileKind, Question
from pilkades_desk.kits.qt.banner import Banner
from pilkades_desk.kits.qt.bar_chart import Bar, BarChart
from pilkades_desk.kits.qt.dialogs import AskWindow, PasswordDialog, TextDialog
from pilkades_desk.kits.qt.form import FormRow, PasswordField, line
from pilkades_desk.kits.qt.job import Job
from pilkades_desk.kits.qt.language import IndonesianWords
from pilkades_desk.kits.qt.page import FoldingGrid
from pilkades_desk.kits.qt.ring import Ring
from pilkades_desk.kits.qt.short_dialog import ShortDialog
from pilkades_desk.kits.qt.step_page import SearchField, StepPage
from pilkades_desk.kits.qt.stepper import Stepper
from pilkades_desk.kits.qt.widgets import EmptyState, button, label


def press_in_dialog(name: str, typed: str = "") -> None:
    """Type into the open dialog and press its button once it is there."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShortDialog)
        if typed and isinstance(dialog, PasswordDialog):
            dialog.field.setText(typed)
        if typed and isinstance(dialog, TextDialog):
            dialog.field.setPlainText(typed)
        buttons = [each for each in dialog.findChildren(QWidget) if each.accessibleName() == name]
        buttons[0].click()

    QTimer.singleShot(50, press)


def test_the_chart_tells_its_figures_in_words(qtbot: QtBot) -> None:
    chart = BarChart("Perolehan suara", "suara")
    qtbot.addWidget(chart)
    chart.show_bars([Bar(1, "Siti", 1248), Bar(2, "Budi", 1904)])
    spoken = chart.accessibleDescription()
    assert spoken.startswith("nomor 1 Siti: 1.248 suara, 39,6 persen; nomor 2 Budi")


def test_a_chart_without_votes_can_be_drawn(qtbot: QtBot) -> None:
    chart = BarChart("Perolehan suara", "suara")
    qtbot.addWidget(chart)
    chart.show_bars([Bar(1, "Siti", 0)])
    assert not chart.grab().isNull()


def test_the_ring_says_how_many_of_how_many(qtbot: QtBot) -> None:
    ring = Ring("Kemajuan")
    qtbot.addWidget(ring)
    ring.show_progress(3, 5)
    assert ring.accessibleName() == "Kemajuan: 3 dari 5"
    assert not ring.grab().isNull()


def test_the_stepper_says_where_one_is(qtbot: QtBot) -> None:
    stepper = Stepper(("Data desa", "Akun ketua"))
    qtbot.addWidget(stepper)
    stepper.show_step(1)
    assert stepper.accessibleName() == "Langkah 2 dari 2: Akun ketua"


def test_an_ampersand_in_a_button_is_shown_and_read_once(qtbot: QtBot) -> None:
    made = button("Cetak & simpan", int)
    qtbot.addWidget(made)
    assert (made.text(), made.accessibleName()) == ("Cetak && simpan", "Cetak & simpan")


def test_a_fault_stands_beside_its_field_and_goes_again(qtbot: QtBot) -> None:
    row = FormRow("Kode desa", line(), "Sepuluh angka.")
    qtbot.addWidget(row)
    row.show_fault("Kode desa kurang.")
    assert row.field.accessibleDescription() == "Kode desa kurang."
    row.show_fault("")
    assert row.field.accessibleDescription() == "Sepuluh angka."


def test_a_password_can_be_shown_and_hidden(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.actions()[0].trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.actions()[0].trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_banner_says_sentence_and_hint_and_closes(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell_error(StorageError("Flashdisk penuh.", "Pakai yang lain."))
    assert banner.accessibleName() == "Tidak berhasil: Flashdisk penuh. Pakai yang lain."
    assert not banner.isHidden()
    cross = next(
        each for each in banner.findChildren(QWidget) if each.accessibleName().startswith("Tutup")
    )
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_grid_folds_to_whole_rows(qtbot: QtBot) -> None:
    cells = [label(str(number)) for number in range(4)]
    grid = FoldingGrid(cells, 200)
    qtbot.addWidget(grid)
    grid.resize(700, 300)  # three would fit, two by two looks better
    grid.show()
    qtbot.waitUntil(lambda: cells[2].y() > cells[0].y())
    assert cells[1].y() == cells[0].y()


def test_search_waits_for_the_last_key(qtbot: QtBot) -> None:
    field = SearchField("Cari pemilih", "Cari nama")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched) as caught:
        qtbot.keyClicks(field, "siti")
    assert caught.args == ["siti"]


def test_a_step_page_reloads_when_it_is_shown(qtbot: QtBot) -> None:
    class Page(StepPage):
        reloaded = 0

        def reload(self) -> None:
            self.reloaded += 1

    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.hide()
    page.show()
    assert page.reloaded == 2


def test_a_step_page_holds_its_tools_while_work_runs(qtbot: QtBot) -> None:
    page = StepPage()
    qtbot.addWidget(page)
    act = page.add_action("Impor lembar kerja", int, look="primary")
    job = Job(page)
    work = page.add_work("Membaca lembar kerja", job)
    page.show()
    with qtbot.waitSignal(job.finished):
        job.start(lambda progress: progress(1, 2))
        assert work.isVisible()
        assert not act.isEnabled()
    assert not work.isVisible()
    assert act.isEnabled()


def test_a_step_page_shows_the_empty_state_or_the_body(qtbot: QtBot) -> None:
    page = StepPage()
    qtbot.addWidget(page)
    body = page.add_body(label("isi"))
    empty = page.add_empty(EmptyState("users", "Belum ada pemilih", "Impor lembar kerja."))
    page.show()
    page.show_empty(empty)
    assert empty.isVisible()
    page.show_body()
    assert body.isVisible()


def test_the_side_panel_moves_below_on_a_narrow_page(qtbot: QtBot) -> None:
    page = StepPage()
    qtbot.addWidget(page)
    body, side = page.add_body(label("isi")), page.add_side(label("rincian"))
    page.resize(700, 500)
    page.show()
    qtbot.waitUntil(lambda: side.y() > body.y())


def test_confirm_is_no_unless_the_button_is_pressed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    question = Question("Kunci DPT?", "DPT tidak dapat diubah lagi.", "Kunci DPT", is_grave=True)
    press_in_dialog("Kunci DPT")
    assert AskWindow(window).confirm(question)
    press_in_dialog("Batal")
    assert not AskWindow(window).confirm(question)


def test_a_reason_needs_enough_letters(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TextDialog(window, "Alasan", "Mengapa?", 10)
    qtbot.addWidget(dialog)
    dialog.field.setPlainText("  pendek  ")
    assert not dialog.do_button.isEnabled()
    dialog.field.setPlainText("kertas memang begini")
    assert dialog.do_button.isEnabled()


def test_a_password_comes_back_or_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    press_in_dialog("Lanjut", "rahasia panjang")
    assert AskWindow(window).password("Tanda tangani", "Kata sandi Anda") == "rahasia panjang"
    press_in_dialog("Batal")
    assert AskWindow(window).password("Tanda tangani", "Kata sandi Anda") is None


def test_a_file_kind_filters_by_its_endings() -> None:
    assert FileKind("Lembar kerja", ("xlsx", "ods")).filter == "Lembar kerja (*.xlsx *.ods)"


def test_qt_says_batal(qtbot: QtBot, qapp: QApplication) -> None:
    words = IndonesianWords()
    QCoreApplication.installTranslator(words)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text().replace("&", "") == "Batal"
    finally:
        QCoreApplication.removeTranslator(words)


def test_the_words_leave_what_they_do_not_know_to_qt(qtbot: QtBot, qapp: QApplication) -> None:
    words = IndonesianWords()
    QCoreApplication.installTranslator(words)
    try:
        assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
    finally:
        QCoreApplication.removeTranslator(words)


def test_a_long_sentence_of_an_empty_page_is_whole(qtbot: QtBot) -> None:
    sentence = "Impor lembar Excel daftar pemilih, atau seret berkasnya ke sini. " * 2
    empty = EmptyState("users", "Belum ada pemilih", sentence)
    empty.offer("Impor Excel", lambda: None)
    qtbot.addWidget(empty)
    empty.resize(1000, 400)
    empty.show()
    words = empty.findChildren(QLabel)[-1]
    assert words.text() == sentence
    assert words.height() >= words.heightForWidth(words.width())


def test_a_dialog_grows_until_its_words_fit(qtbot: QtBot) -> None:
    dialog = ShortDialog(None, "Kunci DPT", "\n".join(["Angka yang disetujui dua orang."] * 9))
    qtbot.addWidget(dialog)
    dialog.close_with("Lanjut")
    dialog.show()
    words = dialog.findChildren(QLabel)[1]
    assert words.height() >= words.heightForWidth(words.width())
    assert dialog.height() <= dialog.screen().availableGeometry().height()
