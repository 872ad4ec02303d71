CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);

CREATE TABLE raw_bytes (
	sha256 BLOB NOT NULL, 
	codec TEXT NOT NULL, 
	dictionary BLOB, 
	length INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_raw_bytes PRIMARY KEY (sha256), 
	CONSTRAINT fk_raw_bytes_dictionary FOREIGN KEY(dictionary) REFERENCES raw_bytes (sha256)
);

CREATE TABLE runs (
	id INTEGER NOT NULL, 
	spider TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	status TEXT NOT NULL, 
	counts TEXT NOT NULL, job_id INTEGER CONSTRAINT fk_runs_job_id REFERENCES jobs (id), exit_code INTEGER, log TEXT, 
	CONSTRAINT pk_runs PRIMARY KEY (id)
);

CREATE TABLE pages (
	id INTEGER NOT NULL, 
	run_id INTEGER, 
	url TEXT NOT NULL, 
	final_url TEXT NOT NULL, 
	site TEXT NOT NULL, 
	status INTEGER NOT NULL, 
	content_type TEXT NOT NULL, 
	headers TEXT NOT NULL, 
	fetched_at DATETIME NOT NULL, 
	spider TEXT NOT NULL, 
	sha256 BLOB NOT NULL, hints TEXT, 
	CONSTRAINT pk_pages PRIMARY KEY (id), 
	CONSTRAINT fk_pages_run_id FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE SET NULL, 
	CONSTRAINT fk_pages_sha256 FOREIGN KEY(sha256) REFERENCES raw_bytes (sha256)
);

CREATE INDEX ix_pages_run_id ON pages (run_id);

CREATE INDEX ix_pages_url ON pages (url);

CREATE TABLE articles (
	id INTEGER NOT NULL, 
	public_id TEXT NOT NULL, 
	canonical_url TEXT NOT NULL, 
	site TEXT NOT NULL, 
	page_id INTEGER NOT NULL, 
	fetched_at DATETIME NOT NULL, 
	headline TEXT, 
	standfirst TEXT, 
	body TEXT NOT NULL, 
	publisher TEXT, 
	source TEXT, 
	section TEXT NOT NULL, 
	keywords TEXT NOT NULL, 
	date_published DATETIME, 
	date_modified DATETIME, 
	date_precision TEXT, 
	language TEXT, 
	headline_language TEXT, 
	rights TEXT, 
	pager TEXT, 
	verdict TEXT NOT NULL, 
	decision TEXT, 
	standing TEXT NOT NULL, 
	text_hash BLOB, 
	cluster_id INTEGER NOT NULL, 
	stored_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, sampled INTEGER DEFAULT '0' NOT NULL, rules TEXT DEFAULT '' NOT NULL, opt_outs TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY (id), 
	CONSTRAINT fk_articles_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT uq_articles_public_id UNIQUE (public_id)
);

CREATE INDEX ix_articles_cluster_id ON articles (cluster_id);

CREATE INDEX ix_articles_site ON articles (site);

CREATE INDEX ix_articles_standing_date_published ON articles (standing, date_published);

CREATE INDEX ix_articles_text_hash ON articles (text_hash);

