/** Commands. The only user of picocli and of standard output. */
@NullMarked
package press.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
