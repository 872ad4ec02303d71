"""China Daily: the film section of its English site, and its Chinese site."""

from cleaners import SiteHints
from crawler.spiders.news import NewsSpider

_STORY = r"/a/20\d{4}/\d\d/WS[0-9a-f]{16,}\.html$"
"""A story's own page; ``..._2.html`` are its further pages, which the story brings along itself."""
_OLD_STORY = r"/20\d\d-\d\d/\d\d/content_\d+\.html?$"


class ChinaDaily(NewsSpider):
    """Film and television in China Daily, English."""

    name = "chinadaily"
    allowed_domains = ["chinadaily.com.cn"]
    seeds = ("https://www.chinadaily.com.cn/culture/filmandtv",)
    feeds = ("http://www.chinadaily.com.cn/rss/lifestyle_rss.xml",)
    article_urls = (_STORY, _OLD_STORY)
    listing_urls = (r"/culture/filmandtv(?:/page_\d+\.html)?$",)
    hints = SiteHints(publisher="China Daily", language="en", timezone="Asia/Shanghai")


class ChinaDailyChinese(NewsSpider):
    """中国日报网: film and entertainment, Chinese."""

    name = "chinadaily_zh"
    allowed_domains = ["chinadaily.com.cn"]
    seeds = ("https://cn.chinadaily.com.cn/wenlv/yule", "https://fashion.chinadaily.com.cn/")
    article_urls = (r"//(?:cn|fashion|ent|china|column)\.chinadaily\.com\.cn" + _STORY,)
    listing_urls = (r"//cn\.chinadaily\.com\.cn/wenlv/yule(?:/page_\d+\.html)?$",)
    hints = SiteHints(publisher="中国日报网", language="zh", timezone="Asia/Shanghai")
