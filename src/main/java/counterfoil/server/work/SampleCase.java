package counterfoil.server.work;

/**
 * The cases that the sample's vouchers show. Of forty in a row fifteen are special, the rest are
 * good. The last of all is redeemable and yet not taken today, for its weekday is blocked.
 */
public enum SampleCase {
  /** One use, open. */
  GOOD,
  /** Ten uses, none taken. */
  SEVERAL_USES,
  /** Stored value, none taken. */
  STORED_VALUE,
  /** Its one use is taken. */
  REDEEMED,
  /** Its last day is gone. */
  EXPIRED,
  /** Its first day is still to come. */
  NOT_YET_VALID,
  /** Frozen. */
  FROZEN,
  /** Refunded. */
  REFUNDED,
  /** Redeemed by an outside system. */
  EXTERNAL,
  /** Taken by the supplier's second store only. */
  OTHER_STORE,
  /** Ten uses, three taken. */
  USED_IN_PART,
  /** Stored value, some of it taken. */
  VALUE_USED_IN_PART,
  /** Taken by the sub-merchant's store only. */
  OTHER_PARTY,
  /** One use, open, of a good whose name is longer than its place. */
  LONG_NAME,
  /** Not taken on the weekday of today. */
  BLOCKED_DAY;

  static final int ROUND = 40;

  /**
   * The case of one voucher.
   *
   * @param index its place in the sample, counted from 0
   * @param count how many the sample has
   */
  static SampleCase at(int index, int count) {
    if (index == count - 1 && count >= ROUND) {
      return BLOCKED_DAY;
    }
    return switch (index % ROUND) {
      case 1 -> SEVERAL_USES;
      case 2 -> STORED_VALUE;
      case 3 -> REDEEMED;
      case 4 -> EXPIRED;
      case 5 -> NOT_YET_VALID;
      case 7 -> FROZEN;
      case 8 -> REFUNDED;
      case 9 -> EXTERNAL;
      case 10 -> OTHER_STORE;
      case 11 -> USED_IN_PART;
      case 12 -> VALUE_USED_IN_PART;
      case 13 -> LONG_NAME;
      case 37, 38, 39 -> OTHER_PARTY;
      default -> GOOD;
    };
  }
}
