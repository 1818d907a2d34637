package press.broadsheet.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.broadsheet.build.BuildReport;
import press.broadsheet.text.Nearest;

/** Tells why files of the paper were made again. */
record Reasons(BuildReport done, PrintWriter out) {
    /** @param only the published path of one file, as a person may write it; null for all that were made */
    void tell(@Nullable String only) {
        if (only == null) {
            done.reasons().forEach((path, why) -> out.println("  " + path + ": " + why));
        } else {
            out.println(explain(only));
        }
        out.flush();
    }

    private String explain(String asked) {
        String path = asked.startsWith("/") ? asked.substring(1) : asked;
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        for (var reason : done.reasons().entrySet()) {
            if (reason.getKey().path().equals(file)) {
                return file + " was made again: " + reason.getValue() + ".";
            }
        }
        if (done.files().stream().anyMatch(kept -> kept.path().equals(file))) {
            return file + " is as it was: nothing that it was made from has changed.";
        }
        List<String> known =
                done.files().stream().map(kept -> kept.path()).sorted().toList();
        return "The paper has no file " + file + "."
                + Nearest.of(file, known)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
    }
}
