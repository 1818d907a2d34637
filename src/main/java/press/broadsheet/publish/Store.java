package press.broadsheet.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A place that keeps files by name and can do little more: a folder behind SSH, an object store. What makes a target of
 * it, the manifest, the lock, the deployment before, is a {@link StoreSession}.
 *
 * <p>Names are relative to the target, with {@code /}. All methods may be called from several threads at once.
 * A {@link TargetFailure} says that the place refuses; any other {@link IOException} may pass.
 */
public interface Store extends AutoCloseable {
    /** The place, for a person; names no secret. */
    String place();

    /** How many files may be sent at the same time. */
    int lanes();

    /** See {@link Target.Session#isToldByFile}. */
    default boolean isToldByFile() {
        return false;
    }

    /** See {@link Target.Session#whenTakingBack}. */
    default Optional<String> whenTakingBack() {
        return Optional.empty();
    }

    /** A small file; empty if there is none of that name. */
    Optional<byte[]> read(String name) throws IOException;

    /** Puts a small file in its place, whole or not at all; folders above it are made. */
    void write(String name, byte[] bytes) throws IOException;

    /**
     * Makes a small file, unless there is one of that name. Of several who try at once only one succeeds, as far as the
     * place can tell them apart.
     *
     * @return whether this call made it
     */
    boolean create(String name, byte[] bytes) throws IOException;

    /** Sends a file of the site: whoever reads meanwhile gets the old one or the new one, never a part. */
    void send(SiteFile file, Path from) throws IOException;

    /**
     * Lets a file stand at a second name, too, whole or not at all.
     *
     * @throws FileNotFoundException if there is none at the first
     */
    void copy(String from, String to) throws IOException;

    /**
     * Lets a file of the site stand in its place again, served as it was.
     *
     * @param from where a copy of it stands
     * @throws FileNotFoundException if there is none
     */
    default void restore(SiteFile file, String from) throws IOException {
        copy(from, file.path().path());
    }

    /** Takes a file away, and folders that are empty afterwards; one that is not there is no fault. */
    void remove(String name) throws IOException;

    /** The names of the files in a folder, without the folder; none if there is no such folder. */
    Set<String> names(String folder) throws IOException;

    @Override
    void close() throws IOException;
}
