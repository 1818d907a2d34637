/** How long the stages of a build take. Measured only when asked for: {@code mvn -Pbench test}. */
@NullMarked
package press.broadsheet.bench;

import org.jspecify.annotations.NullMarked;
