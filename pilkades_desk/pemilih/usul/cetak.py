"""Printing F-03 with its receipt, as received or as decided."""

from pilkades_desk.core.clock import moment_text
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.data_code import sidik
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih.compose import ketua_name, local_date, make_form
from pilkades_desk.pemilih.formulir import BarisUsul, FormulirUsul
from pilkades_desk.pemilih.usul.rules import differences
from pilkades_desk.pemilih.usul.usecases import find_usul
from pilkades_desk.pemilih.usul.values import Usul


def print_usul(meja: Meja, nomor: int) -> Cetakan:
    """Draw F-03 of one usul with the receipt to tear off, numbers masked (S-294).

    Raises:
        StateError: there is no such usul.
    """
    from pilkades_desk.panitia.naskah.pdf.formulir import draw

    meja.demand(Aksi.CETAK_DAFTAR)
    isi = compose_f03(meja, find_usul(meja, nomor))
    pdf = draw(isi)
    with meja.act(Aksi.CETAK_DAFTAR) as act:
        act.record(f"cetak/{isi.dok}", jumlah=1, usul=nomor, sidik=sidik(isi))
        act.commit()
    return Cetakan(f"F-03 no. {nomor}", f"F-03-{nomor}.pdf", pdf, identify(isi))


def compose_f03(meja: Meja, usul: Usul) -> IsiFormulir:
    """Freeze one usul, dated as it was received; it must come masked (S-240, S-294)."""
    isi, decided = usul.isi, usul.keputusan
    with meja.read() as session:
        petugas = meja.accounts(session)[usul.akun_id].nama_lengkap
    said = ", ".join(filter(None, (isi.jenis.sebutan, usul.nama_pemilih, isi.uraian)))
    bahan = FormulirUsul(
        nomor_usul=f"{usul.nomor}, {isi.pelapor}",
        pelapor=isi.pelapor,
        nik_pelapor=isi.nik_pelapor,
        alamat_pelapor=isi.alamat_pelapor,
        hubungan=isi.hubungan,
        pemilih=usul.nama_pemilih,
        jenis=isi.jenis,
        ringkas=said,
        perubahan=tuple(
            BarisUsul(isian=isian.capitalize(), tertulis=lama, seharusnya=baru, bukti=isi.bukti)
            for isian, lama, baru in differences(usul)
        ),
        diterima=f"{moment_text(usul.diterima, meja.pemilihan.zona)}, {petugas}",
        petugas=petugas,
        putusan=decided.putusan.value if decided else "",
        alasan=decided.alasan if decided else "",
        diputus=local_date(meja, decided.waktu) if decided else None,
        ketua=ketua_name(meja) if decided else "",
    )
    return make_form(meja, bahan, usul.diterima)
