"""`pilkades-desk periksa paket FILE`: what a bundle is, from whom, and whether it is whole.

Needs no key. Without the kabupaten's kit nobody vouches for the sender, and that is said.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import BundleError
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.sealing.header import Mode
from pilkades_desk.kits.signing.certificates import common_name
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.keys import fingerprint_digits
from pilkades_desk.paket.untrusted import PaketTerbuka, open_paket, parse_isi, trust_in
from pilkades_desk.paket.values import HASIL, HasilPublik, IsiKit, JenisPaket
from pilkades_desk.penerimaan.rules import check_hasil

SAH, REFUSED, UNVOUCHED = 0, 1, 3
_REHEARSAL = ".pilkades-latihan"


@dataclass(frozen=True)
class Periksa:
    """What looking at a bundle gave; `asli` and `urut` are None where they could not be checked."""

    paket: PaketTerbuka
    asli: bool | None
    urut: bool | None = None
    hasil: HasilPublik | None = None
    temuan: list[Finding] = field(default_factory=list)
    sidik_kit: str = ""
    """The 40 digits of the kit's root: who trusts the kit compares them with the letter."""

    @property
    def code(self) -> int:
        """Give the exit code: 0 sah, 3 whole but not vouched for, 1 refused."""
        if any(finding.is_error for finding in self.temuan):
            return REFUSED
        return SAH if self.asli and self.urut else UNVOUCHED

    def as_json(self) -> dict[str, object]:
        """Give what `--json` prints."""
        envelope = self.paket.envelope
        return {
            "utuh": True,
            "asli": self.asli,
            "urut": self.urut,
            "sah": self.code == SAH,
            "kode": ", ".join(finding.code for finding in self.temuan),
            "jenis": envelope.kind,
            "desa": envelope.wilayah,
            "pemilihan": envelope.pemilihan,
            "serial": envelope.serial,
            "penanda_tangan": common_name(self.paket.penanda.pem),
            "untuk": list(envelope.recipients),
            "sidik_kit": self.sidik_kit,
            **({"hasil": result_of(self.hasil)} if self.hasil else {}),
        }


def check_bundle(path: Path, kit_path: Path | None, clock: Clock) -> Periksa:
    """Look at a bundle; BundleError when it is refused (S-704, S-705)."""
    now = clock.now()
    kit = read_kit_file(kit_path, clock) if kit_path else None
    trust = trust_in(trust_kit(kit, clock)) if kit else (lambda leaf: Trust([leaf], now))
    paket = open_paket(path, tuple(JenisPaket), _mode(path), trust)
    asli, sidik = (True, fingerprint_digits(kit.akar)) if kit else (None, "")
    if paket.envelope.kind != JenisPaket.PUBLIK:
        return Periksa(paket, asli, sidik_kit=sidik)
    hasil = parse_isi(HasilPublik, paket.files(), HASIL)
    return Periksa(paket, asli, hasil=hasil, temuan=check_hasil(hasil), sidik_kit=sidik)


def result_of(hasil: HasilPublik) -> dict[str, object]:
    """Give the figures a published result says."""
    votes = {str(one.nomor): hasil.total(f"suara_{one.nomor}") for one in hasil.calon}
    sums = {name: hasil.total(name) for name in ("sah", "tidak_sah")}
    return {"status": hasil.status, "nomor_urut": hasil.nomor_urut, "suara": votes, **sums}


def print_check(path: Path, kit_path: Path | None, clock: Clock, *, as_json: bool) -> int:
    """Print what was found and give the exit code."""
    try:
        found = check_bundle(path, kit_path, clock)
    except BundleError as error:
        if as_json:
            refused = {"utuh": False, "asli": None, "urut": None, "sah": False, "kode": error.code}
            print(json.dumps(refused))
        raise
    print(json.dumps(found.as_json(), ensure_ascii=False) if as_json else describe(found))
    return found.code


def describe(found: Periksa) -> str:
    """Say in Indonesian what was found."""
    envelope = found.paket.envelope
    vouched = "belum diperiksa (beri --kit)"
    if found.asli:
        vouched = f"ya, bila surat kabupaten memuat {found.sidik_kit}"
    lines = [
        f"Jenis           : {envelope.kind}, nomor {envelope.serial}",
        f"Desa            : {envelope.wilayah}",
        f"Penanda tangan  : {common_name(found.paket.penanda.pem)}",
        f"Untuk           : {envelope.to.name}",
        "Utuh            : ya",
        f"Asli            : {vouched}",
        "Urut            : belum diperiksa (perlu paket sebelumnya)",
    ]
    if found.hasil:
        lines.append(f"Hasil           : {found.hasil.status}, nomor urut {found.hasil.nomor_urut}")
        lines += [
            f"  {one.nomor}. {one.nama}: {angka(found.hasil.total(f'suara_{one.nomor}'))} suara"
            for one in found.hasil.calon
        ]
    lines += [f"{finding.code}: {finding.text} {finding.do_now}" for finding in found.temuan]
    return "\n".join(lines)


def read_kit_file(path: Path, clock: Clock) -> IsiKit:
    """Read a kit as it is; whoever trusts it compares the digits of its root with the letter."""
    now = clock.now()
    paket = open_paket(path, (JenisPaket.KIT,), _mode(path), lambda leaf: Trust([leaf], now))
    return parse_isi(IsiKit, paket.files(), "kit.json")


def trust_kit(kit: IsiKit, clock: Clock) -> Trust:
    """Believe the root of a kit, except what it revokes."""
    return Trust([kit.akar], clock.now(), frozenset(int(one, 16) for one in kit.dicabut))


def _mode(path: Path) -> Mode:
    return Mode.GLADI if path.suffix == _REHEARSAL else Mode.RESMI
