package press.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import press.broadsheet.check.Fix;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.QuoteMending;

/** Mends what is certain, in the newsroom's files themselves, and shows every change before it is made. */
final class Mending {
    private final Path site;
    private final PrintWriter out;
    private final Colours colours;
    private final boolean dryRun;
    private final TreeSet<String> mended = new TreeSet<>();

    Mending(Path site, PrintWriter out, Colours colours, boolean dryRun) {
        this.site = site;
        this.out = out;
        this.colours = colours;
        this.dryRun = dryRun;
    }

    /** Puts quotation marks where YAML needs them. */
    void quote() throws IOException {
        // What cannot be read is told by the check that follows.
        for (SourceFile file : new SourceTree(site).walk(new Problems()).files()) {
            boolean yaml = file.path().endsWith(".yaml") || file.path().endsWith(".yml");
            Path path = Path.of("content", file.path());
            Optional<String> text = yaml || file.path().endsWith(".md") ? read(path) : Optional.empty();
            if (text.isPresent()) {
                var quoted = yaml ? QuoteMending.ofYaml(text.get()) : QuoteMending.ofArticle(text.get());
                if (!quoted.changes().isEmpty()) {
                    replace(path, text.get(), quoted.text());
                }
            }
        }
    }

    /** Makes the changes that rules are certain of; one that no longer fits the file is left out. */
    void apply(List<Fix> fixes) throws IOException {
        Map<Path, List<Fix>> byFile = new TreeMap<>();
        fixes.forEach(fix -> byFile.computeIfAbsent(fix.place().file(), none -> new ArrayList<>())
                .add(fix));
        for (Map.Entry<Path, List<Fix>> file : byFile.entrySet()) {
            Optional<String> text = read(file.getKey());
            if (text.isPresent()) {
                String changed = changed(text.get(), file.getValue());
                if (!changed.equals(text.get())) {
                    replace(file.getKey(), text.get(), changed);
                }
            }
        }
    }

    /** Says how many files were mended. */
    void tell() {
        int files = mended.size();
        String count = files + (files == 1 ? " file" : " files");
        out.println(
                files == 0
                        ? "Nothing to fix."
                        : dryRun ? "Would fix " + count + ". Nothing was written." : "Fixed " + count + ".");
        out.println();
        out.flush();
    }

    /** From the end of each line to its start, so that no change moves another. */
    private static String changed(String text, List<Fix> fixes) {
        String[] lines = text.split("\n", -1);
        // A byte order mark is no part of the first line to whoever counts columns.
        int mark = text.startsWith("\uFEFF") ? 1 : 0;
        fixes.stream()
                .distinct()
                .sorted(Comparator.comparing(Fix::place).reversed())
                .forEach(fix -> {
                    int line = fix.place().line() - 1;
                    int at = fix.place().column() - 1 + (line == 0 ? mark : 0);
                    if (line >= 0 && line < lines.length && at >= 0 && lines[line].startsWith(fix.before(), at)) {
                        lines[line] = lines[line].substring(0, at)
                                + fix.after()
                                + lines[line].substring(at + fix.before().length());
                    }
                });
        return String.join("\n", lines);
    }

    /** Empty for what is no text in UTF-8: rewriting it would damage it further. */
    private Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(site.resolve(file))))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void replace(Path file, String before, String after) throws IOException {
        String name = file.toString().replace('\\', '/');
        new UnifiedDiff(out, colours).print(name, before, after);
        out.flush();
        mended.add(name);
        if (!dryRun) {
            write(site.resolve(file), after);
        }
    }

    /** In one step, so that a fault in the middle cannot cost the reporter's text. */
    private static void write(Path path, String text) throws IOException {
        Path real = path.toRealPath();
        Path beside = real.resolveSibling("." + real.getFileName() + ".tmp");
        Files.writeString(beside, text);
        Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
