/**
 * Days of the tenant: its zone, and the published work calendar with holidays and make-up workdays.
 */
@NullMarked
package counterfoil.domain.calendar;

import org.jspecify.annotations.NullMarked;
