/** What holds for every paper. */
@NullMarked
package press.broadsheet.laws;

import org.jspecify.annotations.NullMarked;
