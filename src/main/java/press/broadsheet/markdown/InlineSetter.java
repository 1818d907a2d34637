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
        this.lines = lines;
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
            case StoryLink link -> links.story(this, link, linked > 0);
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
        String source = there ? sheet.text() : chars.toString();
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

    /** Sets a paragraph that was not parsed, because nothing in it is markup. */
    void plain(PlainParagraphs paragraphs, int paragraph) {
        String source = paragraphs.whole();
        int to = paragraphs.to(paragraph);
        for (int start = paragraphs.from(paragraph); start < to; ) {
            int end = source.indexOf('\n', start);
            end = end < 0 || end > to ? to : end;
            lines.touch();
            type.text(source, start, end, false, lines.html());
            start = end + 1;
            if (start < to) {
                lineBreak(source.charAt(start));
            }
        }
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
        literal(codeText(code.getText().toString()));
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
        } else if (node instanceof ImageRef) {
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
        String anchor = footnotes.refer(note);
        int number = footnotes.number(note);
        lines.touch();
        lines.add("<sup class=\"footnote\"><a id=\"" + anchor + "\" href=\"#fn-" + number + "\" role=\"doc-noteref\">"
                + number + "</a></sup>");
    }

    private void rawHtml(HtmlInlineBase node) {
        String chars = node.getChars().toString();
        boolean comment = chars.startsWith("<!") || chars.startsWith("<?");
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
    void words(Node node) {
        linked++;
        children(node);
        linked--;
    }

    Lines lines() {
        return lines;
    }

    static String attribute(String name, String value) {
        return " " + name + "=\"" + Escape.attribute(value) + "\"";
    }
}
