package press.broadsheet.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.Status;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Version;
import press.broadsheet.news.Withdrawal;
import press.broadsheet.problem.Place;

/**
 * The one door through which a page learns about the paper. It speaks for one edition. Every answer is a value, so that
 * a desk which notes questions and answers knows exactly what a page was made from; "there is none" is an answer too.
 *
 * <p>Of the settings pages ask part by part, so that a change of one part makes again only what shows it; no answer says
 * where in {@code site.yaml} a thing is declared, which changes with every line above.
 *
 * <p>Addresses that it gives are root-relative and include the site's base path; {@link Root#absolute} completes them.
 */
public interface NewsDesk {
    /** Where the paper stands on the web. */
    Root root();

    /** The zone in which the paper's readers count days. */
    ZoneId zone();

    /** Whose name stands at the head of the edition. */
    Nameplate nameplate();

    /** The edition's further links, at the top and at the foot of its pages. */
    Navigation navigation();

    /** Who publishes the paper. */
    Site.Organisation publisher();

    /** How many articles a page of a list has. */
    int pageSize();

    /** The formats in which lists of a kind have feeds, of {@code rss}, {@code atom}, {@code json}; none if they have none. */
    List<String> feeds(Listing.Kind kind);

    /** How much a feed carries. */
    FeedExtent feedExtent();

    /** The address of the hub that feeds name (WebSub); empty if there is none. */
    String hub();

    /** The content security policy that pages carry themselves. */
    PagePolicy pagePolicy();

    /** What crawlers may do. */
    Site.Crawlers crawlers();

    /** What the paper states at addresses that machines know. */
    Site.Statements statements();

    /** One of the newsroom's own settings; empty if there is none of this name. */
    Optional<Object> param(String name);

    /** All of the newsroom's own settings, by name. */
    Map<String, Object> params();

    /** Of the edition: part of a page's own identity. */
    Language language();

    /** The desks of all editions, the default one first, this one among them; for what is published once for the paper. */
    List<NewsDesk> editions();

    /**
     * Something that many pages of this edition show in the same way, made once for all of them. What it asks counts as
     * asked by every page that shows it.
     *
     * @param key says what it is; equal keys must belong to equal things of one type
     * @param make makes it, from answers of the desk that it is given and from nothing else
     */
    default <T> T shared(Object key, Function<NewsDesk, T> make) {
        return make.apply(this);
    }

    /** Notes that a page depends on an answer that it got by another way: a template. Nothing, unless recorded. */
    default void note(Need<?> need) {}

    Optional<Card> card(Article.Id id);

    /** What pages with a live report's earlier entries show of it: nothing that changes with every new entry. */
    Optional<Report> report(Article.Id id);

    /** A page of a live report's earlier entries; {@link EntryRun#NONE} if there is no such page. */
    EntryRun entries(Subject.Entries page);

    /** The text of an article that {@link #card} knows. */
    Body body(Article.Id id);

    /** The published article or standing page that a reporter's reference names. */
    Optional<Target> find(String reference);

    /** The published article that a reference names; for {@code related} and {@code follows}. */
    Optional<Card> article(String reference);

    /** The parts before and after an article in the story package that it belongs to, as the package is read. */
    Neighbours parts(Article.Id id);

    /** Where a subject of this edition is published; empty if it is not. */
    Optional<String> address(Subject subject);

    /** A page of a list, with as little of the rest of the list as it shows: a full one never changes. */
    Run run(Subject.Listed page);

    /** Cards of a listing, newest first; fewer than asked for at its end. */
    List<Card> listing(Listing.Id id, int from, int count);

    int length(Listing.Id id);

    /** When the newest article of a listing was published; empty if nothing is in it. */
    Optional<Instant> newest(Listing.Id id);

    /** The listing's own name; empty if it has none. */
    String listingName(Listing.Id id);

    /** All listings of a kind that are not empty, in the order of their keys (sections: of the paper). */
    List<Listing.Id> listings(Listing.Kind kind);

    /** The articles published just before and after this one in its section. */
    Neighbours neighbours(Article.Id id);

    /**
     * The same subject in all editions that have it, this one included; a single entry if it is not translated. Nothing where
     * there is only one edition.
     */
    List<Translation> translations(Subject subject);

    /** A section by its name and colour; all of them are {@link #listings} of their kind. */
    Optional<SectionHead> section(Section.Id id);

    /** The words at the top of a section's own page; {@link SectionIntro#NONE} without any, or without the section. */
    SectionIntro sectionIntro(Section.Id id);

    /** Sections directly below this one, in order. */
    List<SectionHead> subsections(Section.Id id);

    /** Whom the reference of a credit names; also for somebody without a file of their own, who then has a name and an id only. */
    Author credited(String reference);

    Optional<Author> author(Author.Id id);

    /** Everybody with a page of their own, by id. */
    List<Author> authors();

    Optional<StoryPackage> story(String id);

    /** The ids of all story packages with a page, in order. */
    List<String> stories();

    Optional<StandingPage> standingPage(Article.Id id);

    List<StandingPage> standingPages();

    /** A front as composed for this moment; null section for the front page. */
    ComposedFront front(Section.@Nullable Id section);

    /** What is left of an article that was withdrawn; empty if it was not. */
    Optional<Withdrawal> withdrawal(Article.Id id);

    /** What readers had of an article before, oldest first, from the newsroom's ledger; empty if none is recorded. */
    List<Version> versions(Article.Id id);

    /** Articles shown as breaking at this moment, newest first. */
    List<Card> breaking();

    /** Whether an article is among {@link #breaking}. */
    boolean isBreaking(Article.Id id);

    /** What appeared in the two days before this moment, newest first; nothing from after it. */
    List<Card> recent();

