package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Imprint;
import press.broadsheet.files.Compression;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.ContentFault;
import press.broadsheet.text.Digest;
import press.broadsheet.text.GatheredMap;
import press.broadsheet.text.Interner;
import press.broadsheet.text.PageParts;
import press.broadsheet.text.PageScan;

/**
 * What follows from the bytes of published files and from nothing else: the compressed files beside them, and what must be
 * known of them later. Made when a file is made, kept when it is kept. Thread-safe.
 */
final class Companions {
    private static final Set<String> TEXTS =
            Set.of("html", "htm", "css", "js", "mjs", "json", "xml", "svg", "txt", "md", "csv", "webmanifest", "vtt");

    private static final OutputPath SUMS = new OutputPath("SHA256SUMS");

    /** Less than this fits in one packet, compressed or not. */
    private static final int SMALLEST = 256;

    private final Hosting hosting;
    private final Map<OutputPath, Imprint> last;
    private final long lastTime;
    private final PageScan scan = new PageScan();

    /** Pages by the thousand load the same, and nothing else is known of most. */
    private final Interner<Imprint> alike = new Interner<>(1 << 10);

    private final GatheredMap<OutputPath, Imprint> imprints;
    private final GatheredMap<OutputPath, Long> sizes;
    private final AtomicBoolean caughtUp = new AtomicBoolean();

    /**
     * @param last what the last build saw
     * @param lastTime when it ended, see {@link OutputTree#has}
     */
    Companions(Hosting hosting, Map<OutputPath, Imprint> last, long lastTime) {
        this(hosting, last, lastTime, new GatheredMap<>(), new GatheredMap<>());
    }

    private Companions(
            Hosting hosting,
            Map<OutputPath, Imprint> last,
            long lastTime,
            GatheredMap<OutputPath, Imprint> imprints,
            GatheredMap<OutputPath, Long> sizes) {
        this.hosting = hosting;
        this.last = last;
        this.lastTime = lastTime;
        this.imprints = imprints;
        this.sizes = sizes;
    }

    /**
     * Those of a published folder of which all is known, to make some of its files again.
     *
     * @param sizes in bytes of the files beside those of the plan
     */
    static Companions of(
            Hosting hosting, Map<OutputPath, Imprint> imprints, Map<OutputPath, Long> sizes, long lastTime) {
        return new Companions(hosting, Map.of(), lastTime, new GatheredMap<>(imprints), new GatheredMap<>(sizes));
    }

    /**
     * What this build makes of what the paper asks for: for readers all of it, but what this machine cannot make, which is
     * told; of what nobody is served, nothing is compressed or summed up.
     */
    static Hosting within(Hosting hosting, BuildOptions options, Problems problems) {
        if (options.dryRun() || new Beside(options).isPreview()) {
            return with(hosting, List.of(), false);
        }
        if (!hosting.compress().contains(Hosting.Coding.BROTLI) || Compression.hasBrotli()) {
            return hosting;
        }
        problems.add(
                ContentFault.UNKNOWN_VALUE,
                SourceTree.place(Intake.SETTINGS),
                "\"hosting.compress\" asks for Brotli, which this machine cannot make: its encoder does not run here.",
                "Leave it out, or build on Linux, macOS or Windows on a processor of the usual kinds.");
        List<Hosting.Coding> others = hosting.compress().stream()
                .filter(coding -> coding != Hosting.Coding.BROTLI)
                .toList();
        return with(hosting, others, hosting.checksums());
    }

    private static Hosting with(Hosting hosting, List<Hosting.Coding> codings, boolean checksums) {
        return new Hosting(
                hosting.hosts(),
                hosting.headers(),
                hosting.allow(),
                hosting.cache(),
                codings,
                checksums,
                hosting.pings(),
                hosting.budget(),
                hosting.policyInPages());
    }

