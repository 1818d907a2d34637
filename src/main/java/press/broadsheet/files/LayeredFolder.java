package press.broadsheet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder whose files replace those of the same name in the folders below it. Thread-safe. */
public final class LayeredFolder {
    private final List<Path> layers;

    /** @param layers the one that wins first; those that do not exist are passed over */
    public LayeredFolder(List<Path> layers) {
        this.layers = layers.stream().filter(Files::isDirectory).toList();
    }

    /** The file of that name, from the first folder that has it. Names use {@code /}; none leaves the folder. */
    public Optional<Path> find(String name) {
        if (!OutputPath.isSafe(name)) {
            return Optional.empty();
        }
        return layers.stream()
                .map(layer -> layer.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Its bytes; empty if there is none. */
    public Optional<byte[]> read(String name) {
        return find(name).map(LayeredFolder::bytes);
    }

    /** The bytes of all files of that name, the one that wins last: for what adds to what is below it. */
    public List<byte[]> readAll(String name) {
        return OutputPath.isSafe(name)
                ? layers.reversed().stream()
                        .map(layer -> layer.resolve(name))
                        .filter(Files::isRegularFile)
                        .map(LayeredFolder::bytes)
                        .toList()
                : List.of();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be seen of all its files, the hidden ones among them. */
    public Look look() {
        Look all = new Look.Taking().taken();
        for (int i = 0; i < layers.size(); i++) {
            Path layer = layers.get(i);
            Path above = Path.of(Integer.toString(i));
            var taking = new Look.Taking();
            try {
                Files.walkFileTree(layer, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        // The same file in another layer is another sight.
                        taking.see(
                                above.resolve(layer.relativize(file).toString()).toString(), file, attributes);
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all = all.with(taking.taken());
        }
        return all;
    }

    /**
     * Which of these files are not in the lowest folder, and so replace none of its own; in order.
     *
     * @param names of all files, see {@link #names()}
     */
    public Set<String> added(Set<String> names) {
        if (layers.size() < 2) {
            return Set.of();
        }
        return names.stream()
                .filter(name -> !Files.isRegularFile(layers.getLast().resolve(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Which of these files are not taken from the lowest folder, unless there is no other; in order.
     *
     * @param names of all files, see {@link #names()}
     */
    public Set<String> upper(Set<String> names) {
        if (layers.size() < 2) {
            return names;
        }
        return names.stream()
                .filter(name -> layers.subList(0, layers.size() - 1).stream()
                        .anyMatch(layer -> Files.isRegularFile(layer.resolve(name))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all files, in order; hidden ones are left out. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        for (Path layer : layers) {
            try (Stream<Path> files = Files.walk(layer)) {
                files.filter(Files::isRegularFile)
                        .map(file -> layer.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> !name.startsWith(".") && !name.contains("/."))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableSet(names);
    }
}