    /** Where a picture is published; empty if the file does not exist. */
    Optional<PublishedPicture> picture(String source);

    /** The address of a theme's asset by its name below {@code assets/}, with the digest of its bytes in it. */
    Optional<String> asset(String name);

    /** A word or sentence of the theme in this edition's language; empty if there is none. See {@code strings/}. */
    Optional<String> string(String key);

    /** A data file of the newsroom's by name without ending: maps, lists, text and numbers; empty if there is none. */
    Optional<Object> data(String name);

    /** A digest of a template's text, by its name with ending; empty if there is none. */
    Optional<String> template(String name);

    /** What the paper asks of the host that serves it; without the budget, which is none of its business. */
    Hosting hosting();

    /**
     * What an edition calls itself and who publishes it.
     *
     * @param folder the first part of its addresses; empty for the edition at the root
     * @param name of the paper in this language
     * @param motto empty if none
     * @param description one sentence for search engines and feeds; empty if none
     * @param publisher the organisation's name; the paper's, if it has none of its own
     * @param logo the organisation's picture below {@code content/}; empty if none
     * @param copyright the edition's notice, else the organisation's; empty if there is none
     */
    record Nameplate(
            String folder,
            String name,
            String motto,
            String description,
            String publisher,
            String logo,
            String copyright) {
        public static Nameplate of(Site site, Site.EditionSettings edition) {
            Site.Organisation organisation = site.organisation();
            return new Nameplate(
                    edition.folder(),
                    edition.name(),
                    edition.motto(),
                    edition.description(),
                    organisation.name().isEmpty() ? edition.name() : organisation.name(),
                    organisation.logo(),
                    edition.copyright().isEmpty() ? organisation.copyright() : edition.copyright());
        }
    }

    /** Links that the newsroom chose, beside the sections, for the top and for the foot of every page. */
    record Navigation(List<ChosenLink> top, List<ChosenLink> foot) {
        public static Navigation of(Site.EditionSettings edition) {
            return new Navigation(links(edition.navigation()), links(edition.footer()));
        }

        private static List<ChosenLink> links(List<Site.NamedLink> named) {
            return named.stream()
                    .map(link -> new ChosenLink(link.name(), link.target()))
                    .toList();
        }
    }

    /** Where it is written in the settings is no page's business. */
    record ChosenLink(String name, String target) {}

    /**
     * How much a feed carries.
     *
     * @param entries the newest, so many
     * @param fullText whether whole articles
     */
    record FeedExtent(int entries, boolean fullText) {
        public static FeedExtent of(Site.Lists lists) {
            return new FeedExtent(lists.feedSize(), lists.fullText());
        }
    }

    /**
     * What other pages show of a section.
     *
     * @param colour a CSS hexadecimal colour; empty for that of the section above it, or the paper's own
     */
    record SectionHead(Section.Id id, String name, String colour) {
        public static SectionHead of(Section section) {
            return new SectionHead(section.id(), section.name(), section.colour());
        }
    }

    /**
     * What stands at the top of a section's own page, below its name.
     *
     * @param description one sentence, also for search engines and feeds; empty if none
     * @param text null if none
     */
    record SectionIntro(Inline description, @Nullable Body text) {
        public static final SectionIntro NONE = new SectionIntro(Inline.NONE, null);

        public static SectionIntro of(Section section) {
            return new SectionIntro(section.description(), section.text());
        }
    }

    /**
     * A page of a list.
     *
     * @param cards newest first
     * @param older the number of the next older page; 0 if there is none
     * @param newer the number of the next newer page; 0 if that is the list's root
     * @param total how many articles the whole list has; 0 on a numbered page, which does not show it
     */
    record Run(List<Card> cards, int older, int newer, int total) {}

    /**
     * What stays of a live report's card while its text grows.
     *
     * @param timing as it was when the report was first published
     */
    record Report(
            Article.Id id,
            Place place,
            Language language,
            Status status,
            Card.Filing filing,
            Card.Titles titles,
            Credits credits,
            Card.Timing timing,
            Card.Naming naming,
            @Nullable Picture picture,
            Card.Apparatus apparatus) {
        static Report of(Card card) {
            Card.Timing timing = card.timing();
            return new Report(
                    card.id(),
                    card.place(),
                    card.language(),
                    card.status(),
                    card.filing(),
                    card.titles(),
                    card.credits(),
                    new Card.Timing(
                            timing.published(),
                            timing.published(),
                            timing.publishedDayOnly(),
                            timing.publishedDayOnly(),
                            timing.embargo(),
                            timing.expires(),
                            timing.breakingUntil()),
                    card.naming(),
                    card.picture(),
                    card.apparatus());
        }

        /** As a card, which knows nothing of the text. */
        public Card card() {
            return new Card(
                    id,
                    place,
                    language,
                    status,
                    filing,
                    titles,
                    credits,
                    timing,
                    naming,
                    picture,
                    apparatus,
                    new Card.Extent(1, List.of()));
        }
    }

    /**
     * A page of a live report's earlier entries.
     *
     * @param entries newest first
     * @param newer the number of the next newer page; 0 if that is the report's own
     * @param oldest the anchor of the oldest entry of all, without {@code #}; it stands on page 1
     */
    record EntryRun(List<Piece.Entry> entries, int newer, String oldest) {
        public static final EntryRun NONE = new EntryRun(List.of(), 0, "");
    }

    /** What a reference names. {@code anchor} is empty or begins with {@code #}. */
    record Target(String address, String headline, String anchor) {}

    /** The articles beside one in some order; empty at the ends. */
    record Neighbours(Optional<Card> older, Optional<Card> newer) {}

    /** A subject in a language. */
    record Translation(Language language, String address) {}

    /** A picture's address and size. */
    record PublishedPicture(String address, Picture.Size size, String mediaType) {}
}
