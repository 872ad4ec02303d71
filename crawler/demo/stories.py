"""Read the demo's stories from ``content/``: a head of ``name: value`` lines, then paragraphs parted by blank lines."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet of the demo world: its folder under ``content/``, its host, and the house style of its pages."""

    folder: str
    host: str
    name: str
    language: str
    listing: str
    feed: str | None = None
    sitemap: str | None = None
    encoding: str = "utf-8"

    @property
    def root(self) -> str:
        """The address of the front page, without a final slash."""
        return f"http://{self.host}"


PUBLISHERS = (
    Publisher("lantern", "www.lanternweekly.example", "The Lantern Weekly", "en", "/film/", feed="/rss.xml"),
    Publisher("harbour", "www.harbourpost.example", "Harbour Post", "en", "/culture/film/", sitemap="/news-sitemap.xml"),
    Publisher("yinmu", "www.yinmu.example", "银幕时报", "zh", "/dianying/", encoding="gb18030"),
    Publisher("guangying", "film.guangying.example", "光影网", "zh", "/xinwen/"),
    Publisher("projection", "projectionroom.example", "Projection Room", "en", "/blog/", feed="/feed/"),
)
HACKED_HOST = "oakfield-dental.example"
"""A dentist's site that somebody broke into: it mirrors an article and carries a doorway page."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the text, with its caption and credit."""

    caption: str
    image: str
    credit: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A reader's comment; ``to`` is the reader it answers. Stickers leave empty texts behind."""

    user: str
    text: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One article as its publisher means it."""

    publisher: Publisher
    path: str
    head: dict[str, str]
    pages: tuple[tuple[str | Photo, ...], ...]
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def url(self) -> str:
        return self.publisher.root + self.path

    @property
    def canonical(self) -> str:
        return self.publisher.root + self.head.get("canonical", self.path)

    @property
    def published(self) -> datetime:
        return datetime.fromisoformat(self.head["published"])

    @property
    def modified(self) -> datetime:
        return datetime.fromisoformat(self.head.get("modified", self.head["published"]))

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(name for name in self.head.get("author", "").split("; ") if name)

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(self.head.get("section", "").split(" / "))

    def page_path(self, number: int) -> str:
        """The path of a page of the story, counted from 1: ``a.html``, ``a_2.html``, ``a_3.html``."""
        return self.path if number == 1 else re.sub(r"(\.html?)$", rf"_{number}\1", self.path)


@cache
def read_stories() -> tuple[Story, ...]:
    """Read every story, reposts made from what they copy; newest first within a publisher."""
    files = {f"{file.parent.name}/{file.stem}": file.read_text("utf-8") for file in sorted(CONTENT.glob("*/*.md"))}
    folders = {publisher.folder: publisher for publisher in PUBLISHERS}
    drafts = {key: _read(text, folders[key.split("/")[0]]) for key, text in files.items()}
    stories = [_copied(story, drafts) for story in drafts.values()]
    return tuple(sorted(stories, key=lambda story: story.modified, reverse=True))


def _read(text: str, publisher: Publisher) -> Story:
    head, _, body = text.partition("\n\n")
    body, _, remarks = body.partition("\n## Comments\n")
    fields = dict(line.split(": ", 1) for line in head.strip().splitlines())
    pages = tuple(tuple(map(_block, page.strip().split("\n\n"))) for page in body.split("\n+++\n"))
    return Story(publisher, fields["path"], fields, pages, tuple(map(_remark, remarks.splitlines())))


def _copied(story: Story, drafts: dict[str, Story]) -> Story:
    if "repost" not in story.head:
        return story
    original = drafts[story.head["repost"]]
    kept = [block for page in original.pages for block in page if isinstance(block, str)]
    head = {"headline": original.head["headline"], "author": original.head.get("author", "")} | story.head
    return replace(story, head=head, pages=(tuple(kept[: int(head.get("paragraphs", len(kept)))]),))


def _block(text: str) -> str | Photo:
    photo = re.fullmatch(r"!\[(.+)\]\((.+)\) \[(.+)\]", text)
    return Photo(photo[1], photo[2], photo[3]) if photo else text.strip()


def _remark(line: str) -> Remark:
    user, _, text = line.strip().partition(":")
    user, _, to = user.partition(" -> ")
    return Remark(user, text.strip(), to or None)
