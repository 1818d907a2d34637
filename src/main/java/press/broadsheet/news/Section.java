package press.broadsheet.news;

import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * A part of the paper that articles belong to.
 *
 * @param name as readers see it
 * @param description one sentence for search engines and the top of its front; empty if none
 * @param colour a CSS hexadecimal colour such as {@code #a4262c}; empty for the paper's own
 * @param text standing text shown on its front; null if none
 * @param place where it is declared
 */
public record Section(
        Id id,
        String name,
        Inline description,
        String colour,
        @Nullable Body text,
        Place place) {

    /**
     * The folder's path below {@code content/} (and below the language's folder): {@code sport}, {@code sport/football}.
     */
    public record Id(String path) implements Comparable<Id> {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id that && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
        /** The section that this one is a part of; null at the top. */
        public @Nullable Id parent() {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? null : new Id(path.substring(0, slash));
        }

        /** The outermost section: {@code sport} of {@code sport/football}. */
        public Id top() {
            int slash = path.indexOf('/');
            return slash < 0 ? this : new Id(path.substring(0, slash));
        }

        @Override
        public int compareTo(Id other) {
            return path.compareTo(other.path);
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
