package press.broadsheet.make.feed;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.broadsheet.text.XmlWriter;
import press.broadsheet.view.EntryView;
import press.broadsheet.view.PictureView;

/** RSS 2.0 after the RSS Advisory Board's Best Practices Profile, with Media RSS for pictures. */
final class Rss {
    /** RFC 822 with four digits of the year and a numeric zone; the JDK's own RFC 1123 writes GMT. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.US);

    private Rss() {}

    static byte[] print(Feed feed) {
        var xml = new XmlWriter();
        xml.open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/")
                .line()
                .open("channel")
                .line();
        xml.element("title", feed.title()).line();
        xml.element("link", feed.address()).line();
        xml.element("description", feed.description()).line();
        xml.empty("atom:link", "href", feed.self(), "rel", "self", "type", "application/rss+xml")
                .line();
        if (!feed.hub().isEmpty()) {
            xml.empty("atom:link", "href", feed.hub(), "rel", "hub").line();
        }
        xml.element("language", feed.language()).line();
        xml.optional("copyright", feed.copyright());
        xml.element("lastBuildDate", date(feed.updated())).line();
        for (EntryView entry : feed.entries()) {
            item(feed, entry, xml);
        }
        return xml.close().close().line().toBytes();
    }

    private static void item(Feed feed, EntryView entry, XmlWriter xml) {
        xml.open("item").line();
        xml.element("title", entry.headline()).line();
        xml.element("link", entry.address()).line();
        xml.element("guid", entry.uri(), "isPermaLink", "false").line();
        xml.element("pubDate", date(OffsetDateTime.parse(entry.published()))).line();
        for (String name : feed.signatures(entry)) {
            xml.element("dc:creator", name).line();
        }
        for (String category : entry.categories()) {
            xml.element("category", category).line();
        }
        if (!entry.summaryHtml().isEmpty()) {
            xml.element("description", entry.summaryHtml()).line();
        }
        if (!entry.contentHtml().isEmpty()) {
            xml.open("content:encoded").verbatim(entry.contentHtml()).close().line();
        }
        if (!entry.sourceAddress().isEmpty()) {
            xml.element("source", entry.sourceName(), "url", entry.sourceAddress())
                    .line();
        }
        picture(entry, xml);
        xml.close().line();
    }

    /** The picture in Media RSS, which Atom uses too. */
    static void picture(EntryView entry, XmlWriter xml) {
        PictureView picture = entry.picture();
        if (picture == null) {
            return;
        }
        var attributes = new ArrayList<>(List.of("url", picture.address(), "medium", "image"));
        if (!entry.pictureType().isEmpty()) {
            attributes.addAll(List.of("type", entry.pictureType()));
        }
        if (picture.width() > 0 && picture.height() > 0) {
            attributes.addAll(
                    List.of("width", Integer.toString(picture.width()), "height", Integer.toString(picture.height())));
        }
        xml.open("media:content", attributes.toArray(String[]::new));
        if (picture.captionHtml().isEmpty()) {
            xml.optional("media:description", picture.alt(), "type", "plain");
        } else {
            xml.element("media:description", picture.captionHtml(), "type", "html");
        }
        xml.optional("media:credit", picture.credit());
        xml.optional("media:copyright", picture.copyright());
        xml.close().line();
    }

    private static String date(OffsetDateTime date) {
        return DATE.format(date);
    }
}
