@NullMarked
package press.broadsheet;

import org.jspecify.annotations.NullMarked;
