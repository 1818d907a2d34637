package press.broadsheet.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.WholeFile;
import press.broadsheet.publish.ChangesFile;
import press.broadsheet.text.Fingerprint;

/**
 * What a build leaves for servers and other programs: in {@code .broadsheet/}, beside the published folder and never in it.
 * Of a preview nothing is left: nobody is to be told that anything changed.
 */
record Beside(BuildOptions options) {
    private static final String STATE = ".broadsheet";

    /** Speaks of one published folder alone. */
    private static final String SERVING = "serving";

    private static final List<String> HOST_FILES = List.of("nginx.conf", "apache.conf", SERVING);

    /**
     * After readers have what was made.
     *
     * @param hostFiles rules for servers, by name
     * @param root the paper's address
     */
    void write(Map<String, byte[]> hostFiles, ChangesFile changes, URI root) {
        if (isPreview()) {
            return;
        }
        try {
            for (String name : HOST_FILES) {
                byte[] bytes = hostFiles.get(name);
                if (bytes == null) {
                    Files.deleteIfExists(hostFile(name));
                } else {
                    replace(hostFile(name), bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + state(), e);
        }
        write(changes, root);
    }

    /** The same, where the rules for servers are known to be right. */
    void write(ChangesFile changes, URI root) {
        if (isPreview()) {
            return;
        }
        try {
            replace(state().resolve("changes.json"), changes.toBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + state(), e);
        }
    }

    /** The rules for servers that are there, by name. */
    Map<String, Fingerprint> hostFiles() {
        var found = new TreeMap<String, Fingerprint>();
        for (String name : HOST_FILES) {
            try {
                if (Files.exists(hostFile(name))) {
                    found.put(name, Fingerprint.of(Files.readAllBytes(hostFile(name))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read from " + state(), e);
            }
        }
        return found;
    }

    private Path state() {
        return options.site().resolve(STATE);
    }

    private Path hostFile(String name) {
        return name.equals(SERVING)
                ? OutputTree.beside(options.output(), state(), name)
                : state().resolve("host").resolve(name);
    }

    /** Whether what is made is only looked at by those who write it. */
    boolean isPreview() {
        Path previews = OutputFolder.preview(options.site(), "any").getParent();
        return previews != null
                && options.output()
                        .toAbsolutePath()
                        .normalize()
                        .startsWith(previews.toAbsolutePath().normalize());
    }

    /** At once, because a server may read it at any time; not at all if it is the same, because others watch its time. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        WholeFile.write(file, ByteBuffer.wrap(bytes));
    }
}
