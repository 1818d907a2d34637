/** Whole papers, built and compared. */
@NullMarked
package press.broadsheet.sites;

import org.jspecify.annotations.NullMarked;
