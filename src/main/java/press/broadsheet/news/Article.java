package press.broadsheet.news;

import org.jspecify.annotations.Nullable;

/** One story: what others show of it, and its text. */
public record Article(Card card, Body body) {

    /**
     * Which article. Unique in the paper by construction, since no two files share a path.
     *
     * @param path the file's path below {@code content/} without its ending and without a closing {@code /index},
     *     with {@code /} between its parts: {@code world/2026/11/river}, {@code uk/world/2026/11/river}
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
        /** The last part of the path: {@code river}. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
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