CREATE TABLE bylines (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_bylines PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_bylines_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE INDEX ix_bylines_name ON bylines (name);

CREATE TABLE candidates (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	field TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	value TEXT NOT NULL, 
	chosen BOOLEAN NOT NULL, 
	CONSTRAINT pk_candidates PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_candidates_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE captions (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	credit TEXT, 
	image TEXT, 
	CONSTRAINT pk_captions PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_captions_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE comments (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	username TEXT, 
	text TEXT NOT NULL, 
	reply_to TEXT, 
	parent INTEGER, 
	CONSTRAINT pk_comments PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_comments_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE edits (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	step INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	stop INTEGER NOT NULL, 
	"before" TEXT NOT NULL, 
	"after" TEXT, 
	reason TEXT, 
	rule TEXT NOT NULL, 
	CONSTRAINT pk_edits PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_edits_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE findings (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	fault TEXT NOT NULL, 
	value DOUBLE NOT NULL, 
	"limit" DOUBLE NOT NULL, 
	failed BOOLEAN NOT NULL, 
	evidence TEXT NOT NULL, 
	CONSTRAINT pk_findings PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_findings_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE images (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	url TEXT NOT NULL, 
	alt TEXT, 
	CONSTRAINT pk_images PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_images_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE TABLE outcomes (
	page_id INTEGER NOT NULL, 
	fate TEXT NOT NULL, 
	article_id INTEGER, 
	reason TEXT, rules TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_outcomes PRIMARY KEY (page_id), 
	CONSTRAINT fk_outcomes_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE SET NULL, 
	CONSTRAINT fk_outcomes_page_id FOREIGN KEY(page_id) REFERENCES pages (id) ON DELETE CASCADE
);

CREATE INDEX ix_outcomes_article_id ON outcomes (article_id);

CREATE TABLE versions (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	fetched_at DATETIME NOT NULL, 
	headline TEXT, 
	body TEXT NOT NULL, rules TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_versions PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_versions_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE, 
	CONSTRAINT fk_versions_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
)
 WITHOUT ROWID

;

CREATE TABLE schedules (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	spider TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	lane TEXT NOT NULL, 
	cron TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	paused BOOLEAN NOT NULL, 
	next_at DATETIME NOT NULL, 
	CONSTRAINT pk_schedules PRIMARY KEY (id), 
	CONSTRAINT uq_schedules_name UNIQUE (name)
);

CREATE TABLE jobs (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	target TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	lane TEXT, 
	schedule_id INTEGER, 
	state TEXT NOT NULL, 
	due_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	worker TEXT, 
	lease_until DATETIME, 
	created_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	reason TEXT, 
	CONSTRAINT pk_jobs PRIMARY KEY (id), 
	CONSTRAINT fk_jobs_schedule_id FOREIGN KEY(schedule_id) REFERENCES schedules (id) ON DELETE SET NULL
);

CREATE INDEX ix_jobs_state_due_at ON jobs (state, due_at);

CREATE UNIQUE INDEX one_running_job_a_lane ON jobs (lane) WHERE state = 'running';

CREATE UNIQUE INDEX one_open_job_a_schedule ON jobs (schedule_id) WHERE state IN ('queued', 'running');

CREATE INDEX ix_runs_job_id ON runs (job_id);

CREATE TABLE frontier (
	id INTEGER NOT NULL, 
	frontier TEXT NOT NULL, 
	digest BLOB NOT NULL, 
	url TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT, 
	priority INTEGER NOT NULL, 
	depth INTEGER NOT NULL, 
	headline TEXT, 
	date DATETIME, 
	tries INTEGER NOT NULL, 
	owner TEXT, 
	lease_until DATETIME, 
	found_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	due_at DATETIME, 
	etag TEXT, 
	last_modified TEXT, 
	content BLOB, 
	barren INTEGER NOT NULL, 
	CONSTRAINT pk_frontier PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_frontier_frontier_digest ON frontier (frontier, digest);

CREATE INDEX ix_frontier_frontier_state_priority ON frontier (frontier, state, priority);

CREATE TABLE fingerprints (
	hash BIGINT NOT NULL, 
	article_id INTEGER NOT NULL, 
	CONSTRAINT pk_fingerprints PRIMARY KEY (hash, article_id), 
	CONSTRAINT fk_fingerprints_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE INDEX ix_fingerprints_article_id ON fingerprints (article_id);

CREATE TABLE relations (
	article_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	share DOUBLE NOT NULL, 
	share_of_other DOUBLE NOT NULL, 
	same_story BOOLEAN NOT NULL, 
	CONSTRAINT pk_relations PRIMARY KEY (article_id, other_id), 
	CONSTRAINT fk_relations_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE, 
	CONSTRAINT fk_relations_other_id FOREIGN KEY(other_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE INDEX ix_relations_other_id ON relations (other_id);

CREATE TABLE films (
	article_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	name TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	CONSTRAINT pk_films PRIMARY KEY (article_id, position), 
	CONSTRAINT fk_films_article_id FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;

CREATE INDEX ix_films_name ON films (name);

CREATE INDEX ix_articles_facets ON articles (standing, site, language, verdict, date_published);

CREATE VIEW clean_articles AS
SELECT a.public_id AS id, a.canonical_url AS url, a.headline, a.standfirst, a.body, (SELECT group_concat(name, '; ') FROM (SELECT name FROM bylines WHERE article_id = a.id AND role = 'author' ORDER BY position)) AS authors, a.publisher, a.site,
       a.source, a.language, a.date_published, a.date_modified, a.date_precision, a.section, a.keywords, (SELECT group_concat(title, '; ') FROM (SELECT title FROM films WHERE article_id = a.id  ORDER BY position)) AS films,
       a.rights, a.opt_outs, a.verdict,
       (SELECT count(*) FROM articles AS d WHERE d.cluster_id = a.cluster_id AND d.standing = 'duplicate') AS duplicates,
       a.fetched_at, a.updated_at
FROM articles AS a
WHERE a.standing = 'published';

CREATE VIRTUAL TABLE article_words USING fts5(title, lead, body, content='', tokenize='ascii');

CREATE TABLE templates (
	site TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	data TEXT NOT NULL, 
	learned_at DATETIME NOT NULL, 
	given_up_at DATETIME, 
	CONSTRAINT pk_templates PRIMARY KEY (site, version)
);

INSERT INTO meta VALUES ('analyser', '3');

INSERT INTO meta VALUES ('fingerprints', '1');

INSERT INTO alembic_version VALUES ('0009');

