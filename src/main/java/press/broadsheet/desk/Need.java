package press.broadsheet.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.ComposedFront;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Article;
import press.broadsheet.news.Author;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Root;
import press.broadsheet.news.Section;
import press.broadsheet.news.Site;
import press.broadsheet.news.StandingPage;
import press.broadsheet.news.StoryPackage;
import press.broadsheet.news.Version;
import press.broadsheet.news.Withdrawal;

/**
 * A question that a page asked the desk of its edition. It can be asked again: a page is stale when the answer has become
 * another. Immutable, and equal to any other that asks the same.
 *
 * @param <A> what the answer is
 */
public sealed interface Need<A> {
    /** Asks it. */
    A ask(NewsDesk desk);

    /**
     * What it asks about. Two needs of one kind are the same if this is equal; many questions are looked up by it, so it
     * should be cheap to compare.
     */
    Object about();

    /** What was asked for, for people: {@code the card of world/2026/11/river}. */
    String words();

    private static String name(Listing.Id id) {
        String kind = "the list " + id.kind().name().toLowerCase(Locale.ROOT);
        return id.key().isEmpty() ? kind : kind + " " + id.key();
    }

    /** Where the paper stands on the web. */
    record OfRoot() implements Need<Root> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Root ask(NewsDesk desk) {
            return desk.root();
        }

