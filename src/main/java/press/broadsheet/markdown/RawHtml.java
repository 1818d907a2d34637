package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import press.broadsheet.news.Piece;

/**
 * Cleans what reporters typed as HTML. A whole run of blocks is cleaned at once, the typeset markup with the raw, so that
 * a tag that opens in one block and closes in another, or never, cannot tear the page; holes ride along as words.
 */
final class RawHtml {
    /** Elements that may well hold several blocks of Markdown. */
    private static final Set<String> SPANNING = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "details",
            "div",
            "dl",
            "figure",
            "footer",
            "header",
            "ol",
            "section",
            "table",
            "ul");

    private static final int LONGEST_SHOWN = 40;

    private RawHtml() {}

    /** How many more elements that may span blocks a piece of raw HTML opens than it closes. */
    static int balance(String raw) {
        int balance = 0;
        for (int i = raw.indexOf('<'); i >= 0; i = raw.indexOf('<', i + 1)) {
            boolean closes = raw.startsWith("/", i + 1);
            int nameStart = closes ? i + 2 : i + 1;
            int nameEnd = nameStart;
            while (nameEnd < raw.length() && Character.isLetterOrDigit(raw.charAt(nameEnd))) {
                nameEnd++;
            }
            String name = raw.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
            int end = raw.indexOf('>', nameEnd);
            boolean closesItself = end > 0 && raw.charAt(end - 1) == '/';
            if (!closesItself && SPANNING.contains(name)) {
                balance += closes ? -1 : 1;
            }
            if (end < 0) {
                break;
            }
        }
        return balance;
    }

    /** @param removed is told the names of elements and attributes that were left out */
    static List<Piece> clean(List<Piece> pieces, Set<String> removed) {
        var joined = new StringBuilder();
        var holes = new ArrayList<Piece>();
        String token = token(pieces);
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Html finished) {
                joined.append(finished.html());
            } else {
                joined.append(token).append(holes.size()).append('e');
                holes.add(piece);
            }
        }
        String clean = Policy.ALLOW_LIST.sanitize(joined.toString(), new Listener(), removed);
        return split(clean, token, holes);
    }

    /** Cleans HTML that must stay in its line. */
    static String cleanLine(String html, Set<String> removed) {
        return Policy.LINE.sanitize(html, new Listener(), removed);
    }

    /** Tells that an instruction or a declaration, such as {@code <?php ... ?>}, is left out. */
    static void tellDeclaration(String chars, Sheet sheet, int offset) {
        if (chars.startsWith("<?") || (chars.startsWith("<!") && !chars.startsWith("<!--"))) {
            String shown = chars.length() <= LONGEST_SHOWN ? chars : chars.substring(0, LONGEST_SHOWN) + "...";
            tell(Set.of(shown), sheet, offset);
        }
    }

    /** Tells what was left out. */
    static void tell(Set<String> removed, Sheet sheet, int offset) {
        if (!removed.isEmpty()) {
            sheet.tell(
                    TextFault.HTML_REMOVED,
                    offset,
                    "HTML that is not let through was left out: " + String.join(", ", removed) + ".",
                    "Use Markdown or a container such as ::: embed, or let all HTML through in site.yaml (text: html: trusted).");
        }
    }

    private static List<Piece> split(String clean, String token, List<Piece> holes) {
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (int at = clean.indexOf(token); at >= 0; at = clean.indexOf(token, done)) {
            int end = clean.indexOf('e', at + token.length());
            int hole = Integer.parseInt(clean.substring(at + token.length(), end));
            pieces.add(new Piece.Html(clean.substring(done, at)));
            // A hole that strayed into a tag would end the tag too early: nothing stands in for it.
            if (clean.lastIndexOf('<', at) <= clean.lastIndexOf('>', at)) {
                pieces.add(holes.get(hole));
            }
            done = end + 1;
        }
        pieces.add(new Piece.Html(clean.substring(done)));
        return pieces;
    }

    /** A word that stands nowhere in the text, so that nobody can forge a hole. */
    private static String token(List<Piece> pieces) {
        var token = new StringBuilder("hole");
        while (pieces.stream()
                .anyMatch(
                        piece -> piece instanceof Piece.Html html && html.html().contains(token))) {
            token.append('x');
        }
        return token.toString();
    }

    private static final class Listener implements HtmlChangeListener<Set<String>> {
        @Override
        public void discardedTag(@Nullable Set<String> removed, String element) {
            if (removed != null) {
                removed.add("<" + element + ">");
            }
        }

        @Override
        public void discardedAttributes(@Nullable Set<String> removed, String element, String... attributes) {
            if (removed != null) {
                for (String attribute : attributes) {
                    removed.add(attribute + " of <" + element + ">");
                }
            }
        }
    }

    static Set<String> newRemoved() {
        return new TreeSet<>();
    }

    /** Made only when a text holds raw HTML. */
    private static final class Policy {
        private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{M}\\p{N}_ -]{1,200}");
        /** Identifiers that begin with an underscore are the theme's own. */
        private static final Pattern IDS = Pattern.compile("(?!_)" + NAMES.pattern());

        private static final Pattern WORDS = Pattern.compile("[^<>]{0,500}");

        static final PolicyFactory LINE = new HtmlPolicyBuilder()
                .allowElements(
                        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
                        "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
                        "time", "u", "var", "wbr")
                .allowWithoutAttributes("a", "span")
                .allowAttributes("class", "lang", "dir")
                .matching(NAMES)
                .globally()
                .allowAttributes("title")
                .matching(WORDS)
                .globally()
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols(Address.PLAIN_SCHEMES.toArray(String[]::new))
                .toFactory();

        static final PolicyFactory ALLOW_LIST = new HtmlPolicyBuilder()
                .allowElements(
                        "a",
                        "abbr",
                        "address",
                        "article",
                        "aside",
                        "b",
                        "bdi",
                        "bdo",
                        "blockquote",
                        "br",
                        "caption",
                        "cite",
                        "code",
                        "col",
                        "colgroup",
                        "data",
                        "dd",
                        "del",
                        "details",
                        "dfn",
                        "div",
                        "dl",
                        "dt",
                        "em",
                        "figcaption",
                        "figure",
                        "footer",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "header",
                        "hr",
                        "i",
                        "ins",
                        "kbd",
                        "li",
                        "mark",
                        "ol",
                        "p",
                        "pre",
                        "q",
                        "rp",
                        "rt",
                        "ruby",
                        "s",
                        "samp",
                        "section",
                        "small",
                        "span",
                        "strong",
                        "sub",
                        "summary",
                        "sup",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "time",
                        "tr",
                        "u",
                        "ul",
                        "var",
                        "wbr")
                .allowWithoutAttributes("a", "span")
                .allowAttributes("class", "lang", "dir")
                .matching(NAMES)
                .globally()
                .allowAttributes("id")
                .matching(IDS)
                .globally()
                .allowAttributes("title", "aria-label")
                .matching(WORDS)
                .globally()
                .allowAttributes("role")
                .matching(Pattern.compile("note|region|doc-[a-z]+"))
                .globally()
                .allowAttributes("tabindex")
                .matching(Pattern.compile("0"))
                .onElements("div")
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols(Address.PLAIN_SCHEMES.toArray(String[]::new))
                .allowAttributes("cite")
                .onElements("blockquote", "q", "del", "ins")
                .allowAttributes("datetime")
                .matching(Pattern.compile("[0-9A-Za-z:+. -]{1,40}"))
                .onElements("time", "del", "ins")
                .allowAttributes("value")
                .matching(WORDS)
                .onElements("data", "li")
                .allowAttributes("start")
                .matching(Pattern.compile("-?[0-9]{1,9}"))
                .onElements("ol")
                .allowAttributes("reversed", "type")
                .matching(Pattern.compile("[A-Za-z0-9]{0,9}"))
                .onElements("ol")
                .allowAttributes("colspan", "rowspan")
                .matching(Pattern.compile("[0-9]{1,3}"))
                .onElements("td", "th")
                .allowAttributes("scope")
                .matching(Pattern.compile("col|row|colgroup|rowgroup"))
                .onElements("th")
                .allowAttributes("open")
                .matching(Pattern.compile("[a-z]{0,4}"))
                .onElements("details")
                .toFactory();
    }
}
