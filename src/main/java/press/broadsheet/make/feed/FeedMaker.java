package press.broadsheet.make.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Percent;
import press.broadsheet.view.EntryView;

/** Makes the feeds of a list: its newest articles, or for the corrections, what was corrected. Thread-safe. */
public final class FeedMaker implements Maker<Output.Feed> {
    private final Entries entries;

    public FeedMaker(Entries entries) {
        this.entries = entries;
    }

    @Override
    public byte[] make(Output.Feed output, NewsDesk desk, Problems problems) {
        Feed feed = gather(output, desk);
        return switch (output.format()) {
            case RSS -> Rss.print(feed);
            case ATOM -> Atom.print(feed);
            case JSON -> JsonFeed.print(feed);
        };
    }

    private Feed gather(Output.Feed output, NewsDesk desk) {
        Root root = desk.root();
        Listing.Id listing = output.listing();
        List<Card> cards = cards(listing, desk);
        List<EntryView> shown = listing.kind() == Listing.Kind.CORRECTIONS
                ? Corrected.entries(cards, desk, entries, desk.feedExtent().entries())
                : cards.stream().map(card -> entries.entry(card.id(), desk)).toList();
        String name = listName(listing, desk);
        NewsDesk.Nameplate nameplate = desk.nameplate();
        String paper = nameplate.name();
        return new Feed(
                name.isEmpty() ? paper : paper + " – " + name,
                description(listing, desk),
                home(listing, desk),
                root.absolute(root.basePath() + Percent.encode(output.path().path())),
                desk.language().tag(),
                nameplate.publisher(),
                nameplate.copyright(),
                desk.picture(nameplate.logo())
                        .map(logo -> root.absolute(logo.address()))
                        .orElse(""),
                updated(shown, desk),
                shown,
                desk.hub());
    }

    /** The newest articles of the list that feeds may carry. */
    private static List<Card> cards(Listing.Id listing, NewsDesk desk) {
        int size = desk.feedExtent().entries();
        var cards = new ArrayList<Card>(size);
        List<Card> some;
        for (int from = 0; cards.size() < size; from += size) {
            some = desk.listing(listing, from, size);
            some.stream()
                    .filter(card -> !card.filing().hiddenFrom().contains("feeds"))
                    .limit(size - cards.size())
                    .forEach(cards::add);
            if (some.size() < size) {
                break;
            }
        }
        return cards;
    }

    /** When the newest change was that the feed shows; of an empty one, when the paper's newest article appeared. */
    private static OffsetDateTime updated(List<EntryView> entries, NewsDesk desk) {
        return entries.stream()
                .map(entry -> OffsetDateTime.parse(entry.updated()))
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .orElseGet(() -> {
                    Instant newest = desk.listing(Listing.Id.LATEST, 0, 1).stream()
                            .map(card -> card.timing().published())
                            .findFirst()
                            .orElse(Instant.EPOCH);
                    return at(newest, desk);
                });
    }

    /** An instant as the paper's readers count it. */
    static OffsetDateTime at(Instant instant, NewsDesk desk) {
        return OffsetDateTime.ofInstant(instant, desk.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String listName(Listing.Id listing, NewsDesk desk) {
        String own = desk.listingName(listing);
        if (!own.isEmpty()) {
            return own;
        }
        return switch (listing.kind()) {
            case LATEST -> "";
            case CORRECTIONS -> desk.string("list.corrections").orElse("Corrections");
            case SECTION ->
                desk.section(new Section.Id(listing.key()))
                        .map(NewsDesk.SectionHead::name)
                        .orElse(listing.key());
            case CONTRIBUTOR ->
                desk.author(new Author.Id(listing.key())).map(Author::name).orElse(listing.key());
            case STORY -> desk.story(listing.key()).map(StoryPackage::name).orElse(listing.key());
            // A day is written as in the calendar of machines: feeds have no room for the reader's.
            default -> listing.key().replace('/', '-');
        };
    }

    private static String description(Listing.Id listing, NewsDesk desk) {
        String own = switch (listing.kind()) {
            case SECTION ->
                desk.sectionIntro(new Section.Id(listing.key())).description().plain();
            case STORY ->
                desk.story(listing.key()).map(story -> story.summary().plain()).orElse("");
            case CONTRIBUTOR ->
                desk.author(new Author.Id(listing.key()))
                        .map(author -> author.summary().plain())
                        .orElse("");
            default -> "";
        };
        NewsDesk.Nameplate paper = desk.nameplate();
        return Stream.of(own, paper.description(), paper.motto())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(paper.name());
    }

    private static String home(Listing.Id listing, NewsDesk desk) {
        var front = desk.address(new Subject.Front());
        var list = desk.address(Subject.Listed.root(listing));
        String address = (listing.kind() == Listing.Kind.LATEST ? front.or(() -> list) : list.or(() -> front))
                .orElse(desk.root().basePath());
        return desk.root().absolute(address);
    }
}
