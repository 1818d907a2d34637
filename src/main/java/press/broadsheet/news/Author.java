package press.broadsheet.news;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * Somebody who writes for the paper, from {@code people/<id>.md}.
 *
 * @param role for example "Foreign editor"; empty if not said
 * @param biography null if there is none
 * @param portrait null if there is none
 * @param email empty if it is not published
 * @param sameAs absolute addresses of the same person elsewhere
 * @param organisation whether this is an agency or a desk, not a person
 */
public record Author(
        Id id,
        String name,
        String role,
        Inline summary,
        @Nullable Body biography,
        @Nullable Picture portrait,
        String email,
        List<String> sameAs,
        List<String> expertise,
        List<String> languages,
        boolean organisation,
        Place place) {

    /** The file's name in {@code people/} without ending, or the slug of a name that has no file. */
    public record Id(String value) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
