/** Publishes to a folder of this machine, or one that is mounted. */
@NullMarked
package press.broadsheet.publish.folder;

import org.jspecify.annotations.NullMarked;
