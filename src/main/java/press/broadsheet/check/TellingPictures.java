package press.broadsheet.check;

/** A published picture whose file says where, by whom or with which camera it was made: it may lead to a source. */
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
                                "Take it out of the original, for example: exiftool -gps:all= -serialnumber= -ownername= FILE"));
    }
}
