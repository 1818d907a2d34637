/**
 * From a finished folder to where readers find it. Knows no news: it could publish any folder. Each kind of target is one
 * {@link press.broadsheet.publish.Target}, in a package of its own, the only one that knows that target's library.
 */
@NullMarked
package press.broadsheet.publish;

import org.jspecify.annotations.NullMarked;
