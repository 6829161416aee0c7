"""Verifying the log: the chain, every signed head, every approval by two people.

Pure: entries, signed heads and accounts in, findings out (docs/riwayat.md). Which acts need a
signed head or two people stands in `rights`; which key somebody had at an entry follows from the
entries before it, so the log proves itself and the tables beside it are only compared.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from json import JSONDecoder
from typing import Any

from pydantic import ValidationError

from pilkades_desk.core.audit import (
    DOMAIN,
    START,
    AuditEntry,
    AuditHead,
    Checkpoint,
    checkpoint_message,
    parse_head,
)
from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.signing.faults import SignatureInvalid
from pilkades_desk.kits.signing.keys import fingerprint, verify
from pilkades_desk.panitia.accounts import account_digest, key_digest, restore_digest
from pilkades_desk.panitia.findings import (
    E113,
    E114,
    E115,
    E116,
    E117,
    E118,
    E119,
    W126,
    W127,
    W128,
)
from pilkades_desk.panitia.rights import APPROVERS, PENTING, Aksi
from pilkades_desk.panitia.rules import WITHOUT_PASSWORD, approval_message
from pilkades_desk.panitia.values import Akun, AkunBaru, Peran, Persetujuan

SUBJECT = "riwayat"
OPENED_WITH = "temuan"
"""The fact of a login that names what was found on opening."""
Body = dict[str, Any]
_FIRST_ROLE = {Aksi.BUAT_PEMILIHAN.value: Peran.KETUA, Aksi.BUAT_MEJA.value: Peran.PENGESAH}
_GIVES_KEYS = {
    Aksi.TAMBAH_AKUN.value,
    Aksi.ATUR_ULANG_AKUN.value,
    Aksi.PULIHKAN_AKUN.value,
}
"""Acts that give the account they are about its keys; besides them only the first entry does."""
_ABOUT_A_KEY = {
    Aksi.ATUR_ULANG_AKUN.value,
    Aksi.NONAKTIFKAN_AKUN.value,
    Aksi.PULIHKAN_AKUN.value,
}
"""What people approve here is whose account, with which key."""
_OWN_NEW_KEY = {Aksi.PULIHKAN_AKUN.value}
"""Whoever lost a password approves with the key the act itself gives them."""
_NAMES_MAY_STAND_IN = _ABOUT_A_KEY
"""Where nobody else can approve, two names on paper do; F-29 names such a case."""
_NEED_TWO = {aksi.value: roles for aksi, roles in APPROVERS.items()}
_ONCE_TWO_EXIST = {
    Aksi.TAMBAH_AKUN.value,
    Aksi.PULIHKAN_AKUN.value,
    Aksi.PULIHKAN_CADANGAN.value,
    Aksi.MUSNAHKAN.value,
}
"""Acts that one person may do as long as the file has one account."""
_SIGNED = frozenset(aksi.value for aksi in PENTING)
_TIME = len("2026-11-21T08:00:00.000000Z")
_read = JSONDecoder().raw_decode


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """What the file says beside its log: accounts by id, every signing key any of them had."""

    akun: Mapping[int, Akun]
    kunci: Mapping[str, str]

    @classmethod
    def of(cls, akun: Mapping[int, Akun], pems: Iterable[str]) -> "Terdaftar":
        """Index the keys by fingerprint."""
        return cls(akun, {fingerprint(pem): pem for pem in pems})

    def people(self, accounts: Iterable[int]) -> int:
        """Count the people behind accounts; one with two accounts counts once."""
        names = [self.akun[each].nama_lengkap for each in accounts if each in self.akun]
        return len({tuple(name.casefold().split()) for name in names})


@dataclass(frozen=True, slots=True)
class Tanda:
    """A head that was seen elsewhere: `sumber` in words ("paket hasil no. 2"), and the head."""

    sumber: str
    kepala: AuditHead


@dataclass(frozen=True, slots=True)
class Laporan:
    """What verifying gave: the last entry that follows, and everything found."""

    kepala: AuditHead
    temuan: tuple[Finding, ...] = ()
    dibandingkan: int = 0
    """How many bundles and receipts from outside were compared as well."""

    @property
    def utuh(self) -> bool:
        """Tell whether nothing was found that must stop the work."""
        return not any(each.is_error for each in self.temuan)

    @property
    def menyambung(self) -> bool:
        """Tell whether every entry follows from the one before."""
        return all(each.kind is not E113 for each in self.temuan)


def check_log(
    entries: Iterable[AuditEntry], checkpoints: Iterable[Checkpoint], terdaftar: Terdaftar
) -> Laporan:
    """Walk the whole log; after the first entry that does not follow nothing is judged."""
    walk = _Walk(terdaftar, {each.head.seq: each for each in checkpoints})
    return walk.through(entries)


def check_marks(
    marks: Sequence[Tanda], hashes: Mapping[int, bytes], kepala: AuditHead
) -> list[Finding]:
    """Compare heads seen elsewhere with the log; of those past its end the furthest is told.

    `hashes` are those of the entries the marks name.
    """
    later = [mark for mark in marks if mark.kepala.seq > kepala.seq]
    found = [
        E117.at(SUBJECT, sumber=mark.sumber, seq=mark.kepala.seq)
        for mark in marks
        if 0 < mark.kepala.seq <= kepala.seq and hashes.get(mark.kepala.seq) != mark.kepala.hash
    ]
    if later:
        last = max(later, key=lambda mark: mark.kepala.seq)
        said = {"sumber": last.sumber, "ada": kepala.seq, "seq": last.kepala.seq}
        found.append(E116.at(SUBJECT, **said))
    return found


def check_anchor(
    untrusted_anchor: str, hashes: Mapping[int, bytes], kepala: AuditHead
) -> list[Finding]:
    """Compare the head in the keyslot file with the log."""
    mark = read_anchor(untrusted_anchor)
    return [W127.at(SUBJECT)] if mark is None else check_marks((mark,), hashes, kepala)


def read_anchor(untrusted_anchor: str) -> Tanda | None:
    """Give the head in the keyslot file; None when there is none that can be read."""
    try:
        return Tanda("kuncinya", parse_head(untrusted_anchor))
    except ValueError:
        return None


@dataclass
class _Walk:
    """Where the walk is: who has which key and role by now, what was found."""

    terdaftar: Terdaftar
    checkpoints: Mapping[int, Checkpoint]
    keys: dict[int, str] = field(default_factory=dict)
    """Of every open account."""
    latest: dict[int, str] = field(default_factory=dict)
    """Of every account, closed ones too."""
    roles: dict[int, Peran] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    jumps: list[int] = field(default_factory=list)

    def through(self, entries: Iterable[AuditEntry]) -> Laporan:
        head, prev, last = 0, START, ""
        for seq, body, before, digest in entries:
            # written out, not `core.audit.link`: a log has a hundred thousand of these
            right = hashlib.sha256(DOMAIN + before + body.encode()).digest()
            if seq != head + 1 or before != prev or digest != right:
                self.found.append(E113.at(f"langkah {head + 1}", seq=head + 1))
                return self._report(AuditHead(head, prev))
            head, prev, at = seq, digest, self._take(seq, digest, before, body)
            if at < last:
                self.jumps.append(seq)
            last = at or last
        self._compare_ends(AuditHead(head, prev))
        return self._report(AuditHead(head, prev))

    def _take(self, seq: int, digest: bytes, before: bytes, text: str) -> str:
        """Judge one entry that follows; gives its time."""
        try:
            body, end = _read(text)
            aksi, at, akun = body["aksi"], body["at"], body["akun"]
            kinds = (type(aksi), type(at), type(akun), len(at), end)
            if kinds != (str, str, int, _TIME, len(text)):
                raise ValueError("not an entry of ours")  # noqa: TRY301 -- told as E114 below
            if aksi in _SIGNED or seq in self.checkpoints or "setuju" in body:
                self._judge(AuditHead(seq, digest), before, body)
            elif "kunci" in body:
                self._learn(seq, body)
            elif OPENED_WITH in body:
                self.opened.append((seq, str(body[OPENED_WITH])))
        except (KeyError, TypeError, ValueError, RecursionError):
            self.found.append(E114.at(f"langkah {seq}", seq=seq))
            return ""
        return str(at)

    def _judge(self, head: AuditHead, before: bytes, body: Body) -> None:
        had, latest = dict(self.keys), dict(self.latest)
        self._learn(head.seq, body)
        aksi = body["aksi"]
        needs = aksi in _NEED_TWO and (len(had) > 1 or aksi not in _ONCE_TWO_EXIST)
        if needs or "setuju" in body:
            own = aksi in _OWN_NEW_KEY
            kepala = AuditHead(head.seq - 1, before).full
            shown = self._shown(body, self.latest if own else latest)
            reason = self._approvals(body, (kepala, shown), self.keys if own else had)
            if reason:
                self.found.append(E118.at(f"langkah {head.seq}", seq=head.seq, sebab=reason))
        reason = self._signature(head, body)
        if reason:
            self.found.append(E115.at(f"langkah {head.seq}", seq=head.seq, sebab=reason))

    def _learn(self, seq: int, body: Body) -> None:
        """Note the keys and the role an entry gives, or that it closes an account.

        Keys in any other entry are a forgery: nobody has them from there.
        """
        given = {int(each["akun"]): str(each["sidik"]) for each in body.get("kunci", ())}
        if given and not _may_give(seq, body, given):
            self.found += [E119.at(f"langkah {seq}", akun=self._name(akun)) for akun in given]
            return
        for akun, sidik in given.items():
            self.keys[akun] = self.latest[akun] = sidik
            role = body.get("peran", _FIRST_ROLE.get(body["aksi"], self.roles.get(akun)))
            if role is not None:
                self.roles[akun] = Peran(role)
        if body["aksi"] == Aksi.NONAKTIFKAN_AKUN:
            self.keys.pop(_number(body), None)

    def _signature(self, head: AuditHead, body: Body) -> str:
        """Say what is wrong with the signed head of an entry; nothing when it is right."""
        checkpoint = self.checkpoints.get(head.seq)
        if checkpoint is None:
            return "tidak ada" if body["aksi"] in _SIGNED else ""
        if checkpoint.head != head:
            return "dibuat untuk isi yang lain"
        if checkpoint.akun != body["akun"]:
            return "bukan milik akun yang melakukannya"
        message = checkpoint_message(head)
        right = self._is_signed(self.keys, checkpoint.akun, checkpoint.signature, message)
        return "" if right else "palsu"

    def _name(self, akun: int) -> str:
        return self.terdaftar.akun[akun].nama if akun in self.terdaftar.akun else str(akun)

    def _approvals(self, body: Body, seen: tuple[str, str], keys: Mapping[int, str]) -> str:
        """Say what is wrong with the approvals of an entry; nothing when they are right."""
        if body.get("cara") == WITHOUT_PASSWORD and body["aksi"] in _NAMES_MAY_STAND_IN:
            alone = body["aksi"] in _OWN_NEW_KEY or not self._others(body, keys)
            return "" if alone else "dua nama tanpa sandi, padahal ada akun lain"
        try:
            given = [Persetujuan.model_validate(each) for each in body.get("setuju", ())]
        except ValidationError:
            return "tidak terbaca"
        if self.terdaftar.people(each.akun_id for each in given) < 2:
            return "bukan dua orang"
        for each in given:
            reason = self._approval(each, body, seen, keys)
            if reason:
                return reason
        return ""

    def _others(self, body: Body, keys: Mapping[int, str]) -> bool:
        """Tell whether somebody else could have approved an act about an account."""
        roles = _NEED_TWO[body["aksi"]]
        taken = {body["akun"], _number(body)}
        return any(self.roles.get(akun) in roles for akun in keys if akun not in taken)

    def _approval(
        self, each: Persetujuan, body: Body, seen: tuple[str, str], keys: Mapping[int, str]
    ) -> str:
        kepala, shown = seen
        if (each.aksi, each.kepala) != (body["aksi"], kepala):
            return "diberikan untuk keadaan yang lain"
        if each.digest != shown:
            return "diberikan untuk isi yang lain"
        if self.roles.get(each.akun_id) not in _NEED_TWO.get(body["aksi"], frozenset()):
            return f"akun {each.akun_id} tidak berhak menyetujui"
        message = approval_message(each.akun_id, each.aksi, each.digest, each.kepala)
        try:
            signature = bytes.fromhex(each.tanda_tangan)
        except ValueError:
            return "tidak terbaca"
        right = self._is_signed(keys, each.akun_id, signature, message)
        return "" if right else f"tanda tangan akun {each.akun_id} palsu"

    def _shown(self, body: Body, keys: Mapping[int, str]) -> str:
        """Work out the digest two people must have been shown; the entry's seal for the rest."""
        aksi = body["aksi"]
        if aksi in _ABOUT_A_KEY:
            number = _number(body)
            return key_digest(number, self.terdaftar.kunci.get(keys.get(number, ""), ""))
        if aksi == Aksi.PULIHKAN_CADANGAN:
            return restore_digest(str(body["kepala_baru"]), str(body["kepala_lama"]))
        if aksi != Aksi.TAMBAH_AKUN:
            return str(body.get("segel", ""))
        akun = self.terdaftar.akun.get(_number(body))
        if akun is None:
            return ""
        names = {"nama": akun.nama, "nama_lengkap": akun.nama_lengkap}
        return account_digest(AkunBaru(peran=Peran(body["peran"]), sandi="", **names))

    def _is_signed(
        self, keys: Mapping[int, str], akun: int, signature: bytes, message: bytes
    ) -> bool:
        pem = self.terdaftar.kunci.get(keys.get(akun, ""))
        if pem is None:
            return False
        try:
            verify(pem, signature, message)
        except SignatureInvalid:
            return False
        return True

    def _compare_ends(self, head: AuditHead) -> None:
        """Compare what lies beside the log: signed heads past its end, the keys in use now."""
        last = max(self.checkpoints, default=0)
        if last > head.seq:
            said = {"sumber": "tanda tangan riwayat", "ada": head.seq, "seq": last}
            self.found.append(E116.at(SUBJECT, **said))
        for akun in self.terdaftar.akun.values():
            logged = self.keys.get(akun.id)
            if akun.aktif and (
                logged is None or self.terdaftar.kunci.get(logged) != akun.kunci_publik
            ):
                self.found.append(E119.at(f"akun {akun.nama}", akun=akun.nama))

    def _report(self, head: AuditHead) -> Laporan:
        if self.jumps:
            self.found.append(W126.at(SUBJECT, kali=len(self.jumps), seq=self.jumps[0]))
        self.found += [
            W128.at(f"langkah {seq}", kode=kode.replace(" ", ", "), seq=seq)
            for seq, kode in self.opened
        ]
        return Laporan(head, tuple(self.found))


def _may_give(seq: int, body: Body, given: Mapping[int, str]) -> bool:
    """Tell whether an entry may give these accounts their keys."""
    if seq == 1:
        return body["aksi"] in _FIRST_ROLE and len(given) == 1
    return body["aksi"] in _GIVES_KEYS and set(given) == {_number(body)}


def _number(body: Body) -> int:
    """Give the account an entry is about: 3 of `akun/3`."""
    return int(str(body["objek"]).partition("/")[2])
