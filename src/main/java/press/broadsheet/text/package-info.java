/** How text is written and weighed: slugs, escapes, XML, JSON, digests, plural forms, nearest names. */
@NullMarked
package press.broadsheet.text;

import org.jspecify.annotations.NullMarked;
