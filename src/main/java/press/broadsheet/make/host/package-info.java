/** What hosts are told: headers, redirects, what is gone, how to serve what is compressed. */
@NullMarked
package press.broadsheet.make.host;

import org.jspecify.annotations.NullMarked;
