package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;

/** Shows the paper as every page does: its name, its ways, its foot. For one page. */
final class Masthead {
    private final NewsDesk desk;
    private final Dates dates;
    private final CardViews cards;

    Masthead(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.cards = new CardViews(desk, dates);
    }

    SiteView of(Subject subject) {
        Site site = desk.site();
        Site.EditionSettings edition = desk.edition();
        Site.Organisation organisation = site.organisation();
        String here = desk.address(subject).orElse("");
        String publisher = organisation.name().isEmpty() ? edition.name() : organisation.name();
        return new SiteView(
                edition.name(),
                edition.motto(),
                edition.description(),
                desk.address(new Subject.Front()).orElse(site.basePath()),
                "",
                sections(section(subject)),
                links(edition.navigation(), here),
                footer(here),
                new Feeds(desk, dates).ofPaper(),
                cards.of(desk.breaking()),
                new Pictures(desk).of(organisation.logo(), publisher),
                publisher,
                organisation.email(),
                organisation.copyright(),
                organisation.accent(),
                site.params());
    }

    /** The sections of the first level. */
    private List<LinkView> sections(Section.@Nullable Id here) {
        return desk.edition().sections().stream()
                .filter(section -> section.id().parent() == null)
                .map(section -> new LinkView(
                        section.name(),
                        cards.address(section.id()),
                        here != null && here.top().equals(section.id())))
                .toList();
    }

    /** The section that a page belongs to; null if none. */
    private Section.@Nullable Id section(Subject subject) {
        return switch (subject) {
            case Subject.Story story ->
                desk.card(story.article()).map(card -> card.filing().section()).orElse(null);
            case Subject.Listed listed ->
                listed.listing().kind() == Listing.Kind.SECTION
                        ? new Section.Id(listed.listing().key())
                        : null;
            default -> null;
        };
    }

    private List<LinkView> footer(String here) {
        var links = new ArrayList<>(links(desk.edition().footer(), here));
        desk.standingPages().stream()
                .filter(page -> page.inFooter())
                .forEach(page -> desk.address(new Subject.Standing(page.id()))
                        .filter(address ->
                                links.stream().noneMatch(link -> link.address().equals(address)))
                        .ifPresent(address -> links.add(new LinkView(page.headline(), address, address.equals(here)))));
        return links;
    }

    private List<LinkView> links(List<Site.NamedLink> named, String here) {
        return named.stream()
                .map(link -> {
                    String address = desk.site().fromRoot(link.target());
                    boolean isPlace = address.startsWith("/") && address.length() > 1;
                    return new LinkView(link.name(), address, isPlace && here.startsWith(address));
                })
                .toList();
    }
}
