package press.broadsheet.edition;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;
import press.broadsheet.text.PatchedMap;
import press.broadsheet.text.Slug;

/** The paper in one language at one moment. Immutable. */
public final class Edition {
    /** The order of all lists. */
    public static final Comparator<Card> NEWEST_FIRST = Listings.NEWEST_FIRST;

    /** How long an article is news to a news sitemap. */
    public static final Duration NEWS_AGE = Duration.ofDays(2);

    private static final String VERSIONS = "versions/";

    /** With more cards that are others it pays to begin anew. */
    private static final int MANY = 100;

    private final Site site;
    private final Site.EditionSettings settings;
    private final StandingMatter matter;
    private final Instant moment;
    private final Map<Article.Id, Card> cards;
    private final Map<Section.Id, Section> sections;
    private final Map<String, Author> authorsByReference;
    private final Map<Author.Id, Author> authors;
    private final Listings listings;
    private final References references;
    private final Addresses addresses;
    private final Map<String, ComposedFront> fronts;
    /** By the sections' paths. */
    private final Map<String, Map<Article.Id, Neighbours>> neighbours;

    /** By the packages' ids. */
    private final Map<String, Map<Article.Id, Neighbours>> parts;

    private final Map<Article.Id, String> folders;
    private final List<Card> breaking;
    private final Map<Article.Id, Withdrawal> withdrawals;
    private final Set<Article.Id> changed;

    /** The articles before and after one in its section; null at the ends. */
    public record Neighbours(@Nullable Card older, @Nullable Card newer) {
        static final Neighbours NONE = new Neighbours(null, null);
    }

    private Edition(
            Site site,
            Site.EditionSettings settings,
            StandingMatter matter,
            Release release,
            Instant moment,
            Set<Article.Id> changed) {
        this.changed = changed;
        this.site = site;
        this.settings = settings;
        this.matter = matter;
        this.moment = moment;
        this.cards = new HashMap<>();
        release.published().forEach(card -> cards.put(card.id(), card));
        this.sections = new HashMap<>();
        settings.sections().forEach(section -> sections.put(section.id(), section));
        this.authorsByReference = new HashMap<>();
        this.authors = new TreeMap<>();
        gatherAuthors(release.published());
        this.listings = Listings.of(release.published(), settings.language(), site.zone(), this::contributor);
        this.references = new References(settings.folder(), release.published(), matter.pages(), release.heldBack());
        this.addresses = new Addresses(site, settings);
        this.fronts = composeFronts();
        this.neighbours = new HashMap<>();
        listings.ids(Listing.Kind.SECTION).forEach(id -> neighbours.put(id.key(), findNeighbours(id)));
        this.parts = new HashMap<>();
        listings.ids(Listing.Kind.STORY).forEach(id -> parts.put(id.key(), findParts(id)));
        var stand = HashMap.<Article.Id, String>newHashMap(cards.size());
        cards.values().forEach(card -> stand.put(card.id(), addresses.folder(card)));
        this.withdrawals = new TreeMap<>();
        stand.putAll(withdraw(release));
        this.folders = stand;
        this.breaking = cards().stream().filter(this::isBreaking).toList();
    }

