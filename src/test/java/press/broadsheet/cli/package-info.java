@NullMarked
package press.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
