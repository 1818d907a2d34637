package press.broadsheet.edition;

import press.broadsheet.news.Article;

/** What a page is about, within one edition. */
public sealed interface Subject {
    /** The front page. */
    record Front() implements Subject {}

    /** An article's own page. */
    record Story(Article.Id article) implements Subject {}

    /** A standing page such as "About us". */
    record Standing(Article.Id page) implements Subject {}

    /**
     * A page of a list.
     *
     * @param page 0 for the list's root, which shows the newest; from 1 for full pages, counted from the oldest
     */
    record Listed(Listing.Id listing, int page) implements Subject {
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
            ARCHIVE
        }
    }

    /** The page shown where there is none. */
    record Missing() implements Subject {}
}
