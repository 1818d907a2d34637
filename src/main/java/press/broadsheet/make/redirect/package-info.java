/** Pages that send readers on to where something stands now. */
@NullMarked
package press.broadsheet.make.redirect;

import org.jspecify.annotations.NullMarked;
