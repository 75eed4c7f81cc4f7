package counterfoil.app.tour;

import counterfoil.server.work.SampleCase;

/** Has the counter refuse a code for each reason that there is without a lease (V17). */
final class Refusals {
  private final Sample sample;
  private final Stops stops;

  Refusals(Sample sample, Stops stops) {
    this.sample = sample;
    this.stops = stops;
  }

  void see() {
    refused("already-redeemed", SampleCase.REDEEMED, "refused", "already.reason");
    refused("expired", SampleCase.EXPIRED, "refused", "expired.reason");
    refused("refunded", SampleCase.REFUNDED, "refused", "refunded.reason");
    refused("frozen", SampleCase.FROZEN, "refused", "frozen.reason");
    refused("wrong-store", SampleCase.OTHER_STORE, "not-here", "wrong-store.reason");
    refused("external", SampleCase.EXTERNAL, "not-here", "external.reason");
    refused("not-yet-valid", SampleCase.NOT_YET_VALID, "not-yet", "not-yet.reason");
    refused("blocked-day", SampleCase.BLOCKED_DAY, "not-yet", "blocked.weekday");
    refused("unknown", Sample.unknown(1), "refused", "unknown.reason");
    String mistyped = Sample.mistyped(sample.code(SampleCase.GOOD));
    refused("mistyped", mistyped, "mistyped", "mistyped.reason");
  }

  private void refused(String name, SampleCase wanted, String word, String reason) {
    refused(name, sample.code(wanted), word, reason);
  }

  private void refused(String name, String code, String word, String reason) {
    stops.at(
        "refused-" + name,
        v -> {
          v.scan(code);
          v.seeFace("voucher.word." + word, "voucher." + reason, code);
        });
  }
}
