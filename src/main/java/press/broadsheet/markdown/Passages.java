package press.broadsheet.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import press.broadsheet.news.Passage;

/** Finds the words of a text and where they stand. For one text; not thread-safe. */
final class Passages {
    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    /** Attributes of what stands before, such as a picture's caption. */
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{[^{}]*\\}");

    private final Sheet sheet;
    private final List<Passage> passages = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private List<Passage.Stretch> stretches = new ArrayList<>();
    private boolean quoted;
    private boolean listed;

    Passages(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Passage> of(Node document) {
        blocks(document);
        return List.copyOf(passages);
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> passage(heading, Passage.Kind.HEADING, heading.getLevel());
            case Paragraph paragraph -> paragraph(paragraph);
            case TableCell cell -> passage(cell, Passage.Kind.ITEM, 0);
            case BlockQuote quotation -> quotation(quotation, "");
            case Container container -> container(container);
            case ListItem item -> {
                boolean before = listed;
                listed = true;
                blocks(item);
                listed = before;
            }
            case HtmlBlockBase html -> comments(html.getChars());
            case Reference ignored -> {}
            default -> blocks(node);
        }
    }

    private void paragraph(Paragraph paragraph) {
        if (quoted) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            inline(paragraph);
        } else {
            passage(paragraph, listed ? Passage.Kind.ITEM : Passage.Kind.PARAGRAPH, 0);
        }
    }

    /** What is set apart as said by somebody is a quotation, too. */
    private void container(Container container) {
        String name = container.name().toLowerCase(Locale.ROOT);
        if (name.equals("pull-quote")) {
            // Words of the article, once more.
            quotation(container, name);
        } else if (name.equals("quote")) {
            Attributes given = container.attributes();
            quotation(container, given == null ? "" : given.get("by"));
        } else {
            blocks(container);
        }
    }

    private void quotation(Node quotation, String speaker) {
        if (quoted) {
            blocks(quotation);
            return;
        }
        quoted = true;
        blocks(quotation);
        quoted = false;
        end(Passage.Kind.QUOTATION, speaker, 0);
    }

    private void passage(Node node, Passage.Kind kind, int level) {
        if (quoted) {
            inline(node);
            return;
        }
        inline(node);
        end(kind, "", level);
    }

    private void end(Passage.Kind kind, String name, int level) {
        if (!text.toString().isBlank()) {
            passages.add(new Passage(kind, name, level, text.toString(), List.copyOf(stretches)));
        }
        text = new StringBuilder();
        stretches = new ArrayList<>();
    }

    private void inline(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> words(words);
                case SoftLineBreak ignored -> text.append('\n');
                case HardLineBreak ignored -> text.append('\n');
                case HtmlEntity entity -> {
                    stretch(entity.getStartOffset());
                    text.append(entity.getChars().unescape());
                }
                case StoryLink link -> storyLink(link);
                case HtmlInlineBase html -> comments(html.getChars());
                case Footnote ignored -> {}
                case Code ignored -> gap(node);
                case Image ignored -> gap(node);
                case RefNode reference -> reference(reference);
                case AutoLink ignored -> gap(node);
                case MailLink ignored -> gap(node);
                default -> inline(node);
            }
        }
    }

    /** Brackets that name no address are words. */
    private void reference(RefNode node) {
        BasedSequence chars = node.getChars();
        if (node.isDefined() && node instanceof ImageRef) {
            gap(node);
        } else if (node.isDefined()) {
            inline(node);
        } else if (!node.hasChildren()) {
            characters(chars, 0);
        } else {
            characters(chars.prefixOf(node.getChildChars()), 0);
            inline(node);
            characters(chars.suffixOf(node.getChildChars()), 0);
        }
    }

    private void gap(Node node) {
        stretch(node.getStartOffset());
        text.append(Passage.GAP);
    }

    private void storyLink(StoryLink link) {
        if (link.words().isEmpty()) {
            gap(link);
            return;
        }
        int inside = link.getChars().toString().lastIndexOf(link.words());
        stretch(link.getStartOffset() + Math.max(0, inside));
        text.append(link.words());
    }

    private void words(Text node) {
        BasedSequence chars = node.getChars();
        int from = 0;
        if (node.getPrevious() instanceof Image || node.getPrevious() instanceof ImageRef) {
            MatchResult attributes =
                    ATTRIBUTES.matcher(chars).results().findFirst().orElse(null);
            from = attributes != null && attributes.start() == 0 ? attributes.end() : 0;
        }
        characters(chars, from);
    }

    private void characters(BasedSequence chars, int from) {
        boolean inPlace = chars.getEndOffset() - chars.getStartOffset() == chars.length();
        boolean fresh = true;
        for (int i = from; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean escapes = c == '\\' && i + 1 < chars.length() && ESCAPABLE.indexOf(chars.charAt(i + 1)) >= 0;
            if (escapes) {
                i++;
                c = chars.charAt(i);
            }
            if (fresh || escapes || !inPlace) {
                stretch(inPlace ? chars.getStartOffset() + i : chars.getIndexOffset(i));
            }
            fresh = false;
            text.append(c);
        }
    }

    private void stretch(int offset) {
        stretches.add(new Passage.Stretch(text.length(), sheet.place(offset)));
    }

    private void comments(BasedSequence html) {
        COMMENT.matcher(html)
                .results()
                .forEach(comment -> passages.add(Passage.at(
                        sheet.place(html.getStartOffset() + comment.start()),
                        Passage.Kind.COMMENT,
                        "",
                        0,
                        comment.group(1).strip())));
    }
}
