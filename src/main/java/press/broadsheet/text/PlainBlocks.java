package press.broadsheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of finished HTML, block by block: what is left when all markup is taken away. */
public final class PlainBlocks {
    private static final Pattern BOUNDARY = Pattern.compile(
            "</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|footer|section|aside|div|figure|figcaption|table|thead|tbody|tr"
                    + "|pre|hr|details|summary)(?:\\s[^>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL = Pattern.compile("</t[dh]>|<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));");

    private PlainBlocks() {}

    /** Those that hold words, in order; spaces and line ends are one space. */
    public static List<String> of(String html) {
        var blocks = new ArrayList<String>();
        for (String block : BOUNDARY.split(html, -1)) {
            String spaced = CELL.matcher(block).replaceAll(" ");
            String words = SPACE.matcher(unescape(TAG.matcher(spaced).replaceAll("")))
                    .replaceAll(" ")
                    .strip();
            if (!words.isEmpty()) {
                blocks.add(words);
            }
        }
        return List.copyOf(blocks);
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(java.util.regex.MatchResult entity) {
        if (entity.group(1) != null) {
            return character(Integer.parseInt(entity.group(1)), entity.group());
        }
        if (entity.group(2) != null) {
            return character(Integer.parseInt(entity.group(2), 16), entity.group());
        }
        return switch (entity.group(3)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> "\u00a0";
            default -> entity.group();
        };
    }

    private static String character(int code, String otherwise) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
    }
}
