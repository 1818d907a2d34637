package press.broadsheet.view;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;

/** The way from the front page to a page. An article's ends at its section, a list's at the list. For one page. */
final class Crumbs {
    private final NewsDesk desk;
    private final Names names;

    Crumbs(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.names = new Names(desk, dates);
    }

    List<LinkView> of(Subject subject) {
        var crumbs = new ArrayList<LinkView>();
        if (subject instanceof Subject.Front) {
            return crumbs;
        }
        add(new Words(desk).say("breadcrumb.home"), new Subject.Front(), false, crumbs);
        switch (subject) {
            case Subject.Story story ->
                desk.card(story.article())
                        .ifPresent(card -> sections(card.filing().section(), null, crumbs));
            case Subject.Entries entries -> entries(entries, crumbs);
            case Subject.Listed listed -> list(listed, crumbs);
            case Subject.Overview overview -> add(names.of(overview), overview, true, crumbs);
            case Subject.Standing standing ->
                desk.standingPage(standing.page()).ifPresent(page -> standing(page, crumbs));
            case Subject.Versions versions ->
                desk.card(versions.article()).ifPresent(card -> {
                    sections(card.filing().section(), null, crumbs);
                    add(card.titles().headline(), new Subject.Story(card.id()), false, crumbs);
                    add(names.of(versions), versions, true, crumbs);
                });
            case Subject.Withdrawn gone ->
                desk.withdrawal(gone.article()).ifPresent(notice -> sections(notice.section(), null, crumbs));
            case Subject.Front front -> {}
            case Subject.Missing missing -> {}
        }
        return crumbs;
    }

    private void entries(Subject.Entries entries, List<LinkView> crumbs) {
        desk.report(entries.article()).ifPresent(report -> {
            sections(report.filing().section(), null, crumbs);
            add(report.titles().shortHeadline(), new Subject.Story(report.id()), false, crumbs);
            add(names.page(entries.page()), entries, true, crumbs);
        });
    }

    private void list(Subject.Listed listed, List<LinkView> crumbs) {
        Listing.Id id = listed.listing();
        boolean root = listed.page() == 0;
        switch (id.kind()) {
            case SECTION -> sections(new Section.Id(id.key()), root ? id : null, crumbs);
            case TAG -> overview(Subject.Overview.Kind.TAGS, crumbs);
            case CONTRIBUTOR -> overview(Subject.Overview.Kind.CONTRIBUTORS, crumbs);
            case STORY -> overview(Subject.Overview.Kind.STORIES, crumbs);
            case YEAR, MONTH, DAY -> overview(Subject.Overview.Kind.ARCHIVE, crumbs);
            case PERSON -> overview(Subject.Overview.Kind.PEOPLE, crumbs);
            case ORGANISATION -> overview(Subject.Overview.Kind.ORGANISATIONS, crumbs);
            case PLACE -> overview(Subject.Overview.Kind.PLACES, crumbs);
            case EVENT -> overview(Subject.Overview.Kind.EVENTS, crumbs);
            case LATEST, CORRECTIONS -> {}
        }
        if (id.kind() == Listing.Kind.MONTH || id.kind() == Listing.Kind.DAY) {
            list(new Listing.Id(Listing.Kind.YEAR, id.key().substring(0, 4)), false, crumbs);
        }
        if (id.kind() == Listing.Kind.DAY) {
            list(new Listing.Id(Listing.Kind.MONTH, id.key().substring(0, 7)), false, crumbs);
        }
        if (id.kind() != Listing.Kind.SECTION) {
            list(id, root, crumbs);
        }
        if (!root) {
            add(names.page(listed.page()), listed, true, crumbs);
        }
    }

    /** A section and those that it is a part of, outermost first. */
    private void sections(
            Section.Id section, Listing.@org.jspecify.annotations.Nullable Id current, List<LinkView> crumbs) {
        Section.Id parent = section.parent();
        if (parent != null) {
            sections(parent, null, crumbs);
        }
        list(new Listing.Id(Listing.Kind.SECTION, section.path()), current != null, crumbs);
    }

    private void standing(StandingPage page, List<LinkView> crumbs) {
        String path = page.path();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            desk.standingPages().stream()
                    .filter(other -> other.path().equals(above))
                    .findFirst()
                    .ifPresent(other -> add(other.headline(), new Subject.Standing(other.id()), false, crumbs));
        }
        add(page.headline(), new Subject.Standing(page.id()), true, crumbs);
    }

    private void overview(Subject.Overview.Kind kind, List<LinkView> crumbs) {
        add(names.of(kind), new Subject.Overview(kind), false, crumbs);
    }

    private void list(Listing.Id id, boolean current, List<LinkView> crumbs) {
        add(names.of(id), Subject.Listed.root(id), current, crumbs);
    }

    private void add(String name, Subject subject, boolean current, List<LinkView> crumbs) {
        desk.address(subject).ifPresent(address -> crumbs.add(new LinkView(name, address, current)));
    }
}
