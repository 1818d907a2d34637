package press.broadsheet.check;

import java.nio.file.Path;
import press.broadsheet.problem.Place;

/** A picture in {@code content/} that nothing there shows. It is never published, but somebody believes it is. */
final class OrphanedPictures implements Rule.OfPaper {
    @Override
    public String id() {
        return "orphaned-picture";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        for (String picture : paper.unseenPictures()) {
            remarks.add(
                    Place.in(Path.of("content", picture)),
                    "No article, page or person shows this picture.",
                    "Show it, move it into a folder whose name begins with _, or delete it.");
        }
    }
}
