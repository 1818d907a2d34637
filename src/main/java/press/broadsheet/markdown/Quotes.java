package press.broadsheet.markdown;

import java.util.ArrayList;
import java.util.List;
import press.broadsheet.news.Quotation;
import press.broadsheet.text.PlainWords;

/** Sets containers that hold a quotation, and keeps who is quoted with which words in the whole text. For one body. */
final class Quotes {
    private final BlockSetter blocks;
    private final Lines lines;
    private final Links links;
    private final Sheet sheet;
    private final List<Quotation> all = new ArrayList<>();
    private int containers;

    Quotes(BlockSetter blocks, Lines lines, Links links, Sheet sheet) {
        this.blocks = blocks;
        this.lines = lines;
        this.links = links;
        this.sheet = sheet;
    }

    /** Who is quoted in the text, in order. */
    List<Quotation> all() {
        return List.copyOf(all);
    }

    void set(Container container, Attributes given) {
        int offset = container.start();
        String by = given.get("by").strip();
        String anchor = "q-" + ++containers;
        blocks.claim(anchor);
        lines.add("<figure class=\"quote\" id=\"" + anchor + "\"><blockquote>\n");
        if (by.isEmpty()) {
            if (!blocks.quoted(container, anchor)) {
                sheet.tell(
                        TextFault.QUOTE_WITHOUT_SPEAKER,
                        offset,
                        "Nothing says who is quoted here.",
                        "Name the speaker: ::: quote {by=\"Name, role\"}");
            }
            lines.add("</blockquote></figure>\n");
            return;
        }
        int mark = lines.galley().mark();
        blocks.children(container);
        String words = lines.galley().words(mark, lines.galley().mark());
        String shown = links.caption(by, offset).html();
        note(words, shown, anchor);
        lines.add("</blockquote><figcaption>— " + shown + "</figcaption></figure>\n");
    }

    /**
     * Keeps a quotation.
     *
     * @param words finished HTML
     * @param by finished HTML: the name, and behind a comma what else is said of the speaker
     */
    void note(String words, String by, String anchor) {
        String speaker = Quotation.speakerOf(
                PlainWords.of(by).replaceFirst("^[\\u2012-\\u2015-]+", "").strip());
        String text = PlainWords.of(words);
        if (!speaker.isEmpty() && !text.isEmpty()) {
            all.add(new Quotation(speaker, cut(text), anchor));
        }
    }

    private static String cut(String text) {
        if (text.length() <= Quotation.LONGEST) {
            return text;
        }
        int word = text.lastIndexOf(' ', Quotation.LONGEST - 1);
        int end = word > Quotation.LONGEST / 2 ? word : Quotation.LONGEST - 1;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }
}
