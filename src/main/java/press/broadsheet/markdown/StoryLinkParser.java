package press.broadsheet.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds {@code [[...]]} before the parser of ordinary links does. A defined reference of that name goes before it. */
final class StoryLinkParser implements InlineParserExtension {
    private static final int LONGEST = 400;

    @Override
    public boolean parse(LightInlineParser parser) {
        if (parser.peek(1) != '[') {
            return false;
        }
        BasedSequence input = parser.getInput();
        int start = parser.getIndex();
        int end = end(input, start + 2);
        if (end < 0) {
            return false;
        }
        String inner = input.subSequence(start + 2, end).toString();
        int bar = inner.indexOf('|');
        String target = oneLine(bar < 0 ? inner : inner.substring(0, bar));
        var references = Parser.REFERENCES.get(parser.getDocument());
        if (target.isEmpty() || references.get(references.normalizeKey(inner)) != null) {
            return false;
        }
        parser.flushTextNode();
        String words = bar < 0 ? "" : oneLine(inner.substring(bar + 1));
        parser.getBlock().appendChild(new StoryLink(input.subSequence(start, end + 2), target, words));
        parser.setIndex(end + 2);
        return true;
    }

    /** An editor that breaks long lines may break one here, too. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]\\s*", " ");
    }

    private static int end(BasedSequence input, int from) {
        int limit = Math.min(input.length() - 1, from + LONGEST);
        for (int i = from; i < limit; i++) {
            char c = input.charAt(i);
            if (c == ']') {
                return input.charAt(i + 1) == ']' ? i : -1;
            }
            if (c == '[') {
                return -1;
            }
        }
        return -1;
    }

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}

    /** Hooks the parser in. */
    static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "[";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new StoryLinkParser();
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
