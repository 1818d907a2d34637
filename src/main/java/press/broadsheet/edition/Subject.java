package press.broadsheet.edition;

import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;

/** What a page is about, within one edition. */
public sealed interface Subject {
    /** The front page. */
    record Front() implements Subject {}

    /** An article's own page. */
    record Story(Article.Id article) implements Subject {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Story that && article.equals(that.article);
        }

        @Override
        public int hashCode() {
            return article.hashCode();
        }
    }

    /** The notice where an article stood that was withdrawn. */
    record Withdrawn(Article.Id article) implements Subject {}

    /** The earlier versions of an article. */
    record Versions(Article.Id article) implements Subject {}
    /**
     * Earlier entries of a live report, which its own page does not show.
     *
     * @param page from 1, counted from the oldest: a full page never changes because a new entry comes
     */
    record Entries(Article.Id article, int page) implements Subject {}

    /** A standing page such as "About us". */
    record Standing(Article.Id page) implements Subject {}

    /**
     * A page of a list.
     *
     * @param page 0 for the list's root, which shows the newest; from 1 for full pages, counted from the oldest
     */
    record Listed(Listing.Id listing, int page) implements Subject {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Listed that && listing.equals(that.listing) && page == that.page;
        }

        @Override
        public int hashCode() {
            return 31 * listing.hashCode() + page;
        }

        public static Listed root(Listing.Id listing) {
            return new Listed(listing, 0);
        }
    }

    /** A page that names all lists of a kind. */
    record Overview(Kind kind) implements Subject {
        public enum Kind {
            TAGS,
            CONTRIBUTORS,
            STORIES,
            ARCHIVE,
            PEOPLE,
            ORGANISATIONS,
            PLACES,
            EVENTS
        }
    }

    /** The page shown where there is none. */
    record Missing() implements Subject {}
}
