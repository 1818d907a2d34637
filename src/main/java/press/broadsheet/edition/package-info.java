/**
 * The assembled paper: cards, listings, fronts, addresses; faults that only the whole can show.
 *
 * <p>An {@link press.broadsheet.edition.Edition} is assembled by its {@code Basis}, the settings and standing matter; has the
 * {@code Parts} that follow from its cards; and adds what follows from the moment. Each part is made of all cards, or of the
 * part before and a {@code CardChange}; both give the same, and what is called the same is the very same object, by which a
 * {@link press.broadsheet.edition.Difference} tells what is other. No part knows the edition that it is of, but asks it.
 */
@NullMarked
package press.broadsheet.edition;

import org.jspecify.annotations.NullMarked;
