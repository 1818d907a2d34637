package press.broadsheet.edition;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Site;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Tells the faults that only the whole paper can show: what follows from one article and what it names ({@link #article}), what
 * several articles may give rise to and is told once ({@link #unknown}), and the rest. Not thread-safe.
 */
public final class PaperCheck {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Newspaper paper;
    private final Problems problems;

    /** @param problems is told */
    public PaperCheck(Newspaper paper, Problems problems) {
        this.paper = paper;
        this.problems = problems;
    }

    /** Tells what is wrong with standing matter and settings. */
    public void matter() {
        security();
        for (Edition edition : paper.editions()) {
            edition.matter().stories().values().forEach(story -> parts(edition, story));
            edition.frontPlans().values().forEach(front -> FrontCheck.check(edition, front, problems));
        }
    }

    /** Tells what is wrong with one article: it follows from its card, and from what has the names that it names. */
    public void article(Edition edition, Card card) {
        references(edition, card);
        entries(edition, card);
        change(edition, card);
    }

    /**
     * Tells whom and which story packages articles name that the paper does not know: each once, where it is named first.
     *
     * @param cards of the edition, newest first
     */
    public void unknown(Edition edition, Iterable<Card> cards) {
        var told = new HashSet<String>();
        for (Card card : cards) {
            contributors(edition, card, told);
            story(edition, card, told);
        }
    }

    /** When, after the moment of the paper, something else would be told although nobody touches a file; empty if never. */
    public static Optional<Instant> next(Newspaper paper) {
        return paper.editions().stream()
                .flatMap(edition -> {
                    Site.Security security = edition.site().statements().security();
                    Stream<Instant> own = security == null ? Stream.empty() : Stream.of(security.expires());
                    Stream<Instant> entries = edition.unsettled().stream()
                            .filter(card -> card.extent().lastEntry() != null)
                            .flatMap(card -> Stream.of(
                                    card.extent().lastEntry(), card.timing().published()));
                    Stream<Instant> changes = edition.unsettled().stream()
                            .filter(card -> card.timing().modified().isAfter(edition.moment()))
                            .flatMap(card -> Stream.of(
                                    card.timing().modified(), card.timing().published()));
                    return Stream.of(own, entries, changes)
                            .flatMap(Function.identity())
                            .filter(at -> at.isAfter(edition.moment()));
                })
                .min(Comparator.naturalOrder());
    }

    private void security() {
        Edition edition = paper.editions().getFirst();
        Site.Security security = edition.site().statements().security();
        if (security != null && !edition.moment().isBefore(security.expires())) {
            problems.add(
                    PaperFault.SECURITY_EXPIRED,
                    security.place(),
                    "security.txt has expired: nobody who finds a hole will believe it.",
                    "See whether it is still right, and set \"expires:\" to a day within the next year.");
        }
    }

    private void references(Edition edition, Card card) {
        card.apparatus().related().forEach(reference -> another(edition, card, reference, "related"));
        card.apparatus().follows().forEach(reference -> another(edition, card, reference, "follows"));
        Card.Reference original = card.naming().translationOf();
        if (original == null) {
            return;
        }
        boolean found = paper.editions().stream()
                .filter(other -> other != edition)
                .anyMatch(other -> other.references().find(original.text()) != null);
        if (found || namesItself(edition, card, original, "translationOf")) {
            return;
        }
        if (edition.references().find(original.text()) != null) {
            problems.add(
                    PaperFault.SAME_LANGUAGE_TRANSLATION,
                    original.place(),
                    "\"" + original.text() + "\" is in the same language as this article.",
                    "A translation stands in another edition. For a follow-up use \"follows\".");
        } else {
            Edition first = paper.editions().getFirst();
            (first == edition && paper.editions().size() > 1 ? paper.editions().get(1) : first)
                    .references()
                    .check(original.text(), original.place(), problems);
        }
    }

    private void another(Edition edition, Card card, Card.Reference reference, String field) {
        edition.references().check(reference.text(), reference.place(), problems);
        namesItself(edition, card, reference, field);
    }

    /** Whether a reference names the article that it stands in, which is told. */
    private boolean namesItself(Edition edition, Card card, Card.Reference reference, String field) {
        boolean itself = edition.references().find(reference.text()) instanceof References.Named.Story other
                && other.card().id().equals(card.id());
        if (itself) {
            problems.add(
                    PaperFault.NAMES_ITSELF,
                    reference.place(),
                    "\"" + reference.text() + "\" is this article itself.",
                    "Name another article behind \"" + field + "\", or take it out.");
        }
        return itself;
    }

    private void contributors(Edition edition, Card card, Set<String> told) {
        for (Credits.Credit credit : card.credits().authors()) {
            contributor(edition, credit.reference(), credit.place(), told, problems);
        }
    }

    /** Tells, once, that a byline names somebody by an id that has no file. */
    public static void contributor(
            Edition edition, String reference, Place place, Set<String> told, Problems problems) {
        // A name with a space or a capital is a guest's; a bare id promises a file.
        boolean looksLikeId = reference
                .chars()
                .allMatch(c -> c == '-' || c == '_' || Character.isDigit(c) || Character.isLowerCase(c));
        if (looksLikeId && !edition.matter().authors().containsKey(reference) && told.add("contributor " + reference)) {
            problems.add(
                    PaperFault.UNKNOWN_CONTRIBUTOR,
                    place,
                    "There is no contributor \"" + reference + "\", so the byline shows the id.",
                    Nearest.of(reference, edition.matter().authors().keySet())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write the name, or add people/" + reference + ".md."));
        }
    }

    private void story(Edition edition, Card card, Set<String> told) {
        String story = card.filing().story();
        if (!story.isEmpty() && !edition.matter().stories().containsKey(story) && told.add("story " + story)) {
            problems.add(
                    PaperFault.UNKNOWN_STORY,
                    card.filing().storyPlace(card.place()),
                    "There is no story package \"" + story + "\", so it has no name of its own.",
                    Nearest.of(story, edition.matter().stories().keySet())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Add " + folderOf(edition.settings()) + "stories/" + story + ".md."));
        }
    }

    private void entries(Edition edition, Card card) {
        Instant last = card.extent().lastEntry();
        // A preview of a later moment may show what is not published yet.
        if (last != null
                && last.isAfter(edition.moment())
                && !card.timing().published().isAfter(edition.moment())) {
            problems.add(
                    PaperFault.ENTRY_IN_FUTURE,
                    card.place(),
                    "The newest entry of this report is of "
                            + MINUTE.format(last.atZone(edition.site().zone())) + ", which is yet to come.",
                    "Mend its time: it stands above whatever is written until then.");
        }
    }

    private void change(Edition edition, Card card) {
        Instant modified = card.timing().modified();
        // A report's newest entry moves this date, and is told by itself.
        if (modified.isAfter(edition.moment())
                && !card.timing().published().isAfter(edition.moment())
                && !modified.equals(card.extent().lastEntry())) {
            problems.add(
                    PaperFault.CHANGE_IN_FUTURE,
                    card.place(),
                    "Readers are told that this article was changed on "
                            + MINUTE.format(modified.atZone(edition.site().zone())) + ", which is yet to come.",
                    "Mend \"modified\", or the date of the correction or update.");
        }
    }

    private void parts(Edition edition, StoryPackage story) {
        for (Card.Reference part : story.parts()) {
            edition.references().check(part.text(), part.place(), problems);
            switch (edition.references().find(part.text())) {
                case References.Named.Story article -> member(part, article.card(), story);
                case References.Named.Page ignored ->
                    problems.add(
                            PaperFault.PART_OF_ANOTHER_STORY,
                            part.place(),
                            "\"" + part.text() + "\" is a standing page, and only articles are parts of a story.",
                            "Take it out of \"parts\", and link to it in the text.");
                case null -> {}
            }
        }
        for (StoryPackage.Event event : story.timeline()) {
            Card.Reference article = event.article();
            if (article != null) {
                edition.references().check(article.text(), article.place(), problems);
            }
        }
    }

    /** What an article says of itself decides; the package only puts its articles in order. */
    private void member(Card.Reference part, Card card, StoryPackage story) {
        String own = card.filing().story();
        if (!own.equals(story.id())) {
            problems.add(
                    PaperFault.PART_OF_ANOTHER_STORY,
                    part.place(),
                    "\"" + part.text() + "\" "
                            + (own.isEmpty()
                                    ? "belongs to no story package"
                                    : "belongs to the story package \"" + own + "\"")
                            + ", so it is no part of this one.",
                    "Write \"story: " + story.id() + "\" in " + card.place() + ", or take it out of \"parts\".");
        }
    }

    private static String folderOf(Site.EditionSettings settings) {
        return settings.folder().isEmpty() ? "" : settings.folder() + "/";
    }
}
