package press.broadsheet.build;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.SealedFile;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Source;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputTree;
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
    private boolean isRead;
    private @Nullable Receipt last;
    private long written;

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
        return last().filter(receipt -> isSame(receipt) && isPublished(workers) && isBeside())
                .map(receipt -> {
                    new Beside(options)
                            .write(
                                    new ChangesFile(List.of(), List.of(), List.of()),
                                    receipt.facts().root());
                    return receipt.report(inventory, Duration.ofNanos(System.nanoTime() - start));
                });
    }

    /** What the last build left; empty if that cannot be used. */
    Optional<Receipt> last() {
        if (!isRead) {
            written = file.time();
            last = file.read().stream().findFirst().flatMap(this::read).orElse(null);
            isRead = true;
        }
        return Optional.ofNullable(last);
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

    /** Whether the published folder is as the last build left it. */
    boolean isPublished(Workers workers) {
        return beginPublished(workers).get();
    }

    /** Begins to look at it. */
    Supplier<Boolean> beginPublished(Workers workers) {
        Receipt.Files files = last().map(Receipt::files).orElse(Receipt.Files.NONE);
        var all = new ArrayList<>(files.planned());
        all.addAll(files.companions());
        // After the first that is not there nobody need look at the others.
        var same = new AtomicBoolean(true);
        Supplier<List<Boolean>> looking = workers.begin(all, one -> {
            if (same.get() && !OutputTree.has(options.output(), one.path(), one.size(), written)) {
                same.set(false);
            }
            return same.get();
        });
        return () -> !looking.get().contains(false);
    }

    /** Whether what lies beside it is. */
    boolean isBeside() {
        return last().filter(receipt -> receipt.facts().hostFiles().equals(beside()))
                .isPresent();
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
    void keep(Receipt.Files files, BuildReport report, @Nullable Instant until, Newsroom newsroom) {
        var facts = new Receipt.Facts(
                Receipt.given(options, look),
                looked,
                options.now(),
                until,
                newsroom.site().url(),
                newsroom.hosting(),
                newsroom.site().history(),
                beside(),
                report.filesRead(),
                report.published(),
                report.broken(),
                report.other(),
                report.heldBack(),
                report.problems(),
                report.weights(),
                report.timetable());
        keep(new Receipt(facts, files));
    }

    /** That of a build after which all is as the last one left it, but files and what they weigh. */
    Receipt after(Receipt receipt, Receipt.Files files, Weights weights) {
        return receipt.at(Receipt.given(options, look), looked, options.now(), files, weights);
    }

    /** The published folder is as a build wanted it. */
    void keep(Receipt receipt) {
        var sink = new Sink();
        receipt.write(sink, codecs);
        file.write(sink);
    }
}
