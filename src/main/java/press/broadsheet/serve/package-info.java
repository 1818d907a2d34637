/** Watch, rebuild, preview, reload. The only user of the JDK's HTTP server. */
@NullMarked
package press.broadsheet.serve;

import org.jspecify.annotations.NullMarked;
