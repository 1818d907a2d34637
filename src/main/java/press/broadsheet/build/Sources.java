package press.broadsheet.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.GatheredMap;
import press.broadsheet.text.PatchedMap;

/**
 * Reads sources only as far as needed: one that is as the last build found it gives what it gave then. Size and time
 * tell that; its bytes do, if it changed so shortly before the last build ended, or after, that the clock cannot tell.
 * Thread-safe.
 */
final class Sources {
    /** Clocks of file systems are this coarse at worst (FAT: two seconds); in nanoseconds. */
    static final long COARSE = 2_000_000_000L;

    private final SourceTree content;
    private final Map<String, SourceFile> files;
    private final Ledger last;
    private final GatheredMap<String, Ledger.Kept> now = new GatheredMap<>();

    /** Whether those that were not taken are as the last build found them. */
    private final boolean untouched;

    /**
     * @param files all of {@code content}
     * @param last what to go by; {@link Ledger#EMPTY} if sources must be read anew
     */
    Sources(SourceTree content, List<SourceFile> files, Ledger last) {
        this(content, HashMap.newHashMap(files.size()), last, false);
        files.forEach(file -> this.files.put(file.path(), file));
    }

    private Sources(SourceTree content, Map<String, SourceFile> files, Ledger last, boolean untouched) {
        this.content = content;
        this.files = files;
        this.last = last;
        this.untouched = untouched;
    }

    /**
     * The same after a few files were touched; nobody walks the folder for it.
     *
     * @param there those of them that are there
     * @param gone those that are not
     * @param ledger what is known of all others
     */
    Sources again(Map<String, SourceFile> there, Set<String> gone, Ledger ledger) {
        return new Sources(content, PatchedMap.of(files, there, gone), ledger, true);
    }

    /** A source that walking the folder found; empty for one that it passed over, or that is not there. */
    Optional<SourceFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The paths of all files that were found. */
    Set<String> paths() {
        return files.keySet();
    }

    SourceTree content() {
        return content;
    }

    /**
     * What reading a source gave.
     *
     * @param card the fingerprint of the card that is in it; null if there is none
     * @param text where its typeset text is; null if it has none
     * @param kept where the value is
     */
    record Result<T>(T value, @Nullable Fingerprint card, SourceStore.@Nullable Slot text, SourceStore.Slot kept) {
        /** How the source is remembered. */
        Ledger.Kept of(SourceFile file, Fingerprint print) {
            return new Ledger.Kept(file.size(), file.time(), print, card, text, kept);
        }
    }

    /**
     * What a source gives.
     *
     * @param known makes it of what the last build kept; empty if that cannot be had any more
     * @param read makes it of the bytes
     * @return empty, and told, if its bytes cannot be had
     */
    <T> Optional<T> take(
            SourceFile file,
            Function<Ledger.Kept, Optional<T>> known,
            Function<byte[], Result<T>> read,
            Problems problems) {
        Ledger.Kept kept = last.sources().get(file.path());
        if (kept != null && isSurelySame(file, kept)) {
            Optional<T> value = known.apply(kept);
            if (value.isPresent()) {
                now.put(file.path(), kept);
                return value;
            }
        }
        return content.read(file.path(), problems).map(bytes -> take(file, bytes, kept, known, read));
    }

    private <T> T take(
            SourceFile file,
            byte[] bytes,
            Ledger.@Nullable Kept kept,
            Function<Ledger.Kept, Optional<T>> known,
            Function<byte[], Result<T>> read) {
        Fingerprint print = Fingerprint.of(bytes);
        if (kept != null && kept.print().equals(print)) {
            var same = kept.at(file.time());
            Optional<T> value = known.apply(same);
            if (value.isPresent()) {
                now.put(file.path(), same);
                return value.get();
            }
        }
        Result<T> result = read.apply(bytes);
        now.put(file.path(), result.of(file, print));
        return result.value();
    }

    private boolean isSurelySame(SourceFile file, Ledger.Kept kept) {
        return kept.size() == file.size() && kept.time() == file.time() && file.time() < last.looked() - COARSE;
    }

    /** How a source was read; null if it was not. */
    Ledger.@Nullable Kept kept(String path) {
        Ledger.Kept taken = now.get(path);
        return taken == null && untouched ? last.sources().get(path) : taken;
    }

    /** All that were taken so far, as they are now. */
    Map<String, Ledger.Kept> taken() {
        return now.map();
    }
}
