package press.broadsheet.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.Withdrawal;

/**
 * The paper in one language at one moment: what follows from its cards ({@link Parts}), and what follows from the moment.
 * Immutable.
 */
public final class Edition {
    /** The order of all lists. */
    public static final Comparator<Card> NEWEST_FIRST = Listings.NEWEST_FIRST;

    /** How long an article is news to a news sitemap. */
    public static final Duration NEWS_AGE = Duration.ofDays(2);

    private final Basis basis;
    private final Parts parts;
    private final Map<Article.Id, Card> cards;
    private final Listings listings;
    private final Instant moment;
    private final Map<String, ComposedFront> fronts;
    private final Timely timely;
    private final Map<Article.Id, Withdrawal> withdrawals = new TreeMap<>();
    private final Set<Article.Id> changed;

    /** The articles before and after one in its section; null at the ends. */
    public record Neighbours(@Nullable Card older, @Nullable Card newer) {
        static final Neighbours NONE = new Neighbours(null, null);
    }

    private Edition(Basis basis, Parts parts, Timely timely, Release release, Instant moment, Set<Article.Id> changed) {
        this.basis = basis;
        this.parts = parts;
        this.cards = parts.cards();
        this.listings = parts.listings();
        this.moment = moment;
        this.fronts = Composition.all(basis, parts, moment);
        this.timely = timely;
        release.withdrawn().forEach(gone -> withdrawals.put(gone.id(), gone));
        this.changed = changed;
    }

    /**
     * Assembles what may be seen at a moment. Faults that only the whole shows are told by {@link PaperCheck}.
     *
     * @param release the articles of this language
     */
    public static Edition assemble(
            Site site, Site.EditionSettings settings, StandingMatter matter, Release release, Instant moment) {
        return assemble(site, settings, matter, release, moment, Set.of(), Helping.NONE);
    }

    /**
     * Likewise, with what is known of the past.
     *
     * @param changed articles of which the paper shows earlier versions
     * @param helping does some of it meanwhile
     */
    public static Edition assemble(
            Site site,
            Site.EditionSettings settings,
            StandingMatter matter,
            Release release,
            Instant moment,
            Set<Article.Id> changed,
            Helping helping) {
        return anew(Basis.of(site, settings, matter), release, moment, changed, helping);
    }

    private static Edition anew(
            Basis basis, Release release, Instant moment, Set<Article.Id> changed, Helping helping) {
        var parts = Parts.of(basis, release, helping);
        var timely = Timely.of(parts.listings().get(Listing.Id.LATEST).cards(), moment);
        return new Edition(basis, parts, timely, release, moment, changed);
    }

    /**
     * What {@link #assemble} makes of the same settings, standing matter and language, and of the same articles but for a
     * few: quicker the fewer these are.
     *
     * @param read what was read again, of what readers see or what is held back
     * @param release in which nothing else is other
     * @param changed articles of which the paper shows earlier versions
     */
    public Edition after(CardChange read, Release release, Instant at, Set<Article.Id> changed) {
        var change = new CardChange(
                read.gone().stream().filter(this::has).toList(),
                read.come().stream().filter(release::publishes).toList());
        if (change.isMuch() || at.isBefore(moment)) {
            return anew(basis, release, at, changed, Helping.NONE);
        }
        return new Edition(basis, parts.after(change, basis, release), timely.after(change, at), release, at, changed);
    }

    public Site site() {
        return basis.site();
    }

    public Site.EditionSettings settings() {
        return basis.settings();
    }

    public StandingMatter matter() {
        return basis.matter();
    }

    public Instant moment() {
        return moment;
    }

    /** Whether an article is published as the very same card. */
    @SuppressWarnings("ReferenceEquality")
    boolean has(Card card) {
        return cards.get(card.id()) == card;
    }

    boolean has(Article.Id id) {
        return cards.containsKey(id);
    }

    public Optional<Card> card(Article.Id id) {
        return Optional.ofNullable(cards.get(id));
    }

    /** All published articles, newest first. */
    public List<Card> cards() {
        return listings.get(Listing.Id.LATEST).cards();
    }

    /** A listing; empty if nothing is in it. */
    public Listing listing(Listing.Id id) {
        return listings.get(id);
    }

    /** Listings of a kind that hold something, by key; sections in the paper's order and also when they are empty. */
    public List<Listing.Id> listings(Listing.Kind kind) {
        if (kind != Listing.Kind.SECTION) {
            return listings.ids(kind);
        }
        return settings().sections().stream()
                .map(section ->
                        new Listing.Id(Listing.Kind.SECTION, section.id().path()))
                .toList();
    }