        @Override
        public String words() {
            return "the address of the paper";
        }
    }

    /** In which zone the paper counts days. */
    record OfZone() implements Need<ZoneId> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public ZoneId ask(NewsDesk desk) {
            return desk.zone();
        }

        @Override
        public String words() {
            return "the zone of the paper";
        }
    }

    /** Which editions there are, the one at the root first. */
    record OfEditions() implements Need<List<Language>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<Language> ask(NewsDesk desk) {
            return desk.editions().stream().map(NewsDesk::language).toList();
        }

        @Override
        public String words() {
            return "which editions there are";
        }
    }

    /** What the edition calls itself. */
    record OfNameplate() implements Need<NewsDesk.Nameplate> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public NewsDesk.Nameplate ask(NewsDesk desk) {
            return desk.nameplate();
        }

        @Override
        public String words() {
            return "the names of the paper";
        }
    }

    /** The edition's further links. */
    record OfNavigation() implements Need<NewsDesk.Navigation> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public NewsDesk.Navigation ask(NewsDesk desk) {
            return desk.navigation();
        }

        @Override
        public String words() {
            return "the links at the top and at the foot";
        }
    }

    /** Who publishes the paper. */
    record OfPublisher() implements Need<Site.Organisation> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Site.Organisation ask(NewsDesk desk) {
            return desk.publisher();
        }

        @Override
        public String words() {
            return "the organisation that publishes the paper";
        }
    }

    /** How long pages of lists are. */
    record OfPageSize() implements Need<Integer> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Integer ask(NewsDesk desk) {
            return desk.pageSize();
        }

        @Override
        public String words() {
            return "how many articles a page of a list has";
        }
    }

    /** Which feeds lists of a kind have. */
    record OfFeeds(Listing.Kind kind) implements Need<List<String>> {
        @Override
        public Object about() {
            return kind;
        }

        @Override
        public List<String> ask(NewsDesk desk) {
            return desk.feeds(kind);
        }

        @Override
        public String words() {
            return "which feeds there are of the lists of the kind "
                    + kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much feeds carry. */
    record OfFeedExtent() implements Need<NewsDesk.FeedExtent> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public NewsDesk.FeedExtent ask(NewsDesk desk) {
            return desk.feedExtent();
        }

        @Override
        public String words() {
            return "how much a feed carries";
        }
    }

    /** The hub of the feeds. */
    record OfHub() implements Need<String> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public String ask(NewsDesk desk) {
            return desk.hub();
        }

        @Override
        public String words() {
            return "the hub of the feeds";
        }
    }

    /** What crawlers may do. */
    record OfCrawlers() implements Need<Site.Crawlers> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Site.Crawlers ask(NewsDesk desk) {
            return desk.crawlers();
        }

        @Override
        public String words() {
            return "what crawlers may do";
        }
    }

    /** What the paper states for machines. */
    record OfStatements() implements Need<Site.Statements> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Site.Statements ask(NewsDesk desk) {
            return desk.statements();
        }

        @Override
        public String words() {
            return "the statements of the paper";
        }
    }

    /** One of the newsroom's own settings. */
    record OfParam(String name) implements Need<Optional<Object>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<Object> ask(NewsDesk desk) {
            return desk.param(name);
        }

        @Override
        public String words() {
            return "the setting params." + name;
        }
    }

    /** All of the newsroom's own settings. */
    record OfParams() implements Need<Map<String, Object>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Map<String, Object> ask(NewsDesk desk) {
            return desk.params();
        }

        @Override
        public String words() {
            return "the settings below params";
        }
    }

    /** What others show of an article. */
    record OfCard(Article.Id id) implements Need<Optional<Card>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Card> ask(NewsDesk desk) {
            return desk.card(id);
        }

        @Override
        public String words() {
            return "the card of " + id;
        }
    }

    /** What pages with a live report's earlier entries show of it. */
    record OfReport(Article.Id id) implements Need<Optional<NewsDesk.Report>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<NewsDesk.Report> ask(NewsDesk desk) {
            return desk.report(id);
        }

        @Override
        public String words() {
            return "what stays of the card of " + id;
        }
    }

    /** A page of a live report's earlier entries. */
    record OfEntries(Subject.Entries page) implements Need<NewsDesk.EntryRun> {
        @Override
        public Object about() {
            return page;
        }

        @Override
        public NewsDesk.EntryRun ask(NewsDesk desk) {
            return desk.entries(page);
        }

        @Override
        public String words() {
            return "page " + page.page() + " of the entries of " + page.article();
        }
    }

    /** The text of an article. */
    record OfBody(Article.Id id) implements Need<Body> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Body ask(NewsDesk desk) {
            return desk.body(id);
        }

        @Override
        public String words() {
            return "the text of " + id;
        }
    }

    /** Where a reporter's reference leads. */
    record OfTarget(String reference) implements Need<Optional<NewsDesk.Target>> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Optional<NewsDesk.Target> ask(NewsDesk desk) {
            return desk.find(reference);
        }

        @Override
        public String words() {
            return "where \"" + reference + "\" leads";
        }
    }

    /** The article that a reference names. */
    record OfArticle(String reference) implements Need<Optional<Card>> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Optional<Card> ask(NewsDesk desk) {
            return desk.article(reference);
        }

        @Override
        public String words() {
            return "the article \"" + reference + "\"";
        }
    }

    /** Where something is published. */
    record OfAddress(Subject subject) implements Need<Optional<String>> {
        @Override
        public Object about() {
            return subject;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.address(subject);
        }

        @Override
        public String words() {
            return "the address of " + subject;
        }
    }

    /** A page of a list. */
    record OfRun(Subject.Listed page) implements Need<NewsDesk.Run> {
        @Override
        public Object about() {
            return page;
        }

        @Override
        public NewsDesk.Run ask(NewsDesk desk) {
            return desk.run(page);
        }

        @Override
        public String words() {
            return (page.page() == 0 ? "the newest of " : "page " + page.page() + " of ") + name(page.listing());
        }
    }

    /** A run of a list. */
    record OfListing(Listing.Id id, int from, int count) implements Need<List<Card>> {

        // Compared for every link of every page; what a record brings by itself is several times slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfListing that && id.equals(that.id) && from == that.from && count == that.count;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * id.hashCode() + from) + count;
        }

        @Override
        public Object about() {
            return this;
        }

        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.listing(id, from, count);
        }

        @Override
        public String words() {
            return "articles " + (from + 1) + " to " + (from + count) + " of " + name(id);
        }
    }

    /** How long a list is. */
    record OfLength(Listing.Id id) implements Need<Integer> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Integer ask(NewsDesk desk) {
            return desk.length(id);
        }

        @Override
        public String words() {
            return "the length of " + name(id);
        }
    }

    /** What a list is called. */
    record OfListingName(Listing.Id id) implements Need<String> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public String ask(NewsDesk desk) {
            return desk.listingName(id);
        }

        @Override
        public String words() {
            return "the name of " + name(id);
        }
    }

    /** All lists of a kind. */
    record OfListings(Listing.Kind kind) implements Need<List<Listing.Id>> {
        @Override
        public Object about() {
            return kind;
        }

        @Override
        public List<Listing.Id> ask(NewsDesk desk) {
            return desk.listings(kind);
        }

        @Override
        public String words() {
            return "which lists there are of the kind " + kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands before and after an article. */
    record OfNeighbours(Article.Id id) implements Need<NewsDesk.Neighbours> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.Neighbours ask(NewsDesk desk) {
            return desk.neighbours(id);
        }

        @Override
        public String words() {
            return "the articles before and after " + id;
        }
    }

    /** What is read before and after an article in its story package. */
    record OfParts(Article.Id id) implements Need<NewsDesk.Neighbours> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.Neighbours ask(NewsDesk desk) {
            return desk.parts(id);
        }

        @Override
        public String words() {
            return "the parts of the story before and after " + id;
        }
    }

    /** The same in other languages. */
    record OfTranslations(Subject subject) implements Need<List<NewsDesk.Translation>> {
        @Override
        public Object about() {
            return subject;
        }

        @Override
        public List<NewsDesk.Translation> ask(NewsDesk desk) {
            return desk.translations(subject);
        }

        @Override
        public String words() {
            return "the translations of " + subject;
        }
    }

    /** What other pages show of a section. */
    record OfSection(Section.Id id) implements Need<Optional<NewsDesk.SectionHead>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<NewsDesk.SectionHead> ask(NewsDesk desk) {
            return desk.section(id);
        }

        @Override
        public String words() {
            return "the section " + id.path();
        }
    }

    /** The words at the top of a section's own page. */
    record OfSectionIntro(Section.Id id) implements Need<NewsDesk.SectionIntro> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public NewsDesk.SectionIntro ask(NewsDesk desk) {
            return desk.sectionIntro(id);
        }

        @Override
        public String words() {
            return "the introduction of the section " + id.path();
        }
    }

    /** The parts of a section. */
    record OfSubsections(Section.Id id) implements Need<List<NewsDesk.SectionHead>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public List<NewsDesk.SectionHead> ask(NewsDesk desk) {
            return desk.subsections(id);
        }

        @Override
        public String words() {
            return "the parts of the section " + id.path();
        }
    }

    /** Whom a credit names. */
    record OfCredited(String reference) implements Need<Author> {
        @Override
        public Object about() {
            return reference;
        }

        @Override
        public Author ask(NewsDesk desk) {
            return desk.credited(reference);
        }

        @Override
        public String words() {
            return "the contributor \"" + reference + "\"";
        }
    }

    /** A contributor. */
    record OfAuthor(Author.Id id) implements Need<Optional<Author>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Author> ask(NewsDesk desk) {
            return desk.author(id);
        }

        @Override
        public String words() {
            return "the contributor " + id.value();
        }
    }

    /** Everybody with a page. */
    record OfAuthors() implements Need<List<Author>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<Author> ask(NewsDesk desk) {
            return desk.authors();
        }

        @Override
        public String words() {
            return "the contributors";
        }
    }

    /** A story package. */
    record OfStory(String id) implements Need<Optional<StoryPackage>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<StoryPackage> ask(NewsDesk desk) {
            return desk.story(id);
        }

        @Override
        public String words() {
            return "the story " + id;
        }
    }

    /** All story packages. */
    record OfStories() implements Need<List<String>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<String> ask(NewsDesk desk) {
            return desk.stories();
        }

        @Override
        public String words() {
            return "which stories there are";
        }
    }

    /** A standing page. */
    record OfStandingPage(Article.Id id) implements Need<Optional<StandingPage>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<StandingPage> ask(NewsDesk desk) {
            return desk.standingPage(id);
        }

        @Override
        public String words() {
            return "the page " + id;
        }
    }

    /** All standing pages. */
    record OfStandingPages() implements Need<List<StandingPage>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<StandingPage> ask(NewsDesk desk) {
            return desk.standingPages();
        }

        @Override
        public String words() {
            return "the standing pages";
        }
    }

    /** What stands on a front; null for the front page. */
    record OfFront(Section.@Nullable Id section) implements Need<ComposedFront> {
        @Override
        public Object about() {
            return section == null ? "" : section;
        }

        @Override
        public ComposedFront ask(NewsDesk desk) {
            return desk.front(section);
        }

        @Override
        public String words() {
            return section == null
                    ? "the composition of the front page"
                    : "the composition of the front of " + section.path();
        }
    }

    /** What is breaking at this moment. */
    record OfBreaking() implements Need<List<Card>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.breaking();
        }

        @Override
        public String words() {
            return "what is breaking news";
        }
    }

    /** Whether an article is breaking at this moment. */
    record OfBreakingState(Article.Id id) implements Need<Boolean> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Boolean ask(NewsDesk desk) {
            return desk.isBreaking(id);
        }

        @Override
        public String words() {
            return "whether " + id + " is breaking news";
        }
    }

    /** What is news at this moment. */
    record OfRecent() implements Need<List<Card>> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public List<Card> ask(NewsDesk desk) {
            return desk.recent();
        }

        @Override
        public String words() {
            return "what appeared in the last two days";
        }
    }

    /** Where a picture is published. */
    record OfPicture(String source) implements Need<Optional<NewsDesk.PublishedPicture>> {
        @Override
        public Object about() {
            return source;
        }

        @Override
        public Optional<NewsDesk.PublishedPicture> ask(NewsDesk desk) {
            return desk.picture(source);
        }

        @Override
        public String words() {
            return "the picture " + source;
        }
    }

    /** The notice where an article stood. */
    record OfWithdrawal(Article.Id id) implements Need<Optional<Withdrawal>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public Optional<Withdrawal> ask(NewsDesk desk) {
            return desk.withdrawal(id);
        }

        @Override
        public String words() {
            return "the notice of " + id;
        }
    }

    /** The earlier versions of an article. */
    record OfVersions(Article.Id id) implements Need<List<Version>> {
        @Override
        public Object about() {
            return id;
        }

        @Override
        public List<Version> ask(NewsDesk desk) {
            return desk.versions(id);
        }

        @Override
        public String words() {
            return "the earlier versions of " + id;
        }
    }

    /** Where an asset is published. */
    record OfAsset(String name) implements Need<Optional<String>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.asset(name);
        }

        @Override
        public String words() {
            return "the asset " + name;
        }
    }

    /** A word or sentence of the theme. */
    record OfString(String key) implements Need<Optional<String>> {
        @Override
        public Object about() {
            return key;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.string(key);
        }

        @Override
        public String words() {
            return "the words \"" + key + "\"";
        }
    }

    /** A data file of the newsroom's. */
    record OfData(String name) implements Need<Optional<Object>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<Object> ask(NewsDesk desk) {
            return desk.data(name);
        }

        @Override
        public String words() {
            return "the data file " + name;
        }
    }

    /** The state of a template. */
    record OfTemplate(String name) implements Need<Optional<String>> {
        @Override
        public Object about() {
            return name;
        }

        @Override
        public Optional<String> ask(NewsDesk desk) {
            return desk.template(name);
        }

        @Override
        public String words() {
            return "the template " + name;
        }
    }

    /** What the paper asks of its host. */
    record OfHosting() implements Need<Hosting> {
        @Override
        public Object about() {
            return "";
        }

        @Override
        public Hosting ask(NewsDesk desk) {
            return desk.hosting();
        }

        @Override
        public String words() {
            return "what the paper asks of its host";
        }
    }
}
