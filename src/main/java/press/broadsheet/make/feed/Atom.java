package press.broadsheet.make.feed;

import java.time.format.DateTimeFormatter;
import press.broadsheet.text.XmlWriter;
import press.broadsheet.view.EntryView;
import press.broadsheet.view.PersonView;

/** Atom (RFC 4287), with Media RSS for pictures. */
final class Atom {
    private Atom() {}

    static byte[] print(Feed feed) {
        var xml = new XmlWriter();
        xml.open(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/",
                        "xml:lang",
                        feed.language())
                .line();
        // Its own address is the one thing of a feed that no other feed has, and that may not change anyway.
        xml.element("id", feed.self()).line();
        xml.element("title", feed.title()).line();
        xml.element("subtitle", feed.description()).line();
        xml.element("updated", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(feed.updated()))
                .line();
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
                .line();
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.address())
                .line();
        if (!feed.hub().isEmpty()) {
            xml.empty("link", "rel", "hub", "href", feed.hub()).line();
        }
        xml.open("author").element("name", feed.paper()).close().line();
        xml.optional("logo", feed.icon());
        xml.optional("rights", feed.copyright());
        for (EntryView entry : feed.entries()) {
            entry(feed, entry, xml);
        }
        return xml.close().line().toBytes();
    }

    private static void entry(Feed feed, EntryView entry, XmlWriter xml) {
        if (entry.language().isEmpty() || entry.language().equals(feed.language())) {
            xml.open("entry").line();
        } else {
            xml.open("entry", "xml:lang", entry.language()).line();
        }
        xml.element("id", entry.uri()).line();
        xml.element("title", entry.headline()).line();
        xml.element("published", entry.published()).line();
        xml.element("updated", entry.updated()).line();
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.address())
                .line();
        authors(feed, entry, xml);
        for (String category : entry.categories()) {
            xml.empty("category", "term", category).line();
        }
        xml.optional("summary", entry.summary(), "type", "text");
        if (!entry.contentHtml().isEmpty()) {
            xml.open("content", "type", "html")
                    .verbatim(entry.contentHtml())
                    .close()
                    .line();
        }
        xml.optional("rights", entry.rights());
        Rss.picture(entry, xml);
        xml.close().line();
    }

    private static void authors(Feed feed, EntryView entry, XmlWriter xml) {
        if (entry.authors().isEmpty()) {
            feed.signatures(entry)
                    .forEach(name ->
                            xml.open("author").element("name", name).close().line());
        }
        for (PersonView author : entry.authors()) {
            xml.open("author").element("name", author.name());
            xml.optional("uri", author.address()).close().line();
        }
    }
}
