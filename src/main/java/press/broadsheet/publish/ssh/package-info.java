/**
 * Logging in on a host over SSH, for the targets that need it: who we are, who the host is, and what is told when either is
 * not believed. No target itself. The only user, beside the SFTP target, of the SSH library.
 */
@NullMarked
package press.broadsheet.publish.ssh;

import org.jspecify.annotations.NullMarked;