    /**
     * After some cards went and others came. What only these can have changed is taken over from the edition before, as far as
     * none of them has to do with it.
     */
    private Edition(
            Edition before,
            Release release,
            Instant moment,
            Set<Article.Id> changed,
            List<Card> gone,
            List<Card> come) {
        this.changed = changed;
        this.site = before.site;
        this.settings = before.settings;
        this.matter = before.matter;
        this.moment = moment;
        var others = new HashMap<Article.Id, Card>();
        come.forEach(card -> others.put(card.id(), card));
        Set<Article.Id> goneIds = gone.stream().map(Card::id).collect(Collectors.toSet());
        this.cards = PatchedMap.of(before.cards, others, goneIds);
        this.sections = before.sections;
        this.authors = before.authors;
        this.authorsByReference = new HashMap<>(before.authorsByReference);
        gatherAuthorsAgain(release.published(), gone, come);
        this.listings = before.listings.after(
                release.published(), gone, come, settings.language(), site.zone(), this::contributor);
        this.references = before.references.after(release.published(), gone, come, release.heldBack());
        this.addresses = before.addresses;
        this.fronts = composeFronts();
        this.neighbours = new HashMap<>(before.neighbours);
        Stream.concat(gone.stream(), come.stream())
                .map(card -> new Listing.Id(
                        Listing.Kind.SECTION, card.filing().section().path()))
                .distinct()
                .forEach(id -> neighbours.put(id.key(), findNeighbours(id)));
        // In which order a package is read depends on what its parts name.
        this.parts = new HashMap<>();
        listings.ids(Listing.Kind.STORY).forEach(id -> parts.put(id.key(), findParts(id)));
        var stand = new HashMap<Article.Id, String>();
        come.forEach(card -> stand.put(card.id(), addresses.folder(card)));
        this.withdrawals = new TreeMap<>();
        stand.putAll(withdraw(release));
        this.folders = PatchedMap.of(before.folders, stand, goneIds);
        this.breaking = cards().stream().filter(this::isBreaking).toList();
    }

    /** Where the withdrawn stood; their notices are gathered. */
    private Map<Article.Id, String> withdraw(Release release) {
        release.withdrawn().forEach(gone -> withdrawals.put(gone.id(), gone));
        var stood = new HashMap<Article.Id, String>();
        release.heldBack().stream()
                .map(Release.HeldBack::card)
                .filter(card -> withdrawals.containsKey(card.id()))
                .forEach(card -> stood.put(card.id(), addresses.folder(card)));
        return stood;
    }

    /**
     * Assembles what may be seen at a moment. Faults that only the whole shows are told by {@link PaperCheck}.
     *
     * @param release the articles of this language
     */
    public static Edition assemble(
            Site site, Site.EditionSettings settings, StandingMatter matter, Release release, Instant moment) {
        return assemble(site, settings, matter, release, moment, Set.of());
    }

    /**
     * Likewise, with what is known of the past.
     *
     * @param changed articles of which the paper shows earlier versions
     */
    public static Edition assemble(
            Site site,
            Site.EditionSettings settings,
            StandingMatter matter,
            Release release,
            Instant moment,
            Set<Article.Id> changed) {
        return new Edition(site, settings, matter, release, moment, changed);
    }

    /**
     * What {@link #assemble} makes of the same settings, standing matter and language, and of articles most of which are the
     * very cards of this edition: quicker the fewer are not.
     *
     * @param changed articles of which the paper shows earlier versions
     */
    @SuppressWarnings("ReferenceEquality") // What is the very same card needs no look at what it says.
    public Edition after(Release release, Instant at, Set<Article.Id> changed) {
        var come = new ArrayList<Card>();
        int same = 0;
        for (Card card : release.published()) {
            if (cards.get(card.id()) == card) {
                same++;
            } else {
                come.add(card);
            }
        }
        boolean isMuch = come.size() > MANY || cards.size() - same > MANY;
        // Two articles of one name are told; until that is mended nobody counts on them.
        boolean areTwins = cards.size() != cards().size()
                || come.stream().map(Card::id).distinct().count() < come.size();
        if (isMuch || areTwins) {
            return assemble(site, settings, matter, release, at, changed);
        }
        var gone = new ArrayList<Card>();
        if (same < cards.size()) {
            var there = HashMap.<Article.Id, Card>newHashMap(release.published().size());
            release.published().forEach(card -> there.put(card.id(), card));
            cards().stream().filter(card -> there.get(card.id()) != card).forEach(gone::add);
        }
        return new Edition(this, release, at, changed, gone, come);
    }

    private void gatherAuthors(List<Card> published) {
        for (Author author : matter.authors().values()) {
            authors.put(author.id(), author);
            authorsByReference.put(author.id().value(), author);
        }
        for (Author author : matter.authors().values()) {
            authorsByReference.putIfAbsent(author.name(), author);
        }
        for (Card card : published) {
            card.credits().authors().forEach(credit -> gather(credit, card));
            card.credits().contributors().forEach(credit -> gather(credit, card));
        }
    }

