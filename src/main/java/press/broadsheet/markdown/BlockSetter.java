package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Body;
import press.broadsheet.news.Piece;
import press.broadsheet.news.Site;
import press.broadsheet.text.Escape;

/** Sets the blocks of a body one after the other. For one body; not thread-safe. */
final class BlockSetter {
    private static final int DEEPEST = 100;

    /** What readers do not see. */
    private static final Pattern REMARK = Pattern.compile("<!--(?:(?!-->).)*+-->", Pattern.DOTALL);

    private final Sheet sheet;
    private final Site.Text.Html html;
    private final Galley galley;
    private final Lines lines;
    private final Typesetting type;
    private final InlineSetter inline;
    private final ShortcutSetter shortcuts;
    private final Containers containers;
    private final Quotes quotes;
    private final LiveEntries entries;
    private final Anchors anchors = new Anchors();
    private final List<Body.Heading> outline = new ArrayList<>();
    private int shift;
    private int depth;
    private @Nullable String opening;

    BlockSetter(
            Sheet sheet,
            Site.Text.Html html,
            Galley galley,
            Typesetting type,
            Links links,
            Lines lines,
            Body.@Nullable Coverage coverage) {
        this.sheet = sheet;
        this.html = html;
        this.galley = galley;
        this.lines = lines;
        this.type = type;
        this.inline = new InlineSetter(sheet, type, html, links, lines);
        this.shortcuts = new ShortcutSetter(sheet.shortcuts(), this, inline, lines, type);
        this.containers = new Containers(this, inline, links, sheet);
        this.quotes = new Quotes(this, lines, links, sheet);
        this.entries = new LiveEntries(this, links, sheet, coverage);
    }

    List<Body.Heading> outline() {
        return outline;
    }

    Quotes quotes() {
        return quotes;
    }

    LiveEntries entries() {
        return entries;
    }

    /** Keeps an anchor for something that is no heading. */
    void claim(String anchor) {
        anchors.claim(anchor);
    }

    String opening() {
        return opening == null ? "" : opening;
    }

