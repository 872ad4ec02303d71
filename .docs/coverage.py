"""Plot the coverage of a corpus over time and by source, from its Parquet export.

Cells between ``# %%`` run one by one in Jupyter, VS Code and Spyder; all of them at once as

    python .docs/coverage.py out.parquet coverage.png
"""

# %% Load the export
import sys
from collections import Counter
from datetime import timedelta

import matplotlib as mpl
import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pyarrow.parquet as pq

SOURCE, PICTURE = sys.argv[1:3] if len(sys.argv) > 2 else ("out.parquet", "coverage.png")
articles = pq.read_table(SOURCE).to_pylist()
dated = [article for article in articles if article["date_published"]]
print(f"{len(articles)} articles, {len(dated)} with a date")

# %% Count: articles by source and day, by month where the corpus is longer than a season
days = [article["date_published"].date() for article in dated]
SEASON = timedelta(days=120)
monthly = max(days) - min(days) > SEASON
when = [day.replace(day=1) if monthly else day for day in days]
sources = [site for site, _ in Counter(article["site"] for article in articles).most_common(6)]
counts = Counter(zip((article["site"] for article in dated), when, strict=True))
places = sorted(set(when))

# %% Measure: the share of each source's articles that have a field
FIELDS = ("headline", "authors", "date_published", "publisher", "section", "keywords")


def share(site: str, field: str) -> float:
    """The part of a source's articles that have the field."""
    own = [article for article in articles if article["site"] == site]
    return sum(bool(article[field]) for article in own) / len(own)


# %% Draw: how much there is, and how complete
PAPER, INK, DIM = "#fbfaf7", "#1d1b18", "#66615a"
COLOURS = ("#a6341b", "#2b7a99", "#c8963e", "#2f7d4f", "#8a86b8", "#5c5750")
STYLE = {"figure.facecolor": PAPER, "axes.facecolor": PAPER, "text.color": INK, "axes.edgecolor": "#e2ded5", "font.size": 9}
STYLE |= {"xtick.color": DIM, "ytick.color": DIM, "axes.labelcolor": DIM, "axes.spines.top": False, "axes.spines.right": False}
with mpl.rc_context(STYLE):
    figure, (over_time, fields) = plt.subplots(1, 2, figsize=(10, 4), width_ratios=(5, 4), layout="constrained")
    bottom = [0] * len(places)
    for site, colour in zip(sources, COLOURS, strict=False):
        heights = [counts[site, place] for place in places]
        over_time.bar(places, heights, 25 if monthly else 0.85, bottom, color=colour, label=site)
        bottom = [low + height for low, height in zip(bottom, heights, strict=True)]
    over_time.set_title(f"Articles a {'month' if monthly else 'day'}", loc="left", family="serif", weight="bold", size=12)
    over_time.xaxis.set_major_locator(locator := mdates.AutoDateLocator(minticks=3, maxticks=8))
    over_time.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
    over_time.yaxis.get_major_locator().set_params(integer=True)
    figure.legend(loc="outside lower left", ncols=len(sources), frameon=False, labelcolor=DIM, fontsize=8)
    grid = [[share(site, field) for field in FIELDS] for site in sources]
    fields.imshow(grid, cmap=mpl.colors.LinearSegmentedColormap.from_list("ink", ("#efece4", "#2f7d4f")), vmin=0, vmax=1)
    fields.set_aspect("auto")
    fields.set_xticks(range(len(FIELDS)), [field.replace("date_published", "date") for field in FIELDS], size=8)
    fields.set_yticks(range(len(sources)), sources)
    fields.tick_params(length=0)
    fields.spines[:].set_visible(False)
    for row, shares in enumerate(grid):
        for column, part in enumerate(shares):
            fields.text(column, row, f"{part:.0%}", ha="center", va="center", color="white" if part > 0.5 else INK, size=8)
    fields.set_title("How complete each source is", loc="left", family="serif", weight="bold", size=12)
    figure.savefig(PICTURE, dpi=160)
