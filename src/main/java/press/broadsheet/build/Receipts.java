package press.broadsheet.build;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.SealedFile;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Source;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputTree;
import press.broadsheet.news.Site;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.text.Fingerprint;

/**
 * Sees, without reading a file of the newsroom's, whether a build would only repeat the last one; and writes down what the
 * next build must see for that. For one build.
 */
final class Receipts {
    private final BuildOptions options;
    private final SealedFile file;
    private final Codecs codecs;
    private final Look look;
    private final long looked;

    /**
     * @param file that they are kept in
     * @param look of all that the build will read
     * @param looked when it was begun, in nanoseconds of the file system's clock
     */
    Receipts(BuildOptions options, SealedFile file, Codecs codecs, Look look, long looked) {
        this.options = options;
        this.file = file;
        this.codecs = codecs;
        this.look = look;
        this.looked = looked;
    }

    /**
     * What the last build said, if this one would say the same and write nothing.
     *
     * @param inventory of the same files
     * @param start of this build, as {@link System#nanoTime} gives it
     */
    Optional<BuildReport> repeat(Inventory inventory, Workers workers, long start) {
        // Who looks for silent edits, or at each article, wants more than is written down.
        if (options.guarded()) {
            return Optional.empty();
        }
        long written = file.time();
        return file.read().stream()
                .findFirst()
                .flatMap(this::read)
                .filter(last -> isSame(last) && isPublished(last, written, workers) && isBeside(last.facts()))
                .map(last -> {
                    new Beside(options)
                            .write(
                                    new ChangesFile(List.of(), List.of(), List.of()),
                                    last.facts().root());
                    return last.report(inventory, Duration.ofNanos(System.nanoTime() - start));
                });
    }

    private Optional<Receipt> read(Source source) {
        try {
            return Optional.of(Receipt.read(source, codecs));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private boolean isSame(Receipt last) {
        return last.facts().given().equals(Receipt.given(options, look))
                && look.latest() < last.facts().looked() - Sources.COARSE
                && last.isOf(options.now());
    }

    private boolean isPublished(Receipt last, long written, Workers workers) {
        var all = new ArrayList<>(last.files().planned());
        all.addAll(last.files().companions());
        var same = new AtomicBoolean(true);
        workers.each(
                all,
                one -> {
                    if (same.get() && !OutputTree.has(options.output(), one.path(), one.size(), written)) {
                        same.set(false);
                    }
                },
                done -> {});
        return same.get();
    }

    private boolean isBeside(Receipt.Facts last) {
        return last.hostFiles().equals(beside());
    }

    private Map<String, Fingerprint> beside() {
        return new Beside(options).hostFiles();
    }

    /**
     * The published folder is as this build wanted it.
     *
     * @param files that are published
     * @param until when the paper, or what is told of it, changes by itself; null if it never does
     */
    void keep(Receipt.Files files, BuildReport report, @Nullable Instant until, Site site) {
        var facts = new Receipt.Facts(
                Receipt.given(options, look),
                looked,
                options.now(),
                until,
                site.url(),
                beside(),
                report.filesRead(),
                report.published(),
                report.broken(),
                report.other(),
                report.heldBack(),
                report.problems(),
                report.weights(),
                report.timetable());
        var receipt = new Receipt(facts, files);
        var sink = new Sink();
        receipt.write(sink, codecs);
        file.write(sink);
    }
}
