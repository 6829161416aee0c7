"""The walls do fall when somebody breaks through: planted breaches are each reported."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.trees import ROOT, STEPS, sources

LINT = Path(sys.executable).parent / "lint-imports"
BREACHES = {
    "1. The order of the steps": ("panitia/values.py", "import pilkades_desk.tps.values"),
    "2. Inside a step": ("calon/rules.py", "import pilkades_desk.calon.store"),
    "3. Kits are strangers": ("kits/pdf/fonts.py", "import pilkades_desk.kits.usb.status"),
    "4. Qt only where it shows": ("pemilih/usecases.py", "import PySide6.QtCore"),
    "5. Documents and rules": ("tps/rules.py", "import cryptography"),
    "6. Only pemilih touches": ("calon/usecases.py", "import pilkades_desk.pemilih.store"),
    "7. Only the app shows": ("paket/usecases.py", "import pilkades_desk.calon.screen"),
}


def test_every_planted_breach_is_reported(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "pilkades_desk",
        tmp_path / "pilkades_desk",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, line in BREACHES.values():
        module = tmp_path / "pilkades_desk" / path
        module.write_text(f"{module.read_text('utf-8')}\n{line}\n", "utf-8")
    answer = subprocess.run(
        [LINT, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    broken = [line for line in answer.stdout.splitlines() if line.endswith("BROKEN")]
    assert answer.returncode == 1
    missed = [name for name in BREACHES if not any(line.startswith(name) for line in broken)]
    assert missed == []


@pytest.mark.parametrize("path", [path for path in sources() if "/app/" not in path])
def test_a_screen_is_shown_by_the_app_or_by_its_own_step(path: str) -> None:
    step = path.split("/")[1]
    for node in ast.walk(sources()[path]):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith("screen"):
            assert path.endswith("screen.py"), f"{path} is no screen and shows {node.module}"
            assert node.module.split(".")[1] == step
            assert step in STEPS
