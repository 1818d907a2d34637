/** What survives between builds: sources as they were read, and what each page was made from. May be deleted at any time. */
@NullMarked
package press.broadsheet.cache;

import org.jspecify.annotations.NullMarked;
