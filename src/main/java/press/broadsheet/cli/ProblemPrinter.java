package press.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import press.broadsheet.files.Excerpt;
import press.broadsheet.problem.Problem;

/** Tells problems to a person: place, code, the line itself, what is wrong and what to do. */
final class ProblemPrinter {
    private final PrintWriter out;
    private final Colours colours;
    private final Excerpt.Finder excerpts;

    ProblemPrinter(Path site, PrintWriter out, Colours colours) {
        this.out = out;
        this.colours = colours;
        this.excerpts = new Excerpt.Finder(site);
    }

    void print(List<Problem> problems) {
        for (Problem problem : problems) {
            print(problem);
        }
    }

    private void print(Problem problem) {
        String severity = problem.code().severity().name().toLowerCase(Locale.ROOT);
        out.println(colours.bold(Plain.of(problem.place().toString())) + "  "
                + painted(problem.code().severity(), severity) + "  "
                + problem.code().id());
        excerpts.find(problem.place()).ifPresent(this::print);
        out.println("  " + Plain.of(problem.message()));
        for (String line : problem.hint().lines().toList()) {
            out.println("  " + colours.green(Plain.of(line)));
        }
        out.println();
    }

    private String painted(Problem.Severity severity, String word) {
        return switch (severity) {
            case ERROR -> colours.red(word);
            case WARNING -> colours.yellow(word);
            case NOTE -> colours.faint(word);
        };
    }

    private void print(Excerpt excerpt) {
        String number = Integer.toString(excerpt.line());
        String margin = " ".repeat(Math.max(0, 4 - number.length()));
        out.println(colours.faint(margin + number + " | ") + Plain.of(excerpt.text()));
        if (excerpt.caret() >= 0) {
            out.println(colours.faint("     | ") + " ".repeat(excerpt.caret()) + colours.red("^"));
        }
    }
}
