"""Why a bundle is refused, for people: each fault of the container as a kind with what to do now.

`FAULTS` is the table of docs/format-paket.md part 9; `refusal` makes the exception a screen shows.
"""

from types import MappingProxyType

from pilkades_desk.core.errors import BundleError
from pilkades_desk.core.findings import FindingKind, catalogue
from pilkades_desk.kits.sealing.refusal import Fault, Refused

_BASIS = "docs/format-paket.md"
_COPY_AGAIN = "Salin ulang paket dari laptop pengirim, lalu buka lagi."
_MAKE_AGAIN = "Minta pengirim membuat paket baru; jangan pakai yang ini."
_UPDATE = "Pasang versi program yang lebih baru."
_ASK_PERSON = "Jangan dilanjutkan; hubungi pengirim lewat telepon dan catat kejadiannya."

_ROWS: tuple[tuple[Fault, str, str, str], ...] = (
    (Fault.NOT_BUNDLE, "E701", "Ini bukan berkas paket.", "Pilih berkas .pilkades yang benar."),
    (Fault.TRUNCATED, "E702", "Salinan paket tidak lengkap.", _COPY_AGAIN),
    (Fault.LAYOUT, "E703", "Ada byte yang bukan bagian paket.", _COPY_AGAIN),
    (Fault.MEMBERS, "E704", "Susunan isi paket tidak seperti seharusnya.", _MAKE_AGAIN),
    (Fault.TOO_LARGE, "E705", "Bagian paket melebihi batas ukuran.", _MAKE_AGAIN),
    (Fault.NEWER_FORMAT, "E706", "Paket dibuat dengan format yang lebih baru.", _UPDATE),
    (Fault.DAMAGED, "E707", "Paket rusak.", _COPY_AGAIN),
    (Fault.NOT_CANONICAL, "E708", "Lembar data paket tidak baku.", _MAKE_AGAIN),
    (Fault.FIELDS, "E709", "Lembar data paket salah isi.", _MAKE_AGAIN),
    (Fault.NEWER_SCHEMA, "E710", "Isi paket dari versi program yang lebih baru.", _UPDATE),
    (Fault.FORGED_SIGNER, "E711", "Pembuat paket tidak dikenal atau sertifikatnya tidak berlaku.",
     "Periksa jam laptop ini dan kit terbaru; bila tetap, hubungi pengirim dan catat kejadiannya."),
    (Fault.SIGNATURE, "E712", "Tanda tangan paket tidak cocok.", _ASK_PERSON),
    (Fault.SIGNER_MISMATCH, "E713", "Sertifikat di paket bukan yang disebut.", _ASK_PERSON),
    (Fault.SCOPE, "E714", "Paket ini dari desa atau pemilihan lain.",
     "Pilih paket pemilihan ini."),
    (Fault.PAYLOAD_HASH, "E715", "Isi paket berubah.", _COPY_AGAIN),
    (Fault.MODE, "E716", "Paket gladi dan paket resmi tidak boleh bercampur.",
     "Pilih paket yang sesuai dengan meja ini."),
    (Fault.NOT_FOR_US, "E717", "Paket ini bukan untuk meja ini.",
     "Serahkan kepada penerima yang tertulis pada paket."),
    (Fault.TOO_MANY_RECIPIENTS, "E718", "Kepala sandi paket tidak wajar.", _ASK_PERSON),
    (Fault.AGE_HEADER, "E719", "Isi paket bukan sandi yang dikenal.", _MAKE_AGAIN),
    (Fault.DECRYPT, "E720", "Isi paket tidak dapat dibuka.", _COPY_AGAIN),
    (Fault.MANIFEST_FIRST, "E721", "Daftar isi paket tidak ada di tempatnya.", _MAKE_AGAIN),
    (Fault.MANIFEST_HASH, "E722", "Daftar isi paket ditukar.", _ASK_PERSON),
    (Fault.MANIFEST_BINDING, "E723", "Sampul dan isi paket tidak saling cocok.", _ASK_PERSON),
    (Fault.PATH, "E724", "Nama berkas di paket berbahaya.", _ASK_PERSON),
    (Fault.BOMB, "E725", "Isi paket melebihi batas ukuran.", _ASK_PERSON),
    (Fault.TAR, "E726", "Isi paket tidak rapi.", _MAKE_AGAIN),
    (Fault.MEMBER_TYPE, "E727", "Paket memuat tautan atau alat, bukan berkas.", _ASK_PERSON),
    (Fault.UNLISTED, "E728", "Paket memuat berkas di luar daftar isi.", _ASK_PERSON),
    (Fault.MISSING_FILE, "E729", "Satu berkas paket tidak ada.", _MAKE_AGAIN),
    (Fault.FILE_HASH, "E730", "Satu berkas paket berubah.", _ASK_PERSON),
    (Fault.DUPLICATE, "E731", "Paket ini sudah pernah dibaca.", "Pakai tanda terima yang lama."),
    (Fault.REPLAY_OLDER, "E732", "Paket ini lebih lama dari yang sudah diterima.",
     "Minta paket dengan nomor terbaru."),
    (Fault.FORK, "E733", "Ada dua paket berbeda untuk urutan yang sama.", _ASK_PERSON),
    (Fault.GAP, "W734", "Nomor paket melompat.", "Minta juga paket yang belum diterima."),
    (Fault.ROLE, "E735", "Pembuat paket tidak berhak membuat jenis ini.", _ASK_PERSON),
    (Fault.KIND, "E736", "Jenis paket ini tidak dibaca di sini.",
     "Buka di layar yang sesuai dengan jenis paket."),
    (Fault.CONTENT, "E737", "Isi paket tidak menurut aturan jenisnya.", _MAKE_AGAIN),
)  # fmt: skip

FAULTS = MappingProxyType(
    {fault: FindingKind(code, text, do_now, _BASIS) for fault, code, text, do_now in _ROWS}
)
KINDS = catalogue(*FAULTS.values())


def refusal(refused: Refused) -> BundleError:
    """Give the exception with code, sentence and hint."""
    kind = FAULTS[refused.fault]
    return BundleError(kind.code, kind.text, kind.do_now)
