package press.broadsheet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** A disk without room: not the program's fault, and nothing that a try again would mend. */
public final class FullDisk {
    /** What systems say, for Java hands on their words only: Linux, macOS and quotas; Windows. */
    private static final List<String> WORDS =
            List.of("no space left on device", "disk quota exceeded", "not enough space on the disk");

    /** Where the words are in another language, what is left tells; less than this is as good as nothing. */
    private static final long NOTHING = 4096;

    private FullDisk() {}

    /** Whether an exception comes of it. */
    public static boolean isCauseOf(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && (saysSo(io) || hasNoRoom(io))) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(IOException fault) {
        String words = Objects.requireNonNullElse(fault.getMessage(), "").toLowerCase(java.util.Locale.ROOT);
        return WORDS.stream().anyMatch(words::contains);
    }

    private static boolean hasNoRoom(IOException fault) {
        if (!(fault instanceof FileSystemException named) || named.getFile() == null) {
            return false;
        }
        for (Path near = Path.of(named.getFile()).toAbsolutePath(); near != null; near = near.getParent()) {
            try {
                return Files.getFileStore(near).getUsableSpace() < NOTHING;
            } catch (IOException notThere) {
                // Its folder may be.
            }
        }
        return false;
    }

    /**
     * Tells of it.
     *
     * @param output the published folder
     * @param published whether readers have the new paper already, and only what the build learnt is lost
     */
    public static void tell(Path output, boolean published, Problems problems) {
        Path name = output.toAbsolutePath().normalize().getFileName();
        problems.add(
                FileFault.DISK_FULL,
                Place.in(name == null ? output : name),
                published
                        ? "The paper was published, but the disk has no room left for what the next build could go by."
                        : "The disk has no room left for the paper. What was published before is as it was.",
                published
                        ? "Make room: the next build makes everything anew."
                        : "Make room and build again, or publish to a folder on another disk with --output.");
    }

    /**
     * Does what follows when readers have the paper already. If there is no room for it that is told, and missed by the next
     * build alone.
     *
     * @param output the published folder
     * @return whether it was done
     */
    public static boolean afterPublishing(Path output, Problems problems, Runnable keep) {
        try {
            keep.run();
            return true;
        } catch (UncheckedIOException fault) {
            if (!isCauseOf(fault)) {
                throw fault;
            }
            tell(output, true, problems);
            return false;
        }
    }

    /** Whether it was told. */
    public static boolean isTold(Problems problems) {
        return problems.inOrder().stream().anyMatch(problem -> problem.code() == FileFault.DISK_FULL);
    }
}
