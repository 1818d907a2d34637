package press.broadsheet.build;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.files.FullDisk;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Article;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.text.Fingerprint;

/**
 * A build after which the paper consists of the same files about the same things, because nothing was touched but texts of
 * articles: what others show of these articles is as it was, and so is what is told of the whole. Then nothing is assembled,
 * planned or asked; only the pages that show these texts are made. Whatever this build is not sure of it leaves to the one
 * that looks at everything. For one build.
 */
final class TextRound {
    private static final String CONTENT = "content/";

    private final LastRound last;
    private final BuildOptions options;
    private final State state;
    private final Workers workers;
    private final Memory memory;
    private final SourceTree content;
    private final OnlyText onlyText;
    private boolean hasBegun;
    private final Map<String, Ledger.Kept> kept = new TreeMap<>();
    private final Map<Article.Id, Filed> filed = new HashMap<>();
    private final IdentityHashMap<SourceStore.Slot, Filed> results = new IdentityHashMap<>();

    /** Those that are others, and their fingerprints. */
    private final Map<Article.Id, Fingerprint> texts = new HashMap<>();

    TextRound(LastRound last, BuildOptions options, State state, Workers workers, Memory memory) {
        this.last = last;
        this.options = options;
        this.state = state;
        this.workers = workers;
        this.memory = memory;
        this.content = last.newsroom().sources().content();
        this.onlyText =
                new OnlyText(last.report().problems(), last.newsroom().site().history());
    }

    /**
     * Does it.
     *
     * @param touched everything that was touched since the last round
     * @param start of the build, as {@link System#nanoTime} gives it
     * @return empty, with nothing published, if it takes more than that
     */
    Optional<BuildReport> run(Touched touched, long start) {
        boolean onlyTexts = !touched.all()
                && !options.guarded()
                && !options.dryRun()
                && last.isLike(options)
                && touched.paths().stream().allMatch(this::read);
        return onlyTexts ? print(start) : Optional.empty();
    }

    /**
     * Whether it has begun to make pages: what the last round knew of those is then of no use to any other that does not look
     * at everything.
     */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Whether a file gives what it gave, but for its text; or is none of the paper's. */
    private boolean read(String touched) {
        if (!touched.startsWith(CONTENT)) {
            return false;
        }
        String path = touched.substring(CONTENT.length());
        if (last.newsroom().sources().find(path).isEmpty()) {
            return content.isPassedOver(path)
                    && last.newsroom().sources().paths().stream().noneMatch(source -> source.startsWith(path + "/"));
        }
        Article.Id id = last.articles().get(path);
        Optional<SourceFile> file = content.look(path);
        return id != null && file.isPresent() && read(id, file.get());
    }

    private boolean read(Article.Id id, SourceFile file) {
        var untold = new Problems();
        Optional<byte[]> bytes = content.read(file.path(), untold);
        Filed before = last.newsroom().articles().get(id);
        if (bytes.isEmpty() || !untold.isEmpty() || before == null) {
            return false;
        }
        var result = last.newsroom().bodies().reader().read(file.path(), bytes.get(), state.store(), state.codecs());
        Filed now = result.value();
        if (!onlyText.isOther(file.path(), before, now)) {
            return false;
        }
        kept.put(file.path(), result.of(file, Fingerprint.of(bytes.get())));
        filed.put(id, now);
        results.put(result.kept(), now);
        Fingerprint print = now.slot() == null ? Fingerprint.NONE : now.slot().print();
        if (before.slot() == null || !print.equals(before.slot().print())) {
            texts.put(id, print);
        }
        return true;
    }

    private Optional<BuildReport> print(long start) {
        hasBegun = true;
        var problems = new Problems();
        Newsroom newsroom = last.newsroom().with(filed, state.store());
        Printing printing = last.printing().again(last.ledger(), newsroom, state, workers, problems);
        Path folder = options.site().resolve(Build.STATE);
        OutputTree output = OutputTree.of(options.output(), folder, printing.published());
        try {
            return printing.reprint(texts, last, output)
                    .flatMap(change -> publish(newsroom, printing, change.of(kept), output, problems, start));
        } finally {
            output.discard();
        }
    }

    private Optional<BuildReport> publish(
            Newsroom newsroom,
            Printing printing,
            Ledger.Change change,
            OutputTree output,
            Problems problems,
            long start) {
        problems.addAll(last.told());
        printing.tellAgain();
        Weighing weighing = printing.weighing(last.weighing());
        weighing.check(printing.budget(), problems);
        if (!options.keepGoing() && Tally.isBroken(problems, options.strict())) {
            return Optional.empty();
        }
        Ledger ledger = last.ledger().with(change);
        if (!state.setAside()) {
            return Optional.empty();
        }
        output.replace();
        boolean isKept = keep(change, ledger, printing, output, newsroom.site().url(), problems);
        BuildReport report = last.report()
                .after(
                        output,
                        printing,
                        problems.inOrder(),
                        new Inventory(newsroom, last.assembly().releases(), problems.inOrder()),
                        weighing.weights(),
                        Duration.ofNanos(System.nanoTime() - start));
        if (isKept) {
            results.forEach(memory::add);
            memory.inventory(report.inventory());
            memory.round(last.after(newsroom, weighing, printing, change, ledger, report));
        }
        return Optional.of(report);
    }

    /** Readers have the paper already: what cannot be kept is missed by the next build alone. */
    private boolean keep(
            Ledger.Change change, Ledger ledger, Printing printing, OutputTree output, URI root, Problems problems) {
        try {
            Companions companions = printing.companions();
            state.append(change, ledger, companions.isOther(output.staged()) ? companions.imprints() : null);
            new Beside(options).write(new ChangesFile(List.of(), output.staged(), List.of()), root);
            return true;
        } catch (UncheckedIOException fault) {
            if (!FullDisk.isCauseOf(fault)) {
                throw fault;
            }
            FullDisk.tell(options.output(), true, problems);
            return false;
        }
    }
}
