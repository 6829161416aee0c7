"""The main job must load and run where there is no Qt at all, and start-up must stay light."""

import subprocess
import sys

from tests.architecture.trees import ROOT, STEPS

BLOCK = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] == 'PySide6':
            raise ImportError('PySide6 is blocked')
sys.meta_path.insert(0, Blocked())
"""
HEAVY = (
    "reportlab",
    "pyhanko",
    "pikepdf",
    "xlsxwriter",
    "python_calamine",
    "pyrage",
    "alembic",
    "holidays",
)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_use_case_loads_without_qt() -> None:
    imports = "\n".join(f"import pilkades_desk.{step}.usecases" for step in STEPS)
    answer = run(f"{BLOCK}\n{imports}\nimport pilkades_desk.app.demo")
    assert answer.returncode == 0, answer.stderr


def test_use_cases_load_no_heavy_library() -> None:
    imports = "\n".join(f"import pilkades_desk.{step}.usecases" for step in STEPS)
    answer = run(f"import sys\n{imports}\nprint(sorted(set(sys.modules) & set({HEAVY!r})))")
    assert answer.stdout.strip() == "[]", answer.stderr


def test_the_command_line_loads_no_database_and_no_qt() -> None:
    names = ("sqlalchemy", "sqlmodel", "PySide6", *HEAVY)
    code = "import sys, pilkades_desk.app.cli\n"
    answer = run(f"{code}print(sorted(set(sys.modules) & set({names!r})))")
    assert answer.stdout.strip() == "[]", answer.stderr
