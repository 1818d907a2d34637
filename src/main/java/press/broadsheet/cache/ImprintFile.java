package press.broadsheet.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final long MAGIC = 0x4252494d50303032L;
    private static final int HEAD = 8;

    /** Of a part: its length, and the fingerprint of its bytes. */
    private static final int PART_HEAD = 8 + 16;

    private final Path file;

    ImprintFile(Path file) {
        this.file = file;
    }

    /** What is known; nothing if it is missing or damaged. */
    public Map<OutputPath, Imprint> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length <= HEAD || new Source(bytes).number() != MAGIC) {
                return Map.of();
            }
            var imprints = new HashMap<OutputPath, Imprint>();
            for (int at = HEAD; at < bytes.length; ) {
                var head = new Source(bytes, at, Math.min(PART_HEAD, bytes.length - at));
                int length = Math.toIntExact(head.number());
                int start = at + PART_HEAD;
                if (length > bytes.length - start || !head.fingerprint().equals(Fingerprint.of(bytes, start, length))) {
                    return Map.of();
                }
                // What is said later holds.
                imprints.putAll(read(new Source(bytes, start, length)));
                at = start + length;
            }
            return imprints;
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
        var whole = new Sink();
        whole.number(MAGIC);
        whole.add(part(imprints));
        try {
            WholeFile.write(file, whole.view());
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /**
     * Keeps some in place of those of the same files. Who dies on the way leaves a file that is damaged.
     *
     * @return whether there was anything to add them to
     */
    public boolean add(Map<OutputPath, Imprint> some) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = part(some).view();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    private UncheckedIOException cannotKeep(IOException e) {
        return new UncheckedIOException("Cannot keep what this build saw in " + file, e);
    }

    private static Sink part(Map<OutputPath, Imprint> imprints) {
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
        var part = new Sink();
        part.number(all.size());
        part.fingerprint(all.fingerprint());
        part.add(all);
        return part;
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
