/** The conductor: one build, from reading to written files; the only home of threads. */
@NullMarked
package press.broadsheet.build;

import org.jspecify.annotations.NullMarked;
