/** What others wrote down, held against what we do: specifications and their examples. */
@NullMarked
package press.broadsheet.conformance;

import org.jspecify.annotations.NullMarked;
