package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Inline;
import press.broadsheet.news.ManuscriptFault;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Site;
import press.broadsheet.text.Escape;
import press.broadsheet.text.Nearest;

/** Sets links and pictures, after a look at where they lead. For one body; not thread-safe. */
final class Links {
    /** Typesets a caption. */
    interface Captions {
        Inline set(String text, int offset);
    }

    private static final Pattern WITHOUT_HOST = Pattern.compile("(https?:)(?!//[^/?#])/*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMMON_SCHEMES = Set.of("http", "https", "mailto");

    private final Sheet sheet;
    private final String folder;
    private final boolean trusted;
    private final boolean creditRequired;
    private final @Nullable Captions captions;

    /** @param captions null in a short text, which has no room for holes: its pictures and relative links are but words */
    Links(Sheet sheet, String folder, Site.Text settings, @Nullable Captions captions) {
        this.sheet = sheet;
        this.folder = folder;
        this.trusted = settings.html() == Site.Text.Html.TRUSTED;
        this.creditRequired = settings.creditRequired();
        this.captions = captions;
    }

    void link(InlineSetter setter, Node node, BasedSequence url, BasedSequence title) {
        Node only = node.getFirstChild();
        boolean picture = only != null && only.getNext() == null && (only instanceof Image || only instanceof ImageRef);
        if (url.isBlank()) {
            tellDead(node, "This link has no address.", "Write it between the round brackets: [words](https://...)");
        } else if (only == null || node.getChildChars().isBlank()) {
            tellDead(
                    node,
                    "This link has no words, so that no reader sees it.",
                    "Write them between the square brackets: [words](" + url + ")");
        }
        link(
                setter,
                url.unescape(),
                title.isNotNull() ? title.unescape() : "",
                node.getStartOffset(),
                () -> setter.children(node),
                picture);
    }

    /**
     * Sets a link.
     *
     * @param title empty if none
     * @param spot where it stands, see {@link Sheet#place}
     * @param words sets its words
     * @param picture whether they are but a picture
     */
    void link(InlineSetter setter, String written, String title, int spot, Runnable words, boolean picture) {
        switch (Address.of(written, folder, trusted)) {
            case Address.Web to -> {
                checkHost(to.href(), spot);
                sheet.mention(to.href(), spot);
                anchor(setter, to.href(), title, words, picture);
            }
            case Address.Inside to -> hole(setter, withoutEnding(to.path()), spot, words);
            case Address.Outside ignored -> {
                tellOutside(written, spot);
                words.run();
            }
            case Address.Unsafe unsafe -> {
                tellUnsafe(unsafe.scheme(), spot);
                words.run();
            }
        }
    }

    private void anchor(InlineSetter setter, String href, String title, Runnable words, boolean picture) {
        var lines = setter.lines();
        String open = "<a" + InlineSetter.attribute("href", href)
                + (title.isEmpty() ? "" : InlineSetter.attribute("title", title)) + ">";
        if (picture) {
            var aside = lines.aside(() -> setter.linked(words));
            if (!aside.figures().isEmpty()) {
                lines.between(new Piece.Html(open), aside.figures().getFirst(), new Piece.Html("</a>"));
                return;
            }
        }
        lines.touch();
        lines.open(open, "</a>");
        setter.linked(words);
        lines.close();
    }

    private void hole(InlineSetter setter, String target, int spot, Runnable setWords) {
        if (captions == null) {
            sheet.tell(
                    TextFault.RELATIVE_LINK,
                    spot,
                    "The link to " + target + " names no whole address; only its words are shown.",
                    "In a short text, link to https://... or to an address of this paper that begins with a slash.");
            setWords.run();
            return;
        }
        var lines = setter.lines();
        var aside = lines.aside(() -> setter.linked(setWords));
        aside.figures().forEach(lines::between);
        String words = aside.html();
        if (words.isBlank()
                && !aside.figures().isEmpty()
                && aside.figures().getFirst() instanceof Piece.Figure figure) {
            words = Escape.text(figure.alt());
        }
        lines.galley().hole(new Piece.Link(target, words, sheet.place(spot)));
    }

    /**
     * Sets a link by name.
     *
     * @param written the words; empty if the other article's headline is to be shown
     * @param spot where it stands, see {@link Sheet#place}
     * @param linked whether it stands in another link, and so can be none
     */
    void story(InlineSetter setter, String target, String written, int spot, boolean linked) {
        String scheme = Address.scheme(target);
        Inline words = written.isEmpty() ? Inline.NONE : caption(written, spot);
        Address address =
                scheme.isEmpty() ? Address.of(rooted(target), folder, trusted) : Address.of(target, "", trusted);
        var lines = setter.lines();
        lines.touch();
        String shown = words.isEmpty() ? Escape.text(target) : words.html();
        switch (address) {
            case Address.Web to -> {
                lines.add(linked ? shown : "<a" + InlineSetter.attribute("href", to.href()) + ">" + shown + "</a>");
            }
            case Address.Inside to -> {
                if (linked) {
                    lines.add(shown);
                } else {
                    lines.galley().hole(new Piece.Link(withoutEnding(to.path()), words.html(), sheet.place(spot)));
                }
            }
            case Address.Outside ignored -> {
                tellOutside(target, spot);
                lines.add(shown);
            }
            case Address.Unsafe unsafe -> {
                tellUnsafe(unsafe.scheme(), spot);
                lines.add(shown);
            }
        }
    }

    /** Where a reference leads that stands in braces, as a story link would; empty, and told, if it cannot be used. */
    String target(String written, int offset) {
        Address address = Address.of(rooted(written), folder, trusted);
        if (address instanceof Address.Inside to) {
            return withoutEnding(to.path());
        }
        sheet.tell(
                ManuscriptFault.PATH_OUTSIDE_CONTENT,
                offset,
                "The path " + written + " names no article of this paper.",
                "Name the article as in a link between articles: its id, its slug or its path.");
        return "";
    }

    /** A name in double brackets is meant from the root of {@code content/}, unless it says otherwise. */
    private String rooted(String target) {
        if (target.startsWith("./") || target.startsWith("../") || folder.isEmpty() || target.startsWith("#")) {
            return target;
        }
        String up = "../".repeat(folder.split("/", -1).length);
        return up + (target.startsWith("/") ? target.substring(1) : target);
    }

    void auto(InlineSetter setter, Node node, String address, String prefix) {
        var lines = setter.lines();
        Address to = Address.of(prefix + address, folder, trusted);
        if (to instanceof Address.Web web) {
            lines.add("<a" + InlineSetter.attribute("href", web.href()) + ">");
            setter.literal(address);
            lines.add("</a>");
            return;
        }
        if (to instanceof Address.Unsafe unsafe) {
            tellUnsafe(unsafe.scheme(), node.getStartOffset());
        }
        setter.literal(address);
    }

    void picture(InlineSetter setter, Node node, BasedSequence url, BasedSequence title) {
        String alt = PlainText.of(node);
        if (captions == null) {
            setter.literal(alt);
            return;
        }
        var attributes = attributes(node, setter);
        int offset = node.getStartOffset();
        Inline caption = title.isNotNull() && !title.isBlank() ? caption(title.toString(), offset) : Inline.NONE;
        boolean inLink = node.getParent() instanceof com.vladsch.flexmark.ast.Link
                || node.getParent() instanceof com.vladsch.flexmark.ast.LinkRef;
        picture(setter, url.unescape(), alt, caption, attributes, offset, inLink);
    }

    /** Sets a picture without a caption. */
    void picture(InlineSetter setter, String written, String alt, int spot) {
        picture(setter, written, alt, Inline.NONE, Attributes.NONE, spot, false);
    }

    private void picture(
            InlineSetter setter,
            String written,
            String alt,
            Inline caption,
            Attributes attributes,
            int spot,
            boolean inLink) {
        switch (Address.ofPicture(written, folder)) {
            case Address.Web to -> remote(setter, to.href(), alt.isEmpty() ? written : alt, spot, inLink);
            default ->
                figure(written, alt, caption, attributes, spot)
                        .ifPresentOrElse(figure -> setter.lines().between(figure), () -> setter.literal(alt));
        }
    }

    /** A picture as a block of its own; empty, and told, if its address will not do. */
    Optional<Piece> figure(String written, String alt, Inline caption, Attributes attributes, int offset) {
        return switch (Address.ofPicture(written, folder)) {
            case Address.Inside to -> {
                if (alt.isEmpty() && !attributes.values().containsKey("decorative")) {
                    sheet.tell(
                            ManuscriptFault.MISSING_ALT_TEXT,
                            offset,
                            "The picture " + written + " has no alternative text.",
                            "Say what it shows: ![what it shows](" + written
                                    + "). For mere decoration add {decorative}.");
                }
                if (creditRequired
                        && attributes.get("credit").isEmpty()
                        && !attributes.values().containsKey("decorative")) {
                    sheet.tell(
                            ManuscriptFault.MISSING_CREDIT,
                            offset,
                            "The picture \"" + to.path() + "\" does not say who made it.",
                            "Add the photographer or agency: {credit=\"...\"} right behind the picture.");
                }
                yield Optional.of(
                        new Piece.Figure(to.path(), alt, caption, attributes.get("credit"), sheet.place(offset)));
            }
            case Address.Web to -> {
                tellRemote(to.href(), offset);
                yield Optional.empty();
            }
            case Address.Outside ignored -> {
                tellOutside(written, offset);
                yield Optional.empty();
            }
            case Address.Unsafe unsafe -> {
                tellUnsafe(unsafe.scheme(), offset);
                yield Optional.empty();
            }
        };
    }

    /** A short text within this one; what it links to counts as what this one links to. */
    Inline caption(String text, int offset) {
        Inline set = captions == null ? Inline.NONE : captions.set(text, offset);
        sheet.mentionLinks(set.html(), offset);
        return set;
    }

    private void remote(InlineSetter setter, String href, String words, int spot, boolean inLink) {
        tellRemote(href, spot);
        setter.lines().add(inLink ? "" : "<a" + InlineSetter.attribute("href", href) + ">");
        setter.literal(words);
        setter.lines().add(inLink ? "" : "</a>");
    }

    private Attributes attributes(Node node, InlineSetter setter) {
        String text = sheet.text();
        int end = node.getEndOffset();
        if (end >= text.length() || text.charAt(end) != '{') {
            return Attributes.NONE;
        }
        Attributes read = Attributes.read(text, end, text.length());
        if (read == null) {
            return Attributes.NONE;
        }
        setter.skipTo(read.end());
        Names.check(read, Set.of("credit", "decorative"), "A picture", sheet, end);
        Names.checkTwice(read, sheet, end);
        return read;
    }

    private void tellDead(Node link, String message, String hint) {
        sheet.tell(TextFault.DEAD_LINK, link.getStartOffset(), message, hint);
    }

    /** Browsers take what follows {@code https:} without two slashes for a path, or for nothing at all. */
    private void checkHost(String href, int spot) {
        Matcher scheme = WITHOUT_HOST.matcher(href);
        if (scheme.lookingAt()) {
            String rest = href.substring(scheme.end());
            sheet.tell(
                    TextFault.DEAD_LINK,
                    spot,
                    "\"" + href + "\" is no address: two slashes and a host follow \"" + scheme.group(1) + "\".",
                    rest.isEmpty() ? "Write it whole: https://..." : "Write it as " + scheme.group(1) + "//" + rest);
        }
    }

    private void tellRemote(String href, int offset) {
        sheet.tell(
                TextFault.REMOTE_PICTURE,
                offset,
                "The picture " + href + " lies on another server; it is shown as a link.",
                "Put the picture into content/ and name it there: readers' browsers then ask nobody but this paper.");
    }

    private void tellUnsafe(String scheme, int offset) {
        if (scheme.length() == 1 || scheme.equals("file")) {
            sheet.tell(
                    scheme.length() == 1 ? ManuscriptFault.PATH_OUTSIDE_CONTENT : TextFault.UNSAFE_ADDRESS,
                    offset,
                    "This leads to a file on somebody's own computer, which readers do not have.",
                    "Copy the file into content/, beside the article, and name it from there.");
            return;
        }
        sheet.tell(
                TextFault.UNSAFE_ADDRESS,
                offset,
                "An address that begins with \"" + scheme + ":\" is not let through; only its words are shown.",
                Nearest.of(scheme, COMMON_SCHEMES)
                        .map(near -> "Did you mean \"" + near + ":\"?")
                        .orElse("Link to a web page (https://...), a mail address (mailto:...) or another article."));
    }

    private void tellOutside(String written, int offset) {
        sheet.tell(
                ManuscriptFault.PATH_OUTSIDE_CONTENT,
                offset,
                "The path " + written + " leads out of content/.",
                "Name a file below content/.");
    }

    /** The path of an article as its id has it: without the file's ending, without a closing {@code index}. */
    static String withoutEnding(String path) {
        int hash = path.indexOf('#');
        String file = hash < 0 ? path : path.substring(0, hash);
        String anchor = hash < 0 ? "" : path.substring(hash);
        for (String ending : new String[] {".md", ".txt", "/index"}) {
            if (file.endsWith(ending) && file.length() > ending.length()) {
                file = file.substring(0, file.length() - ending.length());
            }
        }
        return file + anchor;
    }
}
