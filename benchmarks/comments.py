"""Inject bare comment lists into labelled article pages, and see what stays in the body and what comes out as data.

    python -m benchmarks.comments [FOLDER] [--pages 100] [--seed 1] [--show]

No list carries a telling class. The markup varies (lists, boxes, pairs of paragraphs, definition lists, tables, one line
a comment), so do the marks (moments, reply buttons, profile links, none) and the place (in the article's element, after it).
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from lxml import html as lxml_html

from benchmarks.material.labelled import labelled_rows, page_at
from cleaners import CleanArticle, clean_page
from cleaners.decode import decode

POOL = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
MARKUPS = ("ul", "ol-flat", "div", "nested-div", "p-pairs", "p-strong", "dl", "table", "line", "blockquote", "section")


@dataclass(frozen=True, slots=True)
class Said:
    """A comment to inject; ``level`` 1 answers the last one of level 0."""

    user: str
    text: str
    when: str
    level: int


def invent(rng: random.Random, language: str) -> list[Said]:
    pool, count = POOL[language], rng.randint(3, 9)
    users, texts = rng.sample(pool["users"], count), rng.sample(pool["texts"], count)
    levels = [0, *(int(rng.random() < 0.2) for _ in range(count - 1))]
    return [Said(user, text, _when(rng, language), level) for user, text, level in zip(users, texts, levels, strict=True)]


def _when(rng: random.Random, language: str) -> str:
    hours, day = rng.randint(1, 23), rng.randint(1, 28)
    english = [
        f"{hours} hours ago",
        f"March {day}, 2024 at {hours % 12 + 1}:{day + 10} pm",
        f"2024-03-{day:02} {hours:02}:{day + 10}",
    ]
    chinese = [f"{hours}小时前", f"2024-03-{day:02} {hours:02}:{day + 10}", f"03-{day:02} {hours:02}:{day + 10}", "昨天"]
    return rng.choice(chinese if language == "zh" else english)


def written(rng: random.Random, said: list[Said], language: str, markup: str) -> str:
    """One list as HTML, with a choice of marks that holds for the whole list."""
    marks = rng.choice(["time", "time-reply", "reply", "link", "none"])
    reply = {"en": "Reply", "zh": "回复"}[language] if "reply" in marks else ""
    parts = []
    for one in said:
        who = f'<a href="/u/{rng.randint(100, 9999)}">{escape(one.user)}</a>' if marks == "link" else escape(one.user)
        parts.append((who, one.when if "time" in marks else "", escape(one.text), reply, one.level))
    return _MARKUP[markup](parts)


Part = tuple[str, str, str, str, int]


def _nest(parts: list[Part], item: str, group: str, outer: str, body: str) -> str:
    """Write items, with answers in a group inside the item that they answer."""
    pieces, answers = [], []
    for part in [*parts, None]:
        if pieces and (part is None or part[4] == 0):
            pieces[-1] = pieces[-1].replace("{answers}", f"<{group}>{''.join(answers)}</{group}>" if answers else "")
            answers = []
        if part is None:
            continue
        who, when, text, reply, level = part
        one = f"<{item}>{body.format(who=who, when=when, text=text, reply=reply)}"
        if level:
            answers.append(f"{one}</{item}>")
        else:
            pieces.append(f"{one}{{answers}}</{item}>")
    return f"<{outer}>{''.join(pieces)}</{outer}>"


def _flat(parts: list[Part], row: str, outer: str) -> str:
    rows = "".join(row.format(who=who, when=when, text=text, reply=reply) for who, when, text, reply, _ in parts)
    return f"<{outer}>{rows}</{outer}>"


_MARKUP = {
    "ul": lambda parts: _nest(parts, "li", "ul", "ul", "<b>{who}</b> <span>{when}</span><p>{text}</p><a>{reply}</a>"),
    "ol-flat": lambda parts: _flat(parts, "<li><strong>{who}</strong> {text} <small>{when}</small> <a>{reply}</a></li>", "ol"),
    "div": lambda parts: _nest(
        parts, "div", "div", "div", "<div>{who}</div><div>{when}</div><div>{text}</div><div>{reply}</div>"
    ),
    "nested-div": lambda parts: _nest(
        parts,
        "div",
        "div",
        "div",
        "<div><div><span>{who}</span><span> {when}</span></div><div><p>{text}</p></div><div><span>{reply}</span></div></div>",
    ),
    "p-pairs": lambda parts: _flat(parts, "<p>{who} {when}</p><p>{text} {reply}</p>", "div"),
    "p-strong": lambda parts: _flat(parts, "<p><strong>{who}</strong> <em>{when}</em></p><p>{text}</p><p>{reply}</p>", "div"),
    "dl": lambda parts: _flat(parts, "<dt>{who} <i>{when}</i></dt><dd>{text} <a>{reply}</a></dd>", "dl"),
    "table": lambda parts: _flat(parts, "<tr><td>{who}<br>{when}</td><td>{text}</td><td>{reply}</td></tr>", "table"),
    "line": lambda parts: _flat(parts, "<li>{who}: {text} {when} {reply}</li>", "ul"),
    "blockquote": lambda parts: _nest(
        parts, "blockquote", "div", "div", "<cite>{who}</cite> <span>{when}</span><p>{text}</p> <a>{reply}</a>"
    ),
    "section": lambda parts: _nest(
        parts,
        "section",
        "div",
        "section",
        "<header><h5>{who}</h5><time>{when}</time></header><p>{text}</p><footer>{reply}</footer>",
    ),
}


def inject(rng: random.Random, page: bytes, truth: str, listing: str) -> bytes | None:
    """Put a list behind the article's last paragraph, or behind the element that holds it. None where it cannot be found."""
    tree = lxml_html.document_fromstring(
        decode(page).text.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
    )
    last = next((line for line in reversed(truth.split("\n")) if len(line) > 40), "")
    wanted = re.sub(r"\W", "", last)[-60:]
    places = [p for p in tree.iter("p", "div") if wanted and wanted in re.sub(r"\W", "", p.text_content())]
    if not places or places[-1].getparent() is None:
        return None
    place = places[-1]
    if rng.random() < 0.5 and place.getparent().tag not in ("body", "html") and place.getparent().getparent() is not None:
        place = place.getparent()
    tail, place.tail = place.tail, None
    place.addnext(lxml_html.fragment_fromstring(listing))
    place.getnext().tail = tail
    return lxml_html.tostring(tree, encoding="utf-8", doctype='<!DOCTYPE html><meta charset="utf-8">')


