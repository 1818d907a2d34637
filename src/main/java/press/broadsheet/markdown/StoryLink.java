package press.broadsheet.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code [[target]]} or {@code [[target|words]]}: a link to another article by its name. */
final class StoryLink extends Node {
    private final String target;
    private final String words;

    StoryLink(BasedSequence chars, String target, String words) {
        super(chars);
        this.target = target;
        this.words = words;
    }

    String target() {
        return target;
    }

    /** Empty if the other article's headline is to be shown. */
    String words() {
        return words;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
