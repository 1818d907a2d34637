/** Feeds: RSS 2.0, Atom and JSON Feed. */
@NullMarked
package press.broadsheet.make.feed;

import org.jspecify.annotations.NullMarked;
