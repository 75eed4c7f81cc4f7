package counterfoil.protocol;

import counterfoil.domain.rights.Collection;

/**
 * The data of one line of the feed. The JSON text is the same on both sides, so that the server can
 * keep it ready-made and the client can seal it whole.
 */
public sealed interface FeedRow
    permits TenantRow,
        PartyRow,
        StoreRow,
        UserRow,
        DeviceRow,
        GoodRow,
        VoucherRow,
        RedemptionRow,
        DisputeRow,
        RiskRow,
        AuditRow {

  /** The collection that such rows are in. */
  Collection collection();

  /** The data as JSON, UTF-8. */
  default Bytes bytes() {
    return Bytes.of(FeedRows.write(this).bytes());
  }

  /** Reads the data of a row. */
  static FeedRow read(Collection collection, Bytes data) throws MalformedJson, InvalidContent {
    return FeedRows.read(collection, Members.ofBody(data.shared()));
  }
}
