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
import press.broadsheet.text.Digest;

/**
 * A folder that is ready to be published.
 *
 * @param files those that belong to it, by path; others that lie in the folder are not published
 * @param serving how they are to be served
 * @param made where files are made that are no work of the build
 * @param signposts of the files those that are made there, by path
 */
public record FinishedSite(
        Path folder,
        SortedMap<OutputPath, SiteFile> files,
        Serving serving,
        Path made,
        SortedMap<OutputPath, Signpost> signposts) {
    public FinishedSite {
        files = Collections.unmodifiableSortedMap(files);
        signposts = Collections.unmodifiableSortedMap(signposts);
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
        return new FinishedSite(folder, files, Serving.NONE, folder, new TreeMap<>());
    }

    /**
     * The same, with what the build says of it.
     *
     * @param scratch a folder for files that are no work of the build; need not exist
     */
    public FinishedSite with(Serving rules, Path scratch) {
        var known = new TreeMap<OutputPath, SiteFile>();
        files.forEach((path, file) -> known.put(path, rules.isList(path) ? file.list() : file));
        return new FinishedSite(folder, known, rules, scratch, signposts);
    }

    /** Whether a deployment takes something from readers because the newsroom said so. */
    public boolean takesBack(Difference work) {
        return work.changed().stream().anyMatch(file -> serving.isTakenBack(file.path()))
                || work.due().stream().anyMatch(path -> serving.isEnded(path) || serving.isGone(path));
    }

    /** The file's bytes are in this file. */
    public Path file(OutputPath path) {
        return (signposts.containsKey(path) ? made : folder).resolve(path.path());
    }

    /**
     * As it is to stand at a target.
     *
     * @param manifest what stands there: of lists that it has and the site has no more, the addresses lead on
     * @param isTold whether the target is told how to serve each file: then it is told, and does without pages that only say that
     *     nothing is there
     */
    FinishedSite at(TargetManifest manifest, boolean isTold) throws IOException {
        var led = new TreeMap<OutputPath, Signpost>();
        var standing = new TreeMap<OutputPath, SiteFile>();
        files.forEach((path, file) -> {
            if (!isTold) {
                standing.put(path, file);
            } else if (!serving.isGone(path)) {
                standing.put(path, file.with(serving.headers(path)));
            }
        });
        for (TargetManifest.Held held : manifest.held().values()) {
            OutputPath path = held.file().path();
            if (held.file().isList() && held.state() != TargetManifest.State.GONE && !hasRoomNoMore(path)) {
                Signpost.at(path, standing.keySet()).ifPresent(sign -> led.put(path, sign));
            }
        }
        for (Signpost sign : led.values()) {
            standing.put(sign.path(), make(sign, isTold));
        }
        return new FinishedSite(folder, standing, serving, made, led);
    }

    /** Whether something else stands there, or is known to be gone. */
    private boolean hasRoomNoMore(OutputPath path) {
        if (files.containsKey(path) || serving.isGone(path) || serving.isEnded(path)) {
            return true;
        }
        for (String above = path.folder(); !above.isEmpty(); above = new OutputPath(above).folder()) {
            if (files.containsKey(new OutputPath(above))) {
                return true;
            }
        }
        return false;
    }

    private SiteFile make(Signpost sign, boolean isTold) throws IOException {
        byte[] bytes = sign.bytes(serving.root());
        Path file = made.resolve(sign.path().path());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        var headers = new TreeMap<String, String>();
        if (isTold) {
            headers.putAll(serving.headers(sign.path()));
            headers.put(Serving.LEADS, sign.address(serving.root()));
        }
        return new SiteFile(sign.path(), bytes.length, Digest.of(bytes), true, headers);
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
