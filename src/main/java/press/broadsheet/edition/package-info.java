/** The assembled paper: cards, listings, fronts, addresses; faults that only the whole can show. */
@NullMarked
package press.broadsheet.edition;

import org.jspecify.annotations.NullMarked;
