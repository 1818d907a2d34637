package press.broadsheet.make.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Templates in a folder: every {@code .peb} file in it. A folder that does not exist has none. */
public final class TemplateFolder implements TemplateSource {
    private final Path folder;
    private final List<String> names;

    public TemplateFolder(Path folder) {
        this.folder = folder;
        this.names = list(folder);
    }

    @Override
    public Optional<String> read(String name) {
        // Only names that were found in the folder are read, so no name can lead out of it.
        if (!names.contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    private static List<String> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // Links are not followed: a template is a file of this folder.
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".peb") && Files.isRegularFile(file))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
