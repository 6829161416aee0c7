import tomllib

from tests.architecture.trees import ROOT, STEPS, sources


def test_the_contract_lists_the_steps_from_last_to_first() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    assert layers == ["app", *reversed(STEPS), "kits", "core"]


def test_each_step_says_its_number() -> None:
    for number, step in enumerate(STEPS, start=1):
        docstring = sources()[f"pilkades_desk/{step}/__init__.py"].body[0]
        assert f"Step {number} of 8." in docstring.value.value  # type: ignore[attr-defined]  # a docstring


def test_the_sidebar_lists_the_steps_in_order() -> None:
    from pilkades_desk.app.steps import STEPS as SIDEBAR

    assert [step.folder for step in SIDEBAR] == list(STEPS)


def test_journey_help_and_screenshots_are_numbered_alike() -> None:
    journey = [path.stem for path in sorted((ROOT / "tests/journey").glob("test_[0-9]_*.py"))]
    assert journey == [f"test_{n}_{step}" for n, step in enumerate(STEPS, start=1)]
    pages = {path.stem for path in (ROOT / "resources/help").glob("[0-9]-*.md")}
    assert pages == {f"{n}-{step}" for n, step in enumerate(STEPS, start=1)}
    shots = {path.stem for path in (ROOT / "docs/screenshots").glob("[0-9]-*.png")}
    assert shots >= {f"{n}-{step}" for n, step in enumerate(STEPS, start=1)}
