"""Tell what cleaning again would change: how much of each field, and a sample of every sort of change."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.text import Text

from storage.care.reclean import Difference

SAMPLES = 5
"""Differences shown in full, one for each set of fields, the commonest set first."""
LINES = 12
"""Lines of a text's difference that are shown."""

_COLOURS = {"-": "red", "+": "green"}


def preview(pages: int, failed: int, differences: Sequence[Difference]) -> Iterator[Text]:
    """The summary, then the samples."""
    trouble = f", {failed} cannot be cleaned" if failed else ""
    yield Text(f"{pages} pages, {len(differences)} articles would change{trouble}", "bold")
    counts = Counter(change.name for one in differences for change in one.changes)
    for name, count in counts.most_common():
        yield Text(f"  {name:16} {count:6}   {_how(name, differences)}".rstrip())
    for one in _samples(differences):
        yield Text(f"\n{one.url}", "bold cyan")
        yield from _sample(one)


def _how(name: str, differences: Sequence[Difference]) -> str:
    """How much of a text goes and comes; which verdicts and languages become which."""
    if name == "body":
        gone, come = (sum(_length(one.diff, sign) for one in differences) for sign in "-+")
        return f"{gone:,} characters out, {come:,} in"
    if name in {"verdict", "language"}:
        changes = (change for one in differences for change in one.changes if change.name == name)
        turns = Counter(f"{change.before} → {change.after}" for change in changes)
        return ", ".join(f"{turn} {count}" for turn, count in turns.most_common())
    return ""


def _length(diff: Sequence[str], sign: str) -> int:
    return sum(len(line) - 1 for line in diff[2:] if line.startswith(sign))


def _samples(differences: Sequence[Difference]) -> list[Difference]:
    sorts: defaultdict[tuple[str, ...], list[Difference]] = defaultdict(list)
    for one in differences:
        sorts[one.changed].append(one)
    return [same[0] for same in sorted(sorts.values(), key=len, reverse=True)[:SAMPLES]]


def _sample(one: Difference) -> Iterator[Text]:
    for change in one.changes:
        if change.name != "body":
            before, after = (change.before or "nothing", "red"), (change.after or "nothing", "green")
            yield Text.assemble(f"  {change.name}: ", before, " → ", after)
    lines = [line for line in one.diff[2:] if not line.startswith("@@")]
    yield from (Text(f"  {line}", _COLOURS.get(line[:1], "dim")) for line in lines[:LINES])
    if len(lines) > LINES:
        yield Text(f"  ... {len(lines) - LINES} lines more", "dim")
