"""The kabupaten's desk as an open file, and the keys it starts with.

For now the root key lies in the desk's own encrypted file; the target keeps it apart and offline.
"""

from dataclasses import dataclass
from datetime import timedelta

from pilkades_desk.core.clock import Clock
from pilkades_desk.kits.sealing.age_keys import new_identity, recipient_of
from pilkades_desk.kits.signing.certificates import Authority, Subject, issue, self_sign
from pilkades_desk.kits.signing.keys import new_key, public_pem
from pilkades_desk.kits.signing.scope import ANY_ELECTION, PeranSertifikat, Scope
from pilkades_desk.panitia.meja import MejaAkun
from pilkades_desk.penerimaan.values import Kabupaten, MejaBaru

AKAR, MEJA, AGE, CADANGAN = "akar", "meja", "age", "cadangan"
BACKDATE = timedelta(days=1)
"""A village whose clock is some hours behind must still find the certificate valid."""
_ROOT_DAYS = 3 * 366
_LEAF_DAYS = 2 * 366


@dataclass(frozen=True)
class MejaKabupaten(MejaAkun):
    """The kabupaten's desk."""

    kabupaten: Kabupaten

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words no password of this desk may hold."""
        return (self.kabupaten.kabupaten, *super().words)


@dataclass(frozen=True)
class KunciBaru:
    """The keys of a new desk: name → (secret, public side), and the spare secret to print once."""

    rows: dict[str, tuple[bytes, str]]
    cadangan: str


def new_desk_keys(baru: MejaBaru, clock: Clock) -> KunciBaru:
    """Make root, desk leaf, age identity and the spare."""
    start = clock.now() - BACKDATE
    root_key, leaf_key = new_key(), new_key()
    root = self_sign(root_key, _subject(baru, PeranSertifikat.KABUPATEN), start, _ROOT_DAYS)
    leaf = issue(
        Authority(key=root_key, cert_pem=root),
        _subject(baru, PeranSertifikat.MEJA),
        public_pem(leaf_key),
        start,
        _LEAF_DAYS,
    )
    identity, spare = new_identity(), new_identity()
    rows = {
        AKAR: (root_key, root),
        MEJA: (leaf_key, leaf),
        AGE: (identity.encode("ascii"), recipient_of(identity)),
        CADANGAN: (b"", recipient_of(spare)),
    }
    return KunciBaru(rows, spare)


def _subject(baru: MejaBaru, peran: PeranSertifikat) -> Subject:
    scope = Scope(peran=peran, desa=baru.kode_kabupaten, pemilihan=ANY_ELECTION)
    return Subject(nama=f"{peran.value} {baru.kabupaten}"[:64], scope=scope)
