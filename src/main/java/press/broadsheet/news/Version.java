package press.broadsheet.news;

import java.time.Instant;
import java.util.List;

/**
 * An article's words as readers once had them, from the newsroom's own ledger in {@code content/history/}.
 *
 * @param since when readers first had them: the date that the article then gave for its last change
 * @param dayOnly whether only that day is known
 * @param standfirst plain text; empty if none was written
 * @param passages the text's paragraphs, headings, items and captions in order, each as plain text
 */
public record Version(Instant since, boolean dayOnly, String headline, String standfirst, List<String> passages) {

    /** What readers have of an article now. */
    public static Version of(Card card, Body body) {
        return new Version(
                card.timing().modified(),
                card.timing().modifiedDayOnly(),
                card.titles().headline(),
                card.titles().opens() ? "" : card.titles().standfirst().plain(),
                body.passages());
    }

    /** Whether readers would read the same words. */
    public boolean saysTheSameAs(Version other) {
        return headline.equals(other.headline)
                && standfirst.equals(other.standfirst)
                && passages.equals(other.passages);
    }
}
