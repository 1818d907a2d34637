package press.broadsheet.view;

import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Named;
import press.broadsheet.news.Root;
import press.broadsheet.news.StandingPage;
import press.broadsheet.text.JsonWriter;

/** What pages tell search engines in JSON-LD, in the words of schema.org: one graph a page. For one page. */
final class StructuredData {
    private final NewsDesk desk;
    private final Dates dates;
    private final Root root;
    private final PublisherData publisher;

    StructuredData(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.root = desk.root();
        this.publisher = new PublisherData(desk);
    }

    /** Finished JSON-LD, safe inside a script element. */
    String of(Subject subject, List<LinkView> breadcrumbs) {
        String address = root.absolute(desk.address(subject).orElse(root.basePath()));
        var json = new JsonWriter();
        json.object().member("@context", "https://schema.org").array("@graph");
        if (subject instanceof Subject.Front) {
            publisher.website(json);
        }
        publisher.organisation(json);
        if (subject instanceof Subject.Story story) {
            desk.card(story.article()).ifPresent(card -> new ArticleData(desk, dates).write(card, address, json));
        } else {
            page(subject, address, !breadcrumbs.isEmpty(), json);
        }
        breadcrumbs(address, breadcrumbs, json);
        return json.end().end().toString();
    }

    private void page(Subject subject, String address, boolean hasCrumbs, JsonWriter json) {
        json.object()
                .member("@type", pageType(subject))
                .member("@id", address + "#page")
                .member("url", address)
                .member("name", new Names(desk, dates).of(subject))
                .member("inLanguage", desk.language().tag());
        json.object("isPartOf").member("@id", publisher.websiteId()).end();
        json.object("publisher").member("@id", publisher.id()).end();
        if (hasCrumbs) {
            json.object("breadcrumb").member("@id", address + "#breadcrumb").end();
        }
        if (subject instanceof Subject.Listed listed) {
            if (listed.listing().kind() == Listing.Kind.CONTRIBUTOR) {
                desk.author(new Author.Id(listed.listing().key())).ifPresent(author -> person(author, address, json));
            } else {
                about(listed, json);
                json.name("mainEntity");
                items(new Lists(desk, dates).cards(listed), json);
            }
        }
        json.end();
    }

    /** Whom or what a list of articles is about, if it is somebody or something that they name. */
    private void about(Subject.Listed listed, JsonWriter json) {
        Listing.Id id = listed.listing();
        for (Named.Kind kind : Named.Kind.values()) {
            if (Listing.Kind.of(kind) == id.kind()) {
                json.object("about")
                        .member("@type", kind.schemaType())
                        .member("name", new Names(desk, dates).of(id))
                        .optional(
                                "sameAs", new NamedViews(desk, dates).sameAs(id, new Lists(desk, dates).cards(listed)))
                        .end();
            }
        }
    }

    private String pageType(Subject subject) {
        return switch (subject) {
            case Subject.Listed listed ->
                listed.listing().kind() == Listing.Kind.CONTRIBUTOR && listed.page() == 0
                        ? "ProfilePage"
                        : "CollectionPage";
            case Subject.Overview overview -> "CollectionPage";
            case Subject.Standing standing ->
                desk.standingPage(standing.page()).map(StructuredData::pageType).orElse("WebPage");
            default -> "WebPage";
        };
    }

    private static String pageType(StandingPage page) {
        boolean isAbout = page.path().equals("about") || page.path().startsWith("about/");
        if (page.path().equals("contact") || page.path().endsWith("/contact")) {
            return "ContactPage";
        }
        return isAbout || !page.policy().isEmpty() ? "AboutPage" : "WebPage";
    }

    private void items(List<Card> cards, JsonWriter json) {
        json.object()
                .member("@type", "ItemList")
                .member("itemListOrder", "https://schema.org/ItemListOrderDescending")
                .member("numberOfItems", cards.size())
                .array("itemListElement");
        int position = 1;
        for (Card card : cards) {
            json.object()
                    .member("@type", "ListItem")
                    .member("position", position)
                    .member("name", card.titles().headline())
                    .member(
                            "url",
                            root.absolute(
                                    desk.address(new Subject.Story(card.id())).orElse("")))
                    .end();
            position++;
        }
        json.end().end();
    }

    private void person(Author author, String address, JsonWriter json) {
        json.object("mainEntity")
                .member("@type", author.organisation() ? "Organization" : "Person")
                .member("@id", address + "#person")
                .member("name", author.name())
                .member("url", address)
                .optional("description", author.summary().plain())
                .optional("email", author.email())
                .optional("sameAs", author.sameAs());
        PictureView portrait = new Pictures(desk).of(author.portrait());
        if (portrait != null) {
            json.member("image", root.absolute(portrait.address()));
        }
        if (!author.organisation()) {
            json.optional("jobTitle", author.role());
            json.object("worksFor").member("@id", publisher.id()).end();
            json.optional("knowsLanguage", author.languages());
        }
        json.optional("knowsAbout", author.expertise());
        json.end();
    }

    private void breadcrumbs(String address, List<LinkView> breadcrumbs, JsonWriter json) {
        if (breadcrumbs.isEmpty()) {
            return;
        }
        json.object()
                .member("@type", "BreadcrumbList")
                .member("@id", address + "#breadcrumb")
                .array("itemListElement");
        int position = 1;
        for (LinkView crumb : breadcrumbs) {
            json.object()
                    .member("@type", "ListItem")
                    .member("position", position)
                    .member("name", crumb.name())
                    .member("item", root.absolute(crumb.address()))
                    .end();
            position++;
        }
        json.end().end();
    }
}
