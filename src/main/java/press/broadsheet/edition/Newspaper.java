package press.broadsheet.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.StandingPage;

/** All editions of the paper at one moment, and what translates what. Immutable. */
public final class Newspaper {
    private final List<Edition> editions;
    /** For each translated article: its group, one article for each edition that has it. */
    private final Map<Article.Id, Map<Edition, Article.Id>> groups = new HashMap<>();

    /** A subject as one edition has it. */
    public record Counterpart(Edition edition, Subject subject) {}

    /** @param editions the default one first */
    public Newspaper(List<Edition> editions) {
        this.editions = List.copyOf(editions);
        if (editions.size() == 1) {
            // Nothing to look for.
            return;
        }
        for (Edition edition : editions) {
            for (Card card : edition.cards()) {
                Article.Id original = original(edition, card);
                if (original != null) {
                    tie(edition, card.id(), original);
                }
            }
        }
    }

    /** The article that a card translates, if readers can see it; null if none. */
    private Article.@Nullable Id original(Edition edition, Card card) {
        Card.Reference reference = card.naming().translationOf();
        if (reference != null) {
            for (Edition other : editions) {
                if (other != edition
                        && other.references().find(reference.text()) instanceof References.Named.Story found) {
                    return found.card().id();
                }
            }
            return null;
        }
        String folder = edition.settings().folder();
        if (folder.isEmpty()) {
            return null;
        }
        var samePath = new Article.Id(card.id().path().substring(folder.length() + 1));
        return editions.getFirst().card(samePath).isPresent() ? samePath : null;
    }

    private void tie(Edition edition, Article.Id translation, Article.Id original) {
        Map<Edition, Article.Id> group = groups.computeIfAbsent(original, id -> new HashMap<>());
        for (Edition other : editions) {
            if (other.card(original).isPresent()) {
                group.putIfAbsent(other, original);
            }
        }
        group.putIfAbsent(edition, translation);
        groups.put(translation, group);
    }

    public List<Edition> editions() {
        return editions;
    }

    /** The same subject in every edition that has it, in the order of the editions; itself included. */
    public List<Counterpart> counterparts(Edition edition, Subject subject) {
        var found = new ArrayList<Counterpart>();
        for (Edition other : editions) {
            if (other == edition) {
                found.add(new Counterpart(edition, subject));
            } else {
                counterpart(edition, other, subject).ifPresent(same -> found.add(new Counterpart(other, same)));
            }
        }
        return found;
    }

    private Optional<Subject> counterpart(Edition edition, Edition other, Subject subject) {
        return switch (subject) {
            case Subject.Front front -> Optional.of(front);
            case Subject.Story story ->
                Optional.ofNullable(
                                groups.getOrDefault(story.article(), Map.of()).get(other))
                        .map(Subject.Story::new);
            case Subject.Standing standing ->
                edition.standingPage(standing.page())
                        .flatMap(page -> other.matter().pages().stream()
                                .filter(same -> same.path().equals(page.path()))
                                .map(StandingPage::id)
                                .findFirst())
                        .map(Subject.Standing::new);
            // Tags are words of one language, and numbered pages of two editions hold different articles.
            case Subject.Listed listed ->
                listed.page() == 0
                                && isShared(listed.listing().kind())
                                && other.folder(subject).isPresent()
                                && !isEmpty(other, listed.listing())
                        ? Optional.of(subject)
                        : Optional.empty();
            case Subject.Overview overview ->
                other.folder(subject).isPresent() ? Optional.of(subject) : Optional.empty();
            case Subject.Withdrawn gone -> Optional.empty();
            case Subject.Versions versions -> Optional.empty();
            // A report's earlier entries are cut into other pages in a translation.
            case Subject.Entries entries -> Optional.empty();
            case Subject.Missing missing -> Optional.empty();
        };
    }

    private static boolean isShared(Listing.Kind kind) {
        return switch (kind) {
            case SECTION, CONTRIBUTOR, STORY, LATEST, CORRECTIONS -> true;
            // Names are written in another way in another language.
            case TAG, YEAR, MONTH, DAY, PERSON, ORGANISATION, PLACE, EVENT -> false;
        };
    }

    /** Sections, the latest and corrections have their page whether there is anything to list or not. */
    private static boolean isEmpty(Edition edition, Listing.Id id) {
        return switch (id.kind()) {
            case SECTION, LATEST, CORRECTIONS -> false;
            case CONTRIBUTOR, STORY, TAG, YEAR, MONTH, DAY, PERSON, ORGANISATION, PLACE, EVENT ->
                edition.listing(id).size() == 0;
        };
    }
}
