package press.broadsheet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What builds wrote in a published folder. Kept with the site, not in the folder, where readers could see it. One that is
 * missing or damaged knows nothing, and then nothing is removed.
 *
 * <p>Its text says how many files there are, names them, and ends; behind that may stand what came ({@code +}) and went
 * ({@code -}) since, each time with an end of its own. What has none was cut off, and had no consequences yet.
 */
final class Manifest {
    private static final String VERSION = "broadsheet manifest 3";

    private static final String END = "end";

    /** How a file ends that nobody was interrupted in writing; what came or went since has a sign before it. */
    private static final byte[] LAST = ("\n" + END + "\n").getBytes(StandardCharsets.UTF_8);

    /** The version, the folder, and how many files follow. */
    private static final int HEAD = 3;

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

    /**
     * What it says.
     *
     * @param paths of the files
     * @param whole whether all of it was written at once, and to its end
     */
    record Reading(Set<OutputPath> paths, boolean whole) {
        static final Reading NONE = new Reading(Set.of(), false);
    }

    Reading read() {
        try {
            // Whoever was cut off may have been so in the middle of a letter.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int end = end(lines);
            if (end < 0) {
                return Reading.NONE;
            }
            var paths = new TreeSet<OutputPath>();
            lines.subList(HEAD, end).stream()
                    .filter(OutputPath::isSafe)
                    .forEach(line -> paths.add(new OutputPath(line)));
            List<String> later = lines.subList(end + 1, lines.size());
            later.subList(0, later.lastIndexOf(END) + 1).forEach(line -> change(line, paths));
            return new Reading(paths, later.isEmpty());
        } catch (IOException e) {
            // None yet, or one that cannot be read: then nothing is known to be ours, and nothing is removed.
            return Reading.NONE;
        }
    }

    /** The line that ends what was written as a whole; -1 if something is wrong with it. */
    private int end(List<String> lines) {
        boolean isOurs = lines.size() > HEAD
                && lines.getFirst().equals(VERSION)
                && lines.get(1).equals(folder)
                && lines.get(2).matches("[0-9]{1,9}");
        int end = isOurs ? HEAD + Integer.parseInt(lines.get(2)) : -1;
        return end < lines.size() && isOurs && lines.get(end).equals(END) ? end : -1;
    }

    private static void change(String line, Set<OutputPath> paths) {
        String path = line.substring(Math.min(1, line.length()));
        if (OutputPath.isSafe(path)) {
            if (line.startsWith("+")) {
                paths.add(new OutputPath(path));
            } else if (line.startsWith("-")) {
                paths.remove(new OutputPath(path));
            }
        }
    }

    /** Says all of it anew. */
    void write(Collection<OutputPath> paths) throws IOException {
        var lines = new ArrayList<String>(paths.size() + HEAD + 1);
        lines.add(VERSION);
        lines.add(folder);
        lines.add(Integer.toString(paths.size()));
        paths.forEach(path -> lines.add(path.path()));
        lines.add(END);
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, text(lines));
    }

    /**
     * Says what came and what went: quicker than all of it where there is much.
     *
     * @param before what it said before any of that
     */
    void change(Collection<OutputPath> before, Collection<OutputPath> come, Collection<OutputPath> gone)
            throws IOException {
        if (!append(come, gone)) {
            var all = new TreeSet<>(before);
            all.addAll(come);
            all.removeAll(gone);
            write(all);
        }
    }

    /** Whether there was anything to add it to. */
    private boolean append(Collection<OutputPath> come, Collection<OutputPath> gone) throws IOException {
        var lines = new ArrayList<String>();
        come.forEach(path -> lines.add("+" + path.path()));
        gone.forEach(path -> lines.add("-" + path.path()));
        lines.add(END);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!hasEnd(channel)) {
                return false;
            }
            ByteBuffer text = text(lines);
            for (long at = channel.size(); text.hasRemaining(); ) {
                at += channel.write(text, at);
            }
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    private static boolean hasEnd(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(LAST.length);
        long from = channel.size() - LAST.length;
        return from > 0 && channel.read(last, from) == LAST.length && Arrays.equals(last.array(), LAST);
    }

    private static ByteBuffer text(List<String> lines) {
        return ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
