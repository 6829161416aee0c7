"""Small builders for the share-out; every voter is invented."""

from dataclasses import dataclass

from pilkades_desk.tps.values import UnitHitung


@dataclass(frozen=True)
class Warga:
    """A voter as the share-out sees one."""

    no_urut: int
    kk: str = ""
    kelamin: str = "L"
    dusun: str = ""
    rt: int = 1
    rw: int = 1


def make_dpt(*homes: tuple[int, int, int], family: int = 1) -> tuple[Warga, ...]:
    """For each (rw, rt, voters) that many voters, `family` of them to a card."""
    voters = []
    for rw, rt, count in homes:
        for i in range(count):
            kk = f"{rw}-{rt}-{i // family}"
            voters.append(Warga(len(voters) + 1, kk=kk, rt=rt, rw=rw))
    return tuple(voters)


def make_unit(nomor: int, dpt: int) -> UnitHitung:
    return UnitHitung(
        nomor=nomor, nama=f"TPS {nomor}", wilayah=(), dpt_l=dpt // 2, dpt_p=dpt - dpt // 2,
        surat_suara=dpt,
    )  # fmt: skip
