package press.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import press.broadsheet.files.OutputTree;
import press.broadsheet.publish.FinishedSite;
import press.broadsheet.publish.Serving;

/**
 * What the last build left.
 *
 * @param state the paper's {@code .broadsheet/}
 */
record PublishedFolder(Path folder, Path state) {
    /** Empty after telling that there is nothing, or not all of it. */
    Optional<FinishedSite> read(PrintWriter err) throws IOException {
        var paths = OutputTree.dry(folder, state).paths();
        if (paths.isEmpty()) {
            err.println("broadsheet: no build has published anything in " + folder + ".");
            return Optional.empty();
        }
        Path rules = OutputTree.beside(folder, state, "serving");
        Optional<Serving> serving = Files.exists(rules) ? Serving.read(Files.readAllBytes(rules)) : Optional.empty();
        if (serving.isEmpty()) {
            err.println("broadsheet: " + rules + " is missing or damaged, which each build writes. Build again.");
            return Optional.empty();
        }
        try {
            return Optional.of(FinishedSite.read(folder, paths).with(serving.get(), state.resolve("signposts")));
        } catch (NoSuchFileException e) {
            err.println("broadsheet: " + e.getFile() + " is missing, which the last build wrote. Build again.");
            return Optional.empty();
        }
    }
}
