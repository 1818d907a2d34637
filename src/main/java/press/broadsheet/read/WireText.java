package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.news.Section;
import press.broadsheet.news.Stylebook;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A wire story: plain text in which each line is one paragraph and nothing is marked. What its lines are is decided so:
 *
 * <ul>
 *   <li>The first line is the headline.
 *   <li>A line {@code By NAME} right below it, or below the standfirst, is the byline.
 *   <li>The line below the headline is the standfirst if it has 20 to 400 characters and does not end as a sentence
 *       does: papers leave the last full stop of a standfirst off. A bullet or a line that opens with a quotation mark
 *       is none.
 *   <li>A last line {@code Source: NAME} names the agency.
 *   <li>A last bullet that names a declared section files the story there. One that only says "News" names none: the
 *       folder decides, or a section {@code news}, or the paper's first section.
 *   <li>A line that begins with {@code -}, {@code *} or {@code •} is an item of a list.
 *   <li>A line of at most 80 characters and 12 words without closing punctuation, with text before and after it, is a
 *       sub-heading. One that begins with a quotation mark, a dash, another sign or a number with a full stop is none, and
 *       neither is one that holds a tab, a bar or an address.
 *   <li>Where lines were broken at a fixed width, as mail programs do, they are joined again.
 *   <li>Every other line is a paragraph. No sign in it is taken for Markdown.
 * </ul>
 *
 * @param standfirst empty if none; likewise {@code source}
 * @param section the section that the last line names: an id; empty if none
 * @param wantedSection a last line that looks like a misspelt section; empty if none
 * @param likeSection a last line that would name a section if there were one of that name; it is kept in {@code markdown}; empty if
 *     there is none
 * @param markdown the rest, as Markdown
 * @param undated dates in the story that do not say their year
 */
