package press.broadsheet.make.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of drawings (SVG 2): remarks that name no rights, metadata, and what drawing programs note for themselves in names of their own, as the folder in which
 * a file lay. Photographs within a drawing are cleaned like all others. What is drawn stays as it was written. For one drawing.
 */
final class SvgTraces {
    /** In these names drawings are written; all others are notes of programs. */
    private static final Set<String> DRAWN = Set.of(
            "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace");

    private static final Pattern NAMESPACE =
            Pattern.compile("\\sxmlns:([^\\s=\"'/>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    /** Drawing programs write namespaces as entities, too. */
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([^\\s%\"'>]+)\\s+(?:\"([^\"]*)\"|'([^']*)')");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=\"'/>]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern PHOTOGRAPH =
            Pattern.compile("\\s*data:image/(?:jpe?g|png|webp)[^,]*;base64,(.*)", Pattern.DOTALL);
    /** Line ends that programs write into long values, as XML has them. */
    private static final Pattern BREAK = Pattern.compile("\\s|&#(?:10|13|9|xA|xD|x9);", Pattern.CASE_INSENSITIVE);

    /** Whose it is, and on which terms: as those ask for it who give drawings away. */
    private static final Pattern RIGHTS = Pattern.compile("(?i)licen[sc]e|copyright|\u00a9");

    private final String text;
    private final Set<String> foreign = new HashSet<>();
    /** Whether styles choose by {@code data-}; nothing else in a drawing can read it, for it runs no scripts. */
    private final boolean isStyledByData;

    private final StringBuilder out;
    private int at;

    /** @param text one byte is one character */
    private SvgTraces(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
        this.isStyledByData = text.contains("[data-");
        Map<String, String> entities = new HashMap<>();
        for (Matcher entity = ENTITY.matcher(text); entity.find(); ) {
            entities.put("&" + entity.group(1) + ";", entity.group(2) == null ? entity.group(3) : entity.group(2));
        }
        Map<String, Boolean> known = new HashMap<>();
        for (Matcher space = NAMESPACE.matcher(text); space.find(); ) {
            String name = space.group(2) == null ? space.group(3) : space.group(2);
            known.merge(space.group(1), DRAWN.contains(entities.getOrDefault(name, name)), Boolean::logicalAnd);
        }
        known.forEach((prefix, isDrawn) -> {
            if (!isDrawn) {
                foreign.add(prefix);
            }
        });
    }

    /** Whether the bytes are a drawing's, in an encoding in which marks are single bytes; others are no pictures of a paper. */
    static boolean isDrawing(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        String bare = PictureTraces.begins(bytes, 0, "\u00ef\u00bb\u00bf") ? beginning.substring(3) : beginning;
        return bare.stripLeading().startsWith("<") && beginning.contains("<svg");
    }

    /** @throws IndexOutOfBoundsException if it ends in the middle of something */
    static byte[] removed(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        String rest = new SvgTraces(text).rest();
        return rest.equals(text) ? bytes : rest.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String rest() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            int end = tag < 0 ? text.length() : tag;
            out.append(text, at, end);
            at = end;
            if (tag >= 0) {
                markup();
            }
        }
        return out.toString();
    }

    private void markup() {
        if (text.startsWith("<!--", at)) {
            int end = after("-->", at + 4);
            if (RIGHTS.matcher(text).region(at, end).find()) {
                copyTo(end);
            }
            at = end;
        } else if (text.startsWith("<![CDATA[", at)) {
            copyTo(after("]]>", at));
        } else if (text.startsWith("<?", at)) {
            int end = after("?>", at);
            if (text.startsWith("<?xml ", at)) {
                copyTo(end);
            }
            at = end;
        } else if (text.startsWith("<!", at) || text.startsWith("</", at)) {
            copyTo(after(">", at));
        } else {
            element();
        }
    }

    private void copyTo(int end) {
        out.append(text, at, end);
        at = end;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw new IndexOutOfBoundsException(mark);
        }
        return found + mark.length();
    }

    /** Behind the tag that begins here; its values may hold angles. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; ; i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '>') {
                return i + 1;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
    }

    private String nameAt(int from) {
        int end = from;
        while (" \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    private void element() {
        int end = tagEnd(at);
        String name = nameAt(at + 1);
        if (!isForeign(name) && !name.substring(name.indexOf(':') + 1).equals("metadata")) {
            tag(name, end);
            at = end;
            return;
        }
        boolean isEmpty = text.charAt(end - 2) == '/';
        at = isEmpty ? end : behind(name, end);
    }

    /** Behind the end of an element whose beginning ends there; others of its name may lie within. */
    private int behind(String name, int from) {
        int open = 1;
        int next = from;
        while (open > 0) {
            next = after("<", next) - 1;
            if (text.startsWith("<!--", next)) {
                next = after("-->", next);
            } else if (text.startsWith("<![CDATA[", next)) {
                next = after("]]>", next);
            } else {
                int end = tagEnd(next);
                boolean isEnd = text.charAt(next + 1) == '/';
                if (nameAt(next + (isEnd ? 2 : 1)).equals(name)) {
                    open += isEnd ? -1 : text.charAt(end - 2) == '/' ? 0 : 1;
                }
                next = end;
            }
        }
        return next;
    }

    private void tag(String name, int end) {
        int from = at + 1 + name.length();
        out.append('<').append(name);
        Matcher attribute = ATTRIBUTE.matcher(text).region(from, end);
        int copied = from;
        while (attribute.find()) {
            out.append(text, copied, attribute.start());
            if (!isNote(attribute.group(1))) {
                out.append(value(attribute));
            }
            copied = attribute.end();
        }
        out.append(text, copied, end);
    }

    private boolean isForeign(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && foreign.contains(name.substring(0, colon));
    }

    private boolean isNote(String attribute) {
        boolean declares = attribute.startsWith("xmlns:") && foreign.contains(attribute.substring("xmlns:".length()));
        return declares || isForeign(attribute) || (!isStyledByData && attribute.startsWith("data-"));
    }

    /** An attribute as it was written, but for a photograph in it. */
    private static String value(Matcher attribute) {
        String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        String name = attribute.group(1);
        Matcher photograph = PHOTOGRAPH.matcher(value);
        if (!name.substring(name.indexOf(':') + 1).equals("href") || !photograph.matches()) {
            return attribute.group();
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(BREAK.matcher(photograph.group(1)).replaceAll(""));
            byte[] cleaned = PictureTraces.removed(bytes);
            return Arrays.equals(bytes, cleaned)
                    ? attribute.group()
                    : attribute
                            .group()
                            .replace(photograph.group(1), Base64.getEncoder().encodeToString(cleaned));
        } catch (IllegalArgumentException damaged) {
            return attribute.group();
        }
    }
}
