package press.broadsheet.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final Comparator<Card> NEWEST_CORRECTION_FIRST =
            Comparator.comparing(Listings::lastCorrection).reversed().thenComparing(NEWEST_FIRST);

    private final Map<Listing.Id, Listing> all;
    private final Map<Listing.Kind, List<Listing.Id>> byKind;

    private Listings(Map<Listing.Id, Listing> all, Map<Listing.Kind, List<Listing.Id>> byKind) {
        this.all = all;
        this.byKind = byKind;
    }

    /** By which it follows from a card in which lists it stands. For one thread: of what many cards say, it keeps the ids. */
    private static final class Rules {
        private final Language language;
        private final ZoneId zone;
        private final BiFunction<Card, Credits.Credit, Optional<Author>> contributors;
        private final Map<Section.Id, List<Listing.Id>> sections = new HashMap<>();
        private final Map<LocalDate, List<Listing.Id>> days = new HashMap<>();
        private final Map<String, Listing.Id> tags = new HashMap<>();

        Rules(Language language, ZoneId zone, BiFunction<Card, Credits.Credit, Optional<Author>> contributors) {
            this.language = language;
            this.zone = zone;
            this.contributors = contributors;
        }

        /** Tells each list that a card says of itself to stand in, with the list's name where the card has one for it. */
        void of(Card card, BiConsumer<Listing.Id, @Nullable String> member) {
            member.accept(Listing.Id.LATEST, null);
            sections(card.filing()).forEach(id -> member.accept(id, null));
            if (!card.filing().story().isEmpty()) {
                member.accept(new Listing.Id(Listing.Kind.STORY, card.filing().story()), null);
            }
            if (!card.apparatus().corrections().isEmpty()) {
                member.accept(Listing.Id.CORRECTIONS, null);
            }
            days.computeIfAbsent(LocalDate.ofInstant(card.timing().published(), zone), Rules::datesOf)
                    .forEach(id -> member.accept(id, null));
            for (String tag : card.filing().tags()) {
                Listing.Id id = tags.computeIfAbsent(
                        tag, key -> new Listing.Id(Listing.Kind.TAG, Slug.of(key, language.tag())));
                if (!id.key().isEmpty()) {
                    member.accept(id, tag);
                }
            }
            for (Named named : card.filing().named()) {
                String slug = Slug.of(named.name(), language.tag());
                member.accept(new Listing.Id(Listing.Kind.of(named.kind()), slug), named.name());
            }
            for (Credits.Credit credit : card.credits().authors()) {
                contributors
                        .apply(card, credit)
                        .ifPresent(author -> member.accept(
                                new Listing.Id(
                                        Listing.Kind.CONTRIBUTOR, author.id().value()),
                                author.name()));
            }
        }

        /** Of each section, and of those that it is a part of. */
        private Collection<Listing.Id> sections(Card.Filing filing) {
            List<Listing.Id> own = sections.computeIfAbsent(filing.section(), Rules::sectionsOf);
            if (filing.sections().isEmpty()) {
                return own;
            }
            var all = new LinkedHashSet<>(own);
            filing.sections().forEach(section -> all.addAll(sections.computeIfAbsent(section, Rules::sectionsOf)));
            return all;
        }

        private static List<Listing.Id> sectionsOf(Section.Id section) {
            var ids = new ArrayList<Listing.Id>();
            for (Section.Id id = section; id != null; id = id.parent()) {
                ids.add(new Listing.Id(Listing.Kind.SECTION, id.path()));
            }
            return ids;
        }

        private static List<Listing.Id> datesOf(LocalDate day) {
            String year = Integer.toString(day.getYear());
            String month = year + "/" + twoDigits(day.getMonthValue());
            return List.of(
                    new Listing.Id(Listing.Kind.YEAR, year),
                    new Listing.Id(Listing.Kind.MONTH, month),
                    new Listing.Id(Listing.Kind.DAY, month + "/" + twoDigits(day.getDayOfMonth())));
        }
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
        var rules = new Rules(language, zone, contributors);
        for (Card card : newestFirst) {
            rules.of(card, (id, name) -> add(runs, names, id, name, card));
        }
        addQuoted(newestFirst, language, runs);
        List<Card> corrected = runs.get(Listing.Id.CORRECTIONS);
        if (corrected != null) {
            corrected.sort(NEWEST_CORRECTION_FIRST);
        }
        var all = new TreeMap<Listing.Id, Listing>();
        runs.forEach((id, run) -> all.put(id, new Listing(id, names.getOrDefault(id, ""), List.copyOf(run))));
        return new Listings(new HashMap<>(all), all.keySet().stream().collect(Collectors.groupingBy(Listing.Id::kind)));
    }

    /**
     * The same after some cards went and others came. All lists that none of these
     * stands in are the very same. In which lists a card stands follows from the card alone, and their order is one of cards;
     * so the others are those before without and with these. Who is quoted makes an exception, and all is gathered anew.
     *
     * @param cards all
     * @param contributors as they were, but for what these cards say
     */
    Listings after(
            CardChange change,
            Collection<Card> cards,
            Language language,
            ZoneId zone,
            BiFunction<Card, Credits.Credit, Optional<Author>> contributors) {
        var rules = new Rules(language, zone, contributors);
        var others = new TreeMap<Listing.Id, List<Card>>();
        change.gone()
                .forEach(card -> rules.of(card, (id, name) -> others.computeIfAbsent(id, key -> new ArrayList<>())));
        for (Card card : change.come()) {
            rules.of(card, (id, name) -> {
                List<Card> more = others.computeIfAbsent(id, key -> new ArrayList<>());
                if (more.isEmpty() || !more.getLast().id().equals(card.id())) {
                    more.add(card);
                }
            });
        }
        boolean quotes =
                change.cards().anyMatch(card -> !card.extent().speakers().isEmpty());
        if (quotes || others.keySet().stream().anyMatch(id -> id.kind() == Listing.Kind.PERSON)) {
            return of(cards, language, zone, contributors);
        }
        var lists = new HashMap<>(all);
        var ids = new HashMap<>(byKind);
        others.forEach((id, more) -> {
            List<Card> run = run(id, change.gone(), more);
            if (run.isEmpty()) {
                lists.remove(id);
            } else {
                lists.put(id, new Listing(id, name(id, run.getFirst(), rules), List.copyOf(run)));
            }
            if (run.isEmpty() == all.containsKey(id)) {
                ids.put(id.kind(), with(id, !run.isEmpty(), ids.getOrDefault(id.kind(), List.of())));
            }
        });
        return new Listings(lists, ids);
    }

    @SuppressWarnings("ReferenceEquality") // Lists hold the very cards.
    private List<Card> run(Listing.Id id, List<Card> gone, List<Card> more) {
        var order = id.equals(Listing.Id.CORRECTIONS) ? NEWEST_CORRECTION_FIRST : NEWEST_FIRST;
        var run = new ArrayList<>(get(id).cards());
        for (Card card : gone) {
            run.removeIf(one -> one == card);
        }
        for (Card card : more) {
            int place = Collections.binarySearch(run, card, order);
            run.add(place < 0 ? -place - 1 : place, card);
        }
        return run;
    }

    /** What a list is called by the newest card in it, which says of itself that it stands there. */
    private static String name(Listing.Id id, Card newest, Rules rules) {
        var names = new ArrayList<String>();
        rules.of(newest, (list, said) -> {
            if (said != null && list.equals(id)) {
                names.add(said);
            }
        });
        return names.isEmpty() ? "" : names.getFirst();
    }

    private static List<Listing.Id> with(Listing.Id id, boolean isThere, List<Listing.Id> inOrder) {
        var ids = new ArrayList<>(inOrder);
        int place = Collections.binarySearch(ids, id);
        if (isThere && place < 0) {
            ids.add(-place - 1, id);
        } else if (!isThere && place >= 0) {
            ids.remove(place);
        }
        return ids;
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
            Map<Listing.Id, List<Card>> runs,
            Map<Listing.Id, String> names,
            Listing.Id id,
            @Nullable String name,
            Card card) {
        List<Card> run = runs.computeIfAbsent(id, key -> new ArrayList<>());
        // Two tags of one article may share a slug; the article still stands in the list once.
        if (run.isEmpty() || !run.getLast().id().equals(card.id())) {
            run.add(card);
        }
        if (name != null) {
            names.putIfAbsent(id, name);
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

    /** Those that are others, or in one of both only. */
    Set<Listing.Id> others(Listings before) {
        var others = new HashSet<Listing.Id>();
        all.forEach((id, listing) -> {
            Listing was = before.all.get(id);
            if (was == null || !Difference.areSame(was, listing)) {
                others.add(id);
            }
        });
        before.all.keySet().stream().filter(id -> !all.containsKey(id)).forEach(others::add);
        return others;
    }

    /** The ids of all listings of a kind, by key. */
    List<Listing.Id> ids(Listing.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