public record WireText(
        String headline,
        String standfirst,
        List<String> authors,
        String source,
        String section,
        Line wantedSection,
        Line likeSection,
        String markdown,
        List<Line> undated) {

    /** A piece of the story's text and where it stands, from 1; line 0 if there is none. */
    public record Line(String text, int line, int column) {
        static final Line NONE = new Line("", 0, 0);

        /** The number of the line in which it ends. */
        private int last() {
            return line + (int) text.chars().filter(letter -> letter == '\n').count();
        }

        private Line and(Line next) {
            return new Line(text + "\n" + next.text(), line, column);
        }

        private Line onOne() {
            return text.indexOf('\n') < 0 ? this : new Line(text.replace('\n', ' '), line, column);
        }
    }

    /** How long a line is at least that was broken because it was full. */
    private static final int LEAST_FULL = 40;

    private static final int LEAST_BROKEN = 2;

    private static final Pattern BULLET = Pattern.compile("[-*•]\\s+(.*)");
    private static final Pattern BYLINE =
            Pattern.compile("(?:By|BY|Автор|Авторка|Автори)[:\\s]\\s*(\\p{Lu}[^.!?]{1,99})");
    private static final Pattern SOURCE = Pattern.compile("(?:Source|Джерело)\\s*:\\s*(\\S.{0,99})");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:;,。！？؟։।][\"'”’»)\\]]*|.*[\"”»]");
    /** How a sub-heading begins: with a word, be it a number that counts no items. */
    private static final Pattern WORDS = Pattern.compile("(?!\\d{1,3}[.)]\\s)[¿¡(\\[]?[\\p{L}\\p{N}]");
    /** Columns of a table, and addresses. */
    private static final Pattern NO_WORDS = Pattern.compile("[\\t|@]|://");

    private static final Pattern OPENING_QUOTE = Pattern.compile("[\"“„«‘'].*");
    private static final Set<String> NO_SECTION = Set.of("news", "новини", "новости", "wiadomości", "nachrichten");
    private static final String MONTHS = "January|February|March|April|May|June|July|August|September|October|November"
            + "|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.";
    private static final String UKRAINIAN_MONTHS =
            "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня" + "|листопада|грудня";
    private static final Pattern UNDATED =
            Pattern.compile("\\b(?:" + MONTHS + ") \\d{1,2}(?:st|nd|rd|th)?\\b(?!\\d|,? (?:of )?\\d{4})"
                    + "|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:" + MONTHS + ")(?![\\p{L}]|,? \\d{4})"
                    + "|(?<!\\d)\\d{1,2} (?:" + UKRAINIAN_MONTHS + ")(?![\\p{L}]| \\d{4})");

    /** Reads a story; empty if the text holds no words. */
    public static Optional<WireText> read(String text, List<Stylebook.SectionName> sections) {
        List<Line> lines = lines(text);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<Line> undated = new ArrayList<>();
        lines.forEach(line -> findUndated(line, undated));
        joinBroken(lines);
        String headline = lines.removeFirst().text().replaceFirst("^#+\\s+", "");
        List<String> authors = new ArrayList<>();
        takeByline(lines, authors);
        String standfirst = takeStandfirst(lines);
        takeByline(lines, authors);
        String source = takeSource(lines);
        var filed = Filed.take(lines, sections);
        if (source.isEmpty()) {
            // The two closing lines stand in either order.
            source = takeSource(lines);
        }
        if (source.isEmpty() && filed.like().line() > 0) {
            Line last = lines.removeLast();
            source = takeSource(lines);
            lines.add(last);
        }
        return Optional.of(new WireText(
                headline,
                standfirst,
                List.copyOf(authors),
                source,
                filed.section(),
                filed.wanted(),
                filed.like(),
                markdown(lines),
                List.copyOf(undated)));
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty()) {
                lines.add(new Line(stripped, number, line.indexOf(stripped) + 1));
            }
        }
        return lines;
    }

    /**
     * Joins lines that were broken at a fixed width. Twice at least a long line without closing punctuation is followed, with
     * no blank line between, by one that begins with a small letter: no paragraph does.
     */
    private static void joinBroken(List<Line> lines) {
        int broken = 0;
        for (int at = 1; at + 1 < lines.size(); at++) {
            String line = lines.get(at).text();
            boolean open = isFull(line) && !SENTENCE_END.matcher(line).matches();
            boolean goesOn = lines.get(at + 1).line() == lines.get(at).last() + 1
                    && Character.isLowerCase(lines.get(at + 1).text().codePointAt(0));
            broken += open && goesOn ? 1 : 0;
        }
        for (int at = 1; broken >= LEAST_BROKEN && at + 1 < lines.size(); ) {
            Line line = lines.get(at);
            Line next = lines.get(at + 1);
            boolean joins = next.line() == line.last() + 1
                    && isFull(line.text().substring(line.text().lastIndexOf('\n') + 1))
                    && !BULLET.matcher(next.text()).matches();
            if (joins) {
                lines.set(at, line.and(lines.remove(at + 1)));
            } else {
                at++;
            }
        }
        lines.replaceAll(Line::onOne);
    }

    private static boolean isFull(String line) {
        return line.length() >= LEAST_FULL;
    }

    private static void findUndated(Line line, List<Line> undated) {
        Matcher date = UNDATED.matcher(line.text());
        while (date.find()) {
            undated.add(new Line(date.group(), line.line(), line.column() + date.start()));
        }
    }

    private static void takeByline(List<Line> lines, List<String> authors) {
        if (lines.isEmpty() || !authors.isEmpty()) {
            return;
        }
        Matcher byline = BYLINE.matcher(lines.getFirst().text());
        if (byline.matches()) {
            lines.removeFirst();
            for (String name : byline.group(1).split(",\\s*|\\s+(?:and|та|і|й)\\s+", -1)) {
                authors.add(name.strip());
            }
        }
    }

    private static String takeStandfirst(List<Line> lines) {
        if (lines.size() < 2) {
            return "";
        }
        String line = lines.getFirst().text();
        boolean fits = line.length() >= 20 && line.length() <= 400;
        boolean open = !SENTENCE_END.matcher(line).matches();
        boolean plain =
                !BULLET.matcher(line).matches() && !OPENING_QUOTE.matcher(line).matches();
        return fits && open && plain ? lines.removeFirst().text() : "";
    }

    private static String takeSource(List<Line> lines) {
        Matcher source = lines.isEmpty() ? null : SOURCE.matcher(lines.getLast().text());
        if (source == null || !source.matches()) {
            return "";
        }
        lines.removeLast();
        // The full stop of a sentence, and not that of Inc. or of S.A.
        return source.group(1).replaceFirst("(?<!\\b(?:Inc|Ltd|Co|Corp|Bros|\\p{L}))\\.$", "");
    }

    /** What the last line says about the section. */
    private record Filed(String section, Line wanted, Line like) {
        static final Filed NOWHERE = new Filed("", Line.NONE, Line.NONE);

        static Filed take(List<Line> lines, List<Stylebook.SectionName> sections) {
            Matcher bullet =
                    lines.isEmpty() ? null : BULLET.matcher(lines.getLast().text());
            if (bullet == null || !bullet.matches()) {
                return NOWHERE;
            }
            String word = bullet.group(1).strip();
            var declared = new FilingReader.Sections(sections);
            Optional<Section.Id> found = declared.find(word);
            if (found.isPresent()) {
                lines.removeLast();
                return new Filed(found.get().path(), Line.NONE, Line.NONE);
            }
            if (NO_SECTION.contains(word.toLowerCase(Locale.ROOT))) {
                lines.removeLast();
                return NOWHERE;
            }
            if (declared.hint(word).startsWith("Did you mean")) {
                return new Filed("", lines.removeLast(), Line.NONE);
            }
            return isLikeSection(word, lines) ? new Filed("", Line.NONE, lines.getLast()) : NOWHERE;
        }

        /** A word or two that begin as names do, and are not the last of several short items. */
        private static boolean isLikeSection(String word, List<Line> lines) {
            boolean first = lines.size() < 2
                    || !BULLET.matcher(lines.get(lines.size() - 2).text()).matches()
                    || lines.get(lines.size() - 2).text().split("\\s+", -1).length > 6;
            return first
                    && word.split("\\s+", -1).length <= 3
                    && !Character.isLowerCase(word.codePointAt(0))
                    && Character.isLetter(word.codePointAt(0))
                    && !SENTENCE_END.matcher(word).matches();
        }
    }

    private static String markdown(List<Line> lines) {
        var markdown = new StringBuilder();
        boolean inList = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).text();
            Matcher bullet = BULLET.matcher(line);
            boolean item = bullet.matches();
            if (at > 0) {
                markdown.append(item && inList ? "\n" : "\n\n");
            }
            boolean between = at > 0 && at + 1 < lines.size();
            if (item) {
                markdown.append("- ").append(escape(bullet.group(1)));
            } else if (between && isHeading(line)) {
                markdown.append("## ").append(escape(line));
            } else {
                markdown.append(escape(line));
            }
            inList = item;
        }
        return lines.isEmpty() ? "" : markdown.append('\n').toString();
    }

    private static boolean isHeading(String line) {
        return line.length() <= 80
                && WORDS.matcher(line).lookingAt()
                && NO_WORDS.matcher(line).results().findAny().isEmpty()
                && line.split("\\s+", -1).length <= 12
                && !SENTENCE_END.matcher(line).matches();
    }

    /** Keeps every sign of the text from being taken for Markdown. */
    static String escape(String line) {
        String safe = line.replaceAll("([\\\\`*_\\[\\]<>&~|{}$])", "\\\\$1");
        if (safe.matches("\\d{1,9}[.)](\\s.*)?")) {
            return safe.replaceFirst("([.)])", "\\\\$1");
        }
        if (safe.matches("-+\\s*")) {
            return safe.replace("-", "\\-");
        }
        // Two dashes and more are a dash to typography, and stay one.
        return safe.matches("[#+=:].*|-(?!-).*") ? "\\" + safe : safe;
    }

    /**
     * The story as an article's file: front matter and Markdown.
     *
     * @param published as front matter takes it; empty to leave it out
     * @param ownSection the section; empty for the one that the story names, if any
     */
    public String toMarkdown(String published, String ownSection) {
        var file = new StringBuilder("---\n");
        field(file, "headline", headline);
        field(file, "standfirst", standfirst);
        field(file, "section", ownSection.isEmpty() ? section : ownSection);
        if (!authors.isEmpty()) {
            file.append("authors:\n");
            authors.forEach(author -> file.append("  - ").append(quote(author)).append('\n'));
        }
        field(file, "source", source);
        if (!published.isEmpty()) {
            file.append("published: ").append(published).append('\n');
        }
        return file.append("---\n\n").append(markdown).toString();
    }

    private static void field(StringBuilder file, String name, String text) {
        if (!text.isEmpty()) {
            file.append(name).append(": ").append(quote(text)).append('\n');
        }
    }

    private static String quote(String text) {
        return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ,.'’()-]*") && !text.matches("(?i)true|false|null|[0-9].*")
                ? text
                : QuoteMending.quote(text);
    }

    /** Tells what readers would miss in the story. */
    public void tellLacks(Path file, Problems problems) {
        for (Line date : undated) {
            problems.add(
                    ContentFault.DATE_WITHOUT_YEAR,
                    new Place(file, date.line(), date.column()),
                    "\"" + date.text() + "\" does not say which year.",
                    "Add the year: the story will be read later, too.");
        }
        if (authors.isEmpty()) {
            problems.add(
                    ContentFault.BYLINE_MISSING,
                    Place.in(file).atLine(1),
                    "The story names no author.",
                    "Add a line \"By NAME\" below the headline.");
        }
        if (source.isEmpty()) {
            problems.add(
                    ContentFault.CREDIT_MISSING,
                    Place.in(file).atLine(1),
                    "The story does not say which agency or paper it came from.",
                    "Add a last line \"Source: NAME\".");
        }
    }
}
