/** Tests of the assembled paper. */
@NullMarked
package press.broadsheet.edition;

import org.jspecify.annotations.NullMarked;
