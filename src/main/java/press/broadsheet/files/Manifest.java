package press.broadsheet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What builds wrote in a published folder. Kept with the site, not in the folder, where readers could see it. One that is
 * missing or damaged knows nothing, and then nothing is removed.
 */
final class Manifest {
    private static final String VERSION = "broadsheet manifest 2";

    /** The published folder as seen from the state's, so that a paper which is moved as a whole still knows its own. */
    private final String folder;

    private final Path file;

    Manifest(Path folder, Path state) {
        this.folder = seenFrom(
                state.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize());
        this.file = state.resolve("manifest-" + digest(this.folder));
    }

    /** Another file that speaks of the same folder. */
    Path beside(String name) {
        return file.resolveSibling(name + "-" + digest(folder));
    }

    private static String seenFrom(Path state, Path folder) {
        // On Windows two drives have no path between them.
        boolean related = Objects.equals(state.getRoot(), folder.getRoot());
        return (related ? state.relativize(folder) : folder).toString().replace('\\', '/');
    }

    /** Two published folders of one site do not share a manifest. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Set<OutputPath> read() {
        var paths = new TreeSet<OutputPath>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            boolean whole = lines.size() >= 3
                    && lines.getFirst().equals(VERSION)
                    && lines.get(1).equals(folder)
                    && lines.getLast().equals("end " + (lines.size() - 3));
            if (whole) {
                lines.subList(2, lines.size() - 1).stream()
                        .filter(OutputPath::isSafe)
                        .forEach(line -> paths.add(new OutputPath(line)));
            }
        } catch (IOException e) {
            // None yet, or one that cannot be read: then nothing is known to be ours, and nothing is removed.
            return Set.of();
        }
        return paths;
    }

    void write(Collection<OutputPath> paths) throws IOException {
        var lines = new ArrayList<String>(paths.size() + 3);
        lines.add(VERSION);
        lines.add(folder);
        paths.forEach(path -> lines.add(path.path()));
        lines.add("end " + paths.size());
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, ByteBuffer.wrap(text));
    }
}
