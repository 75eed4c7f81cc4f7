package counterfoil.domain.rights;

/** What a party is in its tenant. */
public enum PartyKind {
  /** The business itself: reviewers, the merchant's finance. */
  OPERATOR,
  /** Offers goods to distributors and redeems their vouchers. */
  SUPPLIER,
  /** Lists a supplier's goods; never redeems (VO-2). */
  DISTRIBUTOR,
  /** Sells in the merchant's mall. */
  SUB_MERCHANT
}
