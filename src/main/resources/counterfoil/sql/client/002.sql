-- Scans that left no redemption: refused, mistyped, faults. A code's tail, never the code.

CREATE TABLE scan_log (
  seq       INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  result    TEXT NOT NULL,
  reason    TEXT,
  good      TEXT,
  code_tail TEXT NOT NULL
);
CREATE INDEX scan_log_by_time ON scan_log (at);
