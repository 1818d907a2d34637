/** The demonstration paper in a real browser. */
@NullMarked
package press.broadsheet.browser;

import org.jspecify.annotations.NullMarked;
