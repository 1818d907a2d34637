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
import press.broadsheet.plan.ForCrawlers;
import press.broadsheet.text.XmlWriter;

/**
 * A list of addresses for crawlers, or one part of a list that is too long for one file. Each stands in it once. Callers add
 * all of the list, in the same order for each part. Not thread-safe.
 */
final class UrlSet {
    static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** From here on pictures are left out, so that all addresses fit into 52,428,800 bytes. Addresses are ASCII, so characters are bytes. */
    private static final int MUCH = 30_000_000;

    private final int first;

    private final XmlWriter xml = new XmlWriter();
    private final Set<String> listed = new HashSet<>();

    /** @param part of the list, from 1 */
    UrlSet(int part) {
        first = (part - 1) * ForCrawlers.MOST_ADDRESSES;
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
        if (address.isEmpty()) {
            return;
        }
        Root root = desk.root();
        String absolute = root.absolute(address.get());
        if (!listed.add(absolute) || !isHere(listed.size() - 1)) {
            return;
        }
        xml.open("url").element("loc", absolute);
        if (changed != null) {
            xml.element("lastmod", date(changed, desk.zone()));
        }
        alternates(subject, desk);
        for (String picture : xml.length() > MUCH ? List.<String>of() : pictures) {
            desk.picture(picture)
                    .ifPresent(published -> xml.open("image:image")
                            .element("image:loc", root.absolute(published.address()))
                            .close());
        }
        xml.close().line();
    }

    private boolean isHere(int place) {
        return place >= first && place - first < ForCrawlers.MOST_ADDRESSES;
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
