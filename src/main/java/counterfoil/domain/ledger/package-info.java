/**
 * The double-entry ledger: accounts, postings that sum to zero, and the settlement of voucher
 * orders (VO-4). Postings are only ever added; a balance is the sum of its account's entries.
 */
@NullMarked
package counterfoil.domain.ledger;

import org.jspecify.annotations.NullMarked;
