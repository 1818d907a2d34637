/** The second pair of eyes: rules about what was typed and what would be published. Pure; nothing here stops a build. */
@NullMarked
package press.broadsheet.check;

import org.jspecify.annotations.NullMarked;
