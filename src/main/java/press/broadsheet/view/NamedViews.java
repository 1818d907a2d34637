package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Named;
import press.broadsheet.news.Quotation;
import press.broadsheet.text.JsonWriter;
import press.broadsheet.text.Slug;

/** Shows people, organisations, places and events that articles name, and who said what. For one page. */
final class NamedViews {
    private final NewsDesk desk;
    private final Dates dates;

    NamedViews(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    List<NamedView> of(Card card) {
        if (card.filing().named().isEmpty()) {
            return List.of();
        }
        var names = new Names(desk, dates);
        return card.filing().named().stream()
                .map(named -> new NamedView(
                        named.kind().name().toLowerCase(Locale.ROOT),
                        names.of(overview(named.kind())),
                        named.name(),
                        address(named),
                        named.isAbout()))
                .toList();
    }

    static Subject.Overview.Kind overview(Named.Kind kind) {
        return switch (kind) {
            case PERSON -> Subject.Overview.Kind.PEOPLE;
            case ORGANISATION -> Subject.Overview.Kind.ORGANISATIONS;
            case PLACE -> Subject.Overview.Kind.PLACES;
            case EVENT -> Subject.Overview.Kind.EVENTS;
        };
    }

    /** Root-relative. */
    private String address(Named named) {
        return desk.address(Subject.Listed.root(new Listing.Id(Listing.Kind.of(named.kind()), slug(named.name()))))
                .orElse("");
    }

    private String slug(String name) {
        return Slug.of(name, desk.language().tag());
    }

    /** The page of a contributor who is also a person in the news; empty if the person is none. */
    String contributor(Listing.Id id) {
        if (id.kind() != Listing.Kind.PERSON) {
            return "";
        }
        return desk.author(new Author.Id(id.key()))
                .map(author -> new People(desk).address(author.id()))
                .orElse("");
    }

    /** What the newest of the articles shown says that identifies what a list is of; empty if none does. */
    String sameAs(Listing.Id id, List<Card> shown) {
        for (Card card : shown) {
            for (Named named : card.filing().named()) {
                if (!named.uri().isEmpty()
                        && Listing.Kind.of(named.kind()) == id.kind()
                        && slug(named.name()).equals(id.key())) {
                    return named.uri();
                }
            }
        }
        return "";
    }

    /** What a person is quoted with in the articles that a page of their list shows, in the order of the articles. */
    List<QuotationView> quotations(Listing.Id id, List<Card> shown) {
        if (id.kind() != Listing.Kind.PERSON) {
            return List.of();
        }
        var views = new ArrayList<QuotationView>();
        for (Card card : shown) {
            if (card.extent().speakers().stream()
                    .noneMatch(speaker -> slug(speaker).equals(id.key()))) {
                continue;
            }
            String address = desk.address(new Subject.Story(card.id())).orElse("");
            for (Quotation quotation : desk.body(card.id()).quotations()) {
                if (slug(quotation.speaker()).equals(id.key())) {
                    views.add(new QuotationView(
                            quotation.text(),
                            address + (quotation.anchor().isEmpty() ? "" : "#" + quotation.anchor()),
                            card.titles().headline(),
                            dates.of(card.timing().published(), card.timing().publishedDayOnly())));
                }
            }
        }
        return views;
    }

    /** {@code about} and {@code mentions} in JSON-LD, within the article's object. */
    void write(Card card, JsonWriter json) {
        if (card.filing().named().isEmpty()) {
            return;
        }
        for (boolean about : new boolean[] {true, false}) {
            List<Named> named = card.filing().named().stream()
                    .filter(one -> one.isAbout() == about)
                    .toList();
            if (!named.isEmpty()) {
                json.array(about ? "about" : "mentions");
                named.forEach(one -> write(one, json));
                json.end();
            }
        }
    }

    private void write(Named named, JsonWriter json) {
        json.object()
                .member("@type", named.kind().schemaType())
                .member("name", named.name())
                .member("url", desk.root().absolute(address(named)))
                .optional("sameAs", named.uri())
                .end();
    }
}