    /** Sets the whole text. Runs of blocks that hold raw HTML are cleaned as soon as what they opened is closed. */
    void document(Document document) {
        shift(topLevel(document, sheet.shortcuts().topLevel(7)));
        boolean raw = html == Site.Text.Html.ALLOW_LIST && sheet.text().indexOf('<') >= 0;
        var run = new RawRun();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            int mark = raw ? galley.mark() : 0;
            block(node);
            run.after(mark);
        }
        int mark = raw ? galley.mark() : 0;
        notes();
        run.after(mark);
        run.end();
        inline.definitions().tellUnused(document, inline.footnotes());
    }

    /** Sets a text of which nothing is left for the parser. */
    void shortcuts() {
        shift(sheet.shortcuts().topLevel(7));
        shortcuts.all();
        notes();
    }

    /** Headings below the page's own, whatever level their first has. */
    private void shift(int top) {
        shift = top > 6 ? 0 : 2 - top;
    }

    /** The tag that opens a numbered list. */
    static String openNumbers(int start) {
        return start == 1 ? "<ol>" : "<ol start=\"" + start + "\">";
    }

    /** Gathers neighbouring blocks until all raw elements are closed; what is never closed is closed with its block. */
    private final class RawRun {
        private final List<Integer> marks = new ArrayList<>();
        private int open;
        private int firstRaw = -1;

        void after(int mark) {
            boolean raw = inline.firstRaw() >= 0;
            if (raw) {
                firstRaw = firstRaw < 0 ? inline.firstRaw() : firstRaw;
                open += RawHtml.balance(inline.raw());
                inline.forgetRaw();
            }
            if (raw || !marks.isEmpty()) {
                marks.add(mark);
            }
            if (open > DEEPEST) {
                throw Refusal.tooDeep(firstRaw);
            }
            if (open <= 0) {
                end();
            }
        }

        void end() {
            if (!marks.isEmpty()) {
                Set<String> removed = RawHtml.newRemoved();
                int start = marks.getFirst();
                var pieces = galley.takeFrom(start);
                if (open <= 0) {
                    galley.addAll(RawHtml.clean(pieces, removed));
                } else {
                    for (int i = 0; i < marks.size(); i++) {
                        int to = i + 1 < marks.size() ? marks.get(i + 1) - start : pieces.size();
                        galley.addAll(RawHtml.clean(pieces.subList(marks.get(i) - start, to), removed));
                    }
                }
                RawHtml.tell(removed, sheet, firstRaw);
            }
            marks.clear();
            firstRaw = -1;
            open = 0;
        }
    }

    void children(Node parent) {
        if (++depth > DEEPEST) {
            throw Refusal.tooDeep(parent.getStartOffset());
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
        depth--;
    }

    /** Sets blocks as a text of its own, which is clean by itself whatever stands around it. */
    List<Piece> apart(Node parent) {
        int mark = galleyNow().mark();
        children(parent);
        var own = new Galley();
        List<Piece> pieces = galleyNow().takeFrom(mark);
        if (html == Site.Text.Html.ALLOW_LIST && inline.firstRaw() >= 0) {
            Set<String> removed = RawHtml.newRemoved();
            own.addAll(RawHtml.clean(pieces, removed));
            RawHtml.tell(removed, sheet, inline.firstRaw());
            inline.forgetRaw();
        } else {
            own.addAll(pieces);
        }
        return own.pieces();
    }

    void lay(List<Piece> pieces) {
        galleyNow().addAll(pieces);
        galleyNow().touch();
    }

    /** Sets blocks as a text that stands in where there is no embed: holes stand as their words. */
    String standIn(Node parent) {
        int before = inline.raw().length();
        var aside = lines.aside(() -> children(parent));
        if (inline.raw().length() == before) {
            return aside.html();
        }
        Set<String> removed = RawHtml.newRemoved();
        var clean = RawHtml.clean(List.of(new Piece.Html(aside.html())), removed);
        RawHtml.tell(removed, sheet, inline.firstRaw());
        return ((Piece.Html) clean.getFirst()).html();
    }

    private void block(Node node) {
        switch (node) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Heading heading -> heading(heading.getLevel(), () -> inline.children(heading));
            case BulletList list -> list("ul", "<ul>", list);
            case OrderedList list -> {
                list("ol", openNumbers(list.getStartNumber()), list);
            }
            case BlockQuote quote -> quote(quote);
            case Container container -> containers.set(container);
            case ThematicBreak ignored -> galley.add("<hr>\n");
            case FencedCodeBlock code -> code(code.getContentChars().normalizeEOL(), language(code));
            case IndentedCodeBlock code -> {
                String lines = code.getContentChars().trimTailBlankLines().normalizeEndWithEOL();
                Indented.tellCode(lines, sheet, code.getStartOffset());
                code(lines, "");
            }
            case HtmlBlockBase raw -> rawHtml(raw);
            case TableBlock table -> {
                UnevenTable.tell(table, sheet);
                new Tables(inline, lines, type).set(table);
            }
            case FootnoteBlock ignored -> {}
            case Reference ignored -> {}
            default -> children(node);
        }
    }

    private void paragraph(Paragraph node) {
        boolean bare = node.getParent() instanceof ParagraphItemContainer item
                && item.isParagraphWrappingDisabled(node, Parsers.LISTS, Parsers.TEXT.getOptions());
        int shortcut = sheet.shortcuts().at(node.getStartOffset());
        if (shortcut >= 0) {
            shortcuts.set(shortcut);
            return;
        }
        tellStrayEnd(node);
        Indented.tellWithin(sheet, node.getStartOffset(), node.getEndOffset());
        UnevenTable.tellWithin(sheet, node.getStartOffset(), node.getEndOffset());
        paragraph(node.getFirstChild(), null, bare);
    }

    /** Sets a run of lines; {@code bare} in a tight list, where no paragraph shows. */
    private void paragraph(@Nullable Node first, @Nullable Node end, boolean bare) {
        paragraph(() -> inline.run(first, end), bare);
    }

    /** Sets lines as a paragraph; {@code bare} in a tight list, where no paragraph shows. */
    void paragraph(Runnable setting, boolean bare) {
        boolean listens = opening == null && !bare;
        if (listens) {
            type.listen();
        }
        type.beginBlock();
        lines.beginBlock(bare ? "" : "<p>", bare ? "" : "</p>\n");
        setting.run();
        lines.endBlock();
        if (listens) {
            String heard = type.heard();
            opening = heard.isEmpty() ? null : heard;
        }
    }

    private void tellStrayEnd(Paragraph node) {
        var chars = node.getChars();
        for (int at = chars.indexOf(":::"); at >= 0; at = chars.indexOf(":::", at + 3)) {
            int end = chars.indexOf('\n', at);
            boolean alone = (at == 0 || chars.charAt(at - 1) == '\n')
                    && chars.subSequence(at, end < 0 ? chars.length() : end)
                            .trim(c -> c == ':' || c == ' ')
                            .isBlank();
            if (alone) {
                sheet.tell(
                        TextFault.STRAY_CONTAINER_END,
                        node.getStartOffset() + at,
                        "These colons close a container, but none is open.",
                        "Take them out, or open a container above: ::: fact-box");
                return;
            }
        }
    }

    /** Sets a heading of the level that was written, 1 to 6. */
    void heading(int written, Runnable setting) {
        type.beginBlock();
        type.listen();
        var aside = lines.aside(() -> {
            lines.touch();
            setting.run();
        });
        String text = type.heard();
        int level = Math.clamp(written + shift, 2, 6);
        String anchor = anchors.of(text);
        outline.add(new Body.Heading(level, anchor, text));
        galleyNow().add("<h" + level + InlineSetter.attribute("id", anchor) + ">");
        galleyNow().addAll(aside.pieces());
        galleyNow().add("</h" + level + ">\n");
        galleyNow().addAll(aside.figures());
    }

    private static int topLevel(Node parent, int least) {
        int top = least;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                top = Math.min(top, heading.getLevel());
            } else if (node instanceof Block && !(node instanceof Paragraph) && node.hasChildren()) {
                top = topLevel(node, top);
            }
        }
        return top;
    }

    private void list(String name, String open, Node list) {
        galleyNow().add(open).add("\n");
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                galleyNow().add("<li>");
                children(item);
                galleyNow().add("</li>\n");
            }
        }
        galleyNow().add("</" + name + ">\n");
    }

    private void quote(BlockQuote quote) {
        galleyNow().add("<blockquote>\n");
        quoted(quote, "");
        galleyNow().add("</blockquote>\n");
    }

    /**
     * Sets what is quoted. A last line that begins with a dash says by whom.
     *
     * @param anchor where the quotation stands; empty if it cannot be linked to
     * @return whether it says by whom
     */
    boolean quoted(Node quote, String anchor) {
        Node last = quote.getLastChild();
        Node by = last instanceof Paragraph ? Attribution.of(last) : null;
        Node hyphened = last == null ? null : Attribution.ofList(last);
        if (hyphened != null) {
            int start = galleyNow().mark();
            for (Node node = quote.getFirstChild(); node != null && node.getNext() != null; node = node.getNext()) {
                block(node);
            }
            speaker(hyphened, start, anchor);
            return true;
        }
        if (by == null) {
            for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
                block(node);
            }
            return false;
        }
        int start = galleyNow().mark();
        for (Node node = quote.getFirstChild(); node != null && node.getNext() != null; node = node.getNext()) {
            block(node);
        }
        if (by.getPrevious() != null) {
            paragraph(last.getFirstChild(), by.getPrevious(), false);
        }
        inline.skipTo(by.getStartOffset() + Attribution.dash(by.getChars()));
        speaker(by, start, anchor);
        return true;
    }

    /** Sets by whom the words since a mark are. */
    private void speaker(Node by, int start, String anchor) {
        int footer = galleyNow().mark();
        type.beginBlock();
        lines.beginBlock("<footer>— ", "</footer>\n");
        inline.run(by, null);
        lines.endBlock();
        int end = galleyNow().mark();
        quotes.note(galleyNow().words(start, footer), galleyNow().words(footer, end), anchor);
    }

    private void code(CharSequence code, String language) {
        type.beginBlock();
        lines.add(
                language.isEmpty()
                        ? "<pre><code>"
                        : "<pre><code" + InlineSetter.attribute("class", "language-" + language) + ">");
        inline.literal(code.toString());
        lines.add("</code></pre>\n");
    }

    private static String language(FencedCodeBlock code) {
        String info = code.getInfo().unescape().strip();
        int end = 0;
        while (end < info.length() && !Character.isWhitespace(info.charAt(end))) {
            end++;
        }
        return info.substring(0, end);
    }

    private void rawHtml(HtmlBlockBase node) {
        String chars = node.getContentChars().normalizeEOL();
        if (html != Site.Text.Html.OFF) {
            sheet.mentionAll(chars, node.getStartOffset());
        }
        tellUnclosed(chars, node.getStartOffset());
        boolean comment =
                chars.stripLeading().startsWith("<!--") && chars.stripTrailing().endsWith("-->");
        if (comment
                && html != Site.Text.Html.TRUSTED
                && REMARK.matcher(chars).replaceAll("").isBlank()) {
            // Not even an empty line, which would tell that something was remarked.
            return;
        }
        switch (html) {
            case OFF -> {
                if (!comment) {
                    galleyNow().add("<p>").add(Escape.text(chars.strip())).add("</p>\n");
                }
            }
            case ALLOW_LIST -> {
                RawHtml.tellDeclaration(chars.stripLeading(), sheet, node.getStartOffset());
                galleyNow().add(chars);
                inline.noteRaw(chars, node.getStartOffset());
            }
            case TRUSTED -> galleyNow().add(chars);
        }
    }

    private void tellUnclosed(String chars, int offset) {
        String raw = chars.stripLeading();
        if (html != Site.Text.Html.OFF && raw.startsWith("<!--") && !raw.contains("-->")) {
            sheet.tell(
                    TextFault.UNCLOSED_COMMENT,
                    offset,
                    "The comment that begins here is never closed: readers see nothing of what stands below.",
                    "Close it where it ends: -->");
        }
    }

    /** The footnotes, at the end of the text. */
    private void notes() {
        var footnotes = inline.footnotes();
        if (footnotes.inOrder().isEmpty()) {
            return;
        }
        galley.add("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        // The list grows while notes are set that refer to further notes.
        for (int i = 0; i < footnotes.inOrder().size(); i++) {
            Object note = footnotes.inOrder().get(i);
            galley.add("<li id=\"fn-" + (i + 1) + "\">\n");
            note(note);
            galley.add("<p class=\"footnote-back\">");
            for (int j = 1; j <= footnotes.references(note); j++) {
                String anchor = "fnref-" + (i + 1) + (j == 1 ? "" : "-" + j);
                galley.add("<a href=\"#" + anchor + "\" role=\"doc-backlink\">↩</a>");
            }
            galley.add("</p>\n</li>\n");
        }
        galley.add("</ol>\n</div>\n");
    }

    private void note(Object note) {
        if (note instanceof FootnoteBlock parsed) {
            children(parsed);
        } else if (note instanceof Shortcuts.Note simple) {
            paragraph(() -> inline.simple(simple.from(), simple.to()), false);
        }
    }

    private Galley galleyNow() {
        return lines.galley();
    }
}
