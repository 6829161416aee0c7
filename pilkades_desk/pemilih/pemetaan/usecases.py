"""What the committee does with mappings: keep one under a name, see those kept."""

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import utc_text
from pilkades_desk.core.errors import StateError
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.pemetaan import store
from pilkades_desk.pemilih.pemetaan.rules import as_source
from pilkades_desk.pemilih.pemetaan.values import Pemetaan
from pilkades_desk.pemilih.sumber import SourceProfile, sources


def save_pemetaan(meja: Meja, pemetaan: Pemetaan) -> None:
    """Keep a mapping somebody chose; the next file with these headers is read by it (S-261)."""
    with meja.act(Aksi.SIMPAN_PEMETAAN) as act:
        if pemetaan.sumber not in sources():
            raise StateError("Tata letak ini tidak dikenal.", "Pilih tata letak dari daftar.")
        store.add_pemetaan(act.session, pemetaan, utc_text(act.now))
        digest = sha256_hex(canonical(pemetaan.model_dump(mode="json")))
        act.record("pemetaan", isi=digest, sumber=pemetaan.sumber)
        act.commit()


def read_pemetaan(meja: Meja) -> tuple[Pemetaan, ...]:
    """Give the kept mappings by name (S-261)."""
    with meja.read() as session:
        return store.read_pemetaan(session)


def profiles_of(meja: Meja) -> tuple[SourceProfile, ...]:
    """Give the kept mappings as layouts, then the layouts (S-261)."""
    return (*map(as_source, read_pemetaan(meja)), *sources().values())
