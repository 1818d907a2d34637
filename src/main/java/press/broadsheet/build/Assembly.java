package press.broadsheet.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Addresses;
import press.broadsheet.edition.Claims;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperCheck;
import press.broadsheet.edition.Release;
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

    /** Puts the paper together; what only the whole shows is told by {@link #check}. */
    static Assembly of(Newsroom newsroom, History history, BuildOptions options, State state, Problems problems) {
        List<Release> releases = release(newsroom, options, problems);
        Map<Article.Id, List<Version>> versions = history.versions(problems);
        Newspaper paper = paper(newsroom, releases, versions.keySet(), options);
        var pictures = PictureIntake.read(paper, newsroom, Map.of(), state.codecs(), problems);
        return new Assembly(releases, versions, paper, pictures);
    }

    /**
     * The same after a round in which nothing but articles was touched; what only the whole shows is told by {@link #isChecked},
     * which also sees whether all that it publishes may be published.
     *
     * @param before what it was then
     */
    static Assembly after(Assembly before, Newsroom newsroom, BuildOptions options, State state, Problems problems) {
        List<Release> releases = wanted(newsroom, options, problems);
        var history = new History(newsroom.sources().content(), newsroom);
        Map<Article.Id, List<Version>> versions = history.versions(problems);
        var editions = new ArrayList<Edition>();
        for (int i = 0; i < releases.size(); i++) {
            editions.add(before.paper().editions().get(i).after(releases.get(i), options.now(), versions.keySet()));
        }
        var paper = new Newspaper(editions);
        var pictures = PictureIntake.read(paper, newsroom, before.pictures().looked(), state.codecs(), problems);
        return new Assembly(releases, versions, paper, pictures);
    }

    /**
     * Tells what only the whole shows.
     *
     * @param touched articles that are others than in a paper which had settled all claims
     * @return whether no claim is disputed now
     */
    boolean isChecked(Newsroom newsroom, Theme theme, Set<Article.Id> touched, Problems problems) {
        List<Card> come = paper.editions().stream()
                .flatMap(edition -> touched.stream().flatMap(id -> edition.card(id).stream()))
                .toList();
        check(newsroom, theme, problems);
        return Claims.areUndisputed(releases, come);
    }

    /** Whether an article cannot be shown that nobody wants to hold back. */
    boolean hasLeftOut() {
        return releases.stream().anyMatch(release -> !release.leftOut().isEmpty());
    }

    /** Tells what only the whole shows. */
    void check(Newsroom newsroom, Theme theme, Problems problems) {
        PaperCheck.check(paper, problems);
        BodyLinks.check(paper, newsroom, problems);
        ThemeNames.check(paper, newsroom, theme, problems);
        UnusedThemeFiles.check(newsroom, theme, problems);
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
        var audience = new Release.Audience(options.drafts(), options.future());
        var releases = new ArrayList<Release>();
        for (Newsroom.Shelf shelf : newsroom.shelves()) {
            Release release = Release.at(options.now(), audience, shelf.cards());
            tellProblems(release, newsroom, problems);
            releases.add(release.without(refused(release, newsroom)));
        }
        return releases;
    }

    /** Those whose text cannot be set: a headline without a text is no article. */
    private static Map<Card, Release.LeftOut> refused(Release release, Newsroom newsroom) {
        var refused = new IdentityHashMap<Card, Release.LeftOut>();
        var dispute = new Release.Dispute(Release.Cause.TEXT_REFUSED, null);
        for (Card card : release.published()) {
            List<Problem> own = newsroom.problemsOf(card.id());
            if (!own.isEmpty() && own.stream().anyMatch(problem -> TextFault.isRefusal(problem.code()))) {
                refused.put(card, new Release.LeftOut(card, List.of(dispute)));
            }
        }
        return refused;
    }

    /** A draft may be as unfinished as it likes; whatever else is held back is told of in time to mend it. */
    private static void tellProblems(Release release, Newsroom newsroom, Problems problems) {
        release.published().forEach(card -> tellProblems(card, newsroom, problems));
        for (Release.HeldBack held : release.heldBack()) {
            if (!held.card().status().isUnfinished()) {
                tellProblems(held.card(), newsroom, problems);
            }
        }
    }

    private static void tellProblems(Card card, Newsroom newsroom, Problems problems) {
        List<Problem> own = newsroom.problemsOf(card.id());
        if (!own.isEmpty()) {
            problems.addAll(own);
        }
    }

    /** @param changed articles of which the paper shows earlier versions */
    static Newspaper paper(Newsroom newsroom, List<Release> releases, Set<Article.Id> changed, BuildOptions options) {
        var editions = new ArrayList<Edition>();
        for (int i = 0; i < releases.size(); i++) {
            Newsroom.Shelf shelf = newsroom.shelves().get(i);
            editions.add(Edition.assemble(
                    newsroom.site(), shelf.settings(), shelf.matter(), releases.get(i), options.now(), changed));
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

    /** When the paper, or what is told of it, changes by itself; null if it never does. */
    @Nullable
    Instant until(Timetable timetable) {
        return Stream.concat(PaperCheck.next(paper).stream(), timetable.next().stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static Timetable timetable(Newspaper paper, List<Release> releases, BuildOptions options) {
        var issues = new ArrayList<Timetable.Issue>();
        for (int i = 0; i < releases.size(); i++) {
            issues.add(new Timetable.Issue(paper.editions().get(i), releases.get(i)));
        }
        return Timetable.of(issues, new Release.Audience(options.drafts(), options.future()));
    }
}
