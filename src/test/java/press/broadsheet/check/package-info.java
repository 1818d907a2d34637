/** Tests of the second reader. */
@NullMarked
package press.broadsheet.check;

import org.jspecify.annotations.NullMarked;
