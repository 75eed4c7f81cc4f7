/** Who may do and see what: parties, roles and scopes, as one table (domain.md, "Parties"). */
@NullMarked
package counterfoil.domain.rights;

import org.jspecify.annotations.NullMarked;
