package press.broadsheet.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ends a footnote before the line {@code [name]: address}. To CommonMark a definition cannot interrupt a paragraph, so
 * that one written right below a footnote would become its text, and the links that rest on it raw brackets. Nobody means
 * that: where notes and addresses are gathered at the end of a text, they stand without blank lines.
 */
final class DefinitionStart extends AbstractBlockParserFactory {
    private static final Pattern DEFINITION =
            Pattern.compile("\\[(?!\\^)(?:[^\\[\\]\\\\]|\\\\.){1,999}+\\]:[ \\t]*+\\S.*+");

    private DefinitionStart(DataHolder options) {
        super(options);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        int at = state.getNextNonSpaceIndex();
        boolean begins = state.getIndent() < 4
                && at < state.getLine().length()
                && state.getLine().charAt(at) == '['
                && isInNote(state)
                && DEFINITION.matcher(state.getLine().subSequence(at)).lookingAt();
        return begins ? BlockStart.of(new ParagraphParser()).atIndex(state.getIndex()) : BlockStart.none();
    }

    /** In the running text of a note, and not in the list or the quotation that it may hold. */
    private static boolean isInNote(ParserState state) {
        if (!(state.getActiveBlockParser() instanceof ParagraphParser open)) {
            return false;
        }
        Block paragraph = open.getBlock();
        return paragraph.getParent() instanceof FootnoteBlock;
    }

    /** Hooks it in. */
    static final class Factory implements CustomBlockParserFactory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new DefinitionStart(options);
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
