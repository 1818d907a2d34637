package press.broadsheet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import press.broadsheet.files.SourceFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.QuoteMending;

/** Puts quotation marks where YAML needs them, in the files themselves, and shows each changed line. */
final class QuoteFix {
    private final Path site;
    private final Console console;

    QuoteFix(Path site, Console console) {
        this.site = site;
        this.console = console;
    }

    void run() throws IOException {
        int files = 0;
        // What cannot be read is told by the check that follows.
        for (SourceFile file : new SourceTree(site).walk(new Problems())) {
            if (mend(file)) {
                files++;
            }
        }
        console.out().println(files == 0 ? "Nothing to fix." : "Fixed " + files + (files == 1 ? " file." : " files."));
        console.out().println();
        console.out().flush();
    }

    private boolean mend(SourceFile file) throws IOException {
        boolean yaml = file.path().endsWith(".yaml") || file.path().endsWith(".yml");
        if (!yaml && !file.path().endsWith(".md")) {
            return false;
        }
        Path path = site.resolve("content").resolve(file.path());
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            // Rewriting it would damage it further.
            return false;
        }
        var mended = yaml ? QuoteMending.ofYaml(text) : QuoteMending.ofArticle(text);
        if (mended.changes().isEmpty()) {
            return false;
        }
        for (QuoteMending.Change change : mended.changes()) {
            console.out().println("content/" + file.path() + ":" + change.line());
            console.out().println("  " + console.colours().red("- " + shown(change.before())));
            console.out().println("  " + console.colours().green("+ " + shown(change.after())));
        }
        replace(path, mended.text());
        return true;
    }

    /** A line as a person sees it: a carriage return at its end is no part of it. */
    private static String shown(String line) {
        return Plain.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** In one step, so that a fault in the middle cannot cost the reporter's text. */
    private static void replace(Path path, String text) throws IOException {
        Path real = path.toRealPath();
        Path beside = real.resolveSibling("." + real.getFileName() + ".tmp");
        Files.writeString(beside, text);
        Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