    /** The lists that are others here than in another edition, or are in one of them only. */
    Set<Listing.Id> otherListings(Edition other) {
        return listings.others(other.listings);
    }

    public Optional<Section> section(Section.Id id) {
        return Optional.ofNullable(basis.sections().get(id));
    }

    /** Sections directly below one, in the paper's order. */
    public List<Section> subsections(Section.Id id) {
        return settings().sections().stream()
                .filter(section -> id.equals(section.id().parent()))
                .toList();
    }

    /** Who a reference names; somebody without a file gets a name and an id only. */
    public Author author(String reference) {
        return parts.contributors().named(reference);
    }

    /** Somebody with a file, or somebody whose articles name them. */
    public Optional<Author> author(Author.Id id) {
        return parts.contributors().find(id);
    }

    boolean hasFile(Author.Id id) {
        return parts.contributors().hasFile(id);
    }

    /** Everybody with a page of their own: with a file, or with articles. By id. */
    public List<Author.Id> authors() {
        return parts.contributors().all(listings);
    }

    public Optional<StandingPage> standingPage(Article.Id id) {
        return matter().pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public References references() {
        return parts.references();
    }

    public Addresses addresses() {
        return basis.addresses();
    }

    public Neighbours neighbours(Article.Id id) {
        Card card = cards.get(id);
        return card == null ? Neighbours.NONE : parts.order().inSection(card);
    }

    /** The articles before and after one in its story package, as the package is read. */
    public Neighbours parts(Article.Id id) {
        Card card = cards.get(id);
        return card == null ? Neighbours.NONE : parts.order().inStory(card);
    }

    /** A front; without slots if that section has no plan of its own. The front page always has one. */
    public ComposedFront front(Section.@Nullable Id section) {
        return fronts.getOrDefault(section == null ? "" : section.path(), new ComposedFront(List.of()));
    }

    /** The plans of this edition's fronts, by section path. */
    public Map<String, FrontPage> frontPlans() {
        return matter().fronts();
    }

    /** Articles that are breaking news at this moment, newest first. */
    public List<Card> breaking() {
        return timely.breaking();
    }

    /** Articles of which {@link PaperCheck} may tell something else at a later moment, newest first. */
    List<Card> unsettled() {
        return timely.unsettled();
    }

    /** In which order the articles are read. */
    ReadingOrder order() {
        return parts.order();
    }

    /**
     * What appeared in the two days before this moment, newest first: what a news sitemap may hold ("created in the last
     * two days", Google's news sitemap). A preview may show what is not published yet; that is not among it.
     */
    public List<Card> recent() {
        Instant oldest = moment.minus(NEWS_AGE);
        return cards().stream()
                .takeWhile(card -> card.timing().published().isAfter(oldest))
                .filter(card -> !card.timing().published().isAfter(moment))
                .toList();
    }

    /** The notices of articles that were withdrawn, by their files' names. */
    public List<Withdrawal> withdrawals() {
        return List.copyOf(withdrawals.values());
    }

    public Optional<Withdrawal> withdrawal(Article.Id id) {
        return Optional.ofNullable(withdrawals.get(id));
    }

    /** Whether readers are offered the earlier versions of an article. */
    public boolean hasVersions(Card card) {
        return changed.contains(card.id());
    }

    /** Whether an article of this edition, published or not, fits a slot as long as it is young enough. */
    public boolean couldFill(Card card, FrontPage.Backfill backfill) {
        Section.Id wanted = backfill.section();
        return Composition.couldFill(card, backfill, settings().language().tag())
                && (wanted == null
                        || Stream.concat(Stream.of(card.filing().section()), card.filing().sections().stream())
                                .anyMatch(own -> isWithin(own, wanted)));
    }

    private static boolean isWithin(Section.Id own, Section.Id wanted) {
        return own.equals(wanted) || own.path().startsWith(wanted.path() + "/");
    }

    /** The folder of a subject below the published folder; empty if this edition does not publish it. */
    public Optional<String> folder(Subject subject) {
        return parts.folders().of(subject, this);
    }

    /** Pages of a report's earlier entries that are full; its own page shows the rest. */
    public Paging entryPages(Card card) {
        return Paging.of(card.extent().entries(), site().lists().pageSize());
    }

    /** Story packages with a file or with articles, by id. */
    public List<String> storyIds() {
        var ids = new TreeSet<>(matter().stories().keySet());
        listings.ids(Listing.Kind.STORY).forEach(id -> ids.add(id.key()));
        return List.copyOf(ids);
    }
}
