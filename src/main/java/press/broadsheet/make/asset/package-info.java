/** Files that are published as they are: pictures, style sheets, fonts, scripts. */
@NullMarked
package press.broadsheet.make.asset;

import org.jspecify.annotations.NullMarked;
