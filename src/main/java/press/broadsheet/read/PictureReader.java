package press.broadsheet.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.ManuscriptFault;
import press.broadsheet.news.Picture;

/** Reads a picture's fields. Whether the file exists is found out when the paper is assembled. */
final class PictureReader {
    private static final Vocabulary VOCABULARY = Vocabulary.of(
                    "src source file url",
                    "alt",
                    "caption",
                    "credit",
                    "creditUrl",
                    "copyright",
                    "license licence",
                    "decorative")
            .withUnshown("licensor", "created", "focus", "digitalSourceType", "warning");

    private PictureReader() {}

    /** The field's picture; null if it is not given or cannot be used. */
    static @Nullable Picture read(Fields fields, String field, Assignment assignment) {
        Value value = fields.value(field).orElse(null);
        if (value == null) {
            for (String beside : List.of("imageAlt", "imageCaption", "imageCredit")) {
                fields.tellWithoutEffect(
                        beside, "the article has no picture.", "Name the picture, too: image: pictures/river.jpg");
            }
            return null;
        }
        Optional<Fields> given = value.isText() ? Optional.empty() : value.fields(VOCABULARY);
        if (!value.isText() && given.isEmpty()) {
            return null;
        }
        Value source =
                value.isText() ? value : given.flatMap(one -> one.value("src")).orElse(null);
        if (source == null) {
            given.ifPresent(one -> one.required("src"));
            return null;
        }
        String path = resolve(source, assignment.path().folder());
        return path.isEmpty()
                ? null
                : picture(
                        path,
                        value,
                        given.orElseGet(() -> Fields.none(fields.sheet(), VOCABULARY)),
                        fields,
                        assignment);
    }

    private static Picture picture(String path, Value value, Fields own, Fields around, Assignment assignment) {
        boolean decorative = own.flag("decorative", false);
        // Simple front matter keeps these beside the picture's path: imageAlt, imageCaption, imageCredit.
        String alt = own.has("alt") ? own.line("alt") : around.line("imageAlt");
        String credit = own.has("credit") ? own.line("credit") : around.line("imageCredit");
        if (alt.isEmpty() && !decorative) {
            value.tell(
                    ManuscriptFault.MISSING_ALT_TEXT,
                    "The picture \"" + path + "\" is not described for those who cannot see it.",
                    "Add \"alt:\" with what it shows, or \"decorative: true\" if it only adorns.");
        }
        if (credit.isEmpty() && !decorative && assignment.book().text().creditRequired()) {
            value.tell(
                    ManuscriptFault.MISSING_CREDIT,
                    "The picture \"" + path + "\" does not say who made it.",
                    "Add \"credit:\" with the photographer or agency.");
        }
        return new Picture(
                path,
                decorative ? "" : alt,
                own.has("caption") ? assignment.inline(own, "caption") : assignment.inline(around, "imageCaption"),
                credit,
                own.address("creditUrl"),
                own.line("copyright"),
                own.address("license"),
                decorative,
                value.place());
    }

    /** The path below {@code content/}; empty after telling why it cannot be used. */
    static String resolve(Value value, String folder) {
        String typed = value.line();
        Optional<String> path = ContentPath.resolve(folder, typed);
        if (path.isEmpty() && !typed.isEmpty()) {
            value.tell(
                    ManuscriptFault.PATH_OUTSIDE_CONTENT,
                    value.called() + " does not lead to a file in content/: \"" + typed + "\".",
                    "Put the picture into content/ and name it relative to this file, or from content/ with / at its"
                            + " start.");
        }
        return path.orElse("");
    }
}
