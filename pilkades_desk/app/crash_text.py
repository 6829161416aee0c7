"""What of a bug may be written down: where it happened and the program's own words about it.

A message is made of data as often as of words, and a name has no shape one could look for. So only
those words of a message stay that stand in the code that raised it or belong to the language; any
other word and every number becomes "…". Values of variables are never looked at.
"""

import builtins
import keyword
import re
import traceback
from collections.abc import Iterator
from types import CodeType, TracebackType

_WORD = re.compile(r"\w+")
_SAID = (
    "NoneType", "object", "has", "no", "attribute", "argument", "arguments", "missing", "required",
    "positional", "got", "an", "unexpected", "takes", "but", "were", "given", "unsupported",
    "operand", "type", "types", "must", "be", "name", "defined", "index", "out", "of", "range",
    "subscriptable", "callable", "iterable", "invalid", "literal", "base", "cannot", "unpack",
)  # fmt: skip
_LANGUAGE = frozenset(_SAID) | frozenset(dir(builtins)) | frozenset(keyword.kwlist)


def bug_line(error: BaseException) -> str:
    """Give kind and cleaned message of one exception: "KeyError: 'alamat' …"."""
    said = _clean(_message(error), _words_of(error.__traceback__))
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def bug_report(error: BaseException) -> str:
    """Give the exception and those before it, each with module, line and function, oldest first.

    Syarat: S-010.
    """
    return "\n".join(line for one in reversed(list(_chain(error))) for line in _lines(one))


def _lines(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{line} {frame.f_code.co_name}"
    yield bug_line(error)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inner = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [one.__context__, one.__cause__, *inner]


def _message(error: BaseException) -> str:
    # not str(error): that may be a bug of its own
    told = "".join(traceback.format_exception_only(type(error), error))
    return told.partition(": ")[2].strip()


def _clean(message: str, known: frozenset[str]) -> str:
    def judge(found: re.Match[str]) -> str:
        return found[0] if found[0] in known else "…"

    short = _WORD.sub(judge, message)
    return re.sub(r"…(?:[\W_]*…)+", "…", short)


def _words_of(trace: TracebackType | None) -> frozenset[str]:
    words = set(_LANGUAGE)
    for frame, _ in traceback.walk_tb(trace):
        words |= _words_in(frame.f_code)
    return frozenset(word for word in words if not word.isdigit())


def _words_in(code: CodeType) -> set[str]:
    texts = [const for const in code.co_consts if isinstance(const, str)]
    names = (*code.co_names, *code.co_varnames, *code.co_freevars, *code.co_cellvars)
    return {word for text in (*texts, *names) for word in _WORD.findall(text)}
