package press.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;

/** Tells problems to a person: place, code, the line itself, what is wrong and what to do. */
final class ProblemPrinter {
    private static final int WIDEST_EXCERPT = 110;
    private static final long LARGEST_FILE = 4 << 20;

    private final Path site;
    private final PrintWriter out;
    private final Colours colours;
    private final Map<Path, List<String>> files = new HashMap<>();

    ProblemPrinter(Path site, PrintWriter out, Colours colours) {
        this.site = site;
        this.out = out;
        this.colours = colours;
    }

    void print(List<Problem> problems) {
        for (Problem problem : problems) {
            print(problem);
        }
    }

    private void print(Problem problem) {
        boolean error = problem.code().severity() == Problem.Severity.ERROR;
        String severity = problem.code().severity().name().toLowerCase(Locale.ROOT);
        out.println(colours.bold(Plain.of(problem.place().toString())) + "  "
                + (error ? colours.red(severity) : colours.yellow(severity)) + "  "
                + problem.code().id());
        excerpt(problem.place());
        out.println("  " + Plain.of(problem.message()));
        for (String line : problem.hint().lines().toList()) {
            out.println("  " + colours.green(Plain.of(line)));
        }
        out.println();
    }

    private void excerpt(Place place) {
        List<String> lines = files.computeIfAbsent(place.file(), this::read);
        if (place.line() < 1 || place.line() > lines.size()) {
            return;
        }
        String line = lines.get(place.line() - 1);
        int start = Math.max(0, Math.min(place.column() - 1 - WIDEST_EXCERPT / 2, line.length() - WIDEST_EXCERPT));
        String shown = Plain.of(line.substring(start, Math.min(line.length(), start + WIDEST_EXCERPT)));
        String number = Integer.toString(place.line());
        String margin = " ".repeat(Math.max(0, 4 - number.length()));
        out.println(colours.faint(margin + number + " | ") + shown);
        if (place.column() > 0 && place.column() - 1 - start <= shown.length()) {
            out.println(colours.faint("     | ") + " ".repeat(place.column() - 1 - start) + colours.red("^"));
        }
    }

    private List<String> read(Path file) {
        Path path = site.resolve(file);
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_FILE) {
                return List.of();
            }
            // A file that is not UTF-8 is itself a problem; its excerpt is shown as well as can be.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString()
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
