/** From a manuscript's text to a body with holes. The only user of flexmark. */
@NullMarked
package press.broadsheet.markdown;

import org.jspecify.annotations.NullMarked;
