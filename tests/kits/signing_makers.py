"""A small election authority with a village and its people, and PDFs for them to sign."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from pilkades_desk.kits.signing.certificates import Authority, Subject, issue, self_sign
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.signing.pdf_sign import Remark, Signatory
from pilkades_desk.kits.signing.scope import PeranSertifikat, Scope

START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
DESA, OTHER_DESA, KABUPATEN = "3204012001", "3204012002", "3204"
PEMILIHAN, OTHER_PEMILIHAN = "a" * 32, "b" * 32
REMARK = Remark(alasan="Menyetujui berita acara", tempat="Sukamaju")


def scope(peran: str, desa: str = DESA, pemilihan: str = PEMILIHAN) -> Scope:
    return Scope(peran=PeranSertifikat(peran), desa=desa, pemilihan=pemilihan)


def make_root(nama: str = "Kabupaten Uji") -> Authority:
    key = new_key()
    subject = Subject(nama=nama, scope=scope("kabupaten", KABUPATEN, "-"))
    return Authority(key=key, cert_pem=self_sign(key, subject, START, 3650))


def make_issued(by: Authority, nama: str, whose: Scope, days: int = 700) -> Authority:
    key = new_key()
    subject = Subject(nama=nama, scope=whose)
    return Authority(key=key, cert_pem=issue(by, subject, public_pem(key), START, days))


@dataclass(frozen=True)
class Village:
    root: Authority
    ca: Authority
    desa: Authority

    def person(self, nama: str) -> Signatory:
        own = make_issued(self.ca, nama, scope("orang"))
        return Signatory(own.key, own.cert_pem, (self.ca.cert_pem,))

    @property
    def signatory(self) -> Signatory:
        return Signatory(self.desa.key, self.desa.cert_pem)


def make_village() -> Village:
    root = make_root()
    ca = make_issued(root, "CA Sukamaju", scope("desa-ca"))
    return Village(root, ca, make_issued(root, "Panitia Sukamaju", scope("desa")))


def make_pdf(pages: int = 2) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in range(1, pages + 1):
        canvas.drawString(100, 700, f"Berita acara, halaman {page}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
