package press.broadsheet.read;

import java.util.Optional;
import press.broadsheet.news.Card;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Status;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Reads an article's headline and what goes with it. */
final class TitlesReader {
    private static final int LONGEST_HEADLINE = 110;
    private static final int LONGEST_KICKER = 40;
    private static final int LONGEST_SEO_HEADLINE = 70;
    private static final int LONGEST_SHORT_HEADLINE = 80;
    private static final int LONGEST_STANDFIRST = 400;

    private TitlesReader() {}

    /** Empty after telling that there is no headline; that of an article that is still being written is its file's name. */
    static Optional<Card.Titles> read(Fields fields, Opening opening, Status status, Assignment assignment) {
        String kicker = limited(fields, "kicker", LONGEST_KICKER, assignment);
        String seo = limited(fields, "seoHeadline", LONGEST_SEO_HEADLINE, assignment);
        String brief = limited(fields, "shortHeadline", LONGEST_SHORT_HEADLINE, assignment);
        Inline standfirst = assignment.inline(fields, "standfirst");
        tellLength(fields, "standfirst", standfirst.plain(), LONGEST_STANDFIRST);
        String headline = headline(fields, opening, assignment);
        if (headline.isEmpty() && status.isUnfinished()) {
            headline = assignment.path().id().name();
        }
        if (headline.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Card.Titles(
                kicker,
                headline,
                standfirst,
                false,
                seo.isEmpty() ? headline : seo,
                brief.isEmpty() ? headline : brief));
    }

    private static String headline(Fields fields, Opening opening, Assignment assignment) {
        Place place = opening.headline().isEmpty()
                ? fields.place("headline")
                : assignment.path().place().atLine(opening.headlineLine());
        String headline = assignment.line(fields, "headline");
        if (headline.isEmpty() && !opening.headline().isEmpty()) {
            headline = assignment
                    .inlines()
                    .inline(opening.headline(), assignment.language(), place, assignment.problems())
                    .plain()
                    .strip();
        }
        if (headline.isEmpty() && !fields.has("headline")) {
            assignment
                    .problems()
                    .add(
                            ContentFault.HEADLINE_MISSING,
                            fields.isNamed("headline")
                                    ? place
                                    : assignment.path().place(),
                            "The article has no headline.",
                            fields.isNamed("headline")
                                    ? "Write it behind \"headline:\"."
                                    : "Add \"headline:\" to its front matter.");
        }
        tellLong(assignment.problems(), headline, place);
        return headline;
    }

    static void tellLong(Problems problems, String headline, Place place) {
        int length = headline.codePointCount(0, headline.length());
        if (length > LONGEST_HEADLINE) {
            problems.add(
                    ContentFault.HEADLINE_TOO_LONG,
                    place,
                    "The headline has " + length + " characters; search engines and lists cut it after about "
                            + LONGEST_HEADLINE + ".",
                    "Shorten it.");
        }
    }

    private static String limited(Fields fields, String field, int longest, Assignment assignment) {
        String text = assignment.line(fields, field);
        tellLength(fields, field, text, longest);
        return text;
    }

    private static void tellLength(Fields fields, String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            fields.value(field)
                    .ifPresent(value -> value.tell(
                            ContentFault.FIELD_TOO_LONG,
                            value.called() + " has " + length + " characters; there is room for " + longest + ".",
                            "Shorten it."));
        }
    }
}
