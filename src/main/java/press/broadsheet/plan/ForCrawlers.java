package press.broadsheet.plan;

import press.broadsheet.news.Card;
import press.broadsheet.news.Status;

/** Which articles sitemaps name: asked when they are planned, so that none is empty, and again when they are made. */
public final class ForCrawlers {
    /** How many articles a news sitemap may name (Google's news sitemap). */
    public static final int MOST_NEWS = 1000;

    /**
     * How many addresses a sitemap names. The protocol allows 50,000 (sitemaps.org), and 52,428,800 bytes: fewer addresses
     * leave room for their translations and pictures.
     */
    public static final int MOST_ADDRESSES = 20_000;

    private ForCrawlers() {}

    /** Whether crawlers are told of the article under our address. */
    public static boolean isListed(Card card) {
        return card.naming().canonical().isEmpty()
                && !card.filing().noindex()
                && !card.filing().hiddenFrom().contains("sitemap");
    }

    /** Whether a news sitemap names it while it is new: listed, not put away, and not paid for. */
    public static boolean isNews(Card card) {
        return isListed(card)
                && card.status() != Status.ARCHIVED
                && card.filing().genre().isJournalism();
    }
}
