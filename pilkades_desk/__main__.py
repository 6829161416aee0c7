"""`python -m pilkades_desk`: set up the environment once, then hand over to the command line."""

from pilkades_desk import _bootstrap

if __name__ == "__main__":
    _bootstrap.ensure("pilkades_desk")
    from pilkades_desk.app.cli import main

    raise SystemExit(main())
