package press.broadsheet.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import press.broadsheet.files.OutputFolder;
import press.broadsheet.publish.ChangesFile;

/**
 * What a build leaves for servers and other programs: in {@code .broadsheet/}, beside the published folder and never in it.
 * Of a preview nothing is left: nobody is to be told that anything changed.
 */
record Beside(BuildOptions options) {
    private static final String STATE = ".broadsheet";

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
        Path state = options.site().resolve(STATE);
        try {
            for (String name : new String[] {"nginx.conf", "apache.conf"}) {
                byte[] bytes = hostFiles.get(name);
                if (bytes == null) {
                    Files.deleteIfExists(state.resolve("host").resolve(name));
                } else {
                    replace(state.resolve("host").resolve(name), bytes);
                }
            }
            replace(state.resolve("changes.json"), changes.toBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + state, e);
        }
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
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
