package press.broadsheet.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/** A fenced container: {@code ::: name {attributes}} to {@code :::}. */
final class Container extends Block {
    private final String name;
    private final @Nullable Attributes attributes;
    private final String after;
    private final int start;
    private boolean closed;

    Container(String name, @Nullable Attributes attributes, String after, int start) {
        this.name = name;
        this.attributes = attributes;
        this.after = after;
        this.start = start;
    }

    String name() {
        return name;
    }

    /** Null if what stands in the braces cannot be read. */
    @Nullable
    Attributes attributes() {
        return attributes;
    }

    /** What stands behind the braces on the same line; usually nothing. */
    String after() {
        return after;
    }

    /** Where its opening fence stands in the text. */
    int start() {
        return start;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
