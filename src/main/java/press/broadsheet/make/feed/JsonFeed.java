package press.broadsheet.make.feed;

import press.broadsheet.text.JsonWriter;
import press.broadsheet.view.EntryView;
import press.broadsheet.view.PersonView;

/** JSON Feed 1.1. */
final class JsonFeed {
    private JsonFeed() {}

    static byte[] print(Feed feed) {
        var json = new JsonWriter();
        json.object();
        json.member("version", "https://jsonfeed.org/version/1.1");
        json.member("title", feed.title());
        json.member("home_page_url", feed.address());
        json.member("feed_url", feed.self());
        json.member("description", feed.description());
        json.optional("icon", feed.icon());
        json.member("language", feed.language());
        json.array("authors").object().member("name", feed.paper()).end().end();
        if (!feed.hub().isEmpty()) {
            json.array("hubs").object().member("type", "WebSub");
            json.member("url", feed.hub()).end().end();
        }
        json.array("items");
        for (EntryView entry : feed.entries()) {
            item(feed, entry, json);
        }
        return json.end().end().toBytes();
    }

    private static void item(Feed feed, EntryView entry, JsonWriter json) {
        json.object();
        json.member("id", entry.uri());
        json.member("url", entry.address());
        json.optional("external_url", entry.sourceAddress());
        json.member("title", entry.headline());
        // An item must have a text: without the whole one its summary stands in, and if there is none, its headline.
        if (!entry.contentHtml().isEmpty()) {
            json.member("content_html", entry.contentHtml());
        } else {
            json.member("content_text", entry.summary().isEmpty() ? entry.headline() : entry.summary());
        }
        json.optional("summary", entry.summary());
        if (entry.picture() != null) {
            json.member("image", entry.picture().address());
        }
        json.member("date_published", entry.published());
        json.member("date_modified", entry.updated());
        authors(feed, entry, json);
        json.optional("tags", entry.categories());
        json.optional("language", entry.language());
        json.end();
    }

    private static void authors(Feed feed, EntryView entry, JsonWriter json) {
        json.array("authors");
        if (entry.authors().isEmpty()) {
            feed.signatures(entry)
                    .forEach(name -> json.object().member("name", name).end());
        }
        for (PersonView author : entry.authors()) {
            json.object().member("name", author.name());
            json.optional("url", author.address()).end();
        }
        json.end();
    }
}
