package press.broadsheet.check;

import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;

/** Which passages are sentences for readers. */
final class Prose {
    private static final Set<String> FIELDS = Set.of(
            "headline",
            "seoHeadline",
            "shortHeadline",
            "kicker",
            "standfirst",
            "keyPoints",
            "method",
            "warning",
            "image.caption",
            "image.alt",
            "imageCaption",
            "imageAlt",
            "corrections.text",
            "updates.text",
            "timeline.text");

    private Prose() {}

    /** All that readers read, headlines and captions included. */
    static Stream<Passage> of(Proof proof) {
        return proof.passages().stream().filter(passage -> switch (passage.kind()) {
            case FIELD -> FIELDS.contains(passage.name());
            case HEADING, PARAGRAPH, ITEM, QUOTATION -> true;
            case COMMENT -> false;
        });
    }

    /** Passages of the running text that the paper itself says, in order. */
    static Stream<Passage> running(Proof proof) {
        return proof.body()
                .filter(passage -> passage.kind() == Passage.Kind.PARAGRAPH || passage.kind() == Passage.Kind.ITEM);
    }
}
