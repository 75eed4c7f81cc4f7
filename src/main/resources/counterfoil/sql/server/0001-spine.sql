-- One subset for SQLite and PostgreSQL: text and bigint only. Times are epoch milliseconds, flags 0
-- or 1, binary is hex or base64url, "sealed" columns are AES-GCM under the server key. Every key
-- begins with the tenant, so that tenants can be spread over shards. Tables of small rows that are
-- found by their key alone say for SQLite that they are stored in its order: one tree, not two.

CREATE TABLE server_key (
  id text PRIMARY KEY,
  secret text NOT NULL
);

CREATE TABLE tenant (
  tenant_id text PRIMARY KEY,
  name text NOT NULL UNIQUE,
  title text NOT NULL,
  zone text NOT NULL,
  sample bigint NOT NULL,
  offline_days bigint NOT NULL,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  floor_seq bigint NOT NULL,
  audit_n bigint NOT NULL,
  audit_hash text NOT NULL,
  version bigint NOT NULL,
  created_at bigint NOT NULL
);

CREATE TABLE code_key (
  tenant_id text NOT NULL,
  id text NOT NULL,
  sealed text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE party (
  tenant_id text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE store (
  tenant_id text NOT NULL,
  id text NOT NULL,
  party text NOT NULL,
  name text NOT NULL,
  address text,
  open bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- username_mac finds a user by name without keeping the name in the clear.
CREATE TABLE app_user (
  tenant_id text NOT NULL,
  id text NOT NULL,
  party text NOT NULL,
  username_mac text NOT NULL,
  sealed text NOT NULL,
  password_hash text,
  reset_hash text,
  reset_until bigint,
  must_change bigint NOT NULL,
  active bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, username_mac)
);

CREATE TABLE user_role (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, user_id, role)
) /* SQLite: WITHOUT ROWID */;

CREATE TABLE user_store (
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  store_id text NOT NULL,
  PRIMARY KEY (tenant_id, user_id, store_id)
) /* SQLite: WITHOUT ROWID */;

CREATE TABLE device (
  tenant_id text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  public_key text NOT NULL,
  thumbprint text NOT NULL,
  party text NOT NULL,
  stores text NOT NULL,
  head_seq bigint NOT NULL,
  head_hash text NOT NULL,
  blocked text,
  enrolled_at bigint NOT NULL,
  last_seen bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- Who ever signed in on a device, and since when: the condition for acting there.
CREATE TABLE device_user (
  tenant_id text NOT NULL,
  device_id text NOT NULL,
  user_id text NOT NULL,
  since bigint NOT NULL,
  PRIMARY KEY (tenant_id, device_id, user_id)
) /* SQLite: WITHOUT ROWID */;

-- A family of tokens. The pair is kept sealed until it is first used, to be given again.
CREATE TABLE session (
  tenant_id text NOT NULL,
  id text NOT NULL,
  user_id text NOT NULL,
  device_id text NOT NULL,
  access_hash text NOT NULL,
  access_until bigint NOT NULL,
  refresh_hash text NOT NULL,
  previous_hash text,
  sealed_pair text,
  ends_at bigint NOT NULL,
  revoked_at bigint,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX session_by_user ON session (tenant_id, user_id);

CREATE TABLE login_failure (
  tenant_id text NOT NULL,
  who text NOT NULL,
  address text NOT NULL,
  failures bigint NOT NULL,
  first_at bigint NOT NULL,
  locked_until bigint,
  PRIMARY KEY (tenant_id, who, address)
);

CREATE TABLE good (
  tenant_id text NOT NULL,
  id text NOT NULL,
  supplier text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  currency text NOT NULL,
  supply bigint NOT NULL,
  suggested_from bigint NOT NULL,
  suggested_to bigint NOT NULL,
  retail bigint NOT NULL,
  refund_kind text NOT NULL,
  refund_days bigint,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE voucher (
  tenant_id text NOT NULL,
  id text NOT NULL,
  good text NOT NULL,
  party text NOT NULL,
  distributor text,
  kind text NOT NULL,
  worth text NOT NULL,
  total bigint NOT NULL,
  remaining bigint NOT NULL,
  currency text NOT NULL,
  standing text NOT NULL,
  valid_from text,
  valid_to text,
  blocked_weekdays text NOT NULL,
  holidays_blocked bigint NOT NULL,
  stores text NOT NULL,
  guessable bigint NOT NULL,
  code_hash text NOT NULL,
  code_tail text NOT NULL,
  key_id text NOT NULL,
  order_no text NOT NULL,
  price bigint NOT NULL,
  sealed_buyer text,
  delivered_at bigint NOT NULL,
  last_redemption text,
  settled bigint NOT NULL,
  refunded_at bigint,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code_hash)
);
CREATE INDEX voucher_by_start ON voucher (tenant_id, valid_from);
CREATE INDEX voucher_by_end ON voucher (tenant_id, valid_to);
CREATE INDEX voucher_by_order ON voucher (tenant_id, order_no);

CREATE TABLE redemption (
  tenant_id text NOT NULL,
  id text NOT NULL,
  voucher text NOT NULL,
  worth text NOT NULL,
  taken bigint NOT NULL,
  currency text NOT NULL,
  store text NOT NULL,
  device text NOT NULL,
  by_user text NOT NULL,
  redeemed_at bigint NOT NULL,
  mode text NOT NULL,
  undone bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
) /* SQLite: WITHOUT ROWID */;
CREATE INDEX redemption_by_voucher ON redemption (tenant_id, voucher);

-- Kept for ever: the idempotency key and the answer.
CREATE TABLE command (
  tenant_id text NOT NULL,
  id text NOT NULL,
  content_hash text NOT NULL,
  type text NOT NULL,
  at bigint NOT NULL,
  applied bigint NOT NULL,
  result text NOT NULL,
  result_sealed bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
) /* SQLite: WITHOUT ROWID */;

-- One row for each place of a device's chain; a reused id takes a place with an answer of its own.
CREATE TABLE chain_place (
  tenant_id text NOT NULL,
  device text NOT NULL,
  device_seq bigint NOT NULL,
  chain_hash text NOT NULL,
  command_id text NOT NULL,
  result text,
  PRIMARY KEY (tenant_id, device, device_seq)
) /* SQLite: WITHOUT ROWID */;

-- Apart from the chain, so that erasing a person's data leaves every link verifiable.
CREATE TABLE command_bytes (
  tenant_id text NOT NULL,
  id text NOT NULL,
  device text NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (tenant_id, id, device)
) /* SQLite: WITHOUT ROWID */;

CREATE TABLE feed (
  tenant_id text NOT NULL,
  collection text NOT NULL,
  id text NOT NULL,
  seq bigint NOT NULL,
  version bigint NOT NULL,
  data text,
  data_sealed bigint NOT NULL,
  sealed_full text,
  party text,
  stores text NOT NULL,
  seen_until bigint,
  gone_at bigint,
  PRIMARY KEY (tenant_id, collection, id)
);
CREATE UNIQUE INDEX feed_by_seq ON feed (tenant_id, seq);
CREATE INDEX feed_gone ON feed (tenant_id, gone_at) WHERE gone_at IS NOT NULL;

CREATE TABLE due (
  tenant_id text NOT NULL,
  id text NOT NULL,
  at bigint NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (tenant_id, id)
) /* SQLite: WITHOUT ROWID */;
CREATE INDEX due_by_time ON due (tenant_id, at);

CREATE TABLE posting (
  tenant_id text NOT NULL,
  id text NOT NULL,
  at bigint NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  reverses text,
  PRIMARY KEY (tenant_id, id)
) /* SQLite: WITHOUT ROWID */;
CREATE INDEX posting_by_subject ON posting (tenant_id, subject);

CREATE TABLE entry (
  tenant_id text NOT NULL,
  posting_id text NOT NULL,
  n bigint NOT NULL,
  account text NOT NULL,
  party text,
  amount bigint NOT NULL,
  currency text NOT NULL,
  PRIMARY KEY (tenant_id, posting_id, n)
) /* SQLite: WITHOUT ROWID */;
CREATE INDEX entry_by_account ON entry (tenant_id, account, party);

CREATE TABLE audit (
  tenant_id text NOT NULL,
  n bigint NOT NULL,
  feed_seq bigint NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  device text NOT NULL,
  type text NOT NULL,
  command_id text NOT NULL,
  command_hash text NOT NULL,
  signature text NOT NULL,
  target text NOT NULL,
  outcome text NOT NULL,
  before_hash text NOT NULL,
  after_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant_id, n)
) /* SQLite: WITHOUT ROWID */;
CREATE INDEX audit_by_feed ON audit (tenant_id, feed_seq);

CREATE TABLE risk (
  tenant_id text NOT NULL,
  device text NOT NULL,
  per_item bigint NOT NULL,
  total bigint NOT NULL,
  currency text NOT NULL,
  number bigint NOT NULL,
  offline_seconds bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, device)
);

CREATE TABLE attachment (
  tenant_id text NOT NULL,
  sha256 text NOT NULL,
  party text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sealed text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (tenant_id, sha256, party)
);

CREATE TABLE external_key (
  tenant_id text NOT NULL,
  id text NOT NULL,
  party text NOT NULL,
  sealed text NOT NULL,
  active bigint NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX external_key_by_id ON external_key (id);
