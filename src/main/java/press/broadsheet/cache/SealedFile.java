package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import press.broadsheet.files.WholeFile;
import press.broadsheet.text.Fingerprint;

/**
 * A file that has the fingerprint of its own bytes and of the program that wrote it: one that is damaged, foreign or from
 * another program counts as none. Written beside and moved in, so that it is always whole.
 */
public final class SealedFile {
    private static final long MAGIC = 0x42524f4144303034L;

    private static final int HEAD = 8 + 16 + 16;

    private final Path file;
    private final Fingerprint program;

    /** @param program what must be the same for what it wrote to be of use: version and Java */
    SealedFile(Path file, Fingerprint program) {
        this.file = file;
        this.program = program;
    }

    /** What was written last; empty if there is nothing that can be used. */
    public Optional<Source> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var head = new Source(bytes, 0, Math.min(HEAD, bytes.length));
            boolean ours = bytes.length > HEAD
                    && head.number() == MAGIC
                    && head.fingerprint().equals(program)
                    && head.fingerprint().equals(Fingerprint.of(bytes, HEAD, bytes.length - HEAD));
            return ours ? Optional.of(new Source(bytes, HEAD, bytes.length - HEAD)) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps what a sink has gathered in place of what was there. */
    public void write(Sink body) {
        var head = new Sink();
        head.number(MAGIC);
        head.fingerprint(program);
        head.fingerprint(body.fingerprint());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, head.view(), body.view());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what this build learnt in " + file, e);
        }
    }

    /** When it was written, in nanoseconds of the file system's clock; 0 if it is not there. */
    public long time() {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return 0;
        }
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Forgets. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
