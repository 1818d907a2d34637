package press.broadsheet.news;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an article is. Decides its label, its look and its schema.org type (vocabulary of schema.org). */
public enum Genre {
    NEWS("NewsArticle"),
    ANALYSIS("AnalysisNewsArticle"),
    OPINION("OpinionNewsArticle"),
    EDITORIAL("OpinionNewsArticle"),
    LETTER("OpinionNewsArticle"),
    EXPLAINER("BackgroundNewsArticle"),
    BACKGROUND("BackgroundNewsArticle"),
    INTERVIEW("NewsArticle"),
    REVIEW("ReviewNewsArticle"),
    OBITUARY("NewsArticle"),
    FACT_CHECK("NewsArticle"),
    LIVE("LiveBlogPosting"),
    GALLERY("NewsArticle"),
    NEWSLETTER("NewsArticle"),
    CORRECTION("NewsArticle"),
    PRESS_RELEASE("NewsArticle"),
    SATIRE("SatiricalArticle"),
    SPONSORED("AdvertiserContentArticle");

    private final String schemaType;

    Genre(String schemaType) {
        this.schemaType = schemaType;
    }

    /** The type that structured data names, for example {@code OpinionNewsArticle}. */
    public String schemaType() {
        return schemaType;
    }

    /** As it is written in front matter: {@code fact-check}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Genre> of(String id) {
        return Arrays.stream(values()).filter(genre -> genre.id().equals(id)).findFirst();
    }

    /** Whether the news sitemap and the news columns may carry it: not if somebody paid for it. */
    public boolean isJournalism() {
        return this != SPONSORED && this != PRESS_RELEASE;
    }
}
