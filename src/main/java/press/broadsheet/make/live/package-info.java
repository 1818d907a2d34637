/** What open pages of live reports ask for. */
@NullMarked
package press.broadsheet.make.live;

import org.jspecify.annotations.NullMarked;
