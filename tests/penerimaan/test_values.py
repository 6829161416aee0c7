"""What the desk keeps of bundles and villages adds up."""

from tests.penerimaan.values import MASUK, REKAP, make_row


def test_a_bundle_names_the_chain_its_serial_counts_in() -> None:
    assert MASUK.rantai == ("ab" * 32, "ab" * 32, "ab" * 16)


def test_a_row_adds_up_its_figures_and_shares() -> None:
    row = make_row()
    assert (row.dpt, row.jumlah, row.jumlah_suara) == (1_250, 1_250, 900)
    assert (row.partisipasi, row.bagian_suara(2)) == ("73,0%", "44,4%")


def test_the_last_row_sums_all_villages_and_no_candidates() -> None:
    total = REKAP.jumlah
    assert (total.desa, total.dpt_l, total.sah, total.suara) == ("Jumlah", 700, 1_800, ())
