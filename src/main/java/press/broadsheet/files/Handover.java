package press.broadsheet.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was staged where readers see it, and takes away what they are to see no more. Each file is replaced at once: nobody
 * ever sees half of one.
 *
 * @param staged the folder that has the new files
 * @param published the folder that readers see; need not exist
 */
record Handover(Path staged, Path published) {
    /** Makes the staged folder the published one, which is not there yet. Whether the file systems can. */
    boolean moveAtOnce() throws IOException {
        Path parent = published.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.move(staged, published, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            return false;
        }
    }

    /** Puts files where they belong, one by one. */
    void moveIn(Collection<OutputPath> files) throws IOException {
        Files.createDirectories(published);
        var targets = new TreeSet<Path>();
        files.forEach(path -> targets.add(published.resolve(path.path()).getParent()));
        for (Path target : targets) {
            Files.createDirectories(target);
        }
        for (OutputPath path : new TreeSet<>(files)) {
            Path file = staged.resolve(path.path());
            Path target = published.resolve(path.path());
            try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Takes files away, and folders that are empty then.
     *
     * @param now all files that the paper has
     */
    void remove(Collection<OutputPath> removals, Collection<OutputPath> now) throws IOException {
        if (removals.isEmpty()) {
            return;
        }
        var spelt = new HashMap<String, OutputPath>();
        now.forEach(path -> spelt.put(folded(path), path));
        for (OutputPath path : removals) {
            Path file = published.resolve(path.path());
            OutputPath other = spelt.get(folded(path));
            // Where letter case does not count, the old name may be the new file.
            // Where a page became a folder, or a folder a page, nothing is left to remove.
            boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (there && (other == null || !isSame(file, published.resolve(other.path())))) {
                Files.delete(file);
                removeEmptyFolders(file.getParent());
            }
        }
    }

    private static String folded(OutputPath path) {
        return path.path().toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        try {
            return Files.isSameFile(one, other);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void removeEmptyFolders(@Nullable Path from) throws IOException {
        for (Path empty = from;
                empty != null && empty.startsWith(published) && !empty.equals(published);
                empty = empty.getParent()) {
            if (!Files.isDirectory(empty, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try (var entries = Files.newDirectoryStream(empty)) {
                if (entries.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(empty);
        }
    }
}
