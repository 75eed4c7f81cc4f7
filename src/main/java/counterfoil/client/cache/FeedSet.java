package counterfoil.client.cache;

/** One of the two sets of feed tables. */
enum FeedSet {
  /** What screens read. */
  LIVE("feed_"),
  /** What a first sync or a start over fills. */
  FRESH("fresh_");

  private final String prefix;

  FeedSet(String prefix) {
    this.prefix = prefix;
  }

  String table(String name) {
    return prefix + name;
  }
}
