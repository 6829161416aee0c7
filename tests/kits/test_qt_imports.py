import subprocess
import sys

from tests.architecture.trees import ROOT


def told(code: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_a_library_loaded_after_the_theme_leaves_no_source_lines() -> None:
    code = "import linecache, pilkades_desk.kits.qt.theme, sqlmodel\n"
    assert told(code + "print('sqlmodel' in ' '.join(linecache.cache))") == "False"


def test_without_pyside_import_stays_as_it_is() -> None:
    code = "import builtins; before = builtins.__import__\n"
    code += "from pilkades_desk.kits.qt.imports import import_without_sources as put_back\n"
    assert told(code + "put_back(); print(builtins.__import__ is before)") == "True"
