package press.broadsheet.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Root;

/** What views must know of HTML: how texts become fit to be read on the paper's pages, and away from them. */
public final class Markup {
    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|cite|poster)\\s*=\\s*\")([/#][^\"]*)\"");
    /** An address from the root, but not one of another host's; typeset markup has double quotation marks, raw HTML may not. */
    private static final Pattern FROM_ROOT =
            Pattern.compile("(\\s(?:href|src|cite|poster|data|action)\\s*=\\s*[\"']?)/(?!/)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCRIPT = Pattern.compile(
            "<(script|style|iframe|object)\\b.*?(?:</\\1\\s*>|\\z)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HANDLER =
            Pattern.compile("\\son[a-z]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s>]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");

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
        if (root.basePath().equals("/") || html.indexOf('<') < 0) {
            return html;
        }
        String base = Matcher.quoteReplacement(root.basePath());
        return TAG.matcher(html)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(FROM_ROOT.matcher(tag.group()).replaceAll("$1" + base)));
    }

    /** A short text that feeds may carry, as {@link #fitForFeeds(String, String, Root)}. */
    public static String fitForFeeds(Inline text, String page, Root root) {
        return fitForFeeds(of(text, root), page, root);
    }

    /** A text that feeds may carry: absolute addresses, no scripts. {@code page} is the absolute address of its page. */
    static String fitForFeeds(String html, String page, Root root) {
        String safe = html.indexOf('<') < 0 ? html : SCRIPT.matcher(html).replaceAll("");
        safe = TAG.matcher(safe)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(HANDLER.matcher(tag.group()).replaceAll("")));
        return ADDRESS.matcher(safe)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + complete(found.group(2), page, root) + "\""));
    }

    private static String complete(String address, String page, Root root) {
        if (address.startsWith("#")) {
            return page + address;
        }
        // Two slashes begin another host's address.
        return address.startsWith("//") ? "https:" + address : root.url().resolve("/") + address.substring(1);
    }
}
