package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Site;
import press.broadsheet.text.Escape;

/** Sets what stands in a line: words, emphasis, links, code. For one body; not thread-safe. */
final class InlineSetter {
    private static final int DEEPEST = 60;
    private final Sheet sheet;
    private final Typesetting type;
    private final Site.Text.Html html;
    private final Links links;
    private final Footnotes footnotes;
    private final Definitions definitions;
    private final Lines lines;
    /** Text before this offset is set already, as the attributes of a picture. */
    private int skipTo;

    private int linked;
    private int depth;
    private final StringBuilder raw = new StringBuilder();
    private int firstRaw = -1;

    InlineSetter(Sheet sheet, Typesetting type, Site.Text.Html html, Links links, Lines lines) {
        this.sheet = sheet;
        this.type = type;
        this.html = html;
        this.links = links;
        this.footnotes = new Footnotes();
        this.definitions = new Definitions(sheet);
        this.lines = lines;
    }

    Definitions definitions() {
        return definitions;
    }

    Footnotes footnotes() {
        return footnotes;
    }

    /** Sets the children from {@code first} up to but without {@code end}. */
    @SuppressWarnings("ReferenceEquality") // Two nodes may look alike; meant is this one.
    void run(@Nullable Node first, @Nullable Node end) {
        for (Node node = first; node != null && node != end; node = node.getNext()) {
            set(node);
        }
    }

    void children(Node parent) {
        run(parent.getFirstChild(), null);
    }

    private void set(Node node) {
        if (node.getStartOffset() < skipTo) {
            skipped(node);
            return;
        }
        switch (node) {
            case Text text -> text(text.getChars(), text.getStartOffset());
            case SoftLineBreak softBreak -> lineBreak(softBreak);
            case Emphasis emphasis -> element("em", emphasis);
            case StrongEmphasis strong -> element("strong", strong);
            case Link link -> links.link(this, link, link.getUrl(), link.getTitle());
            case StoryLink link -> links.story(this, link.target(), link.words(), link.getStartOffset(), linked > 0);
            case Image image -> links.picture(this, image, image.getUrl(), image.getTitle());
            case HtmlEntity entity -> literal(entity.getChars().unescape());
            case Code code -> code(code);
            case HardLineBreak ignored -> {
                lines.add("<br>\n");
                type.space();
            }
            case LinkRef reference -> reference(reference);
            case ImageRef reference -> reference(reference);
            case AutoLink link -> links.auto(this, link, asWritten(link.getText()), "");
            case MailLink link -> links.auto(this, link, asWritten(link.getText()), "mailto:");
            case Strikethrough struck -> element("del", struck);
            case Footnote footnote -> footnote(footnote);
            case HtmlInlineBase inline -> rawHtml(inline);
            default -> {
                if (node.hasChildren()) {
                    children(node);
                } else {
                    literal(node.getChars().toString());
                }
            }
        }
    }

    /** In an address between angle brackets a backslash is a backslash. */
    private static String asWritten(BasedSequence address) {
        String text = address.toString();
        return text.indexOf('\\') < 0 && text.indexOf('&') < 0
                ? text
                : Escaping.unescapeString(text.replace("\\", "\\\\"));
    }

    private void skipped(Node node) {
        if (node instanceof Text text && text.getEndOffset() > skipTo) {
            int from = skipTo - text.getStartOffset();
            text(text.getChars().subSequence(from), skipTo);
        }
    }

    /** Leaves out what stands before an offset. */
    void skipTo(int offset) {
        skipTo = offset;
    }

    private void text(BasedSequence chars, int start) {
        int length = chars.length();
        // Most text stands in the source just so; reading it there spares a virtual call for each character.
        boolean there = chars.getEndOffset() - start == length && chars.getStartOffset() == start;
        Letters source = there ? sheet.letters() : new Letters(chars.toString());
        int from = there ? start : 0;
        if (!chars.isBlank()) {
            lines.touch();
        }
        type.text(source, from, from + length, linked > 0, lines.html());
    }

    void literal(String text) {
        lines.touch();
        type.literal(text, lines.html());
    }

    /** Sets a text that was not parsed, because {@link SimpleLine} can read it. */
    void simple(int start, int end) {
        Shortcuts shortcuts = sheet.shortcuts();
        Letters source = shortcuts.letters();
        var line = new SimpleLine(source, start, end, shortcuts.brackets());
        for (SimpleLine.Token token = line.next(); token != SimpleLine.Token.END; token = line.next()) {
            switch (token) {
                case TEXT -> plain(source, line.from, line.to);
                case BREAK -> lineBreak(begin(source, line.to));
                case EMPHASIS -> lines.open("<em>", "</em>");
                case STRONG -> lines.open("<strong>", "</strong>");
                case CLOSE -> lines.close();
                case LINK -> {
                    int from = line.from;
                    int to = line.to;
                    String address = source.part(line.addressFrom, line.addressTo);
                    links.link(this, address, "", Sheet.spot(from - 1), () -> plain(source, from, to), false);
                }
                case STORY -> story(source.part(line.from, line.to), Sheet.spot(line.from - 2));
                case NOTE -> footnote(shortcuts.note(source.part(line.from, line.to)));
                case CODE -> {
                    lines.add("<code>");
                    literal(codeText(source.part(line.from, line.to)));
                    lines.add("</code>");
                }
                case END, FAILED -> throw new IllegalStateException("Not simple: " + source.part(start, end));
            }
        }
    }

    private void story(String inner, int spot) {
        int bar = inner.indexOf('|');
        String target = (bar < 0 ? inner : inner.substring(0, bar)).strip();
        links.story(this, target, bar < 0 ? "" : inner.substring(bar + 1).strip(), spot, false);
    }

