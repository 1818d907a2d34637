package press.broadsheet.make.sitemap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Root;
import press.broadsheet.text.XmlWriter;

/**
 * A list of addresses for crawlers. Each stands in it once. It takes no more than the protocol allows (50,000 addresses,
 * 50 MiB), so callers add what matters most first. Not thread-safe.
 */
final class UrlSet {
    static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int MOST_URLS = 50_000;
    /** A little below 52,428,800 bytes: the last entry must fit, too. Addresses are ASCII, so characters are bytes. */
    private static final int MOST_CHARACTERS = 52_000_000;

    private final XmlWriter xml = new XmlWriter();
    private final Set<String> listed = new HashSet<>();

    UrlSet() {
        xml.open(
                        "urlset",
                        "xmlns",
                        NAMESPACE,
                        "xmlns:xhtml",
                        "http://www.w3.org/1999/xhtml",
                        "xmlns:image",
                        "http://www.google.com/schemas/sitemap-image/1.1")
                .line();
    }

    /** An article of the desk's edition, with its pictures. */
    void article(Card card, List<String> pictures, NewsDesk desk) {
        add(new Subject.Story(card.id()), card.timing().modified(), pictures, desk);
    }

    /** Another page. {@code changed} is null where nothing tells when it last changed. */
    void page(Subject subject, @Nullable Instant changed, NewsDesk desk) {
        add(subject, changed, List.of(), desk);
    }

    private void add(Subject subject, @Nullable Instant changed, List<String> pictures, NewsDesk desk) {
        Optional<String> address = desk.address(subject);
        if (address.isEmpty() || listed.size() == MOST_URLS || xml.length() > MOST_CHARACTERS) {
            return;
        }
        Root root = desk.root();
        String absolute = root.absolute(address.get());
        if (!listed.add(absolute)) {
            return;
        }
        xml.open("url").element("loc", absolute);
        if (changed != null) {
            xml.element("lastmod", date(changed, desk.zone()));
        }
        alternates(subject, desk);
        for (String picture : pictures) {
            desk.picture(picture)
                    .ifPresent(published -> xml.open("image:image")
                            .element("image:loc", root.absolute(published.address()))
                            .close());
        }
        xml.close().line();
    }

    /** All languages of the page, its own among them, so that each version names the same set. */
    private void alternates(Subject subject, NewsDesk desk) {
        List<NewsDesk.Translation> translations = desk.translations(subject);
        if (translations.size() < 2) {
            return;
        }
        Root root = desk.root();
        for (NewsDesk.Translation translation : translations) {
            alternate(translation.language().tag(), root.absolute(translation.address()));
        }
        // The same choice as in the pages' heads: the first edition that has it, for readers of any other language.
        alternate("x-default", root.absolute(translations.getFirst().address()));
    }

    private void alternate(String language, String address) {
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", address);
    }

    byte[] toBytes() {
        return xml.close().line().toBytes();
    }

    /** A date and time as the protocol wants it (W3C), in the paper's zone. */
    static String date(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS));
    }
}
