package press.broadsheet.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * Where an article's file says something, for faults that only the whole paper shows: so that no card need carry places that
 * are hardly ever told. The bytes are those of a file that was read without an error; where they do not say it, the place is
 * that of the first field, or else of the first line.
 */
public final class Whereabouts {
    private Whereabouts() {}

    /** What the last part of an article's address is made from: its field {@code slug}, or else its headline. */
    public static Place ofAddress(byte[] bytes, Place file) {
        return of(bytes, file, List.of("slug", "headline"));
    }

    /** What an article's identity is made from: its field {@code id}, or else what its address is made from. */
    public static Place ofId(byte[] bytes, Place file) {
        return of(bytes, file, List.of("id", "slug", "headline"));
    }

    /** A field. */
    public static Place ofField(byte[] bytes, Place file, String field) {
        return of(bytes, file, List.of(field));
    }

    /** An item of a list. */
    public static Place ofItem(byte[] bytes, Place file, String field, Predicate<String> item) {
        Place list = ofField(bytes, file, field);
        return read(bytes, file)
                .map(matter -> matter.fields().items(field).stream()
                        .filter(value -> value.isText() && item.test(value.line()))
                        .map(Value::place)
                        .findFirst()
                        .orElse(list))
                .orElse(list);
    }

    private static Place of(byte[] bytes, Place file, List<String> fields) {
        return read(bytes, file)
                .map(matter -> fields.stream()
                        .filter(matter.fields()::has)
                        .map(matter.fields()::place)
                        .findFirst()
                        .orElseGet(() -> beginning(matter, file)))
                .orElse(file.atLine(1));
    }

    private static Place beginning(FrontMatter matter, Place file) {
        Opening opening = Opening.of(matter, false);
        if (opening.headlineLine() > 0) {
            return file.atLine(opening.headlineLine());
        }
        Place fields = matter.fields().place();
        return fields.line() > 0 ? fields : file.atLine(1);
    }

    /** Whatever is wrong with the file was told when it was read. */
    private static Optional<FrontMatter> read(byte[] bytes, Place file) {
        return file.file().toString().endsWith(".txt")
                ? Optional.empty()
                : FrontMatter.read(bytes, file.file(), ArticleReader.VOCABULARY, new Problems());
    }
}
