"""A fictional film site: one layout around as many stories as a test wants."""

TOPICS = "harbour lighthouse orchard glacier tramway violin desert embassy carnival submarine bakery monastery".split()
PROMISE = "Join four thousand readers of the Lantern and have our letter about new films in your post every single Friday."
RELATED = "".join(f"<li><a href='/film/{topic}'>Ten more films with a {topic} in them</a></li>" for topic in TOPICS)


def headline(number: int) -> str:
    return f"The {TOPICS[number % 12]} of {TOPICS[(number * 5 + 3) % 12]} number {number} opens at last"


def paragraphs(number: int) -> list[str]:
    return [
        f"In part {part} of {number} the {TOPICS[(number + part) % 12]} keeper {number} told {number} times to {number}"
        f" that {TOPICS[(number * 7 + part) % 12]} {number} was not {number} to be shown, and {number + 40} believed it."
        for part in range(1, 8)
    ]


def story(number: int, *, holder: str = "story-text", promise: bool = True, more: str = "") -> str:
    """A story's page. ``promise`` puts an advertisement of the site's own between its paragraphs."""
    told = [f"<p>{paragraph}</p>" for paragraph in paragraphs(number)]
    told[3:3] = [f"<p>{PROMISE}</p>"] if promise else []
    name, day = headline(number), f"2026-11-{number % 28 + 1:02}"
    return f"""<html lang="en"><head><title>{name} | The Lantern</title>
<meta property="og:title" content="{name}"><meta property="article:published_time" content="{day}T08:00:00Z"></head><body>
<header class="top"><a href="/">Lantern</a><ul><li><a href="/film/">Film</a></li><li><a href="/tv/">TV</a></li></ul></header>
<main><article class="story"><h1>{name}</h1>
<div class="meta"><span class="byline">By Ada Quillfeather</span> <time>{day}</time></div>
<div class="{holder}">{"".join(told)}</div></article>{more}</main>
<aside class="related"><h3>Related</h3><ul>{RELATED}</ul></aside>
<footer class="foot"><p>All that glitters is kept by the readers of the Lantern.</p><ul>{RELATED}</ul></footer></body></html>"""


def address(number: int, root: str = "https://lantern.example") -> str:
    return f"{root}/film/2026/11/the-story-of-film-{number}.html"
