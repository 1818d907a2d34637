package press.broadsheet.make.sitemap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Language;
import press.broadsheet.plan.ForCrawlers;
import press.broadsheet.text.XmlWriter;

/** The news sitemap: what first appeared in the last two days, a thousand articles in each file. */
final class NewsPart {
    private NewsPart() {}

    private record Story(Card card, NewsDesk desk, String address) {}

    /** @param number of the file, from 1 */
    static byte[] print(int number, NewsDesk desk) {
        var xml = new XmlWriter();
        xml.open("urlset", "xmlns", UrlSet.NAMESPACE, "xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9")
                .line();
        stories(desk).stream()
                .skip((number - 1L) * ForCrawlers.MOST_NEWS)
                .limit(ForCrawlers.MOST_NEWS)
                .forEach(story -> print(story, xml));
        return xml.close().line().toBytes();
    }

    private static void print(Story story, XmlWriter xml) {
        xml.open("url").element("loc", story.address());
        xml.open("news:news");
        xml.open("news:publication")
                .element("news:name", publication(story.desk()))
                .element("news:language", language(story.card().language()))
                .close();
        xml.element(
                "news:publication_date",
                UrlSet.date(story.card().timing().published(), story.desk().zone()));
        xml.element("news:title", story.card().titles().headline());
        xml.close().close().line();
    }

    /** Whether there is a news sitemap at this moment: an empty one is not published. */
    static boolean isFilled(NewsDesk desk) {
        return desk.editions().stream()
                .flatMap(edition -> edition.recent().stream())
                .anyMatch(ForCrawlers::isNews);
    }

    /** The newest articles of all editions, newest first; the address settles ties. */
    private static List<Story> stories(NewsDesk desk) {
        var stories = new ArrayList<Story>();
        for (NewsDesk edition : desk.editions()) {
            for (Card card :
                    edition.recent().stream().filter(ForCrawlers::isNews).toList()) {
                edition.address(new Subject.Story(card.id()))
                        .map(edition.root()::absolute)
                        .ifPresent(address -> stories.add(new Story(card, edition, address)));
            }
        }
        stories.sort(Comparator.comparing((Story story) -> story.card().timing().published())
                .reversed()
                .thenComparing(Story::address));
        return stories;
    }

    /** As Google News knows the paper: without anything in brackets. */
    private static String publication(NewsDesk desk) {
        String name = desk.publisher().publicationName();
        int bracket = name.indexOf('(');
        String plain = (bracket < 0 ? name : name.substring(0, bracket)).strip();
        return plain.isEmpty() ? desk.nameplate().name() : plain;
    }

    /** The two or three letters of ISO 639; Chinese alone is told apart by its script. */
    private static String language(Language language) {
        if (!language.primary().equals("zh")) {
            return language.primary().toLowerCase(Locale.ROOT);
        }
        Locale locale = language.locale();
        boolean traditional =
                locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? "zh-tw" : "zh-cn";
    }
}
