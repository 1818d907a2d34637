package press.broadsheet.read;

import java.time.ZoneId;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Interner;

/**
 * What the readers of an article's parts need to know beside its fields.
 *
 * @param repeated words that many articles have alike
 */
record Assignment(
        Stylebook book,
        Stylebook.Edition edition,
        Inline.Typesetter inlines,
        ContentPath path,
        Language language,
        Problems problems,
        Interner<String> repeated) {

    ZoneId zone() {
        return book.zone();
    }

    /** Short text with emphasis and links; none if the field is not given. */
    Inline inline(Fields fields, String field) {
        return fields.value(field).map(this::inline).orElse(Inline.NONE);
    }

    /** A plain text on one line with the marks of its language; empty if the field is not given. */
    String line(Fields fields, String field) {
        return line(fields.line(field));
    }

    String line(String text) {
        return inlines.line(text, language);
    }

    Inline inline(Value value) {
        String text = value.text();
        return text.isEmpty() ? Inline.NONE : inlines.inline(text, language, value.place(), problems);
    }
}
