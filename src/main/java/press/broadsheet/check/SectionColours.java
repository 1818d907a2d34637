package press.broadsheet.check;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import press.broadsheet.news.Section;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Contrast;

/** A colour that cannot be read on white paper. The theme darkens it, so readers see another one than was chosen. */
final class SectionColours implements Rule.OfPaper {
    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));

    @Override
    public String id() {
        return "faint-colour";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        Set<Place> told = new HashSet<>();
        for (Paper.Shelf shelf : paper.shelves()) {
            for (Section section : shelf.settings().sections()) {
                if (told.add(section.place())) {
                    look(section.colour(), "of the section \"" + section.name() + "\"", section.place(), remarks);
                }
            }
        }
        look(paper.site().organisation().accent(), "of the paper", SETTINGS, remarks);
    }

    private static void look(String colour, String whose, Place place, Remarks remarks) {
        if (!colour.matches("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")) {
            return;
        }
        int chosen = Contrast.colour(colour);
        double ratio = Contrast.ratio(chosen, Contrast.LIGHT);
        if (ratio < Contrast.READABLE) {
            String shown = String.format(Locale.ROOT, "#%06x", Contrast.readable(chosen, Contrast.LIGHT, 0));
            remarks.add(
                    place,
                    "The colour " + colour + " " + whose + " has a contrast of "
                            + String.format(Locale.ROOT, "%.1f", ratio)
                            + " to 1 with the paper; letters need 4.5. The theme shows " + shown + " instead.",
                    "Choose a darker one, for example " + shown + ".");
        }
    }
}
