package press.broadsheet.build;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerLookup;
import press.broadsheet.files.FullDisk;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.markdown.Markdown;
import press.broadsheet.news.Article;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.read.Typesetters;
import press.broadsheet.text.Fingerprint;

/**
 * A build of a process that knows nothing yet, where nothing was changed since the last one but the texts of a few
 * articles: sees that without reading any other file of the newsroom's, or all of what the last build left, and makes
 * again only what shows these texts, from the answers that were given before. What a {@link TextRound} is to a process
 * that goes on. Whatever it is not sure of it leaves to the build that looks at everything. For one build.
 */
final class Reprints {
    /** More texts than an editor saves between two builds are as quickly read by the build that reads all. */
    private static final int MOST = 16;

    private final BuildOptions options;
    private final State state;
    private final Workers workers;
    private final SourceTree content;
    private final SourceTree.Found found;
    private final Receipts receipts;
    private final Map<String, Ledger.Kept> kept = new TreeMap<>();

    /** Those that are others, and their fingerprints. */
    private final Map<Article.Id, Fingerprint> texts = new HashMap<>();

    Reprints(
            BuildOptions options,
            State state,
            Workers workers,
            SourceTree content,
            SourceTree.Found found,
            Receipts receipts) {
        this.options = options;
        this.state = state;
        this.workers = workers;
        this.content = content;
        this.found = found;
        this.receipts = receipts;
    }

    /**
     * Does it.
     *
     * @param theme the look of the theme's files
     * @param loading the theme
     * @param start of the build, as {@link System#nanoTime} gives it
     * @return empty, with nothing published, if it takes more than that
     */
    Optional<BuildReport> run(Look theme, Future<Theme> loading, long start) {
        return options.guarded() || options.dryRun()
                ? Optional.empty()
                : receipts.last().flatMap(last -> run(last, theme, loading, start));
    }

    private Optional<BuildReport> run(Receipt last, Look theme, Future<Theme> loading, long start) {
        long surely = last.facts().looked() - Sources.COARSE;
        List<SourceFile> touched =
                found.files().stream().filter(file -> file.time() >= surely).toList();
        boolean few = !touched.isEmpty() && touched.size() <= MOST;
        if (!few || theme.latest() >= surely || found.aside().latest() >= surely || !last.isOf(options.now())) {
            return Optional.empty();
        }
        state.beginToRemember();
        Supplier<Boolean> published = receipts.beginPublished(workers);
        Optional<Reprint> made = make(last, touched, theme, loading);
        try {
            return made.isPresent() && published.get() && receipts.isBeside() && state.setAside()
                    ? Optional.of(publish(last, made.get(), start))
                    : Optional.empty();
        } finally {
            made.ifPresent(reprint -> reprint.output().discard());
        }
    }

    private Optional<Reprint> make(Receipt last, List<SourceFile> touched, Look theme, Future<Theme> loading) {
        try {
            return state.lookup()
                    .filter(ledger -> ledger.changes() < NextLedger.MOST_CHANGES
                            && isAllElseAsItWas(last, touched, ledger, theme)
                            && read(last, touched, ledger))
                    .flatMap(ledger -> make(last, ledger, loading));
        } catch (UncheckedIOException noRoom) {
            throw noRoom;
        } catch (RuntimeException unforeseen) {
            // A fault of ours in the short way must not keep anybody from publishing: the long one has none of it.
            return Optional.empty();
        }
    }

    private Optional<Reprint> make(Receipt last, LedgerLookup ledger, Future<Theme> loading) {
        var reprint = new Reprint(options, content, state, last, ledger, kept);
        boolean isMade = false;
        try {
            isMade = reprint.make(texts, loading);
        } finally {
            if (!isMade) {
                reprint.output().discard();
            }
        }
        return isMade ? Optional.of(reprint) : Optional.empty();
    }

    /** Whether what the last build saw is what there is, but for these files; and each of them gave an article then. */
    private boolean isAllElseAsItWas(Receipt last, List<SourceFile> touched, LedgerLookup ledger, Look theme) {
        Look before = found.look().with(theme);
        for (SourceFile file : touched) {
            Optional<Ledger.Kept> known = ledger.source(file.path()).filter(source -> source.card() != null);
            if (known.isEmpty()) {
                return false;
            }
            var then =
                    new SourceFile(file.path(), known.get().size(), known.get().time());
            before = before.without(Look.of(file)).with(Look.of(then));
        }
        return Receipt.given(options, before).equals(last.facts().given());
    }

    private boolean read(Receipt last, List<SourceFile> touched, LedgerLookup ledger) {
        Stylebook book = state.codecs().read(Stylebook.class, ledger.reading().read());
        var markdown = new Markdown(book.text());
        var reader = new ArticleIntake(content, book, new Typesetters(markdown, markdown));
        var onlyText = new OnlyText(last.facts().problems(), last.facts().history());
        return touched.stream().allMatch(file -> read(file, reader, onlyText, ledger));
    }

    private boolean read(SourceFile file, ArticleIntake reader, OnlyText onlyText, LedgerLookup ledger) {
        var untold = new Problems();
        Optional<byte[]> bytes = content.read(file.path(), untold);
        Ledger.Kept then = ledger.source(file.path()).orElseThrow();
        Optional<Filed> before =
                state.store().read(then.result()).map(source -> Filed.read(source, then.text(), state.codecs()));
        if (bytes.isEmpty() || before.isEmpty()) {
            return false;
        }
        Fingerprint print = Fingerprint.of(bytes.get());
        if (print.equals(then.print())) {
            kept.put(file.path(), then.at(file.time()));
            return true;
        }
        var result = reader.read(file.path(), bytes.get(), state.store(), state.codecs());
        Filed now = result.value();
        if (now.card() == null || now.slot() == null || !onlyText.isOther(file.path(), before.get(), now)) {
            return false;
        }
        kept.put(file.path(), result.of(file, print));
        if (then.text() == null || !now.slot().print().equals(then.text().print())) {
            texts.put(now.card().id(), now.slot().print());
        }
        return true;
    }

    private BuildReport publish(Receipt last, Reprint again, long start) {
        OutputTree output = again.output();
        output.exchange(Set.of());
        var problems = new Problems();
        Receipt now = receipts.after(last, again.files(), again.weights());
        FullDisk.afterPublishing(options.output(), problems, () -> {
            state.append(again.change(), again.imprints());
            new Beside(options)
                    .write(
                            new ChangesFile(List.of(), output.staged(), List.of()),
                            last.facts().root());
            receipts.keep(now);
        });
        return now.report(
                Inventory.NONE,
                again.reasons(),
                output.staged().size(),
                problems,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
