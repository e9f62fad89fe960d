"""How we crawl: slowly, openly and only where we are welcome. The Scrapy settings of every spider."""

BOT_NAME = "softintel"
SPIDER_MODULES = ["crawl.spiders"]
NEWSPIDER_MODULE = "crawl.spiders"
USER_AGENT = "softintel"  # completed with version and contact when a crawl starts

# Politeness. The pause and the order of requests are kept by crawl.pace and crawl.frontier across restarts; Scrapy's own
# slots keep the same limits within a process.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 5.0
DOWNLOAD_DELAY_JITTER = 0
COOKIES_ENABLED = False
REFERRER_POLICY = "no-referrer"

# Safety.
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_TLS_MIN_VERSION = "TLSv1.2"
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
# A proxy would be connected to in place of the address that was checked.
HTTPPROXY_ENABLED = False
TWISTED_DNS_RESOLVER = "crawl.guard.GuardedResolver"
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# None of Scrapy's own: consoles and remote controls are doors, and its counts are ours (crawl.report).
EXTENSIONS_BASE: dict[str, int] = {}

DOWNLOADER_MIDDLEWARES = {
    "crawl.guard.GuardMiddleware": 10,
    "crawl.robots.RobotsMiddleware": 100,
    "crawl.keys.KeyMiddleware": 700,
    "crawl.conditional.ConditionalMiddleware": 710,
    "crawl.pace.PaceMiddleware": 950,
    # Ours obeys crawl-delay too, and leaves a site alone whose robots.txt cannot be had.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    # The frontier tries again, since it remembers.
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
}
# Every answer reaches the spider, which judges its status, and every leased address is asked for, however long or deep.
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
DOWNLOADER_STATS = False

# Spiders give no items: what a page holds goes to the store at the end of its visit. (100 tasks a page otherwise.)
CONCURRENT_ITEMS = 1

LOG_LEVEL = "ERROR"
STATS_DUMP = False
LOGSTATS_INTERVAL = 0
