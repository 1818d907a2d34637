package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /** All but where the reader is is the same on every page. */
    SiteView of(Subject subject) {
        SiteView anywhere = desk.shared(Masthead.class, own -> new Masthead(own, dates.by(own)).anywhere());
        String here = desk.address(subject).orElse("");
        Section.Id section = section(subject);
        String top = section == null ? "" : cards.address(section.top());
        return anywhere.at(
                marked(anywhere.sections(), link -> link.address().equals(top)),
                marked(anywhere.navigation(), link -> leadsTo(link, here)),
                marked(anywhere.footer(), link -> link.address().equals(here)),
                new Params(desk));
    }

    private static boolean leadsTo(LinkView link, String here) {
        return link.address().startsWith("/") && link.address().length() > 1 && here.startsWith(link.address());
    }

    private static List<LinkView> marked(List<LinkView> links, Predicate<LinkView> here) {
        if (links.stream().noneMatch(here)) {
            return links;
        }
        return links.stream()
                .map(link -> here.test(link) ? new LinkView(link.name(), link.address(), true) : link)
                .toList();
    }

    private SiteView anywhere() {
        NewsDesk.Nameplate nameplate = desk.nameplate();
        Site.Organisation publisher = desk.publisher();
        return new SiteView(
                nameplate.name(),
                nameplate.motto(),
                nameplate.description(),
                desk.address(new Subject.Front()).orElse(desk.root().basePath()),
                "",
                sections(),
                links(desk.navigation().top()),
                footer(),
                new Feeds(desk, dates).ofPaper(),
                cards.of(desk.breaking()),
                new Pictures(desk).of(nameplate.logo(), nameplate.publisher()),
                nameplate.publisher(),
                publisher.email(),
                nameplate.copyright(),
                publisher.accent(),
                Map.of());
    }

    /** The sections of the first level. */
    private List<LinkView> sections() {
        return desk.listings(Listing.Kind.SECTION).stream()
                .map(list -> new Section.Id(list.key()))
                .filter(id -> id.parent() == null)
                .flatMap(id -> desk.section(id).stream())
                .map(section -> new LinkView(section.name(), cards.address(section.id()), false))
                .toList();
    }

    /** The section that a page belongs to; null if none. */
    private Section.@Nullable Id section(Subject subject) {
        return switch (subject) {
            case Subject.Story story ->
                desk.card(story.article()).map(card -> card.filing().section()).orElse(null);
            case Subject.Entries entries ->
                desk.report(entries.article())
                        .map(report -> report.filing().section())
                        .orElse(null);
            case Subject.Listed listed ->
                listed.listing().kind() == Listing.Kind.SECTION
                        ? new Section.Id(listed.listing().key())
                        : null;
            default -> null;
        };
    }

    private List<LinkView> footer() {
        var links = new ArrayList<>(links(desk.navigation().foot()));
        desk.standingPages().stream()
                .filter(page -> page.inFooter())
                .forEach(page -> desk.address(new Subject.Standing(page.id()))
                        .filter(address ->
                                links.stream().noneMatch(link -> link.address().equals(address)))
                        .ifPresent(address -> links.add(new LinkView(page.headline(), address, false))));
        return links;
    }

    private List<LinkView> links(List<NewsDesk.ChosenLink> named) {
        return named.stream()
                .map(link -> new LinkView(link.name(), desk.root().fromRoot(link.target()), false))
                .toList();
    }
}
