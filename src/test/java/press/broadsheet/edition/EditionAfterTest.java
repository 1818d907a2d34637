package press.broadsheet.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.problem.Place;

/** An edition that takes over what it can from the one before is the one that is assembled from nothing. */
class EditionAfterTest {
    private static final Place PLACE = Place.in(Path.of("content"));
    private static final List<String> NAMES = List.of("Ada King", "ada", "Bo", "bo", "Ines Sola", "Jo Sponsor");

    private final Site site = new SamplePaper().site();
    private final Site.EditionSettings settings = site.editions().getFirst();
    private final StandingMatter matter = new StandingMatter(
            Map.of("ada", SamplePaper.author("ada", "Ada King")),
            List.of(SamplePaper.page("about", "", true)),
            Map.of("flood", flood()),
            Map.of(),
            List.of(),
            Map.of());
    private final TreeMap<Article.Id, Card> cards = new TreeMap<>();

    private static StoryPackage flood() {
        return new StoryPackage(
                "flood",
                "The flood",
                Inline.NONE,
                null,
                List.of(),
                null,
                PLACE,
                List.of(new Card.Reference("world/a-3", PLACE), new Card.Reference("a-1", PLACE)),
                false,
                false);
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Card card(String id, Random random) {
        var draft = new CardDraft(id);
        draft.headline = "Headline " + random.nextInt(1000);
        draft.tags = any(random, List.of(List.of(), List.of("Rain"), List.of("Rain", "Mud"), List.of("rain")));
        draft.story = any(random, List.of("", "", "flood", "other"));
        draft.genre = any(random, List.of(Genre.NEWS, Genre.NEWS, Genre.SPONSORED));
        draft.urgency = 1 + random.nextInt(8);
        draft.published = SamplePaper.NOW.minus(Duration.ofHours(1 + random.nextInt(200)));
        draft.breakingUntil = random.nextInt(4) == 0 ? SamplePaper.NOW.plusSeconds(60) : null;
        draft.expires = random.nextInt(6) == 0 ? SamplePaper.NOW.minusSeconds(60) : null;
        draft.by(any(random, NAMES));
        return draft.build();
    }

    private void save(Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            String id = any(random, List.of("world/", "world/", "sport/")) + "a-" + random.nextInt(9);
            if (random.nextInt(4) == 0) {
                cards.remove(new Article.Id(id));
            } else {
                Card card = card(id, random);
                cards.put(card.id(), card);
            }
        }
    }

    /** What {@link #save} does between two editions. */
    @SuppressWarnings("ReferenceEquality") // Cards are told from one another by what they are.
    private CardChange saved(Random random) {
        var before = new TreeMap<>(cards);
        save(random);
        var gone = new ArrayList<Card>();
        var come = new ArrayList<Card>();
        before.forEach((id, card) -> {
            if (cards.get(id) != card) {
                gone.add(card);
            }
        });
        cards.forEach((id, card) -> {
            if (before.get(id) != card) {
                come.add(card);
            }
        });
        return new CardChange(gone, come);
    }

    private Release release() {
        return Release.at(SamplePaper.NOW, Release.Audience.READERS, List.copyOf(cards.values()));
    }

    /** All that anybody can ask of it. */
    private static Map<String, Object> said(Edition edition, Set<Article.Id> ids) {
        var all = new HashMap<String, Object>();
        all.put("cards", edition.cards());
        all.put("breaking", edition.breaking());
        all.put("front", edition.front(null));
        all.put("authors", edition.authors());
        all.put("stories", edition.storyIds());
        for (Listing.Kind kind : Listing.Kind.values()) {
            all.put(kind.toString(), edition.listings(kind));
            edition.listings(kind).forEach(id -> all.put(id.toString(), edition.listing(id)));
        }
        for (String name : NAMES) {
            all.put("author " + name, edition.author(name));
            all.put("author of id " + name, edition.author(new Author.Id(name)));
        }
        for (Article.Id id : ids) {
            all.put("card " + id, edition.card(id));
            all.put("neighbours " + id, edition.neighbours(id));
            all.put("parts " + id, edition.parts(id));
            all.put("folder " + id, edition.folder(new Subject.Story(id)));
            for (String name : List.of(id.path(), id.path().substring(id.path().indexOf('/') + 1))) {
                all.put(
                        "reference " + name,
                        Optional.ofNullable(edition.references().find(name)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSavedItIsTheOneThatIsAssembledFromNothing(long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<Article.Id>();
        for (int number = 0; number < 9; number++) {
            for (String section : List.of("world/", "sport/")) {
                Card card = card(section + "a-" + number, random);
                ids.add(card.id());
                cards.put(card.id(), card);
            }
        }
        Edition edition = Edition.assemble(site, settings, matter, release(), SamplePaper.NOW);
        Release release = release();
        for (int round = 0; round < 30; round++) {
            CardChange read = saved(random);
            release = release.after(read, SamplePaper.NOW, Release.Audience.READERS, Comparator.comparing(Card::id));
            assertEquals(release(), release);
            edition = edition.after(read, release, SamplePaper.NOW, Set.of());
            Edition anew = Edition.assemble(site, settings, matter, release(), SamplePaper.NOW);
            assertEquals(said(anew, Set.copyOf(ids)), said(edition, Set.copyOf(ids)), "round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatNoCardHasToDoWithIsTheVerySame(long seed) {
        var random = new Random(seed);
        for (int number = 0; number < 40; number++) {
            Card card = card("world/a-" + number, random);
            cards.put(card.id(), card);
        }
        Edition before = Edition.assemble(site, settings, matter, release(), SamplePaper.NOW);
        Card card = new CardDraft("sport/new").build();
        cards.put(card.id(), card);
        Edition after = before.after(new CardChange(List.of(), List.of(card)), release(), SamplePaper.NOW, Set.of());
        Set<Listing.Id> others = after.otherListings(before);
        var world = new Listing.Id(Listing.Kind.SECTION, "world");
        assertSame(before.listing(world), after.listing(world));
        assertTrue(others.contains(new Listing.Id(Listing.Kind.SECTION, "sport")), others::toString);
        for (Card one : before.cards()) {
            assertSame(before.neighbours(one.id()), after.neighbours(one.id()));
        }
    }
}
