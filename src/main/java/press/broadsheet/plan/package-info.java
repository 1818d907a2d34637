/** What will be published, and under which address. Pure. */
@NullMarked
package press.broadsheet.plan;

import org.jspecify.annotations.NullMarked;
