package press.broadsheet.desk;

/**
 * A question that a page asked the desk of its edition. It can be asked again: a page is stale when the answer has become
 * another. Immutable, and equal to any other that asks the same.
 *
 * @param <A> what the answer is
 */
public sealed interface Need<A> permits PaperNeed, ArticleNeed, ListNeed, StandingNeed, PageNeed {
    /** Asks it. */
    A ask(NewsDesk desk);

    /**
     * What it asks about; nothing in particular unless it says so. Two needs of one kind are the same if this is equal; many
     * questions are looked up by it, so it should be cheap to compare.
     */
    default Object about() {
        return "";
    }

    /** What was asked for, for people: {@code the card of world/2026/11/river}. */
    String words();
}
