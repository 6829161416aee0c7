"""`python3 -m tests`: set up, name or install what the window tests need, run everything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WATCHED = (
    "tests/core",
    "tests/kits/test_sealing*.py",
    "tests/*/test_*rules*.py",
    "tests/*/test_*values*.py",
    "tests/*/test_*table_model*.py",
    "tests/panitia/kalender/test_[!k]*.py",
    "tests/panitia/test_profil*.py",
    "tests/pemilih/test_ganda_[!s]*.py",
    "tests/pemilih/test_impor*.py",
    "tests/pemilih/test_lembar*.py",
    "tests/pemilih/test_loket*.py",
    "tests/pemilih/test_pemetaan.py",
    "tests/pemilih/test_usul*.py",
    "tests/pemilih/test_cari.py",
    "tests/pemilih/test_dpt.py",
    "tests/pemilih/test_kini.py",
    "tests/pemilih/test_riwayat.py",
    "tests/pemilih/test_ubah.py",
    "tests/penghitungan/test_[!s]*.py",
)
"""Where the coverage gate is met: watching all the tests would double their time."""
sys.path.insert(0, str(ROOT))

from pilkades_desk import _bootstrap  # noqa: E402 -- the checkout must be importable first

IN_TWO = ("-q", "-n", "2", "--dist", "loadgroup")


def prepare_window() -> None:
    """Install the Qt system libraries as root on Debian; otherwise say how and go on without."""
    missing = _bootstrap.missing_packages(window=_bootstrap.has_display())
    if not missing:
        return
    print("Pustaka sistem untuk jendela belum ada:", " ".join(missing), flush=True)
    may = not os.environ.get("PILKADES_TANPA_APT") and hasattr(os, "geteuid") and os.geteuid() == 0
    if may and shutil.which("apt-get"):
        env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, check=False, env=env, stdout=subprocess.DEVNULL)
        missing = _bootstrap.missing_packages(window=_bootstrap.has_display())
    if missing:
        print(
            "Tempelkan baris ini, lalu ulangi:\n   ", _bootstrap.install_line(missing), flush=True
        )
        os.environ["PILKADES_TANPA_QT"] = "1"


def main() -> int:
    """Run pytest: what was asked for, or everything over two processes with the coverage gate."""
    prepare_window()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = sys.argv[1:]
    if asked:
        return run_pytest(*asked)
    watched = sorted({str(path) for pattern in WATCHED for path in ROOT.glob(pattern)})
    gate = run_pytest(*IN_TWO, "--cov", "--cov-report=term", "--no-cov-on-fail", *watched)
    rest = run_pytest(*IN_TWO, *(f"--ignore={path}" for path in watched))
    return gate or rest


def run_pytest(*words: str) -> int:
    """Run pytest once; gives its exit code."""
    command = [sys.executable, "-m", "pytest", *words]
    if os.environ.get("PILKADES_TANPA_QT"):
        command += ["-p", "no:pytestqt"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    _bootstrap.ensure("tests", _bootstrap.TEST_LOCK)
    raise SystemExit(main())
