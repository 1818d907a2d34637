package press.broadsheet.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Root;
import press.broadsheet.text.JsonWriter;

/** Who made an article, in JSON-LD. For one page. */
final class AuthorData {
    private final NewsDesk desk;
    private final Root root;
    private final PublisherData publisher;

    AuthorData(NewsDesk desk) {
        this.desk = desk;
        this.root = desk.root();
        this.publisher = new PublisherData(desk);
    }

    /** People truly as people; without any, the agency that it came from, or the paper itself. */
    void write(Card card, JsonWriter json) {
        Credits credits = card.credits();
        Credits.Source source = credits.source();
        json.array("author");
        for (Credits.Credit credit : credits.authors()) {
            person(credit, json);
        }
        if (credits.authors().isEmpty()) {
            boolean isOurs = source == null;
            json.object().member("@type", isOurs ? "NewsMediaOrganization" : "Organization");
            if (source == null) {
                json.member("@id", publisher.id())
                        .member("name", publisher.name())
                        .member("url", root.url().toString());
            } else {
                json.member("name", source.name()).optional("url", source.url());
            }
            json.end();
        }
        json.end();
        Map<String, List<Credits.Credit>> byRole = new LinkedHashMap<>();
        for (Credits.Credit credit : credits.contributors()) {
            String property = switch (credit.role().toLowerCase(Locale.ROOT)) {
                case "editor" -> "editor";
                case "translator" -> "translator";
                default -> "contributor";
            };
            byRole.computeIfAbsent(property, role -> new ArrayList<>()).add(credit);
        }
        byRole.forEach((property, people) -> {
            json.array(property);
            people.forEach(credit -> person(credit, json));
            json.end();
        });
    }

    private void person(Credits.Credit credit, JsonWriter json) {
        Author author = desk.credited(credit.reference());
        String page = new People(desk).address(author.id());
        String address = page.isEmpty() ? credit.url() : root.absolute(page);
        json.object().member("@type", author.organisation() ? "Organization" : "Person");
        if (!page.isEmpty()) {
            json.member("@id", address + "#person");
        }
        json.member("name", author.name())
                .optional("url", address)
                .optional("sameAs", author.sameAs())
                .end();
    }
}
