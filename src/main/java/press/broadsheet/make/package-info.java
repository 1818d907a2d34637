/** Makers: one package for each kind of output. */
@NullMarked
package press.broadsheet.make;

import org.jspecify.annotations.NullMarked;
