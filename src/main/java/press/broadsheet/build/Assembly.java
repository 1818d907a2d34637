package press.broadsheet.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Addresses;
import press.broadsheet.edition.CardChange;
import press.broadsheet.edition.Claims;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Helping;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperCheck;
import press.broadsheet.edition.Release;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.TextFault;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Site;
import press.broadsheet.news.Version;
import press.broadsheet.plan.Ended;
import press.broadsheet.plan.Materials;
import press.broadsheet.plan.Plan;
import press.broadsheet.plan.Planner;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/**
 * What follows from all that was read: the paper at one moment, and what it shows that is no text.
 *
 * @param releases one for each edition
 * @param versions what readers had before, of the articles that were changed
 */
record Assembly(
        List<Release> releases,
        Map<Article.Id, List<Version>> versions,
        Newspaper paper,
        PictureIntake.Pictures pictures) {
    private static final Comparator<Card> BY_FILE = Comparator.comparing(card -> SourceTree.pathOf(card.place()));

    /** Puts the paper together; what only the whole shows is told by {@link #check}. */
    static Assembly of(
            Newsroom newsroom, History history, BuildOptions options, State state, Workers workers, Problems problems) {
        List<Release> releases = release(newsroom, options, problems);
        Map<Article.Id, List<Version>> versions = history.versions(problems);
        Newspaper paper = paper(newsroom, releases, versions.keySet(), options, workers::later);
        var pictures = PictureIntake.read(paper, newsroom, Map.of(), state.codecs(), problems);
        return new Assembly(releases, versions, paper, pictures);
    }

    /**
     * The same after a round in which nothing but articles was touched; what only the whole shows is told by {@link ArticleChecks}.
     *
     * @param before what it was then
     */
    static Assembly after(Assembly before, Reread read, BuildOptions options, State state, Problems problems) {
        Newsroom newsroom = read.now();
        var releases = new ArrayList<Release>();
        for (int i = 0; i < read.cards().size(); i++) {
            CardChange cards = read.cards().get(i);
            Release release = before.releases().get(i).after(cards, options.now(), audience(options), BY_FILE);
            releases.add(release.without(refused(release, newsroom)));
        }
        tellProblems(releases, newsroom, problems);
        var history = new History(newsroom.sources().content(), newsroom);
        Map<Article.Id, List<Version>> versions = history.versions(problems);
        var editions = new ArrayList<Edition>();
        for (int i = 0; i < releases.size(); i++) {
            Edition edition = before.paper().editions().get(i);
            editions.add(edition.after(read.cards().get(i), releases.get(i), options.now(), versions.keySet()));
        }
        var paper = new Newspaper(editions);
        var pictures = PictureIntake.after(before.pictures(), before.paper(), paper, read, state.codecs(), problems);
        return new Assembly(releases, versions, paper, pictures);
    }

    /** Whether an article cannot be shown that nobody wants to hold back. */
    boolean hasLeftOut() {
        return releases.stream().anyMatch(release -> !release.leftOut().isEmpty());
    }

    /** Tells what only the whole shows. */
    void check(Newsroom newsroom, Theme theme, Problems problems) {
        WholeCheck.check(paper, newsroom, theme, problems);
    }

    /** What each edition may show at the build's moment; what is wrong with it is told. */
    static List<Release> release(Newsroom newsroom, BuildOptions options, Problems problems) {
        List<Release> wanted = wanted(newsroom, options, problems);
        var claimants = new ArrayList<Claims.Claimant>();
        for (int i = 0; i < wanted.size(); i++) {
            Newsroom.Shelf shelf = newsroom.shelves().get(i);
            claimants.add(new Claims.Claimant(newsroom.site(), shelf.settings(), shelf.matter(), wanted.get(i)));
        }
        List<Release> releases = Claims.settle(claimants);
        var leftOut = new LeftOutArticles(newsroom.sources().content(), problems);
        for (int i = 0; i < releases.size(); i++) {
            Site.EditionSettings settings = newsroom.shelves().get(i).settings();
            leftOut.tell(releases.get(i).leftOut(), new Addresses(newsroom.site(), settings));
        }
        return releases;
    }

    /** The same before anybody has looked whether two articles claim one address or one identity. */
    private static List<Release> wanted(Newsroom newsroom, BuildOptions options, Problems problems) {
        List<Release> releases = newsroom.shelves().stream()
                .map(shelf -> Release.at(options.now(), audience(options), shelf.cards()))
                .toList();
        tellProblems(releases, newsroom, problems);
        return releases.stream()
                .map(release -> release.without(refused(release, newsroom)))
                .toList();
    }

    /** Those whose text cannot be set: a headline without a text is no article. */
    private static Map<Card, Release.LeftOut> refused(Release release, Newsroom newsroom) {
        var refused = new IdentityHashMap<Card, Release.LeftOut>();
        if (newsroom.faulty().values().stream().noneMatch(Assembly::isRefusal)) {
            return refused;
        }
        var dispute = new Release.Dispute(Release.Cause.TEXT_REFUSED, null);
        for (Card card : release.published()) {
            if (isRefusal(newsroom.problemsOf(card.id()))) {
                refused.put(card, new Release.LeftOut(card, List.of(dispute)));
            }
        }
        return refused;
    }

    private static boolean isRefusal(List<Problem> told) {
        return told.stream().anyMatch(problem -> TextFault.isRefusal(problem.code()));
    }

    private static Release.Audience audience(BuildOptions options) {
        return new Release.Audience(options.drafts(), options.future());
    }

    /** A draft may be as unfinished as it likes; whatever else is held back is told of in time to mend it. */
    private static void tellProblems(List<Release> releases, Newsroom newsroom, Problems problems) {
        Map<Article.Id, List<Problem>> faulty = newsroom.faulty();
        if (faulty.isEmpty()) {
            return;
        }
        Set<Article.Id> unfinished = releases.stream()
                .flatMap(release -> release.heldBack().stream())
                .filter(held -> held.card().status().isUnfinished())
                .map(held -> held.card().id())
                .collect(Collectors.toSet());
        faulty.forEach((id, own) -> {
            if (!unfinished.contains(id)) {
                problems.addAll(own);
            }
        });
    }

    /**
     * @param changed articles of which the paper shows earlier versions
     * @param helping does some of it meanwhile
     */
    static Newspaper paper(
            Newsroom newsroom, List<Release> releases, Set<Article.Id> changed, BuildOptions options, Helping helping) {
        var editions = new ArrayList<Edition>();
        for (int i = 0; i < releases.size(); i++) {
            Newsroom.Shelf shelf = newsroom.shelves().get(i);
            editions.add(Edition.assemble(
                    newsroom.site(),
                    shelf.settings(),
                    shelf.matter(),
                    releases.get(i),
                    options.now(),
                    changed,
                    helping));
        }
        return new Newspaper(editions);
    }

    /** All that will be published. */
    Plan plan(Newsroom newsroom, Theme theme, Problems problems) {
        var where = new LeftOutArticles(newsroom.sources().content(), problems);
        return Planner.plan(paper, materials(newsroom, theme), where::of, problems);
    }

    /** What it is planned by beside the paper. */
    Materials materials(Newsroom newsroom, Theme theme) {
        return new Materials(
                pictures.found().keySet(),
                theme.assets(),
                theme.pages(),
                newsroom.hosting(),
                Ended.of(paper, releases));
    }

    /** When the paper changes by itself. */
    Timetable timetable(BuildOptions options) {
        return timetable(paper, releases, options);
    }

    /**
     * The same after a round in which nothing but articles was touched.
     *
     * @param before what it was then
     * @param read what cards are others on each shelf
     */
    Timetable timetable(BuildOptions options, Timetable before, List<CardChange> read) {
        return before.after(issues(paper, releases), read, audience(options));
    }

    /** When the paper, or what is told of it, changes by itself; null if it never does. */
    @Nullable
    Instant until(Timetable timetable) {
        return Stream.concat(PaperCheck.next(paper).stream(), timetable.next().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static Timetable timetable(Newspaper paper, List<Release> releases, BuildOptions options) {
        return Timetable.of(issues(paper, releases), audience(options));
    }

    private static List<Timetable.Issue> issues(Newspaper paper, List<Release> releases) {
        var issues = new ArrayList<Timetable.Issue>();
        for (int i = 0; i < releases.size(); i++) {
            issues.add(new Timetable.Issue(paper.editions().get(i), releases.get(i)));
        }
        return issues;
    }
}
