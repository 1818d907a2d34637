package press.broadsheet.view;

import java.util.List;

/**
 * Who wrote an article.
 *
 * @param people its authors in order; empty means the paper itself
 * @param text replaces the people where it is not empty
 * @param source the agency or paper that it came from; empty if it is our own
 * @param sourceAddress of the original or the agency; empty if none
 * @param sourceIsAuthor whether the source is also the only author, and need not be named twice
 */
public record BylineView(
        List<PersonView> people, String text, String source, String sourceAddress, boolean sourceIsAuthor) {}
