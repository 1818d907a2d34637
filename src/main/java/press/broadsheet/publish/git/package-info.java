/** Publishes to a branch of a git repository. The only user of JGit. */
@NullMarked
package press.broadsheet.publish.git;

import org.jspecify.annotations.NullMarked;
