package press.broadsheet.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import press.broadsheet.files.OutputPath;

/**
 * A folder that is ready to be published.
 *
 * @param files those that belong to it, by path; others that lie in the folder are not published
 */
public record FinishedSite(Path folder, SortedMap<OutputPath, SiteFile> files) {
    public FinishedSite {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Weighs the files of a folder.
     *
     * @throws IOException if one of them is missing or cannot be read
     */
    public static FinishedSite read(Path folder, Collection<OutputPath> paths) throws IOException {
        var files = new TreeMap<OutputPath, SiteFile>();
        var buffer = new byte[1 << 16];
        for (OutputPath path : paths) {
            files.put(path, weigh(folder, path, buffer));
        }
        return new FinishedSite(folder, files);
    }

    /** The file's bytes are in this file. */
    public Path file(OutputPath path) {
        return folder.resolve(path.path());
    }

    private static SiteFile weigh(Path folder, OutputPath path, byte[] buffer) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(folder.resolve(path.path()), LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new SiteFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
