@NullMarked
package press.broadsheet.make.asset;

import org.jspecify.annotations.NullMarked;
