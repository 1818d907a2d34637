/** The newspaper's own words, as records. No input or output, no libraries. */
@NullMarked
package press.broadsheet.news;

import org.jspecify.annotations.NullMarked;
