package press.broadsheet.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import press.broadsheet.build.Touched;

/**
 * Waits for the newsroom and the designer to save something. Many saves in a row, and the several steps in which an
 * editor writes a file, are one change; what is saved while nobody waits is told by the next wait. For one thread, but
 * any may close it.
 */
public final class Watcher implements AutoCloseable {
    static final List<String> FOLDERS = List.of("content", "templates");

    /** Editors write a file anew or rename another over it within this time. */
    private static final Duration QUIET = Duration.ofMillis(10);

    /** Whoever saves without a pause is not kept waiting longer. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Duration PAUSE = Duration.ofMillis(400);

    /** How often the clock is looked at while an instant is waited for. */
    private static final Duration LOOK = Duration.ofSeconds(20);

    /** Kinds of file systems whose other users' changes this machine is not told of; so are all that FUSE mounts. */
    private static final Set<String> SILENT = Set.of(
            "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "v9fs", "vboxsf", "drvfs", "virtiofs", "prl_fs");

    private final Signals signals;
    private volatile boolean closed;

    Watcher(Signals signals) {
        this.signals = signals;
    }

    /** Watches a paper's folders: by events, or by looking where there are none. */
    public static Watcher of(Path site) {
        return new Watcher(signals(site.toAbsolutePath().normalize()));
    }

    private static Signals signals(Path site) {
        try {
            if (!isSilent(site)) {
                return new FileEvents(site.toRealPath(), FOLDERS);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // No events, or too many folders for this machine's limit: it is looked at instead.
        }
        return new Polling(site, FOLDERS, PAUSE);
    }

    /** The JDK has no events for macOS, and looks itself every two seconds: then it is better that we look. */
    private static boolean isSilent(Path site) throws IOException {
        String type = Files.getFileStore(site).type().toLowerCase(Locale.ROOT);
        return SILENT.contains(type)
                || type.startsWith("fuse")
                || System.getProperty("os.name", "").startsWith("Mac");
    }

    /** Why a wait has ended. */
    public enum Cause {
        SAVED,
        TIME,
        CLOSED
    }

    /** Waits for a change and until all is quiet again. False if the watcher was closed. */
    boolean await() throws InterruptedException {
        return await(Optional.empty(), () -> Instant.MIN) == Cause.SAVED;
    }

    /**
     * Waits for a change, and until all is quiet again, or for an instant, whichever comes first.
     *
     * @param until the paper changes by itself then; empty if it never does
     * @param clock tells what time it is; looked at now and again, since machines sleep and their clocks are set
     */
    public Cause await(Optional<Instant> until, Supplier<Instant> clock) throws InterruptedException {
        try {
            while (until.isPresent()) {
                Duration left = Duration.between(clock.get(), until.get());
                if (left.isNegative() || left.isZero()) {
                    return closed ? Cause.CLOSED : Cause.TIME;
                }
                if (signals.await(left.compareTo(LOOK) < 0 ? left : LOOK)) {
                    return settle();
                }
                if (closed) {
                    return Cause.CLOSED;
                }
            }
            return signals.await(null) ? settle() : Cause.CLOSED;
        } catch (ClosedWatchServiceException e) {
            return Cause.CLOSED;
        }
    }

    private Cause settle() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = signals.await(QUIET);
        }
        return closed ? Cause.CLOSED : Cause.SAVED;
    }

    /** What was saved since this was last asked, as far as the file system told. */
    public Touched touched() {
        return signals.touched();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        signals.close();
    }
}
