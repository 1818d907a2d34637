package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import press.broadsheet.text.Fingerprint;

/**
 * The folder {@code .broadsheet/} of a paper, which may be deleted at any time. Held by one build at a time: the lock
 * ends with the process, however that ends. Each published folder has files of its own in it.
 */
public final class StateFolder implements AutoCloseable {
    /** Kept out of the newsroom's repository without any doing of its own. */
    private static final String IGNORE = "*\n";

    private final Path folder;
    private final String key;
    private final FileChannel lock;
    private final long opened;

    private StateFolder(Path folder, String key, FileChannel lock, long opened) {
        this.folder = folder;
        this.key = key;
        this.lock = lock;
        this.opened = opened;
    }

    /**
     * Opens it, and makes it if need be.
     *
     * @param published the folder that is built into
     * @return empty while another build holds it
     */
    public static Optional<StateFolder> open(Path folder, Path published) {
        try {
            Files.createDirectories(folder);
            Path ignore = folder.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, IGNORE);
            }
            Path file = folder.resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            try {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
                long opened = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
                return Optional.of(new StateFolder(folder, keyOf(folder, published), channel, opened));
            } catch (IOException e) {
                // Not held by a process that goes on without it.
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + folder, e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Seen from here, so that a paper which is moved as a whole keeps what it knows. */
    private static String keyOf(Path folder, Path published) {
        Path here = folder.toAbsolutePath().normalize();
        Path there = published.toAbsolutePath().normalize();
        Path way = here.getRoot() != null && here.getRoot().equals(there.getRoot()) ? here.relativize(there) : there;
        byte[] text = way.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(text).toString().substring(0, 16);
    }

    /** When it was opened, in nanoseconds of the file system's clock. */
    public long opened() {
        return opened;
    }

    /** Where the receipt of this published folder is kept. */
    public SealedFile receipt(Fingerprint program) {
        return new SealedFile(folder.resolve("receipt-" + key), program);
    }

    /** Where the ledger of this published folder is kept. */
    public LedgerFile ledger(Fingerprint program, Codecs codecs) {
        return new LedgerFile(new SealedFile(folder.resolve("ledger-" + key), program), codecs);
    }

    /** Where the imprints of this published folder's files are kept. */
    public ImprintFile imprints() {
        return new ImprintFile(folder.resolve("imprints-" + key));
    }

    /**
     * What the sources of this published folder gave, and their texts.
     *
     * @param known whether there is a ledger that knows it; else what is there is of no use to anybody
     */
    public SourceStore sources(boolean known, Codecs codecs) {
        Path file = folder.resolve("sources-" + key);
        return known ? SourceStore.open(file, codecs) : SourceStore.create(file, codecs);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
