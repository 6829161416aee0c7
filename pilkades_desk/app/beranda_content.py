"""What Beranda shows, as one frozen value; `app` fills it from the steps."""

from pilkades_desk.core.value import Value


class Tugas(Value):
    """The next thing to do: what, why, the words on the button and the step it opens."""

    judul: str
    kalimat: str
    tombol: str
    langkah: int


class KartuAngka(Value):
    """A number card: caption, figure as text, a line below, icon and tone."""

    judul: str
    angka: str
    keterangan: str
    ikon: str
    nada: str = "info"


class Batang(Value):
    """One candidate's bar."""

    nomor: int
    nama: str
    suara: int


class Grafik(Value):
    """The chart of votes with the pill and the note that keep it honest."""

    judul: str
    keping: str
    nada: str
    batang: tuple[Batang, ...]
    catatan: str


class Periksa(Value):
    """One line of the checklist; `langkah` is the step that answers it."""

    teks: str
    keterangan: str
    selesai: bool
    langkah: int


class Tenggatan(Value):
    """One line of the calendar's card; `langkah` is the step its button opens, 0 the calendar."""

    kepala: str
    teks: str
    keterangan: str
    ikon: str
    nada: str
    tombol: str
    langkah: int


class IsiBeranda(Value):
    """The whole page."""

    tugas: Tugas
    kartu: tuple[KartuAngka, ...]
    grafik: Grafik | None = None
    periksa: tuple[Periksa, ...] = ()
    kalender: tuple[Tenggatan, ...] = ()
    """What is overdue, due today and next; empty without a calendar."""
    lembar: bool = True
    """Whether the recovery sheet in force was typed back from paper, or is no concern of ours."""

    @property
    def done(self) -> int:
        """Count what is done on the checklist."""
        return sum(each.selesai for each in self.periksa)
