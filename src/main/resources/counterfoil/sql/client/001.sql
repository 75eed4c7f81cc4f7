-- The client's store. Times are milliseconds since 1970 UTC, amounts are fen; "sealed" is AES-GCM.

CREATE TABLE setting (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) WITHOUT ROWID;

-- Small secrets of the device, sealed: its id and key, tokens, code keys, who signed in.
CREATE TABLE secret (
  name    TEXT PRIMARY KEY,
  sealed  BLOB NOT NULL
) WITHOUT ROWID;

-- The device's chain: its last row is the head, and stays.
CREATE TABLE outbox (
  seq       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  type      TEXT NOT NULL,
  target    TEXT,
  state     TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  size      INTEGER NOT NULL,
  hash      BLOB NOT NULL,
  sealed    BLOB NOT NULL,
  answered_at INTEGER,
  answer    BLOB
);
CREATE INDEX outbox_waiting ON outbox (seq) WHERE state IN ('QUEUED', 'SENT');

CREATE TABLE inbox (
  command    TEXT PRIMARY KEY,
  seq        INTEGER NOT NULL,
  type       TEXT NOT NULL,
  code       TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  dismissed_at INTEGER,
  sealed     BLOB NOT NULL
);
CREATE INDEX inbox_open ON inbox (dismissed_at, seq);

-- What waiting commands do to what screens see, until the feed has brought the same. By the place
-- of the command in the outbox, so that each act is added at the end of a tree.
CREATE TABLE pending (
  seq         INTEGER PRIMARY KEY REFERENCES outbox (seq),
  command     TEXT NOT NULL,
  kind        TEXT NOT NULL,
  voucher     TEXT NOT NULL,
  redemption  TEXT NOT NULL,
  uses        INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  worth       INTEGER NOT NULL,
  at_risk     INTEGER NOT NULL,
  store       TEXT NOT NULL,
  device      TEXT NOT NULL,
  by_user     TEXT NOT NULL,
  redeemed_at INTEGER NOT NULL,
  mode        TEXT NOT NULL,
  answered    INTEGER NOT NULL DEFAULT 0,
  version     INTEGER,
  sealed      BLOB
);
CREATE INDEX pending_by_voucher ON pending (voucher);
CREATE INDEX pending_undo ON pending (redemption) WHERE kind = 'undo';

CREATE TABLE feed_directory (
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  version    INTEGER NOT NULL,
  sealed     BLOB NOT NULL,
  PRIMARY KEY (collection, id)
);

CREATE TABLE feed_vouchers (
  id         TEXT PRIMARY KEY,
  version    INTEGER NOT NULL,
  state      TEXT NOT NULL,
  good       TEXT NOT NULL,
  code_hash  BLOB NOT NULL,
  valid_to   TEXT,
  last_at    INTEGER,
  sealed     BLOB NOT NULL
);
CREATE INDEX feed_vouchers_by_code ON feed_vouchers (code_hash);

CREATE TABLE feed_redemptions (
  id          TEXT PRIMARY KEY,
  version     INTEGER NOT NULL,
  voucher     TEXT NOT NULL,
  store       TEXT NOT NULL,
  device      TEXT NOT NULL,
  redeemed_at INTEGER NOT NULL,
  uses        INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  undone      INTEGER NOT NULL,
  sealed      BLOB NOT NULL
);
CREATE INDEX feed_redemptions_by_time ON feed_redemptions (redeemed_at DESC, id DESC);
CREATE INDEX feed_redemptions_by_voucher ON feed_redemptions (voucher);

CREATE TABLE feed_term (
  collection TEXT NOT NULL,
  token      INTEGER NOT NULL,
  id         TEXT NOT NULL,
  PRIMARY KEY (collection, token, id)
) WITHOUT ROWID;
CREATE INDEX feed_term_by_id ON feed_term (collection, id);

-- The second set, filled by "start over" and swapped in by renaming.
CREATE TABLE fresh_directory (
  collection TEXT NOT NULL,
  id         TEXT NOT NULL,
  version    INTEGER NOT NULL,
  sealed     BLOB NOT NULL,
  PRIMARY KEY (collection, id)
);

CREATE TABLE fresh_vouchers (
  id         TEXT PRIMARY KEY,
  version    INTEGER NOT NULL,
  state      TEXT NOT NULL,
  good       TEXT NOT NULL,
  code_hash  BLOB NOT NULL,
  valid_to   TEXT,
  last_at    INTEGER,
  sealed     BLOB NOT NULL
);
CREATE INDEX fresh_vouchers_by_code ON fresh_vouchers (code_hash);

CREATE TABLE fresh_redemptions (
  id          TEXT PRIMARY KEY,
  version     INTEGER NOT NULL,
  voucher     TEXT NOT NULL,
  store       TEXT NOT NULL,
  device      TEXT NOT NULL,
  redeemed_at INTEGER NOT NULL,
  uses        INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  undone      INTEGER NOT NULL,
  sealed      BLOB NOT NULL
);
CREATE INDEX fresh_redemptions_by_time ON fresh_redemptions (redeemed_at DESC, id DESC);
CREATE INDEX fresh_redemptions_by_voucher ON fresh_redemptions (voucher);

CREATE TABLE fresh_term (
  collection TEXT NOT NULL,
  token      INTEGER NOT NULL,
  id         TEXT NOT NULL,
  PRIMARY KEY (collection, token, id)
) WITHOUT ROWID;
CREATE INDEX fresh_term_by_id ON fresh_term (collection, id);
