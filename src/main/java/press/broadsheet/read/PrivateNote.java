package press.broadsheet.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import press.broadsheet.problem.Problems;

/** The {@code note} of an article: for colleagues, and never published anywhere. */
public final class PrivateNote {
    private static final Vocabulary NOTE = Vocabulary.of("note");

    private PrivateNote() {}

    /** What a content file notes for colleagues; empty if it does not. Nothing else that may be wrong with it is told. */
    public static String of(byte[] bytes, Path file) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("---") || !text.contains("\nnote:")) {
            return "";
        }
        return FrontMatter.read(bytes, file, NOTE, new Problems())
                .map(matter -> matter.fields().text("note"))
                .orElse("");
    }
}
