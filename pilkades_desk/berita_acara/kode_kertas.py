"""Typing the code from paper: three of its six groups, other ones each time.

It finds a slip and an outsider's paper; proof is the whole digest, in the QR and in the bundle.
"""

from secrets import SystemRandom, compare_digest

from pilkades_desk.berita_acara import store
from pilkades_desk.berita_acara.usecases import find_standing
from pilkades_desk.core.value import Value
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi

GROUPS, ASKED = 6, 3
_CHOOSE = SystemRandom()


class Tantangan(Value):
    """Which groups of a document's code are asked for, counted from 1; never what they are."""

    dokumen: int
    kelompok: tuple[int, int, int]


class HasilKode(Value):
    """Whether the paper is this document's, and how many attempts failed since it last was."""

    cocok: bool
    salah: int


def new_challenge(dokumen_id: int) -> Tantangan:
    """Choose three groups anew (S-634)."""
    one, two, three = sorted(_CHOOSE.sample(range(1, GROUPS + 1), ASKED))
    return Tantangan(dokumen=dokumen_id, kelompok=(one, two, three))


def answer_challenge(
    meja: Meja, tantangan: Tantangan, untrusted_typed: tuple[str, str, str]
) -> HasilKode:
    """Compare what was typed; right or wrong, the attempt is counted and logged (S-634).

    Raises:
        StateError: the document was withdrawn.
    """
    meja.demand(Aksi.COCOKKAN_KERTAS)
    dokumen = find_standing(meja, tantangan.dokumen)
    groups = dokumen.kode_data.split(" ")
    expected = " ".join(groups[number - 1] for number in tantangan.kelompok)
    typed = " ".join("".join(group.split()) for group in untrusted_typed)
    cocok = compare_digest(typed.encode(), expected.encode())
    with meja.act(Aksi.COCOKKAN_KERTAS) as act:
        salah = store.add_kode(act.session, dokumen.id, cocok=cocok, now=act.now)
        asked = ",".join(map(str, tantangan.kelompok))
        hasil = "cocok" if cocok else "tidak cocok"
        act.record(f"dokumen/{dokumen.id}", kelompok=asked, hasil=hasil, salah=salah)
        act.commit()
    return HasilKode(cocok=cocok, salah=salah)
