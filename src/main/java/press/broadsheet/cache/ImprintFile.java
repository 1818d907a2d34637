package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.WholeFile;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.PageParts;

/**
 * The file that imprints are kept in, beside the {@link LedgerFile} and with its life: written before the ledger and
 * removed before it, so that where there is a ledger these are from the same build. Whoever deletes it only makes the next
 * build read the published files once.
 */
public final class ImprintFile {
    private static final long MAGIC = 0x4252494d50303031L;
    private static final int HEAD = 8 + 16;

    private final Path file;

    ImprintFile(Path file) {
        this.file = file;
    }

    /** What is known; nothing if it is missing or damaged. */
    public Map<OutputPath, Imprint> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var source = new Source(bytes);
            boolean ours = bytes.length > HEAD
                    && source.number() == MAGIC
                    && source.fingerprint().equals(Fingerprint.of(bytes, HEAD, bytes.length - HEAD));
            return ours ? read(source) : Map.of();
        } catch (IOException | RuntimeException unreadable) {
            return Map.of();
        }
    }

    private static Map<OutputPath, Imprint> read(Source source) {
        var words = new ArrayList<String>();
        for (int left = source.count(); left > 0; left--) {
            words.add(source.text());
        }
        int size = source.count();
        var imprints = HashMap.<OutputPath, Imprint>newHashMap(size);
        for (int i = 0; i < size; i++) {
            var path = new OutputPath(source.text());
            var parts = new PageParts(list(source, words), list(source, words), list(source, words));
            imprints.put(path, new Imprint(parts, source.whole(), source.whole(), source.text()));
        }
        return imprints;
    }

    private static List<String> list(Source source, List<String> words) {
        int size = source.count();
        var list = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            list.add(words.get(source.count()));
        }
        return List.copyOf(list);
    }

    /** Keeps imprints in place of the last ones. */
    public void write(Map<OutputPath, Imprint> imprints) {
        var words = new LinkedHashMap<String, Integer>();
        var body = new Sink();
        body.count(imprints.size());
        new TreeMap<>(imprints).forEach((path, imprint) -> {
            body.text(path.path());
            write(imprint.parts().scripts(), words, body);
            write(imprint.parts().styles(), words, body);
            write(imprint.parts().loads(), words, body);
            body.whole(imprint.gzip());
            body.whole(imprint.brotli());
            body.text(imprint.digest());
        });
        var all = new Sink();
        all.count(words.size());
        words.keySet().forEach(all::text);
        all.add(body);
        var whole = new Sink();
        whole.number(MAGIC);
        whole.fingerprint(all.fingerprint());
        whole.add(all);
        try {
            WholeFile.write(file, whole.view());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what this build saw in " + file, e);
        }
    }

    /** Many pages hold the same: each text is written once. */
    private static void write(List<String> list, Map<String, Integer> words, Sink sink) {
        sink.count(list.size());
        for (String word : list) {
            sink.count(words.computeIfAbsent(word, unknown -> words.size()));
        }
    }

    /** Forgets, before the ledger does. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
