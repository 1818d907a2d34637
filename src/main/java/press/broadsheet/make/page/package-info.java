/** Pages: views and Pebble templates together. The only user of Pebble. */
@NullMarked
package press.broadsheet.make.page;

import org.jspecify.annotations.NullMarked;