    /** Who has no file is known by the first article that names them. */
    private void gatherAuthorsAgain(List<Card> published, List<Card> gone, List<Card> come) {
        var named = new HashSet<String>();
        Stream.concat(gone.stream(), come.stream())
                .flatMap(card ->
                        Stream.concat(card.credits().authors().stream(), card.credits().contributors().stream()))
                .forEach(credit -> named.add(credit.reference()));
        for (Author author : matter.authors().values()) {
            named.remove(author.id().value());
            named.remove(author.name());
        }
        if (named.isEmpty()) {
            return;
        }
        authorsByReference.keySet().removeAll(named);
        for (Card card : published) {
            gather(card.credits().authors(), card, named);
            gather(card.credits().contributors(), card, named);
        }
    }

    private void gather(List<Credits.Credit> credits, Card card, Set<String> named) {
        for (Credits.Credit credit : credits) {
            if (named.contains(credit.reference())) {
                gather(credit, card);
            }
        }
    }

    private void gather(Credits.Credit credit, Card card) {
        authorsByReference.computeIfAbsent(credit.reference(), name -> {
            String slug = Slug.of(name, settings.language().tag());
            Author known = slug.isEmpty() ? null : authors.get(new Author.Id(slug));
            return known != null ? known : withoutFile(name, slug, credit.url(), card.place());
        });
    }

    /** Who paid for a piece is named above it and is no contributor of the paper's, unless a file in people/ says so. */
    private Optional<Author> contributor(Card card, Credits.Credit credit) {
        Author author = author(credit.reference());
        boolean paid = card.filing().genre() == Genre.SPONSORED && !authors.containsKey(author.id());
        return paid ? Optional.empty() : Optional.of(author);
    }

    private static Author withoutFile(String name, String slug, String url, Place place) {
        return new Author(
                new Author.Id(slug.isEmpty() ? "contributor" : slug),
                name,
                "",
                Inline.NONE,
                null,
                null,
                "",
                url.isEmpty() ? List.of() : List.of(url),
                List.of(),
                List.of(),
                false,
                place);
    }

    private Map<String, ComposedFront> composeFronts() {
        var composed = new HashMap<String, ComposedFront>();
        matter.fronts()
                .forEach((key, front) -> composed.put(
                        key,
                        Composition.of(
                                front,
                                listings,
                                references,
                                moment,
                                settings.language().tag())));
        if (!matter.fronts().containsKey("")) {
            composed.put(
                    "",
                    Composition.byUrgency(
                            listings,
                            references,
                            moment,
                            settings.sections(),
                            slot -> matter.strings().getOrDefault("slot." + slot, "")));
        }
        return composed;
    }

    private Map<Article.Id, Neighbours> findNeighbours(Listing.Id section) {
        // A section's list holds its subsections' articles: each card has neighbours in its own section only.
        List<Card> own = listings.get(section).cards().stream()
                .filter(card -> card.filing().section().path().equals(section.key()))
                .toList();
        var all = HashMap.<Article.Id, Neighbours>newHashMap(own.size());
        for (int i = 0; i < own.size(); i++) {
            all.put(
                    own.get(i).id(),
                    new Neighbours(i + 1 < own.size() ? own.get(i + 1) : null, i > 0 ? own.get(i - 1) : null));
        }
        return all;
    }

    private Map<Article.Id, Neighbours> findParts(Listing.Id story) {
        var all = new HashMap<Article.Id, Neighbours>();
        List<Card> order = readingOrder(story);
        for (int i = 0; i < order.size(); i++) {
            all.put(
                    order.get(i).id(),
                    new Neighbours(i > 0 ? order.get(i - 1) : null, i + 1 < order.size() ? order.get(i + 1) : null));
        }
        return all;
    }

