package press.broadsheet.view;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Root;

/** What views must know of HTML: how texts become fit to be read on the paper's pages, and away from them. */
public final class Markup {
    /** An address that begins at the paper's root, or on its own page; an attribute has it in double quotation marks. */
    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|cite|poster)\\s*=\\s*\")([/#][^\"]*)\"");
    /** An address from the root, but not one of another host's; typeset markup has double quotation marks, raw HTML may not. */
    private static final Pattern FROM_ROOT =
            Pattern.compile("(\\s(?:href|src|cite|poster|data|action)\\s*=\\s*[\"']?)/(?!/)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCRIPT = Pattern.compile(
            "<(script|style|iframe|object)\\b.*?(?:</\\1\\s*>|\\z)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** The names in it. */
    private static final List<String> RUNNING = List.of("script", "style", "iframe", "object");

    private static final Pattern HANDLER =
            Pattern.compile("\\son[a-z]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TARGET =
            Pattern.compile("\\shref\\s*=\\s*[\"']?\\s*((?:https?:)?//[^\"'\\s>]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REL =
            Pattern.compile("(\\srel\\s*=\\s*)[\"']?([^\"'>]*)[\"']?", Pattern.CASE_INSENSITIVE);

    private Markup() {}

    /**
     * An article's text; if somebody paid for it, its links to other hosts say so to search engines: {@code
     * rel="sponsored"}, as Google asks for paid links.
     */
    static String paid(String html, Card card, NewsDesk desk) {
        if (card.filing().genre() != Genre.SPONSORED) {
            return html;
        }
        return LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(paid(link.group(), desk.root())));
    }

    private static String paid(String link, Root root) {
        Matcher target = TARGET.matcher(link);
        if (!target.find() || target.group(1).startsWith(root.url().toString())) {
            return link;
        }
        Matcher rel = REL.matcher(link);
        return rel.find()
                ? rel.replaceFirst("$1\"$2 sponsored\"")
                : link.substring(0, link.length() - 1) + " rel=\"sponsored\">";
    }

    /** A short text of an article's for the paper's pages, as {@link #paid(String, Card, NewsDesk)}. */
    static String paid(Inline text, Card card, NewsDesk desk) {
        return paid(of(text, desk.root()), card, desk);
    }

    /** A short text for the paper's pages. */
    static String of(Inline text, Root root) {
        return fromRoot(text.html(), root);
    }

    /**
     * A typeset text for the paper's pages: a text knows no more than the paper's root, so an address that begins there
     * gets the path under which the paper is published.
     */
    static String fromRoot(String html, Root root) {
        if (root.basePath().equals("/")) {
            return html;
        }
        String base = "$1" + Matcher.quoteReplacement(root.basePath());
        return tagByTag(html, tag -> FROM_ROOT.matcher(tag).replaceAll(base));
    }

    /** A short text that feeds may carry, as {@link #fitForFeeds(String, String, Root)}. */
    public static String fitForFeeds(Inline text, String page, Root root) {
        return fitForFeeds(of(text, root), page, root);
    }

    /** A text that feeds may carry: absolute addresses, no scripts. {@code page} is the absolute address of its page. */
    static String fitForFeeds(String html, String page, Root root) {
        String safe = mayRun(html) ? SCRIPT.matcher(html).replaceAll("") : html;
        return tagByTag(safe, tag -> fit(tag, page, root));
    }

    /** Whether there may be something that {@link #SCRIPT} finds; hardly any text has it, and to search for it takes long. */
    private static boolean mayRun(String html) {
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            for (String name : RUNNING) {
                if (html.regionMatches(true, at + 1, name, 0, name.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String fit(String tag, String page, Root root) {
        if (tag.indexOf('=') < 0) {
            return tag;
        }
        String safe = HANDLER.matcher(tag).replaceAll("");
        if (!safe.contains("\"/") && !safe.contains("\"#")) {
            return safe;
        }
        return ADDRESS.matcher(safe)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + complete(found.group(2), page, root) + "\""));
    }

    /** A text with other tags; what stands between them stays as it is. */
    private static String tagByTag(String html, UnaryOperator<String> change) {
        var changed = new StringBuilder(html.length() + 100);
        int done = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
                int end = html.indexOf('>', at);
                if (end < 0) {
                    break;
                }
                changed.append(html, done, at).append(change.apply(html.substring(at, end + 1)));
                done = end + 1;
                at = end;
            }
        }
        return done == 0 ? html : changed.append(html, done, html.length()).toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String complete(String address, String page, Root root) {
        if (address.startsWith("#")) {
            return page + address;
        }
        // Two slashes begin another host's address.
        return address.startsWith("//") ? "https:" + address : root.url().resolve("/") + address.substring(1);
    }
}
