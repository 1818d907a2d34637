package press.broadsheet.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import press.broadsheet.news.Picture;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.FileKind;

/**
 * Pictures in {@code content/} that nothing there shows. Also drafts show their pictures; and one whose name stands in
 * any text is not forgotten.
 */
record UnseenPictures(Newsroom newsroom) {
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp", "avif", "gif", "svg");
    private static final Set<String> READABLE = Set.of("md", "txt", "yaml", "yml", "csv");

    /** Their paths below {@code content/}, in order. */
    List<String> list() {
        var unseen = new ArrayList<String>();
        Set<String> shown = shownPictures();
        for (String path : newsroom.sources().paths()) {
            if (PICTURES.contains(endingOf(path))
                    && FileKind.of(path, List.of()) != FileKind.IGNORED
                    && !shown.contains(path)) {
                unseen.add(path);
            }
        }
        if (!unseen.isEmpty()) {
            for (String path : newsroom.sources().paths()) {
                if (READABLE.contains(endingOf(path))) {
                    newsroom.sources().content().read(path, new Problems()).ifPresent(bytes -> {
                        String text = new String(bytes, StandardCharsets.UTF_8);
                        unseen.removeIf(picture -> text.contains(picture.substring(picture.lastIndexOf('/') + 1)));
                    });
                }
            }
        }
        unseen.sort(null);
        return List.copyOf(unseen);
    }

    private Set<String> shownPictures() {
        var shown = new HashSet<String>();
        shown.add(newsroom.site().organisation().logo());
        newsroom.articles().values().forEach(filed -> {
            filed.ends().figures().forEach(figure -> shown.add(figure.source()));
            Picture main = filed.card() == null ? null : filed.card().picture();
            if (main != null) {
                shown.add(main.source());
            }
        });
        for (Newsroom.Shelf shelf : newsroom.shelves()) {
            Standing.pictures(shelf.matter()).forEach(picture -> shown.add(picture.source()));
            Standing.bodies(shelf.settings(), shelf.matter())
                    .forEach(body -> body.ends().figures().forEach(figure -> shown.add(figure.source())));
        }
        return shown;
    }

    private static String endingOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
