package press.broadsheet.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.build.BuildReport;
import press.broadsheet.build.PageWeight;
import press.broadsheet.problem.Problem;

/** The few lines after a build. Their numbers add up. */
final class Summary {
    private Summary() {}

    static void print(BuildReport report, boolean strict, boolean verbose, PrintWriter out) {
        int heldBack = report.heldBack().size();
        out.println("Read " + count(report.filesRead(), "file") + ": " + count(report.published(), "article")
                + " published, " + heldBack + " held back, " + report.broken() + " broken, " + report.other()
                + " other.");
        if (verbose) {
            report.heldBack().forEach(held -> out.println("  held back: " + held.path() + " (" + held.reason() + ")"));
        } else if (heldBack > 0) {
            var reasons = new TreeMap<String, Integer>();
            report.heldBack().forEach(held -> reasons.merge(firstWords(held.reason()), 1, Integer::sum));
            out.println("Held back: "
                    + String.join(
                            ", ",
                            reasons.entrySet().stream()
                                    .map(entry -> entry.getValue() + " " + entry.getKey())
                                    .toList())
                    + ". See which with --verbose.");
        }
        int notes = count(report, Problem.Severity.NOTE);
        if (!report.problems().isEmpty()) {
            out.println(count(count(report, Problem.Severity.ERROR), "error") + ", "
                    + count(count(report, Problem.Severity.WARNING), "warning")
                    + (notes > 0 ? ", " + count(notes, "note") : "") + ".");
        }
        if (report.startedAnew()) {
            out.println("What the last build had left in .broadsheet/ cannot be used; everything was made anew.");
        }
        if (verbose) {
            weight("The heaviest front", report.weights().front(), out);
            weight("The heaviest article", report.weights().article(), out);
        }
        if (report.committed()) {
            out.println(count(report.planned(), "file") + " in the paper: " + report.written() + " written, "
                    + report.unchanged() + " unchanged; " + report.removed() + " removed. "
                    + String.format(Locale.ROOT, "%.2f s.", report.time().toMillis() / 1000.0));
        } else if (report.failed(strict)) {
            out.println("Nothing was published: the last paper stays as it was. " + toMend(report, strict)
                    + ", or build with --keep-going.");
        } else {
            out.println(count(report.planned(), "file") + " would be in the paper: " + report.written()
                    + " to be written, " + report.unchanged() + " unchanged; " + report.removed()
                    + " to be removed. Nothing was written.");
        }
        out.flush();
    }

    /** What keeps the paper from being published: errors or, where strictness is all that does, warnings. */
    private static String toMend(BuildReport report, boolean strict) {
        int errors = count(report, Problem.Severity.ERROR);
        int warnings = count(report, Problem.Severity.WARNING);
        if (!report.failed(false)) {
            return "With --strict, warnings count, too: mend " + (warnings == 1 ? "it" : "them");
        }
        return "Mend the " + (errors == 1 ? "error" : "errors")
                + (strict && warnings > 0 ? " and, with --strict, the warning" + (warnings == 1 ? "" : "s") : "");
    }

    private static void weight(String which, @Nullable PageWeight page, PrintWriter out) {
        if (page != null) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s, %s: %.1f kB in %d files (%.1f HTML, %.1f styles, %.1f scripts, %.1f pictures).",
                    which,
                    page.path(),
                    page.total() / 1000.0,
                    page.requests(),
                    page.html() / 1000.0,
                    page.css() / 1000.0,
                    page.scripts() / 1000.0,
                    page.pictures() / 1000.0));
        }
    }

    private static String firstWords(String reason) {
        int digit = 0;
        while (digit < reason.length() && !Character.isDigit(reason.charAt(digit))) {
            digit++;
        }
        String words = reason.substring(0, digit).strip();
        return words.isEmpty() ? reason : words;
    }

    private static int count(BuildReport report, Problem.Severity severity) {
        return (int) report.problems().stream()
                .filter(problem -> problem.code().severity() == severity)
                .count();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
