package press.broadsheet.view;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;

/**
 * Shows who made what. For one page.
 *
 * @param desk knows everybody
 */
record People(NewsDesk desk) {
    BylineView byline(Card card) {
        Credits credits = card.credits();
        Credits.Source source = credits.source();
        return new BylineView(
                List.copyOf(credits.authors().stream()
                        .map(credit -> person(credit, credit.role()))
                        .toList()),
                credits.byline(),
                source == null ? "" : source.name(),
                source == null ? "" : source.original().isEmpty() ? source.url() : source.original(),
                source != null
                        && credits.authors().size() == 1
                        && credits.authors().getFirst().reference().equalsIgnoreCase(source.name()));
    }

    List<PersonView> contributors(Card card) {
        var words = new Words(desk);
        return card.credits().contributors().stream()
                .map(credit -> person(
                        credit,
                        credit.role().isEmpty()
                                ? ""
                                : words.say("role." + credit.role().toLowerCase(Locale.ROOT), credit.role())))
                .toList();
    }

    /** Somebody whom an id or a name names. */
    PersonView named(String reference) {
        Author author = desk.credited(reference);
        return new PersonView(author.name(), address(author.id()), "", new Pictures(desk).of(author.portrait()));
    }

    /** Whoever writes for a paper stands under many of its articles. */
    private record Key(String reference, String url, String role) {}

    private PersonView person(Credits.Credit credit, String role) {
        return desk.shared(
                new Key(credit.reference(), credit.url(), role), own -> new People(own).credited(credit, role));
    }

    private PersonView credited(Credits.Credit credit, String role) {
        Author author = desk.credited(credit.reference());
        String address = address(author.id());
        return new PersonView(
                author.name(),
                address.isEmpty() ? credit.url() : address,
                role,
                new Pictures(desk).of(author.portrait()));
    }

    /** The address of somebody's page; empty if they have none. */
    String address(Author.Id id) {
        return desk.address(Subject.Listed.root(new Listing.Id(Listing.Kind.CONTRIBUTOR, id.value())))
                .orElse("");
    }

    /** @param whole whether the biography is shown, too */
    ContributorView contributor(Author author, boolean whole) {
        Body biography = author.biography();
        return new ContributorView(
                author.name(),
                address(author.id()),
                author.role(),
                Markup.of(author.summary(), desk.root()),
                whole && biography != null ? new BodyViews(desk).of(biography) : null,
                new Pictures(desk).of(author.portrait()),
                author.email(),
                author.sameAs().stream()
                        .map(address -> new LinkView(host(address), address, false))
                        .toList(),
                author.expertise(),
                author.languages().stream().map(this::language).toList());
    }

    /** What the newsroom wrote; a language's tag, such as {@code uk}, as the language is called in the edition's. */
    private String language(String written) {
        if (!written.matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")) {
            return written;
        }
        String name =
                Locale.forLanguageTag(written).getDisplayName(desk.language().locale());
        return name.isEmpty() ? written : name;
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? address : host.startsWith("www.") ? host.substring(4) : host;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
