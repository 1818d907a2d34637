package press.broadsheet.edition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Section;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.text.PatchedMap;

/** Which subjects an edition publishes, and in which folders below the published one. Immutable. */
final class Folders {
    private static final String VERSIONS = "versions/";

    private final Basis basis;

    /** Where articles stand, and where the withdrawn stood; perhaps some that did once. */
    private final Map<Article.Id, String> ofArticles;

    private Folders(Basis basis, Map<Article.Id, String> ofArticles) {
        this.basis = basis;
        this.ofArticles = ofArticles;
    }

    static Folders of(Basis basis, Release release) {
        List<Card> cards = release.published();
        var folders = HashMap.<Article.Id, String>newHashMap(cards.size());
        cards.forEach(card -> folders.put(card.id(), basis.addresses().folder(card)));
        withdraw(release, basis.addresses(), folders);
        return new Folders(basis, folders);
    }

    /** The same after some cards went and others came. */
    Folders after(CardChange change, Release release) {
        var others = new HashMap<Article.Id, String>();
        change.come().forEach(card -> others.put(card.id(), basis.addresses().folder(card)));
        withdraw(release, basis.addresses(), others);
        return new Folders(basis, PatchedMap.of(ofArticles, others, change.goneIds()));
    }

    private static void withdraw(Release release, Addresses addresses, Map<Article.Id, String> folders) {
        var withdrawn = release.withdrawn().stream().map(Withdrawal::id).collect(Collectors.toSet());
        release.heldBack().stream()
                .map(Release.HeldBack::card)
                .filter(card -> withdrawn.contains(card.id()))
                .forEach(card -> folders.put(card.id(), addresses.folder(card)));
    }

    /**
     * The folder of a subject; empty if it is not published.
     *
     * @param edition whose folders these are
     */
    Optional<String> of(Subject subject, Edition edition) {
        // Nearly all are one of these; the first compiler makes little of a switch over types.
        if (subject instanceof Subject.Story story) {
            return edition.has(story.article())
                    ? Optional.ofNullable(ofArticles.get(story.article()))
                    : Optional.empty();
        }
        if (subject instanceof Subject.Listed listed) {
            return isPublished(listed.listing(), edition)
                    ? Optional.of(basis.addresses().folder(listed))
                    : Optional.empty();
        }
        return switch (subject) {
            case Subject.Withdrawn gone ->
                edition.withdrawal(gone.article()).map(notice -> ofArticles.get(gone.article()));
            case Subject.Versions versions ->
                edition.card(versions.article())
                        .filter(edition::hasVersions)
                        .map(card -> basis.addresses().folder(card) + VERSIONS);
            case Subject.Entries entries -> ofEntries(entries, edition);
            case Subject.Standing standing ->
                edition.standingPage(standing.page())
                        .map(page -> basis.addresses().standingFolder(page.path()));
            case Subject.Overview overview ->
                isPublished(overview.kind(), edition)
                        ? Optional.of(basis.addresses().folder(subject))
                        : Optional.empty();
            case Subject.Front front -> Optional.of(basis.addresses().folder(subject));
            case Subject.Missing missing -> Optional.of(basis.addresses().folder(subject));
            case Subject.Story story -> throw new IllegalStateException("Looked at above");
            case Subject.Listed listed -> throw new IllegalStateException("Looked at above");
        };
    }

    private Optional<String> ofEntries(Subject.Entries entries, Edition edition) {
        return edition.card(entries.article())
                .filter(card -> entries.page() >= 1
                        && entries.page() <= edition.entryPages(card).pages())
                .map(card -> basis.addresses().folder(card) + "page/" + entries.page() + "/");
    }

    private boolean isPublished(Listing.Id id, Edition edition) {
        var lists = basis.site().lists();
        return switch (id.kind()) {
            case SECTION -> basis.sections().containsKey(new Section.Id(id.key()));
            case CONTRIBUTOR ->
                edition.hasFile(new Author.Id(id.key())) || edition.listing(id).size() > 0;
            case STORY ->
                basis.matter().stories().containsKey(id.key())
                        || edition.listing(id).size() > 0;
            case LATEST -> lists.hasLatest();
            case CORRECTIONS -> lists.hasCorrections();
            case TAG, PERSON, ORGANISATION, PLACE, EVENT -> edition.listing(id).size() > 0;
            case YEAR, MONTH, DAY -> lists.hasArchive() && edition.listing(id).size() > 0;
        };
    }

    private boolean isPublished(Subject.Overview.Kind kind, Edition edition) {
        return switch (kind) {
            case TAGS -> !edition.listings(Listing.Kind.TAG).isEmpty();
            case CONTRIBUTORS -> !edition.authors().isEmpty();
            case STORIES -> !edition.storyIds().isEmpty();
            case PEOPLE -> !edition.listings(Listing.Kind.PERSON).isEmpty();
            case ORGANISATIONS -> !edition.listings(Listing.Kind.ORGANISATION).isEmpty();
            case PLACES -> !edition.listings(Listing.Kind.PLACE).isEmpty();
            case EVENTS -> !edition.listings(Listing.Kind.EVENT).isEmpty();
            case ARCHIVE ->
                basis.site().lists().hasArchive()
                        && !edition.listings(Listing.Kind.YEAR).isEmpty();
        };
    }
}
