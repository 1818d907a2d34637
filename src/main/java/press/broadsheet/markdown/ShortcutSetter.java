package press.broadsheet.markdown;

/** Sets the blocks that the parser never sees, with the same setters as those that it does. For one body; not thread-safe. */
final class ShortcutSetter {
    private final Shortcuts shortcuts;
    private final BlockSetter blocks;
    private final InlineSetter inline;
    private final Lines lines;
    private final Typesetting type;

    ShortcutSetter(Shortcuts shortcuts, BlockSetter blocks, InlineSetter inline, Lines lines, Typesetting type) {
        this.shortcuts = shortcuts;
        this.blocks = blocks;
        this.inline = inline;
        this.lines = lines;
        this.type = type;
    }

    /** Sets all of them in order. */
    void all() {
        for (int block = 0; block < shortcuts.count(); block++) {
            set(block);
        }
    }

    void set(int block) {
        Letters source = shortcuts.letters();
        int from = shortcuts.from(block);
        int to = shortcuts.to(block);
        switch (shortcuts.kind(block)) {
            case PARAGRAPH -> blocks.paragraph(() -> inline.simple(from, to), false);
            case PICTURE -> blocks.paragraph(() -> inline.simplePicture(source, from, to), false);
            case HEADING -> {
                int level = shortcuts.level(block);
                blocks.heading(level, () -> inline.simple(from + level + 1, to));
            }
            case BULLETS -> items("ul", "<ul>", from, to);
            case NUMBERS -> items("ol", BlockSetter.openNumbers(number(source, from)), from, to);
            case QUOTE -> {
                lines.galley().add("<blockquote>\n");
                blocks.paragraph(() -> quoted(source, from, to), false);
                lines.galley().add("</blockquote>\n");
            }
            case TABLE -> new Tables(inline, lines, type).set(new SimpleTable(source, from, to));
            case NOTE -> {}
        }
    }

    private static int number(Letters source, int from) {
        int number = 0;
        for (int i = from; source.at(i) >= '0' && source.at(i) <= '9'; i++) {
            number = 10 * number + source.at(i) - '0';
        }
        return number;
    }

    private void items(String name, String open, int from, int to) {
        Letters source = shortcuts.letters();
        lines.galley().add(open).add("\n");
        for (int line = from; line < to; ) {
            int end = lineEnd(source, line, to);
            int text = source.next(' ', line, end) + 1;
            lines.galley().add("<li>");
            blocks.paragraph(() -> inline.simple(text, end), true);
            lines.galley().add("</li>\n");
            line = end + 1;
        }
        lines.galley().add("</" + name + ">\n");
    }

    private void quoted(Letters source, int from, int to) {
        for (int line = from; line < to; ) {
            int end = lineEnd(source, line, to);
            if (line > from) {
                inline.simpleBreak(source, line + 2);
            }
            inline.simple(line + 2, end);
            line = end + 1;
        }
    }

    private static int lineEnd(Letters source, int line, int to) {
        int end = source.next('\n', line, to);
        return end < 0 ? to : end;
    }
}
