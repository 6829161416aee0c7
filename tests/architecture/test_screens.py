"""The contract of the screens names `screen` alone; parts of a screen are fenced in here."""

import ast

from tests.architecture.trees import STEPS, sources


def imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def strangers(modules: dict[str, ast.Module]) -> list[tuple[str, str]]:
    """Who shows a screen of a step and is neither the app nor a screen of that step."""
    found = []
    for path, tree in modules.items():
        folder, own = path.split("/")[1], path.endswith("screen.py")
        for name in imported(tree):
            parts = name.split(".")
            if len(parts) == 3 and parts[1] in STEPS and parts[2].endswith("screen"):
                allowed = folder == "app" or (folder == parts[1] and own)
                found += [] if allowed else [(path, name)]
    return found


def test_a_screen_is_shown_by_the_app_or_its_own_step() -> None:
    assert strangers(sources()) == []


def test_a_planted_stranger_is_found() -> None:
    planted = ast.parse("from pilkades_desk.pemilih import lock_screen")
    path = "pilkades_desk/penghitungan/entry_screen.py"
    assert strangers({path: planted}) == [(path, "pilkades_desk.pemilih.lock_screen")]
    assert strangers({"pilkades_desk/pemilih/usecases.py": planted}) != []
