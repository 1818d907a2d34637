package press.broadsheet.news;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * Who made an article.
 *
 * @param authors in the order of the byline; empty means the organisation itself
 * @param byline text that replaces the byline made from the authors; empty if none
 * @param contributors others who took part, each with a role
 * @param source the agency or paper that the text came from; null if it is our own
 */
public record Credits(
        List<Credit> authors,
        String byline,
        List<Credit> contributors,
        @Nullable Source source) {
    public static final Credits NONE = new Credits(List.of(), "", List.of(), null);

    /**
     * One person or organisation as the article names it.
     *
     * @param reference a contributor's id, or a name
     * @param role for example {@code translator}; empty for an author
     * @param url an absolute address that identifies somebody who has no page here; empty if none
     */
    public record Credit(String reference, String role, String url, Place place) {}

    /**
     * @param url the agency's own address; empty if none
     * @param original the address of the original article; empty if none
     */
    public record Source(String name, String url, String original) {}
}
