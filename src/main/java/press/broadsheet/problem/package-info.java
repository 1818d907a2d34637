/** What is wrong, where, and what to do about it. Knows nothing of news. */
@NullMarked
package press.broadsheet.problem;

import org.jspecify.annotations.NullMarked;
