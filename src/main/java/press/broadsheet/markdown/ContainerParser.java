package press.broadsheet.markdown;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads fenced containers. A line of colons closes the innermost open container whose fence has as many; if none has, the
 * innermost whose fence has fewer.
 */
final class ContainerParser extends AbstractBlockParser {
    private final Container block;
    private final int fence;

    private ContainerParser(Container block, int fence) {
        this.block = block;
        this.fence = fence;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(ParserState state, BlockParser parser, Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (block.isClosed()) {
            return BlockContinue.none();
        }
        if (closes(state)) {
            block.close();
            return BlockContinue.atIndex(state.getLineEndIndex());
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void closeBlock(ParserState state) {
        block.setCharsFromContent();
    }

    private boolean closes(ParserState state) {
        int at = state.getNextNonSpaceIndex();
        BasedSequence line = state.getLine();
        int colons = colons(line, at);
        if (colons < 3
                || state.getIndent() >= 4
                || !line.subSequence(at + colons).isBlank()) {
            return false;
        }
        if (state.getActiveBlockParser() instanceof FencedCodeBlockParser) {
            return false;
        }
        ContainerParser candidate = null;
        for (BlockParser open : state.getActiveBlockParsers()) {
            if (open instanceof ContainerParser container && !container.block.isClosed() && container.fence <= colons) {
                boolean better = candidate == null || container.fence == colons || candidate.fence != colons;
                candidate = better ? container : candidate;
            }
        }
        return candidate == this;
    }

    private static int colons(BasedSequence line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) == ':') {
            i++;
        }
        return i - from;
    }

    /** Hooks the parser in. */
    static final class Factory implements CustomBlockParserFactory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Start(options);
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

    private static final class Start extends AbstractBlockParserFactory {
        Start(DataHolder options) {
            super(options);
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine();
            int at = state.getNextNonSpaceIndex();
            if (at >= line.length() || line.charAt(at) != ':' || state.getIndent() >= 4) {
                return BlockStart.none();
            }
            int colons = colons(line, at);
            String rest = line.subSequence(at + colons).toString().strip();
            if (colons < 3 || rest.isEmpty()) {
                return BlockStart.none();
            }
            var container = open(rest, line.getStartOffset() + at);
            return BlockStart.of(new ContainerParser(container, colons)).atIndex(state.getLineEndIndex());
        }

        private static Container open(String rest, int start) {
            int brace = rest.indexOf('{');
            Attributes attributes = brace < 0 ? Attributes.NONE : Attributes.read(rest, brace, rest.length());
            String name = (brace < 0 ? rest : rest.substring(0, brace)).strip();
            int nameEnd = name.length();
            while (nameEnd > 0 && name.charAt(nameEnd - 1) == ':') {
                nameEnd--;
            }
            // Where the braces do not end on the line, or not at all, nothing is known to stand behind them.
            String after = attributes == null || brace < 0 ? "" : rest.substring(attributes.end());
            return new Container(name.substring(0, nameEnd).strip(), attributes, after.strip(), start);
        }
    }
}
