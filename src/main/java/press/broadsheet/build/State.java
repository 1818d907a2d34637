package press.broadsheet.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Imprint;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerFile;
import press.broadsheet.cache.LedgerIndex;
import press.broadsheet.cache.LedgerLookup;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.cache.StateFolder;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Fingerprint;

/** What a build has of the last one, and leaves for the next: a ledger, and what the sources that it speaks of gave. */
final class State implements AutoCloseable {
    /** So many bytes of what is old are not worth the trouble. */
    private static final long LITTLE = 1 << 20;

    private final Codecs codecs;
    private final @Nullable StateFolder folder;
    private final @Nullable LedgerFile file;
    private final Memory memory;
    private final Fingerprint program;
    private final Workers workers;
    private @Nullable Future<Optional<Ledger>> reading;
    private @Nullable Future<Map<OutputPath, Imprint>> imprints;
    private @Nullable SourceStore store;
    private @Nullable Ledger left;
    private boolean hasMoved;

    private State(@Nullable StateFolder folder, Fingerprint program, Memory memory, Workers workers) {
        this.folder = folder;
        this.program = program;
        this.codecs = memory.codecs();
        this.file = folder == null ? null : folder.ledger(program, codecs);
        this.memory = memory;
        this.workers = workers;
    }

    /** One that knows nothing and keeps nothing: a build that leaves nothing behind has nothing to go by either. */
    static State passing(Workers workers) {
        return new State(null, Fingerprint.NONE, Memory.passing(), workers);
    }

    /** Empty while another build holds it. */
    static Optional<State> open(Path folder, BuildOptions options, Memory memory, Workers workers) {
        return StateFolder.open(folder, options.output())
                .map(held -> new State(held, memory.program(options.home()), memory, workers));
    }

    /** Begins to read what the last build left, while others do something else. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whoever needs it waits for it.
    void begin() {
        begun();
        beginImprints();
    }

    private synchronized Future<Map<OutputPath, Imprint>> beginImprints() {
        Future<Map<OutputPath, Imprint>> begun = imprints;
        if (begun == null) {
            begun = workers.start(
                    () -> folder == null ? Map.of() : folder.imprints().read());
            imprints = begun;
        }
        return begun;
    }

    private synchronized Future<Optional<Ledger>> begun() {
        Future<Optional<Ledger>> begun = reading;
        if (begun == null) {
            begun = workers.start(() -> file == null ? Optional.empty() : memory.ledger(file));
            reading = begun;
        }
        return begun;
    }

    private Optional<Ledger> ledger() {
        return Workers.await(begun());
    }

    Ledger last() {
        return ledger().orElse(Ledger.EMPTY);
    }

    /** Begins to read what is known of the published files, while others do something else. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whoever needs it waits for it.
    void beginToRemember() {
        beginImprints();
    }

    /** The last ledger, of which only some is to be read; the store is then that of its sources. */
    Optional<LedgerLookup> lookup() {
        Optional<LedgerLookup> found = file == null ? Optional.empty() : file.lookup();
        if (found.isPresent() && folder != null) {
            SourceStore known = folder.sources(true, codecs);
            synchronized (this) {
                store = known;
            }
        }
        return found;
    }

    /** What tells whether a build would only repeat the last one; empty if nothing is kept. */
    Optional<Receipts> receipts(BuildOptions options, Look look) {
        return folder == null
                ? Optional.empty()
                : Optional.of(new Receipts(options, folder.receipt(program), codecs, look, folder.opened()));
    }

    /** Whether this process will build again, and has in memory what this build leaves. */
    boolean isLasting() {
        return memory.isLasting();
    }

    /** Whether no build has left anything. */
    boolean isFirst() {
        return file == null || !file.exists();
    }

    /** Whether the last build left something that this one cannot use. */
    boolean isStartedAnew() {
        return file != null && file.exists() && ledger().isEmpty();
    }

    /** What the sources that the ledger speaks of gave, and those of this build. */
    synchronized SourceStore store() {
        SourceStore opened = store;
        if (opened == null) {
            opened = folder == null ? SourceStore.passing(codecs) : folder.sources(ledger().isPresent(), codecs);
            store = opened;
        }
        return opened;
    }

    /** What a kept source gave; empty if that is lost. */
    Optional<Filed> filed(Ledger.Kept kept) {
        Optional<Filed> filed = Optional.ofNullable(memory.filed(kept.result()))
                .or(() -> store().read(kept.result()).map(source -> Filed.read(source, kept.text(), codecs)));
        filed.ifPresent(found -> memory.take(kept.result(), found));
        return filed;
    }

    /** A source was read anew. */
    Sources.Result<Filed> filed(Sources.Result<Filed> result) {
        memory.take(result.kept(), result.value());
        return result;
    }

