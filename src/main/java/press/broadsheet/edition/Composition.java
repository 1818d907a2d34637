package press.broadsheet.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.ComposedFront.FilledSlot;
import press.broadsheet.edition.ComposedFront.Item;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.news.Section;
import press.broadsheet.news.StandingMatter;
import press.broadsheet.news.Status;
import press.broadsheet.text.Slug;

/**
 * Fills the slots of one front, from top to bottom. What an editor picked anywhere on the front is kept for its slot, so
 * that no backfill takes it first; no article stands twice.
 */
final class Composition {
    private static final int LEAD = 4;
    private static final int NEWEST = 20;
    private static final String FRONTS = "fronts";

    private final Listings listings;
    private final References references;
    private final Instant moment;
    private final String languageTag;
    private final Set<Article.Id> used = new HashSet<>();

    private Composition(Listings listings, References references, Instant moment, String languageTag) {
        this.listings = listings;
        this.references = references;
        this.moment = moment;
        this.languageTag = languageTag;
    }

    /** All fronts of an edition, by section path: those that are planned, and the front page at any rate. */
    static Map<String, ComposedFront> all(Basis basis, Parts parts, Instant moment) {
        StandingMatter matter = basis.matter();
        String languageTag = basis.settings().language().tag();
        var composed = new HashMap<String, ComposedFront>();
        matter.fronts()
                .forEach((path, front) ->
                        composed.put(path, of(front, parts.listings(), parts.references(), moment, languageTag)));
        if (!matter.fronts().containsKey("")) {
            composed.put(
                    "",
                    byUrgency(
                            parts.listings(),
                            parts.references(),
                            moment,
                            basis.settings().sections(),
                            slot -> matter.strings().getOrDefault("slot." + slot, "")));
        }
        return composed;
    }

    /** A front as its editor planned it. */
    static ComposedFront of(
            FrontPage front, Listings listings, References references, Instant moment, String languageTag) {
        var composition = new Composition(listings, references, moment, languageTag);
        var picked = new ArrayList<List<Item>>();
        for (FrontPage.Slot slot : front.slots()) {
            picked.add(composition.pick(slot));
        }
        var filled = new ArrayList<FilledSlot>();
        for (int i = 0; i < front.slots().size(); i++) {
            FrontPage.Slot slot = front.slots().get(i);
            List<Item> items = composition.backfill(slot, picked.get(i));
            if (!items.isEmpty()) {
                filled.add(new FilledSlot(slot, items));
            }
        }
        return new ComposedFront(List.copyOf(filled));
    }

    /** A front page without a plan: the most urgent of the newest, then a run for each section. */
    static ComposedFront byUrgency(
            Listings listings,
            References references,
            Instant moment,
            List<Section> sections,
            Function<String, String> titles) {
        var composition = new Composition(listings, references, moment, "");
        var lead = listings.get(Listing.Id.LATEST).cards().stream()
                .filter(card -> !card.filing().hiddenFrom().contains(FRONTS)
                        && card.status() != Status.ARCHIVED
                        && card.filing().genre().isJournalism())
                .limit(NEWEST)
                .sorted(Comparator.comparingInt((Card card) -> card.filing().urgency()))
                .limit(LEAD)
                .map(card -> composition.item(card, 0))
                .toList();
        var filled = new ArrayList<FilledSlot>();
        composition.add(filled, slot("lead", titles.apply("lead"), "lead", LEAD, null), lead);
        FrontPage.Slot latest = slot("latest", titles.apply("latest"), "grid", 6, null);
        composition.add(filled, latest, composition.backfill(latest, List.of()));
        for (Section section : sections) {
            if (section.id().parent() == null) {
                FrontPage.Slot slot = slot(section.id().path(), section.name(), "river", 4, section.id());
                composition.add(filled, slot, composition.backfill(slot, List.of()));
            }
        }
        return new ComposedFront(List.copyOf(filled));
    }

    private void add(List<FilledSlot> filled, FrontPage.Slot slot, List<Item> items) {
        if (!items.isEmpty()) {
            filled.add(new FilledSlot(slot, items));
        }
    }

    private static FrontPage.Slot slot(
            String id, String title, String layout, int limit, Section.@Nullable Id section) {
        var backfill = new FrontPage.Backfill(section, Set.of(), Set.of(), 9, null);
        return new FrontPage.Slot(
                id,
                title,
                layout,
                limit,
                List.of(),
                backfill,
                section,
                press.broadsheet.problem.Place.in(java.nio.file.Path.of("content", "front.yaml")));
    }

    private List<Item> pick(FrontPage.Slot slot) {
        var items = new ArrayList<Item>();
        for (FrontPage.Pick pick : slot.picks()) {
            Instant until = pick.until();
            boolean over = until != null && !moment.isBefore(until);
            if (over
                    || items.size() == slot.limit()
                    || !(references.find(pick.article().text()) instanceof References.Named.Story story)
                    || !used.add(story.card().id())) {
                continue;
            }
            Card card = story.card();
            var supporting = new ArrayList<Card>();
            for (Card.Reference reference : pick.supporting()) {
                if (references.find(reference.text()) instanceof References.Named.Story other
                        && used.add(other.card().id())) {
                    supporting.add(other.card());
                }
            }
            items.add(new Item(
                    card,
                    pick.kicker().isEmpty() ? card.titles().kicker() : pick.kicker(),
                    pick.headline().isEmpty() ? card.titles().headline() : pick.headline(),
                    pick.hidePicture(),
                    pick.boost(),
                    List.copyOf(supporting)));
        }
        return items;
    }

    private List<Item> backfill(FrontPage.Slot slot, List<Item> picked) {
        var items = new ArrayList<>(picked);
        FrontPage.Backfill backfill = slot.backfill();
        if (backfill != null) {
            for (Card card : candidates(backfill)) {
                if (items.size() >= slot.limit()) {
                    break;
                }
                if (fits(card, backfill) && used.add(card.id())) {
                    items.add(item(card, 0));
                }
            }
        }
        return List.copyOf(items);
    }

    private List<Card> candidates(FrontPage.Backfill backfill) {
        Section.Id section = backfill.section();
        return listings.get(section == null ? Listing.Id.LATEST : new Listing.Id(Listing.Kind.SECTION, section.path()))
                .cards();
    }

    private boolean fits(Card card, FrontPage.Backfill backfill) {
        return couldFill(card, backfill, languageTag)
                && (backfill.maxAge() == null || card.timing().published().isAfter(moment.minus(backfill.maxAge())));
    }

    /** Whether an article fits a slot at some age, leaving aside the slot's section. */
    static boolean couldFill(Card card, FrontPage.Backfill backfill, String languageTag) {
        Card.Filing filing = card.filing();
        return !filing.hiddenFrom().contains(FRONTS)
                && card.status() != Status.ARCHIVED
                && filing.urgency() <= backfill.maxUrgency()
                && (backfill.genres().isEmpty() || backfill.genres().contains(filing.genre()))
                && (backfill.tags().isEmpty()
                        || filing.tags().stream().anyMatch(tag -> isNamed(tag, backfill.tags(), languageTag)));
    }

    private static boolean isNamed(String tag, Set<String> tags, String languageTag) {
        if (tags.contains(tag)) {
            return true;
        }
        String slug = Slug.of(tag, languageTag);
        return tags.stream().anyMatch(wanted -> Slug.of(wanted, languageTag).equals(slug));
    }

    private Item item(Card card, int boost) {
        used.add(card.id());
        return new Item(card, card.titles().kicker(), card.titles().headline(), false, boost, List.of());
    }
}
