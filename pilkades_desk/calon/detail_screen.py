"""The panel beside the table: one applicant with photo, facts and what is found."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pilkades_desk.calon.values import BarisCalon
from pilkades_desk.core.clock import plain_date
from pilkades_desk.kits.qt.findings_list import FindingsList
from pilkades_desk.kits.qt.icons import pixmap
from pilkades_desk.kits.qt.theme import current_theme
from pilkades_desk.kits.qt.widgets import Card, button, column, label, row

WIDTH, HEIGHT = 300, 150
PHOTO = QSize(96, 128)


class Photo(QWidget):
    """A passport photo, or a figure where there is none yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(PHOTO)
        self._image = QImage()

    def show_jpeg(self, jpeg: bytes, name: str) -> None:
        """Show a photo; empty bytes show that there is none."""
        self._image = QImage.fromData(jpeg)
        self.setAccessibleName(f"Foto {name}" if jpeg else f"Foto {name} belum ada")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's name
        """Draw the photo as large as it fits without bending it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        if self._image.isNull():
            painter.fillRect(box, current_theme()["row_alt"])
            place = box.center() - QRectF(0, 0, 40, 40).center()
            painter.drawPixmap(place, pixmap("image", "muted", 40))
        else:
            size = self._image.size().scaled(PHOTO, Qt.AspectRatioMode.KeepAspectRatio)
            fitted = QRectF(0, 0, size.width(), size.height())
            fitted.moveCenter(box.center())
            painter.drawImage(fitted, self._image)
        painter.end()


class DetailPanel(Card):
    """Shows the chosen applicant and the acts on them."""

    def __init__(
        self,
        confirm: Callable[[], object],
        reject: Callable[[], object],
        correct: Callable[[], object],
    ) -> None:
        self.photo = Photo()
        self._name = label("", "heading", wrap=True)
        self._facts = label("", "muted", wrap=True)
        self._none = label("Tidak ada temuan.")
        self._findings = FindingsList("Temuan pendaftar ini")
        self._findings.setMinimumHeight(48)
        self.confirm = button("Tetapkan", confirm, icon="badge-check")
        self.reject = button("Tolak", reject, look="danger")
        self.correct = button("Perbaiki berkas", correct, icon="pencil")
        self._buttons = QWidget()
        self._buttons.setLayout(
            column(row(self.confirm, self.reject, None), row(self.correct, None))
        )
        head = row(self.photo, column(self._name, self._facts, None, spacing=4), spacing=14)
        head.setStretch(1, 1)
        super().__init__(head, self._buttons, self._none, self._findings, None, spacing=10)
        self.layout().setStretch(3, 100)  # type: ignore[union-attr]  # a box, set above

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Ask for little height where the panel stands below the table."""
        return QSize(WIDTH, HEIGHT)

    def show_baris(self, baris: BarisCalon, jpeg: bytes) -> None:
        """Show one applicant."""
        calon = baris.calon
        self._name.setText(f"{calon.nomor}. {calon.nama}" if calon.nomor else calon.nama)
        born = f"{calon.tempat_lahir}, {plain_date(calon.tanggal_lahir)}"
        self._facts.setText(f"{born}\n{calon.pendidikan.value} · {calon.pekerjaan}\n{calon.alamat}")
        self.photo.show_jpeg(jpeg, calon.nama)
        self._none.setVisible(not baris.temuan)
        self._findings.setVisible(bool(baris.temuan))
        self._findings.show_findings(baris.temuan)

    def allow(self, *, confirm: bool, reject: bool, correct: bool) -> None:
        """Show the buttons that make sense now."""
        for each, shown in (
            (self.confirm, confirm), (self.reject, reject), (self.correct, correct)
        ):  # fmt: skip
            each.setVisible(shown)
        self._buttons.setVisible(confirm or reject or correct)
