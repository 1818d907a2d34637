package press.broadsheet.view;

import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Author;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;

/** What lists and pages are called. For one page. */
final class Names {
    private final NewsDesk desk;
    private final Words words;
    private final Dates dates;

    Names(NewsDesk desk, Dates dates) {
        this.desk = desk;
        this.words = new Words(desk);
        this.dates = dates;
    }

    String of(Listing.Id id) {
        return switch (id.kind()) {
            case LATEST -> words.say("list.latest");
            case CORRECTIONS -> words.say("list.corrections");
            case SECTION ->
                desk.section(new Section.Id(id.key()))
                        .map(NewsDesk.SectionHead::name)
                        .orElse(id.key());
            case TAG -> own(id);
            case CONTRIBUTOR ->
                desk.author(new Author.Id(id.key())).map(Author::name).orElseGet(() -> own(id));
            case STORY -> desk.story(id.key()).map(StoryPackage::name).orElseGet(() -> own(id));
            case YEAR, MONTH, DAY -> dates.archive(id.key());
            case PERSON, ORGANISATION, PLACE, EVENT -> own(id);
        };
    }

    String of(Subject.Overview.Kind kind) {
        return switch (kind) {
            case TAGS -> words.say("list.tags");
            case CONTRIBUTORS -> words.say("list.contributors");
            case STORIES -> words.say("list.stories");
            case ARCHIVE -> words.say("list.archive");
            case PEOPLE -> words.say("list.people");
            case ORGANISATIONS -> words.say("list.organisations");
            case PLACES -> words.say("list.places");
            case EVENTS -> words.say("list.events");
        };
    }

    /** The words for a numbered page of a list. */
    String page(int number) {
        return words.say("list.page").replace("{page}", Integer.toString(number));
    }

    String of(Subject subject) {
        return switch (subject) {
            case Subject.Front front -> desk.nameplate().name();
            case Subject.Story story ->
                desk.card(story.article()).map(card -> card.titles().headline()).orElse("");
            case Subject.Entries entries ->
                desk.report(entries.article())
                                .map(report -> report.titles().headline())
                                .orElse("")
                        + ", " + page(entries.page());
            case Subject.Standing standing ->
                desk.standingPage(standing.page()).map(StandingPage::headline).orElse("");
            case Subject.Listed listed -> of(listed.listing());
            case Subject.Overview overview -> of(overview.kind());
            case Subject.Withdrawn gone -> words.say("withdrawn.title");
            case Subject.Versions versions -> words.say("versions.title");
            case Subject.Missing missing -> words.say("missing.title");
        };
    }

    private String own(Listing.Id id) {
        String name = desk.listingName(id);
        return name.isEmpty() ? id.key() : name;
    }
}
