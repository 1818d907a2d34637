package press.broadsheet.build;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.plan.KeptPlan;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;

/**
 * The paper of one round, but for its pages: all that was read, what follows from it, and what is planned.
 *
 * @param options how it is made
 * @param until when the paper, or what is told of it, changes by itself; null if it never does
 * @param timetable when it does so, and why
 * @param articles by path below {@code content/}
 * @param twins articles that two files give
 * @param told before any page is made
 * @param planned all outputs, by path
 * @param book to plan the next round by; null if that must begin anew
 * @param checks to check the next round by; null if that must begin anew
 */
record Issue(
        BuildOptions options,
        @Nullable Instant until,
        Timetable timetable,
        Newsroom newsroom,
        Assembly assembly,
        Map<String, Article.Id> articles,
        Set<Article.Id> twins,
        List<Problem> told,
        Map<OutputPath, Output> planned,
        @Nullable KeptPlan book,
        @Nullable ArticleChecks checks) {

    /** That of a build which has read and planned everything. */
    static Issue of(
            BuildOptions options,
            @Nullable Instant until,
            Timetable timetable,
            Newsroom newsroom,
            Assembly assembly,
            List<Problem> told,
            Plan plan) {
        var planned = HashMap.<OutputPath, Output>newHashMap(plan.outputs().size());
        plan.outputs().forEach(output -> planned.put(output.path(), output));
        var articles =
                HashMap.<String, Article.Id>newHashMap(newsroom.articles().size());
        newsroom.shelves()
                .forEach(shelf ->
                        shelf.cards().forEach(card -> articles.put(SourceTree.pathOf(card.place()), card.id())));
        articles.putAll(newsroom.counts().twins());
        var once = new HashSet<Article.Id>();
        Set<Article.Id> twins =
                articles.values().stream().filter(id -> !once.add(id)).collect(Collectors.toSet());
        return new Issue(options, until, timetable, newsroom, assembly, articles, twins, told, planned, null, null);
    }

    /** The same after some texts were read again, and nothing else is other. */
    Issue with(Newsroom read) {
        return new Issue(options, until, timetable, read, assembly, articles, twins, told, planned, book, checks);
    }
}