    Codecs codecs() {
        return codecs;
    }

    /** What the last build saw in the files that its ledger speaks of; nothing without one. */
    Map<OutputPath, Imprint> lastImprints() {
        return ledger().isEmpty() ? Map.of() : imprints();
    }

    /** The same to whoever knows that there is a ledger. */
    Map<OutputPath, Imprint> imprints() {
        return Workers.await(beginImprints());
    }

    /** Before anything that readers see is changed: if the build dies now, the next one takes nothing for granted. */
    void forget() {
        if (folder != null) {
            folder.receipt(program).remove();
            folder.imprints().remove();
        }
        if (file != null) {
            file.remove();
        }
    }

    /** After everything that readers see is in place. */
    void keep(Ledger ledger, Map<OutputPath, Imprint> imprints) {
        // The largest first: where there is no room for it, nothing else is left half.
        store().flushed();
        Ledger kept = withoutTheOld(ledger);
        Future<?> seen = workers.begin(() -> {
            if (folder != null) {
                folder.imprints().write(imprints);
            }
        });
        if (file != null) {
            Future<LedgerIndex> index = workers.start(() -> LedgerIndex.of(kept));
            file.write(kept, () -> Workers.await(index), workers::later);
            memory.wrote(kept, file);
        }
        Workers.await(seen);
        left = kept;
    }

    /** What the last build kept is what this one would keep. */
    void stays() {
        if (file != null) {
            memory.wrote(last(), file);
        }
    }

    /**
     * Whether most of what is kept of sources is of earlier versions, so that it goes with the next whole ledger.
     *
     * @param bytes how many are kept of the sources as they are
     */
    boolean isCrowded(long bytes) {
        return folder != null && store().size() >= 2 * bytes + LITTLE;
    }

    /** What sources give is only added. When most of it is of earlier versions, that goes. */
    private Ledger withoutTheOld(Ledger ledger) {
        if (!isCrowded(ledger.bytes())) {
            return ledger;
        }
        var live = new ArrayList<SourceStore.Slot>();
        for (Ledger.Kept kept : ledger.sources().values()) {
            live.add(kept.result());
            if (kept.text() != null) {
                live.add(kept.text());
            }
        }
        Map<SourceStore.Slot, SourceStore.Slot> moved = store().keepOnly(live);
        if (moved.isEmpty()) {
            return ledger;
        }
        hasMoved = true;
        memory.forgetSources();
        return ledger.with(moved);
    }

    /** Whether what sources gave stands elsewhere than where this build has read it. */
    boolean hasMoved() {
        return hasMoved;
    }

    /** What the next build will find. */
    Ledger left() {
        Ledger written = left;
        return written == null ? last() : written;
    }

    /** The last round of this process, if it is still what the published folder shows. */
    Optional<LastRound> lastRound() {
        return file == null ? Optional.empty() : memory.lastRound(file);
    }

    /**
     * Before some published files are replaced by others: if the build dies now, the next one takes nothing for granted.
     *
     * @return whether {@link #append} can follow; if not, nothing is kept
     */
    boolean setAside() {
        if (folder == null || file == null) {
            return false;
        }
        folder.receipt(program).remove();
        return file.setAside();
    }

    /**
     * After they were replaced.
     *
     * @param ledger as it was, after the change
     * @param imprints null if they are as they were
     */
    void append(Ledger.Change change, Ledger ledger, @Nullable Map<OutputPath, Imprint> imprints) {
        append(change, imprints);
        if (file != null) {
            memory.wrote(ledger, file);
        }
        left = ledger;
    }

    /**
     * The same after files came, went or were made again.
     *
     * @param others what is known of those that are there
     * @param all what is known of all
     */
    void append(Ledger.Change change, Ledger ledger, Map<OutputPath, Imprint> others, Map<OutputPath, Imprint> all) {
        store().flushed();
        if (folder != null && !others.isEmpty() && !folder.imprints().add(others)) {
            folder.imprints().write(all);
        }
        append(change, ledger, null);
    }

    /** The same where the ledger is not read as a whole. */
    void append(Ledger.Change change, @Nullable Map<OutputPath, Imprint> imprints) {
        store().flushed();
        if (folder != null && imprints != null) {
            folder.imprints().write(imprints);
        }
        if (file != null) {
            file.append(change);
        }
    }

    /** When this build began to look at its sources, in nanoseconds of the file system's clock; 0 if nothing is kept. */
    long opened() {
        return folder == null ? 0 : folder.opened();
    }

    @Override
    public synchronized void close() {
        try {
            if (store != null) {
                store.close();
            }
        } finally {
            // Whatever happens to it, the folder is free for the next build.
            if (folder != null) {
                folder.close();
            }
        }
    }
}
