"""Small charts as inline SVG: presentation attributes and classes only, which the content policy allows."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

WIDTH, HEIGHT, GAP = 240, 40, 1.5
"""Units of the drawing; the style sheet gives it its size."""
MONTHS = 36


def every_month(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The months from the first to the last of those counted, oldest first, also those between without any.

    A year at least, that a few months look like a few; the newest ``MONTHS`` at most.

    >>> every_month([("2026-02", 3), ("2025-12", 1)])[-3:]
    [('2025-12', 1), ('2026-01', 0), ('2026-02', 3)]
    """
    known = dict(counts)
    last, first = _number(max(known)), _number(min(known))
    numbers = range(max(min(first, last - 11), last - MONTHS + 1), last + 1)
    names = [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]
    return [(name, known.get(name, 0)) for name in names]


def _number(month: str) -> int:
    year, number = map(int, month.split("-"))
    return year * 12 + number - 1


def timeline(months: Sequence[tuple[str, int]], address: Callable[[str], str]) -> Markup:
    """A column for each month, as ``every_month`` tells them, leading to its address.

    The columns are out of the keyboard's way: the filters lead there too.
    """
    highest, wide = max(count for _, count in months), WIDTH / len(months)
    link = Markup('<a href="{}" tabindex="-1">{}</a>')
    bars = Markup("").join(
        link.format(address(name), _column(index * wide, wide - GAP, name, {"new": count}, HEIGHT / highest))
        for index, (name, count) in enumerate(months)
    )
    chart = Markup('<svg class="chart" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>')
    return chart.format(WIDTH, HEIGHT, bars)


def columns(values: Sequence[tuple[str, int]], label: str) -> Markup:
    """A column for each named value, the name and the value on hover."""
    return stacked([(name, {"new": value}) for name, value in values], label)


def stacked(values: Sequence[tuple[str, Mapping[str, int]]], label: str) -> Markup:
    """A column for each named set of parts, the parts one upon the other; a part's name is its class."""
    highest = max((sum(parts.values()) for _, parts in values), default=0) or 1
    wide = min(24.0, WIDTH / max(len(values), 1))
    bars = Markup("").join(
        _column(index * wide, wide - GAP, name, parts, HEIGHT / highest) for index, (name, parts) in enumerate(values)
    )
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, label, bars
    )


def _column(left: float, wide: float, name: str, parts: Mapping[str, int], scale: float) -> Markup:
    told = ", ".join(f"{value} {part}" for part, value in parts.items() if value)
    bottom, boxes = float(HEIGHT), Markup("")
    for part, value in parts.items():
        bottom -= value * scale
        box = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
        boxes += box.format(part, left, bottom, max(wide, 1), value * scale)
    return Markup("<g><title>{}: {}</title>{}</g>").format(escape(name), told, boxes)


def share(part: int, whole: int, label: str) -> Markup:
    """A bar that is filled as far as the part goes."""
    filled = 100 * part / whole if whole else 0
    bar = Markup('<svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="{}: {:.0f} %">')
    boxes = Markup('<rect class="whole" width="100" height="6"/><rect class="part" width="{:.1f}" height="6"/></svg>')
    return bar.format(label, filled) + boxes.format(filled)
