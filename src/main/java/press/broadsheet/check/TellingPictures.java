package press.broadsheet.check;

/**
 * A published picture whose file says more than it shows, and may lead to a source. Most of that is taken out of the
 * published copy (see {@code make.asset}); this looks at what is left.
 */
final class TellingPictures implements Rule.OfPaper {
    @Override
    public String id() {
        return "telling-picture";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        paper.published()
                .traces()
                .values()
                .forEach(
                        picture -> remarks.add(
                                picture.place(),
                                "The published picture holds " + String.join(", ", picture.kinds()) + ".",
                                "Take it out of the original: save a drawing as plain SVG; for a photograph, exiftool -all= FILE."));
    }
}
