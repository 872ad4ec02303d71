"""Scrapy's settings for the project. Names that start with ``FILMWIRE_`` are ours; every line says its unit and why."""

import os

BOT_NAME = "filmwire"
SPIDER_MODULES = ["crawler.spiders", "crawler.sites", "crawler.demo.spider"]
COMMANDS_MODULE = "crawler.commands"
ADDONS: dict[str, int] = {}

# -- Ours -----------------------------------------------------------------------------------------------------------------
FILMWIRE_DATABASE_URL = os.environ.get("FILMWIRE_DATABASE_URL", "sqlite:///filmwire.db")
"""Where everything is kept. PostgreSQL by ``postgresql+psycopg://``; a password belongs in the environment."""
FILMWIRE_CONTACT = os.environ.get("FILMWIRE_CONTACT", "")
"""A web or mail address at which a publisher reaches whoever runs the crawl; part of the user agent."""
FILMWIRE_WORKERS = min(os.cpu_count() or 1, 4)
"""Processes that clean pages. Beyond four one fetching process cannot feed them (61 pages a second, 2026-11)."""
FILMWIRE_CLEAN_SECONDS = 10
"""How long one page may be cleaned before its worker is killed. Honest pages take 0.03 s, at worst 2."""
FILMWIRE_CLEAN_MEGABYTES = 512
"""How much memory a page may take beyond what a warm worker has. The heaviest honest page took 90."""
FILMWIRE_ALLOWED_HOSTS: list[str] = []
"""Hosts (``name``, ``127.0.0.1``, ``name:8080``) that may be fetched from although not public, and on any port."""
FILMWIRE_WARC_DIR = os.environ.get("FILMWIRE_WARC_DIR", "")
"""The folder in which crawls are recorded as WARC files; empty: they are not."""
FILMWIRE_WARC_MEGABYTES = 1000
"""How large such a file grows before the next is begun; Common Crawl's news files have as many."""
FILMWIRE_PROGRESS_SECONDS = 10
"""How often a log line tells how far the crawl is; on a terminal a live line does."""
FILMWIRE_QUEUE_URL = os.environ.get("FILMWIRE_QUEUE_URL", "")
"""Where messages wake workers: ``redis://``, ``postgresql://`` or ``sqlite:///``; empty: where the database is."""
FILMWIRE_RUN = 0
"""The run that a worker has entered for this crawl; 0: it enters its own."""
FILMWIRE_LOGS = "logs"
FILMWIRE_LOG_DAYS = 30  # days; older logs are deleted when a crawl ends
"""The folder in which a worker keeps the log of each crawl."""
FILMWIRE_LEASE_SECONDS = 60
"""How long a worker may be silent before its jobs are given to others. It renews three times as often."""
FILMWIRE_TRIES = 3
"""How often a job is tried before it is given up."""
FILMWIRE_RETRY_SECONDS = 60
"""How long a job waits before its second try; before each further one four times longer."""
FILMWIRE_CRAWL_SECONDS = 24 * 3600
"""How long a worker lets a crawl run before it tells it to end; the next try goes on where it stood."""

# -- Who we are, and what we are allowed ------------------------------------------------------------------------------------
USER_AGENT = f"filmwire/0.1 (+{FILMWIRE_CONTACT})" if FILMWIRE_CONTACT else "filmwire/0.1"
ROBOTSTXT_OBEY = True  # by our own middleware: see DOWNLOADER_MIDDLEWARES
ROBOTSTXT_USER_AGENT = "filmwire"
COOKIES_ENABLED = False  # nothing here needs a session, and 3,000 of them make a host refuse the next request
REFERRER_POLICY = "no-referrer"  # where we came from is nobody's business
HTTPPROXY_ENABLED = True  # the environment's proxy, for those who must go through one
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,zh;q=0.9",
}

# -- Pace -------------------------------------------------------------------------------------------------------------------
CONCURRENT_REQUESTS = 32  # over all hosts
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_DELAY = 1.0  # seconds between two requests to one host
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0  # seconds
AUTOTHROTTLE_MAX_DELAY = 60.0  # seconds
CONCURRENT_ITEMS = 4  # Scrapy starts that many tasks for every response: its 100 halve the rate
LOGSTATS_INTERVAL = 0  # seconds; our own progress says more
WARN_ON_GENERATOR_RETURN_VALUE = False  # it reads the source of a callback again for every answer: .4 ms (2026-11)

# -- What a server may do to us ---------------------------------------------------------------------------------------------
DOWNLOAD_HANDLERS = {"file": None, "data": None, "ftp": None, "s3": None}
DOWNLOAD_TIMEOUT = 30  # seconds for the whole answer: slow servers must not hold a slot
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # bytes, also after decompression: the largest honest article page seen had 4 MiB
DOWNLOAD_WARNSIZE = 0  # bytes; a refusal is recorded, a warning helps nobody
DOWNLOAD_VERIFY_CERTIFICATES = True
TWISTED_DNS_RESOLVER = "crawler.fetch.safety.PublicResolver"  # only public addresses are dialled
REACTOR_THREADPOOL_MAXSIZE = 20  # threads; names are looked up in them, and some never answer
REDIRECT_MAX_TIMES = 10
METAREFRESH_MAXDELAY = 10  # seconds
RETRY_TIMES = 2  # after the first try
MEMUSAGE_LIMIT_MB = 1024  # of the fetching process; the crawl ends cleanly above it

# -- Doors that stay shut ---------------------------------------------------------------------------------------------------
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# -- Wiring -----------------------------------------------------------------------------------------------------------------
DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "crawler.fetch.politeness.Politeness": 100,
    "crawler.fetch.safety.Guard": 595,  # between Scrapy's decompression, which takes cut bodies for whole, and the wire
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "crawler.fetch.redirects.MetaRefresh": 580,  # in its place; it decodes no page that speaks of no refresh
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.fetch.redirects.Redirect": 600,  # in its place; it reads addresses as browsers do
    # It drops a redirect to another site without a word; our spiders follow no link there, and Guard refuses the redirect.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # we log in nowhere
    # It lets everything through where robots.txt cannot be had; Politeness does not.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
}
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    # They look at requests that spiders hand on. Ours hand on what they found, and the frontier makes the requests: links.tidy
    # bounds their length, storage.crawls.frontier knows their depth.
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
ITEM_PIPELINES = {"crawler.pipeline.StorePipeline": 100}
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "scrapy.extensions.throttle.AutoThrottle": 0,
}
"""Scrapy's own, but those that stay shut: to name them in EXTENSIONS with None would load an SSH library and a web server."""
EXTENSIONS = {
    "crawler.fetch.memory.OwnMemory": 0,
    "crawler.progress.Progress": 100,
    "crawler.fetch.recording.Recorder": 200,
}
FEED_EXPORT_ENCODING = "utf-8"
STATS_DUMP = False  # the final table shows what people read; `scrapy runs` keeps the rest
LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []  # `pip freeze` tells them to those who ask
LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"
LOG_DATEFORMAT = "%H:%M:%S"
