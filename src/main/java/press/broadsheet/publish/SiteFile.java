package press.broadsheet.publish;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Digest;

/**
 * A file as it is to stand at a target.
 *
 * @param size in bytes
 * @param digest SHA-256 of its bytes, in lower-case hexadecimal
 * @param isList whether it is a page that comes and goes with what it lists
 * @param headers what the host is told to serve it with, by name; empty where hosts are not told file by file
 */
public record SiteFile(OutputPath path, long size, String digest, boolean isList, SortedMap<String, String> headers) {
    private static final int ENOUGH = 16;

    public SiteFile {
        headers = Collections.unmodifiableSortedMap(headers);
    }

    /** Of which nothing more is known. */
    public SiteFile(OutputPath path, long size, String digest) {
        this(path, size, digest, false, new TreeMap<>());
    }

    /** Whether a reader who asks for one would get what the other is. */
    boolean isServedAs(SiteFile other) {
        return size == other.size && digest.equals(other.digest) && headers.equals(other.headers);
    }

    /** Distinguishes it from all that readers would get as something else, wherever it stands. */
    String mark() {
        return headers.isEmpty()
                ? digest
                : digest + "-"
                        + Digest.of(headers.toString().getBytes(StandardCharsets.UTF_8))
                                .substring(0, ENOUGH);
    }

    SiteFile list() {
        return new SiteFile(path, size, digest, true, headers);
    }

    SiteFile with(SortedMap<String, String> other) {
        return new SiteFile(path, size, digest, isList, other);
    }
}
