package counterfoil.protocol;

import counterfoil.domain.rights.Collection;

/** Picks the reader and the writer of a row. */
final class FeedRows {
  private FeedRows() {}

  static FeedRow read(Collection collection, Members in) throws InvalidContent {
    return switch (collection) {
      case TENANT -> TenantRow.read(in);
      case PARTIES -> PartyRow.read(in);
      case STORES -> StoreRow.read(in);
      case USERS -> UserRow.read(in);
      case DEVICES -> DeviceRow.read(in);
      case GOODS -> GoodRow.read(in);
      case VOUCHERS -> VoucherRow.read(in);
      case REDEMPTIONS -> RedemptionRow.read(in);
      case DISPUTES -> DisputeRow.read(in);
      case RISK -> RiskRow.read(in);
      case AUDIT -> AuditRow.read(in);
    };
  }

  static Json write(FeedRow row) {
    return switch (row) {
      case TenantRow tenant -> tenant.json();
      case PartyRow party -> party.json();
      case StoreRow store -> store.json();
      case UserRow user -> user.json();
      case DeviceRow device -> device.json();
      case GoodRow good -> good.json();
      case VoucherRow voucher -> voucher.json();
      case RedemptionRow redemption -> redemption.json();
      case DisputeRow dispute -> dispute.json();
      case RiskRow risk -> risk.json();
      case AuditRow audit -> audit.json();
    };
  }
}
