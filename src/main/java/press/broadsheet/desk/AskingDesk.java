package press.broadsheet.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
 * Makes a {@link Need} of every question, so that one method answers them all. For one page; not thread-safe.
 */
abstract class AskingDesk implements NewsDesk {
    private final Language language;
    private @Nullable Root root;
    private @Nullable ZoneId zone;
    private @Nullable Nameplate nameplate;
    private Article.@Nullable Id lastBody;
    private Body body = Body.EMPTY;

    /** @param language of the edition that it speaks for */
    AskingDesk(Language language) {
        this.language = language;
    }

    /** Answers, and may note what was asked. */
    abstract <A> A answer(Need<A> need);

    /** Part of the page's own identity, and so no question. */
    @Override
    public Language language() {
        return language;
    }

    @Override
    public Root root() {
        // This, the zone and the names are asked dozens of times by every page.
        Root known = root;
        if (known == null) {
            known = answer(new PaperNeed.OfRoot());
            root = known;
        }
        return known;
    }

    @Override
    public ZoneId zone() {
        ZoneId known = zone;
        if (known == null) {
            known = answer(new PaperNeed.OfZone());
            zone = known;
        }
        return known;
    }

    @Override
    public Nameplate nameplate() {
        Nameplate known = nameplate;
        if (known == null) {
            known = answer(new PaperNeed.OfNameplate());
            nameplate = known;
        }
        return known;
    }

    @Override
    public Navigation navigation() {
        return answer(new PaperNeed.OfNavigation());
    }

    @Override
    public Site.Organisation publisher() {
        return answer(new PaperNeed.OfPublisher());
    }

    @Override
    public int pageSize() {
        return answer(new PaperNeed.OfPageSize());
    }

    @Override
    public List<String> feeds(Listing.Kind kind) {
        return answer(new PaperNeed.OfFeeds(kind));
    }

    @Override
    public FeedExtent feedExtent() {
        return answer(new PaperNeed.OfFeedExtent());
    }

    @Override
    public String hub() {
        return answer(new PaperNeed.OfHub());
    }

    @Override
    public PagePolicy pagePolicy() {
        return answer(new PaperNeed.OfPagePolicy());
    }

    @Override
    public Site.Crawlers crawlers() {
        return answer(new PaperNeed.OfCrawlers());
    }

    @Override
    public Site.Statements statements() {
        return answer(new PaperNeed.OfStatements());
    }

    @Override
    public Optional<Object> param(String name) {
        return answer(new PaperNeed.OfParam(name));
    }

    @Override
    public Map<String, Object> params() {
        return answer(new PaperNeed.OfParams());
    }

    @Override
    public Optional<Card> card(Article.Id id) {
        return answer(new ArticleNeed.OfCard(id));
    }

    @Override
    public Optional<Report> report(Article.Id id) {
        return answer(new ArticleNeed.OfReport(id));
    }

    @Override
    public EntryRun entries(Subject.Entries page) {
        return answer(new ArticleNeed.OfEntries(page));
    }

    @Override
    public Optional<Target> find(String reference) {
        return answer(new ArticleNeed.OfTarget(reference));
    }

    @Override
    public Optional<Card> article(String reference) {
        return answer(new ArticleNeed.OfArticle(reference));
    }

    @Override
    public Optional<String> address(Subject subject) {
        return answer(new PageNeed.OfAddress(subject));
    }

    @Override
    public Run run(Subject.Listed page) {
        return answer(new ListNeed.OfRun(page));
    }

    @Override
    public List<Card> listing(Listing.Id id, int from, int count) {
        return answer(new ListNeed.OfListing(id, from, count));
    }

    @Override
    public int length(Listing.Id id) {
        return answer(new ListNeed.OfLength(id));
    }

    @Override
    public Optional<Instant> newest(Listing.Id id) {
        return answer(new ListNeed.OfNewest(id));
    }

    @Override
    public String listingName(Listing.Id id) {
        return answer(new ListNeed.OfListingName(id));
    }

    @Override
    public List<Listing.Id> listings(Listing.Kind kind) {
        return answer(new ListNeed.OfListings(kind));
    }

    @Override
    public Neighbours neighbours(Article.Id id) {
        return answer(new ArticleNeed.OfNeighbours(id));
    }

    @Override
    public Neighbours parts(Article.Id id) {
        return answer(new ArticleNeed.OfParts(id));
    }

    @Override
    public List<Translation> translations(Subject subject) {
        // One question for all pages, where each of them would ask one of its own.
        return answer(new PaperNeed.OfEditions()).size() < 2 ? List.of() : answer(new PageNeed.OfTranslations(subject));
    }

    @Override
    public Optional<SectionHead> section(Section.Id id) {
        return answer(new StandingNeed.OfSection(id));
    }

    @Override
    public SectionIntro sectionIntro(Section.Id id) {
        return answer(new StandingNeed.OfSectionIntro(id));
    }

    @Override
    public List<SectionHead> subsections(Section.Id id) {
        return answer(new StandingNeed.OfSubsections(id));
    }

    @Override
    public Author credited(String reference) {
        return answer(new StandingNeed.OfCredited(reference));
    }

    @Override
    public Optional<Author> author(Author.Id id) {
        return answer(new StandingNeed.OfAuthor(id));
    }

    @Override
    public List<Author> authors() {
        return answer(new StandingNeed.OfAuthors());
    }

    @Override
    public Optional<StoryPackage> story(String id) {
        return answer(new StandingNeed.OfStory(id));
    }

    @Override
    public List<String> stories() {
        return answer(new StandingNeed.OfStories());
    }

    @Override
    public Optional<StandingPage> standingPage(Article.Id id) {
        return answer(new StandingNeed.OfStandingPage(id));
    }

    @Override
    public List<StandingPage> standingPages() {
        return answer(new StandingNeed.OfStandingPages());
    }

    @Override
    public ComposedFront front(Section.@Nullable Id section) {
        return answer(new ListNeed.OfFront(section));
    }

    @Override
    public Optional<Withdrawal> withdrawal(Article.Id id) {
        return answer(new ArticleNeed.OfWithdrawal(id));
    }

    @Override
    public List<Version> versions(Article.Id id) {
        return answer(new ArticleNeed.OfVersions(id));
    }

    @Override
    public List<Card> breaking() {
        return answer(new ListNeed.OfBreaking());
    }

    @Override
    public boolean isBreaking(Article.Id id) {
        return answer(new ArticleNeed.OfBreakingState(id));
    }

    @Override
    public List<Card> recent() {
        return answer(new ListNeed.OfRecent());
    }

    @Override
    public Optional<PublishedPicture> picture(String source) {
        return answer(new PageNeed.OfPicture(source));
    }

    @Override
    public Optional<String> asset(String name) {
        return answer(new PageNeed.OfAsset(name));
    }

    @Override
    public Optional<String> string(String key) {
        return answer(new PageNeed.OfString(key));
    }

    @Override
    public Optional<Object> data(String name) {
        return answer(new PageNeed.OfData(name));
    }

    @Override
    public Optional<String> template(String name) {
        return answer(new PageNeed.OfTemplate(name));
    }

    @Override
    public Hosting hosting() {
        return answer(new PaperNeed.OfHosting());
    }

    @Override
    public Body body(Article.Id id) {
        // A page asks for its own text several times over, and texts are not held in memory.
        if (!id.equals(lastBody)) {
            body = answer(new ArticleNeed.OfBody(id));
            lastBody = id;
        }
        return body;
    }
}
