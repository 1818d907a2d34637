@NullMarked
package press.broadsheet.files;

import org.jspecify.annotations.NullMarked;