def labelled(folder: Path, count: int, rng: random.Random) -> Iterator[tuple[dict, bytes]]:
    rows = labelled_rows(folder)
    chinese = [row for row in rows if row[1]["lang"] == "zh" and row[1]["truth"].get("text")]
    english = [row for row in rows if row[1]["lang"] == "en" and row[1]["truth"].get("text")]
    chosen = rng.sample(chinese, min(len(chinese), count * 2 // 5)) + rng.sample(english, count)
    for path, row in chosen:
        yield row, page_at(path)


def folded(text: str) -> str:
    return re.sub(r"\s", "", text)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/pages"))
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="what went wrong, page by page")
    options = parser.parse_args()
    print(report(options.folder, options.pages, options.seed, show=options.show))


@dataclass(slots=True)
class Tally:
    """What became of the injected comments: counts of them, and characters of their texts."""

    pages: int = 0
    left: int = 0
    """Characters that stay in bodies."""
    injected: int = 0
    hits: int = 0
    given: int = 0
    found: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    """Comments by their markup."""

    def figures(self) -> dict[str, float]:
        """The share of the injected text left in bodies, and precision, recall, F1 of (user, text)."""
        return {
            "pages": self.pages,
            "left": self.left / self.injected,
            "precision": self.hits / max(1, self.found),
            "recall": self.hits / max(1, self.given),
            "f1": 2 * self.hits / max(1, self.found + self.given),
        }


def report(folder: Path, count: int, seed: int, *, show: bool = False) -> dict[str, float]:
    """The figures of one run; with ``show`` what went wrong is told on stderr."""
    rng, tally = random.Random(seed), Tally()
    for row, page in labelled(folder, count * 2, rng):
        if tally.pages == count:
            break
        language = "zh" if row["lang"] == "zh" else "en"
        said, markup = invent(rng, language), MARKUPS[tally.pages % len(MARKUPS)]
        injected = inject(rng, page, row["truth"]["text"], written(rng, said, language, markup))
        if injected is not None:
            wrong = _count(tally, said, markup, clean_page(page, url=row["url"]), _cleaned(injected, row["url"]))
            if show and wrong:
                print(tally.pages, markup, row["url"], wrong, file=sys.stderr)
    if show:
        print(tally.missed, file=sys.stderr)
    return tally.figures()


def _cleaned(html: bytes, url: str) -> CleanArticle:
    return clean_page(html, url=url, content_type="text/html; charset=utf-8")


def _count(tally: Tally, said: list[Said], markup: str, before: CleanArticle, article: CleanArticle) -> str:
    """Count one page, cleaned before and after the comments were injected; say what went wrong, empty where nothing did."""
    stays = [one.text for one in said if folded(one.text) in folded(article.body)]
    wanted, got = Counter(_key(one.user, one.text) for one in said), Counter(_keys(article)) - Counter(_keys(before))
    hits = (wanted & got).total()
    tally.pages += 1
    tally.left += sum(map(len, stays))
    tally.injected += sum(len(one.text) for one in said)
    tally.hits += hits
    tally.given += len(said)
    tally.found += got.total()
    tally.missed[markup] += len(said) - hits
    if not stays and wanted == got:
        return ""
    return f"STAYS {len(stays)} MISSED {list(wanted - got)[:2]} WRONG {list(got - wanted)[:2]}"


def _keys(article: CleanArticle) -> list[tuple[str, str]]:
    return [_key(comment.user or "", comment.text) for comment in article.comments]


def _key(user: str, text: str) -> tuple[str, str]:
    return folded(user), folded(text)


if __name__ == "__main__":
    main()
