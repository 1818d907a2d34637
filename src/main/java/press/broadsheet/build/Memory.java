package press.broadsheet.build;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerFile;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.files.LayeredFolder;
import press.broadsheet.text.Fingerprint;

/**
 * What one process remembers of a paper from build to build, so that a preview need not read again what it has just
 * written: the theme ready for use, the last ledger, and what each source gave. What it has counts only while the bytes,
 * or the file, that it was made from are the same; so it can be forgotten at any time, and is never wrong. For one
 * published folder and one build at a time.
 */
public final class Memory {
    private final boolean lasting;
    private @Nullable Theme theme;
    private Fingerprint themePrint = Fingerprint.NONE;
    private @Nullable Fingerprint program;
    private @Nullable Ledger ledger;
    private LedgerFile.Stamp stamp = LedgerFile.Stamp.NONE;
    /** By the very slot that the ledger has. */
    private IdentityHashMap<SourceStore.Slot, Filed> known = new IdentityHashMap<>();

    private IdentityHashMap<SourceStore.Slot, Filed> taken = new IdentityHashMap<>();

    private final Codecs codecs = new Codecs();
    private @Nullable Inventory inventory;
    private @Nullable LastRound round;

    private Memory(boolean lasting) {
        this.lasting = lasting;
    }

    /** For several builds of one paper into one folder. */
    public static Memory lasting() {
        return new Memory(true);
    }

    /** For a single build: remembers nothing. */
    static Memory passing() {
        return new Memory(false);
    }

    /** Which program this is, whatever lies in its folder meanwhile. */
    Fingerprint program(Path home) {
        Fingerprint known = program;
        if (known == null) {
            known = Program.of(home);
            program = known;
        }
        return known;
    }

    /** The theme of a folder. */
    Theme theme(LayeredFolder folder) {
        if (!lasting) {
            return Theme.load(folder);
        }
        Fingerprint print = print(folder);
        Theme last = theme;
        if (last == null || !print.equals(themePrint)) {
            last = Theme.load(folder);
            theme = last;
            themePrint = print;
        }
        return last;
    }

    private static Fingerprint print(LayeredFolder folder) {
        var sink = new Sink();
        for (String name : folder.names()) {
            sink.text(name);
            folder.read(name).ifPresent(bytes -> {
                sink.count(bytes.length);
                sink.raw(bytes, 0, bytes.length);
            });
        }
        return sink.fingerprint();
    }

    /** What a file holds: remembered, if this process wrote it and nobody has since. */
    Optional<Ledger> ledger(LedgerFile file) {
        Ledger last = ledger;
        if (last != null && !stamp.equals(LedgerFile.Stamp.NONE) && stamp.equals(file.stamp())) {
            return Optional.of(last.at(stamp.time()));
        }
        return file.read();
    }

    /** A ledger was written. */
    void wrote(Ledger written, LedgerFile file) {
        if (lasting) {
            ledger = written;
            stamp = file.stamp();
        }
    }

    /** Of the last paper that was published; empty if somebody will ask for it and nobody knows. */
    Optional<Inventory> inventory() {
        return lasting ? Optional.ofNullable(inventory) : Optional.of(Inventory.NONE);
    }

    /** A paper was published. */
    void inventory(Inventory published) {
        if (lasting) {
            inventory = published;
        }
    }

    /** Of the state's values; to make them costs more than a small round. */
    Codecs codecs() {
        return codecs;
    }

    /** The last round, if it published the paper, its ledger is still the last one, and nothing broke since. */
    Optional<LastRound> lastRound(LedgerFile file) {
        return stamp.equals(file.stamp()) ? Optional.ofNullable(round) : Optional.empty();
    }

    /** Whether there will be another build that could make use of it. */
    boolean isLasting() {
        return lasting;
    }

    /** A round has published the paper, or, if null, has not. */
    void round(@Nullable LastRound last) {
        round = last;
    }

    /**
     * After a round in which all sources were as they were but for a few.
     *
     * @param before what was known of all sources
     * @param change what is other
     * @param given by those that were read again; what they gave before is forgotten
     */
    synchronized void replace(
            Map<String, Ledger.Kept> before, Ledger.Change change, IdentityHashMap<SourceStore.Slot, Filed> given) {
        Stream.concat(change.sources().keySet().stream(), change.lost().sources().stream())
                .forEach(path -> {
                    Ledger.Kept then = before.get(path);
                    if (then != null) {
                        known.remove(then.result());
                    }
                });
        known.putAll(given);
    }

    /** What a source gave, if it is known; not read again from what was kept of it. Thread-safe. */
    synchronized @Nullable Filed filed(SourceStore.Slot kept) {
        return known.get(kept);
    }

    /** A source gave something. Thread-safe. */
    synchronized void take(SourceStore.Slot kept, Filed filed) {
        if (lasting) {
            taken.put(kept, filed);
        }
    }

    /** What is remembered of sources says where they were kept. */
    synchronized void forgetSources() {
        known = new IdentityHashMap<>();
        taken = new IdentityHashMap<>();
    }

    /** A build is over: what it did not take is forgotten. */
    synchronized void turn() {
        if (!taken.isEmpty()) {
            known = taken;
            taken = new IdentityHashMap<>();
        }
    }
}
