package counterfoil.domain.rights;

/** How far a right reaches, from nowhere to the whole tenant; a later value includes an earlier. */
public enum Reach {
  /** Nowhere: the right is not given. */
  NONE,
  /** What belongs to the person's party and touches one of the person's own stores. */
  OWN_STORES,
  /** What belongs to the person's party. */
  OWN_PARTY,
  /** Everything in the tenant. */
  TENANT
}
