/** The one door through which pages ask about the paper. */
@NullMarked
package press.broadsheet.desk;

import org.jspecify.annotations.NullMarked;
