package press.broadsheet.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Language;
import press.broadsheet.news.Named;
import press.broadsheet.news.Section;
import press.broadsheet.text.Slug;

/** All listings of an edition. Immutable. */
final class Listings {
    /** Newest first; articles of one instant by urgency, then by their files' names, so that the order is never chance. */
    static final Comparator<Card> NEWEST_FIRST = Comparator.comparing(
                    (Card card) -> card.timing().published())
            .reversed()
            .thenComparingInt(card -> card.filing().urgency())
            .thenComparing(Card::id);

    private final Map<Listing.Id, Listing> all;
    private final Map<Listing.Kind, List<Listing.Id>> byKind;

    private Listings(SortedMap<Listing.Id, Listing> all) {
        this.all = new HashMap<>(all);
        this.byKind = all.keySet().stream().collect(Collectors.groupingBy(Listing.Id::kind));
    }

    /** @param contributors who a card's credit names, if they have a list of their articles */
    static Listings of(
            Collection<Card> cards,
            Language language,
            ZoneId zone,
            BiFunction<Card, Credits.Credit, Optional<Author>> contributors) {
        var runs = new HashMap<Listing.Id, List<Card>>();
        var names = new HashMap<Listing.Id, String>();
        var newestFirst = new ArrayList<>(cards);
        newestFirst.sort(NEWEST_FIRST);
        var slugs = new HashMap<String, String>();
        for (Card card : newestFirst) {
            for (Listing.Id id : idsOf(card, zone)) {
                runs.computeIfAbsent(id, key -> new ArrayList<>()).add(card);
            }
            for (String tag : card.filing().tags()) {
                String slug = slugs.computeIfAbsent(tag, key -> Slug.of(key, language.tag()));
                if (!slug.isEmpty()) {
                    add(runs, names, new Listing.Id(Listing.Kind.TAG, slug), tag, card);
                }
            }
            for (Named named : card.filing().named()) {
                String slug = Slug.of(named.name(), language.tag());
                add(runs, names, new Listing.Id(Listing.Kind.of(named.kind()), slug), named.name(), card);
            }
            for (Credits.Credit credit : card.credits().authors()) {
                contributors
                        .apply(card, credit)
                        .ifPresent(author -> add(
                                runs,
                                names,
                                new Listing.Id(
                                        Listing.Kind.CONTRIBUTOR, author.id().value()),
                                author.name(),
                                card));
            }
        }
        addQuoted(newestFirst, language, runs);
        List<Card> corrected = runs.get(Listing.Id.CORRECTIONS);
        if (corrected != null) {
            corrected.sort(
                    Comparator.comparing(Listings::lastCorrection).reversed().thenComparing(NEWEST_FIRST));
        }
        var all = new TreeMap<Listing.Id, Listing>();
        runs.forEach((id, run) -> all.put(id, new Listing(id, names.getOrDefault(id, ""), List.copyOf(run))));
        return new Listings(all);
    }

    /**
     * Adds the articles that quote somebody to that person's list. A list is never begun by a quotation alone: who is not
     * named in any article's {@code people} may be one whom the paper must not name.
     */
    private static void addQuoted(List<Card> newestFirst, Language language, Map<Listing.Id, List<Card>> runs) {
        var members = new HashMap<Listing.Id, Set<Article.Id>>();
        for (Card card : newestFirst) {
            for (String speaker : card.extent().speakers()) {
                var id = new Listing.Id(Listing.Kind.PERSON, Slug.of(speaker, language.tag()));
                List<Card> run = runs.get(id);
                if (run != null
                        && members.computeIfAbsent(
                                        id, key -> run.stream().map(Card::id).collect(Collectors.toSet()))
                                .add(card.id())) {
                    run.add(card);
                }
            }
        }
        members.keySet().forEach(id -> runs.getOrDefault(id, List.of()).sort(NEWEST_FIRST));
    }

    private static void add(
            Map<Listing.Id, List<Card>> runs, Map<Listing.Id, String> names, Listing.Id id, String name, Card card) {
        List<Card> run = runs.computeIfAbsent(id, key -> new ArrayList<>());
        // Two tags of one article may share a slug; the article still stands in the list once.
        if (run.isEmpty() || !run.getLast().id().equals(card.id())) {
            run.add(card);
        }
        names.putIfAbsent(id, name);
    }

    private static Collection<Listing.Id> idsOf(Card card, ZoneId zone) {
        var ids = new LinkedHashSet<Listing.Id>();
        ids.add(Listing.Id.LATEST);
        addSections(ids, card.filing().section());
        card.filing().sections().forEach(section -> addSections(ids, section));
        if (!card.filing().story().isEmpty()) {
            ids.add(new Listing.Id(Listing.Kind.STORY, card.filing().story()));
        }
        if (!card.apparatus().corrections().isEmpty()) {
            ids.add(Listing.Id.CORRECTIONS);
        }
        LocalDate day = LocalDate.ofInstant(card.timing().published(), zone);
        String year = Integer.toString(day.getYear());
        String month = year + "/" + twoDigits(day.getMonthValue());
        ids.add(new Listing.Id(Listing.Kind.YEAR, year));
        ids.add(new Listing.Id(Listing.Kind.MONTH, month));
        ids.add(new Listing.Id(Listing.Kind.DAY, month + "/" + twoDigits(day.getDayOfMonth())));
        return ids;
    }

    private static void addSections(Collection<Listing.Id> ids, Section.Id section) {
        for (Section.Id id = section; id != null; id = id.parent()) {
            ids.add(new Listing.Id(Listing.Kind.SECTION, id.path()));
        }
    }

    private static java.time.Instant lastCorrection(Card card) {
        return card.apparatus().corrections().stream()
                .map(Card.Correction::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** The listing; an empty one if nothing is in it. */
    Listing get(Listing.Id id) {
        Listing listing = all.get(id);
        return listing == null ? new Listing(id, "", List.of()) : listing;
    }

    /** The ids of all listings of a kind, by key. */
    List<Listing.Id> ids(Listing.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
