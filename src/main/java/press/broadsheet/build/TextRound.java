package press.broadsheet.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.news.Article;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;

/**
 * A round after which the paper consists of the same files about the same things, because nothing was touched but texts of
 * articles: what others show of these articles is as it was, and so is what is told of the whole. Then nothing is assembled,
 * planned or asked; only the pages that show these texts are made. For one build.
 */
final class TextRound {
    private final LastRound last;
    private final Workers workers;
    private final Problems problems;
    private final OutputTree output;

    /** @param problems is told what cannot be made */
    TextRound(LastRound last, Workers workers, Problems problems, OutputTree output) {
        this.last = last;
        this.workers = workers;
        this.problems = problems;
        this.output = output;
    }

    /**
     * Stages what shows these texts.
     *
     * @param newsroom in which they are what they are now
     * @param texts that are others, and their fingerprints
     * @param printed the files that the last round left
     * @return empty if more than pages would have to be made again
     */
    Optional<ShortRound.Made> make(Newsroom newsroom, Map<Article.Id, Fingerprint> texts, Printed printed) {
        Ledger ledger = last.ledger();
        var changed = new TreeMap<Integer, Written>();
        texts.forEach((id, print) -> printed.notebook().numbers(new ArticleNeed.OfBody(id)).stream()
                .filter(number -> number < ledger.questions().size())
                .forEach(number -> changed.put(number, Answers.of(print))));
        var numbers = new BitSet();
        changed.keySet().forEach(numbers::set);
        if (last.shared().intersects(numbers)) {
            return Optional.empty();
        }
        var toMake = new ArrayList<Output>();
        var reasons = new LinkedHashMap<OutputPath, String>();
        for (OutputPath path : printed.showing(numbers)) {
            Ledger.Made one = printed.made(path);
            if (one != null && one.needs().anyOf(numbers)) {
                toMake.add(Objects.requireNonNull(last.issue().planned().get(path), "Made and not planned"));
                reasons.put(path, StalePages.words(ledger, one.needs(), numbers));
            }
        }
        printed.again(reasons.keySet());
        var run = new PrintRun(last.room().with(newsroom), printed, workers, problems, output);
        boolean isMade = run.make(toMake)
                && printed.companions().hasSameCode(reasons.keySet())
                && printed.companions().hasSameFiles(reasons.keySet());
        return isMade
                ? Optional.of(new ShortRound.Made(
                        last.issue().with(newsroom),
                        NextPlan.same(last.issue()),
                        run,
                        run.remade(reasons, changed, Set.of(), ledger)))
                : Optional.empty();
    }
}