    /**
     * These, in which some files are made again; what is known of the others stays. To copy them all would cost more than
     * the files, so these are not to be used any more.
     *
     * @param paths of the files that will be made again
     */
    Companions again(Collection<OutputPath> paths) {
        return new Companions(hosting, imprints(paths), lastTime, imprints, sizes);
    }

    /**
     * Files are no more.
     *
     * @return what lay beside them
     */
    Set<OutputPath> remove(Collection<OutputPath> gone) {
        var beside = new HashSet<OutputPath>();
        for (OutputPath path : gone) {
            imprints.map().remove(path);
            for (Hosting.Coding coding : hosting.compress()) {
                if (sizes.map().remove(beside(path, coding)) != null) {
                    beside.add(beside(path, coding));
                }
            }
        }
        return beside;
    }

    /** What was known of a file before it was made again. */
    Imprint before(OutputPath path) {
        return last.getOrDefault(path, Imprint.NONE);
    }

    /** Whether files that were made again hold the same scripts and styles as before. */
    boolean hasSameCode(Collection<OutputPath> paths) {
        return paths.stream().allMatch(path -> {
            PageParts before = before(path).parts();
            PageParts now = imprint(path).parts();
            return now.scripts().equals(before.scripts()) && now.styles().equals(before.styles());
        });
    }

    /**
     * What all pages hold that a content security policy must name, after some were made again or are no more.
     *
     * @param before what they held then; null if nobody knows
     */
    InlineCode code(@Nullable InlineCode before) {
        var now = new CodeInPages();
        if (before != null) {
            last.keySet().forEach(path -> now.add(imprint(path).parts()));
        }
        // What is still in one of them is still in the paper.
        if (before != null && last.values().stream().allMatch(one -> now.hasAll(one.parts()))) {
            now.add(before);
        } else {
            imprints.map().values().forEach(imprint -> now.add(imprint.parts()));
        }
        return now.all();
    }

    /** Whether beside files that were made again lie the same as before, none more and none less. */
    boolean hasSameFiles(Collection<OutputPath> paths) {
        return paths.stream()
                .allMatch(path -> hosting.compress().stream()
                        .allMatch(coding -> size(imprint(path), coding) > 0 == size(before(path), coding) > 0));
    }

    /** Whether anything else is known of files than before. */
    boolean isOther(Collection<OutputPath> paths) {
        return paths.stream().anyMatch(path -> !imprint(path).equals(before(path)));
    }

    /** A file was made. */
    void made(OutputPath path, byte[] bytes, OutputTree output) {
        look(path, bytes, output);
    }

    /** Whether nothing has to be done for a file that stays as it is; if so, it is done. */
    boolean keep(OutputPath path, OutputTree output) {
        Imprint known = last.get(path);
        boolean seen = known != null || !isLookedAt(path);
        Imprint imprint = known == null ? Imprint.NONE : known;
        if (!seen || (hosting.checksums() && imprint.digest().isEmpty())) {
            return false;
        }
        if (isText(path)) {
            for (Hosting.Coding coding : hosting.compress()) {
                if (!isThere(beside(path, coding), size(imprint, coding), output)) {
                    return false;
                }
            }
        }
        if (isLookedAt(path)) {
            imprints.put(path, imprint);
        }
        if (isText(path)) {
            hosting.compress().stream()
                    .filter(coding -> size(imprint, coding) > 0)
                    .forEach(coding -> {
                        sizes.put(beside(path, coding), size(imprint, coding));
                        output.keep(beside(path, coding));
                    });
        }
        return true;
    }

    private boolean isThere(OutputPath companion, long size, OutputTree output) {
        return size == Imprint.NOT_SMALLER || (size != Imprint.UNKNOWN && output.has(companion, size, lastTime));
    }

    /** A file stays as it is, but more has to be known of it, or to lie beside it. */
    void catchUp(OutputPath path, OutputTree output) {
        caughtUp.set(true);
        look(path, output.published(path), output);
    }

