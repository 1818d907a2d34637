package press.broadsheet.markdown;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import press.broadsheet.news.Body;
import press.broadsheet.news.Inline;
import press.broadsheet.news.Language;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Site;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Escape;

/** The only class that knows flexmark from outside. Thread-safe. */
public final class Markdown implements Body.Typesetter, Inline.Typesetter {
    /** How often a text may be looked at, for each of its characters. Ordinary ones are looked at four times. */
    private static final long LOOKS_A_CHARACTER = 300;

    private static final long LOOKS = 100_000;

    private static final boolean[] MARKUP = new boolean[128];

    static {
        for (char c : "\\`*_[<&~\n\r".toCharArray()) {
            MARKUP[c] = true;
        }
    }

    private final Site.Text settings;

    public Markdown(Site.Text settings) {
        this.settings = settings;
    }

    @Override
    public Body typeset(Body.Source source, Problems problems) {
        var sheet = Sheet.of(source.text(), source.start(), problems);
        return attempt(sheet, Body.EMPTY, () -> set(source, sheet));
    }

    private Body set(Body.Source source, Sheet sheet) {
        boolean comments = settings.html() == Site.Text.Html.TRUSTED;
        sheet.mentionWhole(comments);
        sheet.mentionWords(comments);
        var words = new WordCount();
        var type = new Typesetting(QuotationMarks.of(source.language()), settings.smartTypography(), words);
        var galley = new Galley();
        var links = new Links(
                sheet,
                source.folder(),
                settings,
                (text, offset) -> inline(text, source.language(), sheet.place(offset), sheet.problems()));
        var blocks = new BlockSetter(sheet, settings.html(), galley, type, links, new Lines(galley), source.coverage());
        if (sheet.shortcuts().isAll()) {
            blocks.shortcuts();
        } else {
            blocks.document(parse(Parsers.TEXT, sheet.text()));
        }
        return new Body(
                galley.pieces(),
                List.copyOf(blocks.outline()),
                sheet.mentions(),
                words.words(),
                blocks.opening(),
                blocks.quotes().all());
    }

    /**
     * The words of a text as they were typed, block by block, and where each stands. What cannot be typeset has none.
     * Thread-safe.
     */
    public List<Passage> passages(Body.Source source) {
        var sheet = Sheet.whole(source.text(), source.start(), new Problems());
        return attempt(sheet, List.of(), () -> new Passages(sheet).of(parse(Parsers.TEXT, sheet.text())));
    }

    private static Document parse(Parser parser, String text) {
        return parser.parse(BasedSequence.of(new Meter(text, LOOKS + LOOKS_A_CHARACTER * text.length())));
    }

    /** Typesets what can be typeset; what cannot is told, and something else stands in for it. */
    private static <T> T attempt(Sheet sheet, T otherwise, Supplier<T> typesetting) {
        try {
            Optional<Refusal> refusal = Guard.refuse(sheet);
            if (refusal.isEmpty()) {
                return typesetting.get();
            }
            refusal.get().tell(sheet);
        } catch (Refusal refusal) {
            refusal.tell(sheet);
        } catch (StackOverflowError tooDeep) {
            // The parser's own depth cannot be seen from here; to run out of stack harms nothing that is kept.
            Refusal.tooDeep(0).tell(sheet);
        }
        return otherwise;
    }

    @Override
    public Inline inline(String text, Language language, Place place, Problems problems) {
        var galley = new Galley();
        var type = new Typesetting(QuotationMarks.of(language), settings.smartTypography(), new WordCount());
        type.listen();
        if (!hasMarkup(text)) {
            type.text(new Letters(text), 0, text.length(), false, galley.html());
            return line(galley.html().toString(), type.heard());
        }
        var sheet = Sheet.at(place, text, problems);
        return attempt(sheet, new Inline(Escape.text(text), text), () -> setLine(sheet, galley, type));
    }

    @Override
    public String line(String text, Language language) {
        return settings.smartTypography()
                ? new Typesetting(QuotationMarks.of(language), true, new WordCount()).line(text)
                : text;
    }

    private Inline setLine(Sheet sheet, Galley galley, Typesetting type) {
        var links = new Links(sheet, "", settings, null);
        var setter = new InlineSetter(sheet, type, settings.html(), links, new Lines(galley));
        for (Node block = parse(Parsers.LINE, sheet.text()).getFirstChild(); block != null; block = block.getNext()) {
            if (block.getPrevious() != null) {
                galley.add(" ");
                type.space();
            }
            setter.children(block);
        }
        String html = galley.html().toString();
        if (setter.firstRaw() >= 0 && settings.html() == Site.Text.Html.ALLOW_LIST) {
            var removed = RawHtml.newRemoved();
            html = RawHtml.cleanLine(html, removed);
            RawHtml.tell(removed, sheet, 0);
        }
        return line(html, type.heard());
    }

    private static Inline line(String html, String plain) {
        return plain.isEmpty() ? Inline.NONE : new Inline(html.strip(), plain);
    }

    private static boolean hasMarkup(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && MARKUP[c]) {
                return true;
            }
        }
        return false;
    }
}
