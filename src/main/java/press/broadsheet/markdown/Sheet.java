package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/** The text at work: what it says, where each of its characters stands in the file, and who hears of faults. */
final class Sheet {
    private static final Pattern RAW_LINK = Pattern.compile("(?i)<a\\s[^>]*?\\bhref\\s*=\\s*[\"']?(/[^\"'\\s>]*)");

    private static final Pattern SET_LINK = Pattern.compile("<a [^>]*?\\bhref=\"([^\"]*)\"");
    /** What ends an address within a text, whether it is a link there, an attribute or but words. */
    private static final String ENDS = "\"'<>()[]{}|`*";

    /** Of a host, which has a name and not just figures, or from the root. */
    private static final Pattern WORDS =
            Pattern.compile("((?:[\\w-]+\\.)+\\p{L}[\\w-]*(?::\\d+)?)?/[\\p{L}\\p{N}%._~-]");

    private static final Pattern LINK_BEFORE =
            Pattern.compile("(?:\\]\\(\\s*<?|\\[[^\\]^][^\\]]*\\]:\\s*<?|\\bhref=[\"']?)$");
    private static final int LONGEST_BEFORE = 80;

    private final Shortcuts shortcuts;
    private final String text;
    private @Nullable Letters letters;
    private final Place start;
    private final Problems problems;
    private final boolean onePlace;
    private final List<Body.Mention> mentions = new ArrayList<>();
    private int @Nullable [] lineStarts;

    private Sheet(Shortcuts shortcuts, Place start, Problems problems, boolean onePlace) {
        this.shortcuts = shortcuts;
        this.text = shortcuts.text();
        this.start = start;
        this.problems = problems;
        this.onePlace = onePlace;
    }

    /** A text of many lines that begins at {@code start}. */
    static Sheet of(String text, Place start, Problems problems) {
        return new Sheet(Shortcuts.of(clean(text)), start, problems, false);
    }

    /** The same, and every block of it is parsed. */
    static Sheet whole(String text, Place start, Problems problems) {
        return new Sheet(Shortcuts.none(clean(text)), start, problems, false);
    }

    /** A short text, all of which is said to stand at one place. */
    static Sheet at(Place place, String text, Problems problems) {
        return new Sheet(Shortcuts.none(clean(text)), place, problems, true);
    }

    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }

    /** What is parsed; offsets that the parser gives are in it. */
    String text() {
        return text;
    }

    /** What is parsed, to be looked through. */
    Letters letters() {
        Letters made = letters;
        if (made == null) {
            made = new Letters(text);
            letters = made;
        }
        return made;
    }

    /** The blocks that are not parsed. */
    Shortcuts shortcuts() {
        return shortcuts;
    }

    Problems problems() {
        return problems;
    }

    /** The spot of an offset in the whole text, which the parser may not have seen. */
    static int spot(int inWhole) {
        return -1 - inWhole;
    }

    /** Where something stands: an offset in what is parsed, or a {@link #spot}. */
    Place place(int offset) {
        if (onePlace) {
            return start;
        }
        int[] starts = lineStarts;
        if (starts == null) {
            starts = lineStarts(shortcuts.whole());
            lineStarts = starts;
        }
        int there = offset < 0 ? -1 - offset : shortcuts.inWhole(offset);
        int found = Arrays.binarySearch(
                starts, Math.clamp(there, 0, shortcuts.whole().length()));
        int line = found >= 0 ? found : -found - 2;
        return new Place(start.file(), Math.max(start.line(), 1) + line, there - starts[line] + 1);
    }

    /** Notes that the text links to an address; whole ones are found by {@link #mentionWhole}. */
    void mention(String address, int offset) {
        if (address.startsWith("/")) {
            mentions.add(new Body.Mention(address, place(offset)));
        }
    }

    /** The same for what raw HTML links to. */
    void mentionAll(String raw, int offset) {
        RAW_LINK.matcher(raw).results().forEach(link -> mention(Address.encode(link.group(1)), offset + link.start(1)));
    }

    /**
     * Notes all whole addresses of the web, wherever they stand: one that is but words tells readers as much as a link.
     *
     * @param comments whether what stands between {@code <!--} and {@code -->} is published
     */
    void mentionWhole(boolean comments) {
        String whole = shortcuts.whole();
        for (int at = whole.indexOf("://"); at >= 0; at = whole.indexOf("://", at + 3)) {
            int start = schemeStart(whole, at);
            if (start >= 0 && (comments || !isComment(whole, start))) {
                int end = at + 3;
                while (end < whole.length() && whole.charAt(end) > ' ' && ENDS.indexOf(whole.charAt(end)) < 0) {
                    end++;
                }
                mentions.add(new Body.Mention(Address.encode(whole.substring(start, end)), place(spot(start))));
            }
        }
    }

    /**
     * Notes what looks like an address of the web without its scheme, and like one from the paper's root, where it is but
     * words: {@code example.org/2026/x/} and {@code /2026/x/}. Links are noted elsewhere.
     *
     * @param comments as above
     */
    void mentionWords(boolean comments) {
        String whole = shortcuts.whole();
        int end = 0;
        for (int slash = whole.indexOf('/'); slash >= 0; slash = whole.indexOf('/', Math.max(end, slash + 1))) {
            int start = slash;
            while (start > end && isOfAddress(whole.charAt(start - 1))) {
                start--;
            }
            end = slash;
            while (end < whole.length() && isOfAddress(whole.charAt(end))) {
                end++;
            }
            Matcher words = WORDS.matcher(whole).region(start, end);
            if (words.lookingAt() && !isLink(whole, start) && (comments || !isComment(whole, start))) {
                String address = Address.encode(whole.substring(start, end));
                mentions.add(
                        new Body.Mention(words.group(1) == null ? address : "//" + address, place(spot(start)), true));
            }
        }
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && ENDS.indexOf(c) < 0;
    }

    /** Whether what begins there is a link's target, in Markdown, in a definition or in HTML. */
    private static boolean isLink(String text, int start) {
        return LINK_BEFORE
                .matcher(text)
                .region(Math.max(0, start - LONGEST_BEFORE), start)
                .find();
    }

    /** @return -1 if what ends there is no scheme of the web */
    private static int schemeStart(String text, int colon) {
        if (text.regionMatches(true, colon - 5, "https", 0, 5)) {
            return colon - 5;
        }
        return text.regionMatches(true, colon - 4, "http", 0, 4) ? colon - 4 : -1;
    }

    private static boolean isComment(String text, int at) {
        int opens = text.lastIndexOf("<!--", at);
        return opens >= 0 && text.indexOf("-->", opens) >= at;
    }

    /** The same for what finished HTML links to, which stands at one place. */
    void mentionLinks(String html, int offset) {
        if (html.contains("<a ")) {
            SET_LINK.matcher(html)
                    .results()
                    .forEach(link -> mention(link.group(1).replace("&amp;", "&"), offset));
        }
    }

    List<Body.Mention> mentions() {
        return List.copyOf(mentions);
    }

    void tell(Problem.Code code, int offset, String message, String hint) {
        problems.add(code, place(offset), message, hint);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        boolean returns = text.indexOf('\r') >= 0;
        for (int i = lineEnd(text, 0, returns); i >= 0; i = lineEnd(text, i + 1, returns)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The last character of the end of the line; -1 if there is none. */
    private static int lineEnd(String text, int from, boolean returns) {
        if (!returns) {
            return text.indexOf('\n', from);
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                return i;
            }
        }
        return -1;
    }
}