    private void look(OutputPath path, byte[] bytes, OutputTree output) {
        if (!isLookedAt(path)) {
            return;
        }
        PageParts parts = isPage(path) ? scan.of(bytes) : PageParts.NONE;
        long gzip = Imprint.UNKNOWN;
        long brotli = Imprint.UNKNOWN;
        if (isText(path)) {
            for (Hosting.Coding coding : hosting.compress()) {
                long size = pack(path, bytes, coding, output);
                gzip = coding == Hosting.Coding.GZIP ? size : gzip;
                brotli = coding == Hosting.Coding.BROTLI ? size : brotli;
            }
        }
        imprints.put(path, alike.of(new Imprint(parts, gzip, brotli, hosting.checksums() ? Digest.of(bytes) : "")));
    }

    private long pack(OutputPath path, byte[] bytes, Hosting.Coding coding, OutputTree output) {
        if (bytes.length < SMALLEST) {
            return Imprint.NOT_SMALLER;
        }
        byte[] packed = switch (coding) {
            case GZIP -> Compression.gzip(bytes);
            case BROTLI -> Compression.brotli(bytes);
        };
        if (packed.length >= bytes.length) {
            return Imprint.NOT_SMALLER;
        }
        OutputPath companion = beside(path, coding);
        sizes.put(companion, (long) packed.length);
        output.write(companion, packed);
        return packed.length;
    }

    /** Checksums of all files of the plan, for {@code sha256sum -c}; when all of them are made or kept. */
    void sums(OutputTree output) {
        if (hosting.checksums()) {
            var text = new StringBuilder();
            new TreeMap<>(imprints.map())
                    .forEach((path, imprint) -> text.append(imprint.digest())
                            .append("  ")
                            .append(path)
                            .append('\n'));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            sizes.put(SUMS, (long) bytes.length);
            if (output.write(SUMS, bytes)) {
                caughtUp.set(true);
            }
        }
    }

    private static long size(Imprint imprint, Hosting.Coding coding) {
        return switch (coding) {
            case GZIP -> imprint.gzip();
            case BROTLI -> imprint.brotli();
        };
    }

    private static OutputPath beside(OutputPath path, Hosting.Coding coding) {
        return new OutputPath(path.path() + coding.ending());
    }

    private boolean isLookedAt(OutputPath path) {
        return isPage(path)
                || hosting.checksums()
                || (isText(path) && !hosting.compress().isEmpty());
    }

    private static boolean isPage(OutputPath path) {
        return ending(path).equals("html");
    }

    private static boolean isText(OutputPath path) {
        return TEXTS.contains(ending(path));
    }

    private static String ending(OutputPath path) {
        String name = path.path();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The files beside those of the plan. */
    Set<OutputPath> paths() {
        return sizes.map().keySet();
    }

    /** Their sizes in bytes. */
    Map<OutputPath, Long> sizes() {
        return sizes.map();
    }

    /** What is known of each file, for the next build. */
    Map<OutputPath, Imprint> imprints() {
        return imprints.map();
    }

    /** The same of some files, as far as anything is known. */
    Map<OutputPath, Imprint> imprints(Collection<OutputPath> paths) {
        var some = new HashMap<OutputPath, Imprint>();
        for (OutputPath path : paths) {
            Imprint known = imprints.get(path);
            if (known != null) {
                some.put(path, known);
            }
        }
        return some;
    }

    /** What is known of some files, as far as it is other than before they were made again. */
    Map<OutputPath, Imprint> others(Collection<OutputPath> paths) {
        Map<OutputPath, Imprint> some = imprints(paths);
        some.entrySet().removeIf(one -> one.getValue().equals(last.get(one.getKey())));
        return some;
    }

    Imprint imprint(OutputPath path) {
        Imprint known = imprints.get(path);
        return known == null ? Imprint.NONE : known;
    }

    /** Whether more is known, or lies there, than after the last build, although no file was made. */
    boolean hasCaughtUp() {
        return caughtUp.get();
    }
}
