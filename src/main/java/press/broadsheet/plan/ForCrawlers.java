package press.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import press.broadsheet.news.Card;

/** Which articles sitemaps name: asked when they are planned, so that none is empty, and again when they are made. */
public final class ForCrawlers {
    /** How many articles a news sitemap may name (Google's news sitemap). */
    public static final int MOST_NEWS = 1000;
    /** What a news sitemap may name: "created in the last two days" (Google's news sitemap). */
    private static final Duration NEWS_AGE = Duration.ofDays(2);

    private ForCrawlers() {}

    /** Whether crawlers are told of the article under our address. */
    public static boolean isListed(Card card) {
        return card.naming().canonical().isEmpty()
                && !card.filing().noindex()
                && !card.filing().hiddenFrom().contains("sitemap");
    }

    /**
     * Whether a news sitemap of this moment names it: listed, not paid for, and fresh. A preview may show what is not
     * published yet; crawlers are not told of it.
     */
    public static boolean isNews(Card card, Instant moment) {
        return isListed(card)
                && card.filing().genre().isJournalism()
                && !isOlderThanNews(card, moment)
                && !card.timing().published().isAfter(moment);
    }

    /** Whether it, and whatever was published before it, is too old for a news sitemap. */
    public static boolean isOlderThanNews(Card card, Instant moment) {
        return card.timing().published().isBefore(moment.minus(NEWS_AGE));
    }
}
