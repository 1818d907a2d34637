package press.broadsheet.make.sitemap;

import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;

/** llms.txt: a guide to the paper in Markdown, for language models (llmstxt.org). */
final class Guide {
    private static final int NEWEST = 20;

    private Guide() {}

    static String print(NewsDesk desk) {
        NewsDesk.Nameplate nameplate = desk.nameplate();
        var text = new StringBuilder("# ").append(plain(nameplate.name())).append('\n');
        String description = nameplate.description().isEmpty() ? nameplate.motto() : nameplate.description();
        if (!description.isEmpty()) {
            text.append("\n> ").append(plain(description)).append('\n');
        }
        var sections = new StringBuilder();
        for (Listing.Id id : desk.listings(Listing.Kind.SECTION)) {
            var section = new Section.Id(id.key());
            String name = desk.section(section).map(NewsDesk.SectionHead::name).orElse(id.key());
            link(
                    name,
                    Subject.Listed.root(id),
                    desk.sectionIntro(section).description().plain(),
                    desk,
                    sections);
        }
        block("Sections", sections, text);
        var newest = new StringBuilder();
        for (Card card : newest(desk)) {
            link(
                    labelled(card, desk),
                    new Subject.Story(card.id()),
                    card.titles().standfirst().plain(),
                    desk,
                    newest);
        }
        block("Newest articles", newest, text);
        var about = new StringBuilder();
        for (StandingPage page : desk.standingPages()) {
            if (!page.noindex()) {
                link(
                        page.headline(),
                        new Subject.Standing(page.id()),
                        page.standfirst().plain(),
                        desk,
                        about);
            }
        }
        block("About the paper", about, text);
        block("Editions", editions(desk), text);
        return text.toString();
    }

    /** What somebody paid for says so first, here as everywhere. */
    private static String labelled(Card card, NewsDesk desk) {
        String headline = card.titles().headline();
        return card.filing().genre() == Genre.SPONSORED
                ? desk.string("genre.sponsored").orElse("Sponsored") + ": " + headline
                : headline;
    }

    private static List<Card> newest(NewsDesk desk) {
        // Twice as many are asked for as are shown, so that a few hidden ones leave no short list.
        return desk.listing(Listing.Id.LATEST, 0, 2 * NEWEST).stream()
                .filter(card ->
                        !card.filing().noindex() && !card.filing().hiddenFrom().contains("llm"))
                .limit(NEWEST)
                .toList();
    }

    private static StringBuilder editions(NewsDesk desk) {
        var editions = new StringBuilder();
        for (NewsDesk other : desk.editions()) {
            if (!other.language().equals(desk.language())) {
                link(
                        other.nameplate().name(),
                        new Subject.Front(),
                        other.nameplate().description(),
                        other,
                        editions);
            }
        }
        return editions;
    }

    private static void block(String title, StringBuilder links, StringBuilder text) {
        if (!links.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n").append(links);
        }
    }

    private static void link(String name, Subject subject, String description, NewsDesk desk, StringBuilder out) {
        desk.address(subject).ifPresent(address -> {
            out.append("- [").append(plain(name)).append("](");
            out.append(desk.root().absolute(address)).append(')');
            if (!description.isEmpty()) {
                out.append(": ").append(plain(description));
            }
            out.append('\n');
        });
    }

    /** One line in which no character is markup. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().replaceAll("([\\\\\\[\\]*_`<>#])", "\\\\$1");
    }
}
