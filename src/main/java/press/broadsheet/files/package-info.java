/** The folder we read and the folder we write: walking, paths, write-if-different. */
@NullMarked
package press.broadsheet.files;

import org.jspecify.annotations.NullMarked;
