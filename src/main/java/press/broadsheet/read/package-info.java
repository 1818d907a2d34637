/** From files in {@code content/} to manuscripts, cards and settings. The only user of the YAML library. */
@NullMarked
package press.broadsheet.read;

import org.jspecify.annotations.NullMarked;
