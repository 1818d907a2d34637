package press.broadsheet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import press.broadsheet.problem.Problem;

/** Problems as a person reads them, for tests of other packages. */
public final class ProblemTexts {
    private ProblemTexts() {}

    public static String of(Path site, List<Problem> problems) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        new ProblemPrinter(site, out, new Colours(false)).print(problems);
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
