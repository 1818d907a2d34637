package press.broadsheet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A build's own folder for what is not published yet: with the site's state if that is on the file system of the
 * published folder, else hidden beside the published folder, so that moving in is a rename. Made when first asked for.
 * What killed builds have left behind is removed then.
 */
final class Staging {
    private static final String NAME = "stage-";

    private final Path published;
    private final Path state;
    private @Nullable Path folder;

    Staging(Path published, Path state) {
        this.published = published.toAbsolutePath().normalize();
        this.state = state;
    }

    synchronized Path folder() {
        if (folder == null) {
            try {
                folder = make();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot prepare to publish to " + published, e);
            }
        }
        return folder;
    }

    private Path make() throws IOException {
        Files.createDirectories(state);
        Path parent = published.getParent();
        removeLeftovers(state, NAME);
        String beside = "." + published.getFileName() + "." + NAME;
        Path near = nearest(published);
        if (parent != null && Files.isDirectory(parent)) {
            removeLeftovers(parent, beside);
        }
        long id = ProcessHandle.current().pid();
        Path stage = Files.getFileStore(near).equals(Files.getFileStore(state)) || parent == null
                ? state.resolve(NAME + id)
                : parent.resolve(beside + id);
        deleteAll(stage);
        return Files.createDirectories(stage);
    }

    private static Path nearest(Path path) {
        for (Path existing = path; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing)) {
                return existing;
            }
        }
        return path.getRoot();
    }

    private static void removeLeftovers(Path where, String prefix) throws IOException {
        try (var entries = Files.newDirectoryStream(where, prefix + "*")) {
            for (Path entry : entries) {
                if (!isAlive(entry.getFileName().toString().substring(prefix.length()))) {
                    deleteAll(entry);
                }
            }
        }
    }

    private static boolean isAlive(String id) {
        try {
            return ProcessHandle.of(Long.parseLong(id)).isPresent();
        } catch (NumberFormatException e) {
            // Not ours.
            return true;
        }
    }

    synchronized void delete() throws IOException {
        if (folder != null) {
            deleteAll(folder);
            folder = null;
        }
    }

    static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