    /** The articles of a story package as they are read: those that it names, and after them the others by date. */
    private List<Card> readingOrder(Listing.Id id) {
        List<Card> byDate = listings.get(id).cards().reversed();
        StoryPackage story = matter.stories().get(id.key());
        if (story == null || story.parts().isEmpty()) {
            return byDate;
        }
        var order = new LinkedHashMap<Article.Id, Card>();
        for (Card.Reference part : story.parts()) {
            if (references.find(part.text()) instanceof References.Named.Story named
                    && named.card().filing().story().equals(id.key())) {
                order.putIfAbsent(named.card().id(), named.card());
            }
        }
        byDate.forEach(card -> order.putIfAbsent(card.id(), card));
        return List.copyOf(order.values());
    }

    public Site site() {
        return site;
    }

    public Site.EditionSettings settings() {
        return settings;
    }

    public StandingMatter matter() {
        return matter;
    }

    public Instant moment() {
        return moment;
    }

    /** Whether an article is published as the very same card. */
    @SuppressWarnings("ReferenceEquality")
    boolean has(Card card) {
        return cards.get(card.id()) == card;
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
        return settings.sections().stream()
                .map(section ->
                        new Listing.Id(Listing.Kind.SECTION, section.id().path()))
                .toList();
    }

    /** The lists that are others here than in another edition, or are in one of them only. */
    Set<Listing.Id> otherListings(Edition other) {
        return listings.others(other.listings);
    }

    public Optional<Section> section(Section.Id id) {
        return Optional.ofNullable(sections.get(id));
    }

    /** Sections directly below one, in the paper's order. */
    public List<Section> subsections(Section.Id id) {
        return settings.sections().stream()
                .filter(section -> id.equals(section.id().parent()))
                .toList();
    }

    /** Who a reference names; somebody without a file gets a name and an id only. */
    public Author author(String reference) {
        Author author = authorsByReference.get(reference);
        if (author != null) {
            return author;
        }
        String slug = Slug.of(reference, settings.language().tag());
        return withoutFile(reference, slug, "", Place.in(Path.of("content")));
    }

    /** Somebody with a file, or somebody whose articles name them. */
    public Optional<Author> author(Author.Id id) {
        Author declared = authors.get(id);
        if (declared != null) {
            return Optional.of(declared);
        }
        return authorsByReference.values().stream()
                .filter(author -> author.id().equals(id))
                .min(Comparator.comparing(Author::name));
    }

