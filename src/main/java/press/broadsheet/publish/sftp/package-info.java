/** Publishes to a folder of a host, over SSH. */
@NullMarked
package press.broadsheet.publish.sftp;

import org.jspecify.annotations.NullMarked;
