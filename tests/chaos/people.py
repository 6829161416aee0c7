"""What is written about accounts: new ones, passwords, keys; each in file and keyslots at once."""

from functools import partial

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import AccessError
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.panitia import store as panitia_store
from pilkades_desk.panitia.accounts import SLOTS_NAME, account_digest, rekey
from pilkades_desk.panitia.akun import add_account, log_in_again, read_accounts, stay
from pilkades_desk.panitia.akun_ulang import change_password, reset_account
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import Akun, AkunBaru, SaksiHadir, SebabKunci
from tests.chaos.grounds import OLD_KEY
from tests.chaos.killing import Step
from tests.chaos.village import Village
from tests.makers import KETUA, OPERATOR_1, OPERATOR_2, approve_both

CHANGED, RESET = "lumbung padi tua sekali", "payung merah jalan kota"
WITNESSES = SaksiHadir(satu="Pak Uji", dua="Bu Uji")


class Accounts(Village):
    """Two accounts, then a new key for the whole file."""

    def steps(self) -> list[Step]:
        first = partial(self._add, OPERATOR_1)
        return [
            Step("akun 1", first, partial(self._has, OPERATOR_1)),
            Step("akun 2", partial(self._add, OPERATOR_2), partial(self._has, OPERATOR_2)),
            Step("kunci berkas", self._change_key, self._has_new_key),
        ]

    def hold(self, told: list[str]) -> None:
        for baru in (KETUA, OPERATOR_1, OPERATOR_2):
            if self._has(baru):
                log_in_again(self.meja, baru.nama, baru.sandi)

    def _has(self, baru: AkunBaru) -> bool:
        return baru.nama in [akun.nama for akun in read_accounts(self.meja)]

    def _add(self, baru: AkunBaru) -> None:
        approvals = ()
        if baru is OPERATOR_2:
            digest = account_digest(baru)
            approvals = approve_both(self.meja, self.operator(), Aksi.TAMBAH_AKUN, digest)
        add_account(self.meja, KETUA.sandi, baru, approvals)

    def _change_key(self) -> None:
        with self.meja.read() as session:
            names = {akun.id: akun.nama for akun in panitia_store.read_akun(session).values()}
            amplop = panitia_store.read_amplop(session)
        opener = read_slots(self.meja.folder / SLOTS_NAME).open_slot(KETUA.nama, KETUA.sandi)
        rekey(self.meja.folder, self.meja.file, opener, stay(names, amplop))

    def _has_new_key(self) -> bool:
        keys = read_slots(self.meja.folder / SLOTS_NAME).open_slot(KETUA.nama, KETUA.sandi)
        old = (self.meja.folder.parent / OLD_KEY).read_text()
        return [sha256_hex(key) != old for key in keys.file_keys] == [True]


class Passwords(Village):
    """An operator's own new password, then one given by the ketua with new keys."""

    def steps(self) -> list[Step]:
        return [
            Step("ganti sandi", self._change, lambda: self._opened_by() != OPERATOR_1.sandi),
            Step("atur ulang", self._reset, self._was_reset),
        ]

    def hold(self, told: list[str]) -> None:
        log_in_again(self.meja, KETUA.nama, KETUA.sandi)
        expected = {OPERATOR_1.sandi, CHANGED, RESET}
        if "ganti sandi" in told:
            expected.discard(OPERATOR_1.sandi)
        if "atur ulang" in told:
            expected = {RESET}
        assert self._opened_by() in expected, "a password that was replaced opens"

    def _change(self) -> None:
        change_password(self.operator(), OPERATOR_1.sandi, CHANGED)

    def _reset(self) -> None:
        reset_account(self.meja, KETUA.sandi, self._akun(), RESET, WITNESSES)

    def _was_reset(self) -> bool:
        return self._opened_by() == RESET and self._akun().sebab is SebabKunci.DIATUR_ULANG

    def _akun(self) -> Akun:
        return next(one for one in read_accounts(self.meja) if one.nama == OPERATOR_1.nama)

    def _opened_by(self) -> str:
        """The one password that opens the operator's slot."""
        slots, found = read_slots(self.meja.folder / SLOTS_NAME), []
        for sandi in (OPERATOR_1.sandi, CHANGED, RESET):
            try:
                slots.open_slot(OPERATOR_1.nama, sandi)
            except AccessError:
                continue
            found.append(sandi)
        (only,) = found
        return only
