package press.broadsheet.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.files.PictureFile;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.Picture;
import press.broadsheet.news.Piece;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Finds the pictures that published pages show; no other picture of the newsroom's leaves its folder. */
final class PictureIntake {
    /** Each picture with the first place that shows it. */
    private final Map<String, Place> wanted = new LinkedHashMap<>();

    private PictureIntake() {}

    /** The pictures that are there, by path below {@code content/}; those that are not are told. */
    static Map<String, PictureFile> read(Newspaper paper, Newsroom newsroom, SourceTree content, Problems problems) {
        var intake = new PictureIntake();
        for (Edition edition : paper.editions()) {
            for (Card card : edition.cards()) {
                Picture picture = card.picture();
                if (picture != null) {
                    intake.want(picture.source(), picture.place());
                }
                intake.want(newsroom.body(card.id()));
            }
            Standing.pictures(edition.matter()).forEach(picture -> intake.want(picture.source(), picture.place()));
            Standing.bodies(edition.settings(), edition.matter()).forEach(intake::want);
        }
        String logo = newsroom.site().organisation().logo();
        if (!logo.isEmpty()) {
            intake.want(logo, SourceTree.place(Intake.SETTINGS));
        }
        var found = new TreeMap<String, PictureFile>();
        intake.wanted.forEach((source, place) ->
                picture(source, place, content, problems).ifPresent(file -> found.put(source, file)));
        return found;
    }

    private void want(Body body) {
        for (Piece piece : body.pieces()) {
            if (piece instanceof Piece.Figure figure) {
                want(figure.source(), figure.place());
            }
        }
    }

    private void want(String source, Place place) {
        wanted.putIfAbsent(source, place);
    }

    private static Optional<PictureFile> picture(String source, Place place, SourceTree content, Problems problems) {
        if (!content.has(source)) {
            problems.add(
                    PaperFault.MISSING_PICTURE,
                    place,
                    "There is no picture content/" + source + ".",
                    "Check the name; letter case counts. A path is meant from the article's own folder, or with a"
                            + " leading / from content/.");
            return Optional.empty();
        }
        return content.read(source, problems)
                .flatMap(bytes -> PictureFile.read(bytes, SourceTree.place(source), problems));
    }
}
