"""F-28 out of F-27: the public certificate repeats the minutes and is never typed."""

from pilkades_desk.berita_acara.content import IsiF27, IsiF28, IsiUnit
from pilkades_desk.panitia.naskah.data_code import kode_data
from pilkades_desk.panitia.naskah.values import Naskah


def certificate_of(isi: IsiF27, naskah: Naskah) -> IsiF28:
    """Make the certificate of a frozen F-27, with its own wording (S-603)."""
    shared = {name: getattr(isi, name) for name in IsiUnit.model_fields if name != "kode"}
    return IsiF28(
        **{**shared, "dok": isi.dok.replace("F27", "F28", 1), "naskah": naskah, "nomor": ""},
        dpt=isi.pemilih.b1,
        hadir=isi.pemilih.b5,
        dari=kode_data(isi),
        ada_selisih=bool(isi.selisih),
    )
