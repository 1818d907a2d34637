package press.broadsheet.view;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;

/** Shows the pages that name all lists of a kind. For one page. */
final class Overviews {
    private final NewsDesk desk;
    private final Dates dates;
    private final Names names;
    private final Locale locale;
    private final Collator collator;

    Overviews(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
        this.names = new Names(desk, dates);
        this.locale = desk.language().locale();
        this.collator = Collator.getInstance(locale);
    }

    OverviewView of(Subject.Overview.Kind kind) {
        return new OverviewView(
                kind.name().toLowerCase(Locale.ROOT),
                names.of(kind),
                switch (kind) {
                    case TAGS -> byLetter(desk.listings(Listing.Kind.TAG));
                    case CONTRIBUTORS ->
                        group(desk.authors().stream()
                                .map(author -> new Listing.Id(
                                        Listing.Kind.CONTRIBUTOR, author.id().value()))
                                .toList());
                    case STORIES ->
                        group(desk.stories().stream()
                                .map(id -> new Listing.Id(Listing.Kind.STORY, id))
                                .toList());
                    case ARCHIVE -> years();
                    case PEOPLE -> byLetter(desk.listings(Listing.Kind.PERSON));
                    case ORGANISATIONS -> byLetter(desk.listings(Listing.Kind.ORGANISATION));
                    case PLACES -> byLetter(desk.listings(Listing.Kind.PLACE));
                    case EVENTS -> byLetter(desk.listings(Listing.Kind.EVENT));
                },
                kind == Subject.Overview.Kind.CONTRIBUTORS ? people() : List.of(),
                kind == Subject.Overview.Kind.STORIES ? stories() : List.of());
    }

    private List<StoryView> stories() {
        var lists = new Lists(desk, dates);
        return desk.stories().stream()
                .flatMap(id -> lists.story(id, List.of(), false).stream())
                .sorted(byName(StoryView::name))
                .toList();
    }

    private List<ContributorView> people() {
        var people = new People(desk);
        return desk.authors().stream()
                .sorted(byName(Author::name))
                .map(author -> people.contributor(author, false))
                .toList();
    }

    private List<GroupView> group(List<Listing.Id> ids) {
        List<CountView> links =
                ids.stream().map(this::count).sorted(byName(CountView::name)).toList();
        return links.isEmpty() ? List.of() : List.of(new GroupView("", "", links));
    }

    private List<GroupView> byLetter(List<Listing.Id> ids) {
        Map<String, List<CountView>> letters = new TreeMap<>(byName(Function.identity()));
        ids.stream()
                .map(this::count)
                .sorted(byName(CountView::name))
                .forEach(link -> letters.computeIfAbsent(initial(link.name()), letter -> new ArrayList<>())
                        .add(link));
        return letters.entrySet().stream()
                .map(letter -> new GroupView(letter.getKey(), "", letter.getValue()))
                .toList();
    }

    private List<GroupView> years() {
        List<Listing.Id> months = desk.listings(Listing.Kind.MONTH).reversed();
        return desk.listings(Listing.Kind.YEAR).reversed().stream()
                .map(year -> new GroupView(
                        names.of(year),
                        address(year),
                        months.stream()
                                .filter(month -> month.key().startsWith(year.key() + "/"))
                                .map(this::count)
                                .toList()))
                .toList();
    }

    private CountView count(Listing.Id id) {
        return new CountView(names.of(id), address(id), desk.length(id));
    }

    private String address(Listing.Id id) {
        return desk.address(Subject.Listed.root(id)).orElse("");
    }

    /** As the language orders its letters; where it sees no difference, by character, so that chance decides nothing. */
    private <T> Comparator<T> byName(Function<T, String> name) {
        return Comparator.<T, String>comparing(name, collator).thenComparing(name);
    }

    private String initial(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(locale);
    }
}