    /** Everybody with a page of their own: with a file, or with articles. By id. */
    public List<Author.Id> authors() {
        var ids = new ArrayList<>(authors.keySet());
        listings.ids(Listing.Kind.CONTRIBUTOR).stream()
                .map(id -> new Author.Id(id.key()))
                .filter(id -> !authors.containsKey(id))
                .forEach(ids::add);
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    public Optional<StandingPage> standingPage(Article.Id id) {
        return matter.pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public References references() {
        return references;
    }

    public Addresses addresses() {
        return addresses;
    }

    public Neighbours neighbours(Article.Id id) {
        Card card = cards.get(id);
        return card == null
                ? Neighbours.NONE
                : neighbours
                        .getOrDefault(card.filing().section().path(), Map.of())
                        .getOrDefault(id, Neighbours.NONE);
    }

    /** The articles before and after one in its story package, as the package is read. */
    public Neighbours parts(Article.Id id) {
        Card card = cards.get(id);
        return card == null
                ? Neighbours.NONE
                : parts.getOrDefault(card.filing().story(), Map.of()).getOrDefault(id, Neighbours.NONE);
    }

    /** A front; without slots if that section has no plan of its own. The front page always has one. */
    public ComposedFront front(Section.@Nullable Id section) {
        return fronts.getOrDefault(section == null ? "" : section.path(), new ComposedFront(List.of()));
    }

    /** The plans of this edition's fronts, by section path. */
    public Map<String, FrontPage> frontPlans() {
        return matter.fronts();
    }

    /** Articles that are breaking news at this moment, newest first. */
    public List<Card> breaking() {
        return breaking;
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
        return Composition.couldFill(card, backfill, settings.language().tag())
                && (wanted == null
                        || Stream.concat(Stream.of(card.filing().section()), card.filing().sections().stream())
                                .anyMatch(own -> isWithin(own, wanted)));
    }

    private static boolean isWithin(Section.Id own, Section.Id wanted) {
        return own.equals(wanted) || own.path().startsWith(wanted.path() + "/");
    }

    private boolean isBreaking(Card card) {
        Instant until = card.timing().breakingUntil();
        return until != null && moment.isBefore(until);
    }

    /** The folder of a subject below the published folder; empty if this edition does not publish it. */
    public Optional<String> folder(Subject subject) {
        // Nearly all are one of these; the first compiler makes little of a switch over types.
        if (subject instanceof Subject.Story story) {
            return cards.containsKey(story.article())
                    ? Optional.ofNullable(folders.get(story.article()))
                    : Optional.empty();
        }
        if (subject instanceof Subject.Listed listed) {
            return publishes(listed.listing()) ? Optional.of(addresses.folder(listed)) : Optional.empty();
        }
        return switch (subject) {
            case Subject.Withdrawn gone ->
                withdrawals.containsKey(gone.article())
                        ? Optional.ofNullable(folders.get(gone.article()))
                        : Optional.empty();
            case Subject.Versions versions ->
                card(versions.article()).filter(this::hasVersions).map(card -> addresses.folder(card) + VERSIONS);
            case Subject.Entries entries -> entriesFolder(entries);
            case Subject.Standing standing ->
                standingPage(standing.page()).map(page -> addresses.standingFolder(page.path()));
            case Subject.Overview overview ->
                publishes(overview.kind()) ? Optional.of(addresses.folder(subject)) : Optional.empty();
            case Subject.Front front -> Optional.of(addresses.folder(subject));
            case Subject.Missing missing -> Optional.of(addresses.folder(subject));
            case Subject.Story story -> throw new IllegalStateException("Looked at above");
            case Subject.Listed listed -> throw new IllegalStateException("Looked at above");
        };
    }

    /** Pages of a report's earlier entries that are full; its own page shows the rest. */
    public Paging entryPages(Card card) {
        return Paging.of(card.extent().entries(), site.lists().pageSize());
    }

    private Optional<String> entriesFolder(Subject.Entries entries) {
        return card(entries.article())
                .filter(card -> entries.page() >= 1
                        && entries.page() <= entryPages(card).pages())
                .map(card -> addresses.folder(card) + "page/" + entries.page() + "/");
    }

    private boolean publishes(Listing.Id id) {
        return switch (id.kind()) {
            case SECTION -> sections.containsKey(new Section.Id(id.key()));
            case CONTRIBUTOR ->
                authors.containsKey(new Author.Id(id.key())) || listing(id).size() > 0;
            case STORY -> matter.stories().containsKey(id.key()) || listing(id).size() > 0;
            case LATEST -> site.lists().hasLatest();
            case CORRECTIONS -> site.lists().hasCorrections();
            case TAG, PERSON, ORGANISATION, PLACE, EVENT -> listing(id).size() > 0;
            case YEAR, MONTH, DAY -> site.lists().hasArchive() && listing(id).size() > 0;
        };
    }

    private boolean publishes(Subject.Overview.Kind kind) {
        return switch (kind) {
            case TAGS -> !listings(Listing.Kind.TAG).isEmpty();
            case CONTRIBUTORS -> !authors().isEmpty();
            case STORIES -> !storyIds().isEmpty();
            case PEOPLE -> !listings(Listing.Kind.PERSON).isEmpty();
            case ORGANISATIONS -> !listings(Listing.Kind.ORGANISATION).isEmpty();
            case PLACES -> !listings(Listing.Kind.PLACE).isEmpty();
            case EVENTS -> !listings(Listing.Kind.EVENT).isEmpty();
            case ARCHIVE ->
                site.lists().hasArchive() && !listings(Listing.Kind.YEAR).isEmpty();
        };
    }

    /** Story packages with a file or with articles, by id. */
    public List<String> storyIds() {
        var ids = new java.util.TreeSet<>(matter.stories().keySet());
        listings.ids(Listing.Kind.STORY).forEach(id -> ids.add(id.key()));
        return List.copyOf(ids);
    }
}
