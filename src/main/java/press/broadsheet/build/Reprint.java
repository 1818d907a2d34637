package press.broadsheet.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Imprint;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerLookup;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.RememberingDesk;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;

/**
 * Makes some pages and feeds again from what was answered when they were made; and writes down what is other then. For one
 * build.
 */
final class Reprint {
    private final SourceTree content;
    private final State state;
    private final Receipt last;
    private final LedgerLookup ledger;
    private final Map<String, Ledger.Kept> kept;
    private final Map<OutputPath, Long> sizes = new HashMap<>();
    private final OutputTree output;
    private final Companions before;
    private final Map<OutputPath, Output> planned = new TreeMap<>();
    private final Map<OutputPath, String> reasons = new TreeMap<>();
    private final Map<OutputPath, Ledger.Made> made = new TreeMap<>();
    private final Map<Integer, Written> answers = new TreeMap<>();
    private Companions companions;
    private Weights weights;

    /**
     * @param last what the last build left
     * @param ledger the same
     * @param kept of the sources that were read again
     */
    Reprint(
            BuildOptions options,
            SourceTree content,
            State state,
            Receipt last,
            LedgerLookup ledger,
            Map<String, Ledger.Kept> kept) {
        this.content = content;
        this.state = state;
        this.last = last;
        this.ledger = ledger;
        this.kept = kept;
        var beside = new HashMap<OutputPath, Long>();
        last.files().planned().forEach(file -> sizes.put(file.path(), file.size()));
        last.files().companions().forEach(file -> beside.put(file.path(), file.size()));
        this.output = OutputTree.of(
                options.output(),
                options.site().resolve(Build.STATE),
                Stream.concat(sizes.keySet().stream(), beside.keySet().stream()).collect(Collectors.toSet()));
        this.before = Companions.of(last.facts().hosting(), state.imprints(), beside, 0);
        this.companions = before;
        this.weights = last.facts().weights();
    }

    /**
     * Stages what shows these texts.
     *
     * @param texts that are others, and their fingerprints
     * @return whether all of it could be made, and nothing that is said of the paper is other for that
     */
    boolean make(Map<Article.Id, Fingerprint> texts, Future<Theme> loading) {
        var recollection = new Recollection(ledger, state.store(), kept, state.codecs());
        if (!texts.entrySet().stream().allMatch(text -> plan(text.getKey(), text.getValue(), recollection))) {
            return false;
        }
        companions = before.again(planned.keySet());
        if (planned.isEmpty()) {
            return true;
        }
        Press press = Press.of(Workers.await(loading), content);
        return planned.values().stream().allMatch(one -> make(one, press, recollection))
                && companions.hasSameFiles(planned.keySet())
                && weigh();
    }

    /** What shows a text, and why it is made again. Whether it can be. */
    private boolean plan(Article.Id id, Fingerprint print, Recollection recollection) {
        LedgerLookup.Shown shown = ledger.shown(id);
        if (shown.shared()) {
            return false;
        }
        shown.questions().stream().forEach(number -> answers.put(number, Answers.of(print)));
        for (OutputPath path : shown.paths()) {
            Optional<Ledger.Made> known = ledger.made(path);
            if (known.isPresent() && known.get().needs().anyOf(shown.questions())) {
                Optional<Output> one = Identity.read(known.get().output());
                if (one.isEmpty() || !known.get().problems().isEmpty()) {
                    return false;
                }
                planned.put(path, one.get());
                reasons.putIfAbsent(path, new ArticleNeed.OfBody(id).words() + " changed");
                recollection.learn(known.get().needs());
            }
        }
        return true;
    }

    private boolean make(Output one, Press press, Recollection recollection) {
        Language language = switch (one) {
            case Output.Page page -> page.language();
            case Output.Feed feed -> feed.language();
            default -> throw new IllegalStateException("Not kept as it was planned: " + one);
        };
        var told = new Problems();
        var desk = new RememberingDesk(recollection, language);
        Optional<byte[]> bytes;
        try {
            bytes = press.make(one, desk, told);
        } catch (RememberingDesk.Unanswered unknown) {
            return false;
        }
        if (bytes.isEmpty() || recollection.isExhausted() || !told.isEmpty()) {
            return false;
        }
        output.write(one.path(), bytes.get());
        companions.made(one.path(), bytes.get(), output);
        Ledger.Made then = ledger.made(one.path()).orElseThrow();
        made.put(
                one.path(),
                new Ledger.Made(
                        then.output(), bytes.get().length, desk.needs(), List.of(), Fingerprint.of(bytes.get())));
        return true;
    }

    /** Whether what is told of the pages' weights is still right. */
    private boolean weigh() {
        Hosting.Budget budget = last.facts().hosting().budget();
        String basePath = last.facts().root().getPath();
        for (Output one : planned.values()) {
            OutputPath path = one.path();
            if (!companions.imprint(path).parts().equals(companions.before(path).parts())) {
                return false;
            }
            Weights.Kind kind = Weights.Kind.of(one);
            PageWeight then = Weighing.weigh(path, companions, basePath, this::sizeOf);
            PageWeight now = then.with(Objects.requireNonNull(made.get(path)).size());
            Optional<Weights> all = weights.with(kind, then, now);
            if (all.isEmpty() || kind.isOver(budget, then) || kind.isOver(budget, now)) {
                return false;
            }
            weights = all.get();
        }
        companions.sums(output);
        return true;
    }

    private long sizeOf(OutputPath path) {
        return sizes.getOrDefault(path, 0L);
    }

    OutputTree output() {
        return output;
    }

    /** What is other in the ledger. */
    Ledger.Change change() {
        return new Ledger.Change(kept, answers, List.of(), List.of(), made);
    }

    /** What is known of all files; null if it is what was known before. */
    @Nullable
    Map<OutputPath, Imprint> imprints() {
        return companions.isOther(output.staged()) ? companions.imprints() : null;
    }

    /** Why each file was made that was made. */
    Map<OutputPath, String> reasons() {
        return reasons;
    }

    Weights weights() {
        return weights;
    }

    /** What the published folder holds then. */
    Receipt.Files files() {
        return last.files()
                .with(
                        path -> {
                            Ledger.Made again = made.get(path);
                            return again == null ? sizeOf(path) : again.size();
                        },
                        companions.sizes());
    }
}