    private void plain(Letters source, int from, int to) {
        if (!isBlank(source, from, to)) {
            lines.touch();
        }
        type.text(source, from, to, linked > 0, lines.html());
    }

    private static boolean isBlank(Letters source, int from, int to) {
        int at = from;
        while (at < to && source.at(at) == ' ') {
            at++;
        }
        return at == to;
    }

    /** The character that the text behind a line's end begins with; a blank if a mark does. */
    private static char begin(Letters source, int at) {
        char first = source.at(at);
        return first < 128 ? ' ' : first;
    }

    /** Begins a new line of a text that {@link #simple} sets in several parts. */
    void simpleBreak(Letters source, int next) {
        lineBreak(begin(source, next));
    }

    /** Sets a picture that stands alone and was not parsed. */
    void simplePicture(Letters source, int start, int end) {
        var line = new SimpleLine(source, start + 1, end, SimpleLine.Brackets.LINKS);
        line.next();
        String alt = source.part(line.from, line.to).strip();
        links.picture(this, source.part(line.addressFrom, line.addressTo), alt, Sheet.spot(start));
    }

    private void lineBreak(Node node) {
        Node next = node.getNext();
        lineBreak(
                next instanceof Text && !next.getChars().isEmpty()
                        ? next.getChars().charAt(0)
                        : ' ');
    }

    /** Japanese and Chinese set no blanks: a line that ends in the source must not leave one between two characters. */
    private void lineBreak(char next) {
        boolean dense = WordCount.isIdeograph(type.before()) && WordCount.isIdeograph(next);
        if (!dense) {
            lines.add("\n");
            type.space();
        }
    }

    private void element(String name, Node node) {
        if (++depth > DEEPEST) {
            throw Refusal.tooDeep(node.getStartOffset());
        }
        lines.open("<" + name + ">", "</" + name + ">");
        children(node);
        lines.close();
        depth--;
    }

    private void code(Code code) {
        lines.add("<code>");
        String text = codeText(code.getText().toString());
        // A bar that would part two cells stands behind a backslash, in code as elsewhere.
        literal(code.getAncestorOfType(TableCell.class) == null ? text : text.replace("\\|", "|"));
        lines.add("</code>");
    }

    private static String codeText(String written) {
        String text = written.replace("\r\n", "\n").replace('\n', ' ').replace('\r', ' ');
        boolean padded = text.length() > 1 && text.charAt(0) == ' ' && text.charAt(text.length() - 1) == ' ';
        return padded && !text.isBlank() ? text.substring(1, text.length() - 1) : text;
    }

    private void reference(RefNode node) {
        Reference reference = node.isDefined() ? node.getReferenceNode(node.getDocument()) : null;
        if (reference == null) {
            undefined(node);
            return;
        }
        definitions.use(reference);
        if (node instanceof ImageRef) {
            links.picture(this, node, reference.getUrl(), reference.getTitle());
        } else {
            links.link(this, node, reference.getUrl(), reference.getTitle());
        }
    }

    private void undefined(RefNode node) {
        BasedSequence chars = node.getChars();
        if (!node.hasChildren()) {
            text(chars, chars.getStartOffset());
            return;
        }
        BasedSequence prefix = chars.prefixOf(node.getChildChars());
        text(prefix, prefix.getStartOffset());
        children(node);
        BasedSequence suffix = chars.suffixOf(node.getChildChars());
        text(suffix, suffix.getStartOffset());
    }

    private void footnote(Footnote node) {
        var note = node.getFootnoteBlock();
        if (note == null) {
            sheet.tell(
                    TextFault.UNKNOWN_FOOTNOTE,
                    node.getStartOffset(),
                    "There is no footnote " + node.getChars() + ".",
                    "Write it on a line of its own: " + node.getChars() + ": the text of the note");
            text(node.getChars(), node.getStartOffset());
            return;
        }
        footnote(note);
    }

    private void footnote(Object note) {
        String anchor = footnotes.refer(note);
        int number = footnotes.number(note);
        lines.touch();
        lines.add("<sup class=\"footnote\"><a id=\"" + anchor + "\" href=\"#fn-" + number + "\" role=\"doc-noteref\">"
                + number + "</a></sup>");
    }

    private void rawHtml(HtmlInlineBase node) {
        String chars = node.getChars().toString();
        boolean comment = chars.startsWith("<!") || chars.startsWith("<?");
        if (html == Site.Text.Html.ALLOW_LIST && chars.startsWith("<!--")) {
            return;
        }
        if (html == Site.Text.Html.OFF) {
            if (!comment) {
                literal(chars);
            }
            return;
        }
        lines.touch();
        lines.add(chars);
        sheet.mentionAll(chars, node.getStartOffset());
        if (html == Site.Text.Html.ALLOW_LIST) {
            RawHtml.tellDeclaration(chars, sheet, node.getStartOffset());
            noteRaw(chars, node.getStartOffset());
        }
    }

    /** Remembers that raw HTML was laid down. */
    void noteRaw(String chars, int offset) {
        if (firstRaw < 0) {
            firstRaw = offset;
        }
        raw.append(chars);
    }

    /** Where raw HTML was first laid down since it was last forgotten; -1 if none was. */
    int firstRaw() {
        return firstRaw;
    }

    /** The raw HTML since it was last forgotten. */
    String raw() {
        return raw.toString();
    }

    void forgetRaw() {
        raw.setLength(0);
        firstRaw = -1;
    }

    /** Sets the words of a link. */
    void linked(Runnable words) {
        linked++;
        words.run();
        linked--;
    }

    Lines lines() {
        return lines;
    }

    static String attribute(String name, String value) {
        return " " + name + "=\"" + Escape.attribute(value) + "\"";
    }
}
