/** What templates see: flat records of text, numbers, lists. The designer's contract. */
@NullMarked
package press.broadsheet.view;

import org.jspecify.annotations.NullMarked;
