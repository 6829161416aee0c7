"""A signed F-27 of a village a kabupaten vouches for, with the kit that says so."""

from dataclasses import dataclass, replace
from pathlib import Path

from pilkades_desk.app.check_pdf import PeriksaPdf, check_pdf
from pilkades_desk.berita_acara.usecases import freeze, read_pdf
from pilkades_desk.core.clock import Clock, SteppingClock
from pilkades_desk.kits.signing.certificates import Authority
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.penerimaan.desk import AKAR, MejaKabupaten
from pilkades_desk.penerimaan.store import read_key
from tests.berita_acara.makers import Kept, copy_of, sign_by_all
from tests.kits.pdf_pages import qr_texts
from tests.penerimaan.makers import Handover, enrol, make_desk, make_stick


@dataclass(frozen=True)
class Paper:
    """The file, the kit, what stands on page 1, and the moment of checking."""

    pdf: bytes
    kit: Path
    codes: tuple[str, ...]
    clock: Clock
    ca: Authority
    desa: Authority
    root: Authority

    @property
    def result(self) -> str:
        """The text of the result QR."""
        return next(text for text in self.codes if text.startswith("PR1*"))

    @property
    def page(self) -> str:
        """The text of the page QR."""
        return next(text for text in self.codes if text.startswith("PD1*"))

    def check(self, pdf: bytes, folder: Path, *, kit: bool = True) -> PeriksaPdf:
        """Check other bytes against the kit, or against nothing."""
        path = folder / "berita-acara.pdf"
        path.write_bytes(pdf)
        return check_pdf(path, self.kit if kit else None, self.clock)

    def later(self, years: int) -> "Paper":
        """The same paper looked at years afterwards."""
        now = self.clock.now()
        return replace(self, clock=SteppingClock(now.replace(year=now.year + years)))


def make_paper(kept: Kept, folder: Path) -> Paper:
    """Enrol a counted election, freeze the minutes of unit 1 and have everybody sign."""
    ketua = copy_of(kept, folder / "pemilihan").ketua
    desk = replace(make_desk(folder).meja, clock=ketua.clock)
    both = enrol(Handover(desk, ketua, make_stick(folder)))
    kit = max(both.stick.root.rglob("*kit*"), key=lambda path: path.name)
    pdf = read_pdf(ketua, sign_by_all(ketua, freeze(ketua, "F-27", 1)))
    paper = Paper(
        pdf, kit, qr_texts(pdf, 0), ketua.clock,
        read_village_authority(ketua, PeranSertifikat.DESA_CA),
        read_village_authority(ketua, PeranSertifikat.DESA),
        read_root(desk),
    )  # fmt: skip
    both.close()
    return paper


def read_root(desk: MejaKabupaten) -> Authority:
    """The kabupaten's own authority, to certify whom a test wants."""
    with desk.read() as session:
        key, pem = read_key(session, AKAR)
    return Authority(key=key, cert_pem=pem)
