package press.broadsheet.news;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.broadsheet.problem.Place;

/**
 * A text of the newsroom's as it was typed, for whoever reads it a second time.
 *
 * @param place the whole file
 * @param card what the paper knows of the article; null for what is no article: a standing page, a person, a section
 * @param passages those of the front matter first, then those of the text, each in order
 * @param checks the findings that the text asks to be left alone
 */
public record Proof(
        Place place, Language language, @Nullable Card card, List<Passage> passages, List<CheckSetting> checks) {

    /** The passages of the text, without those of the front matter. */
    public Stream<Passage> body() {
        return passages.stream().filter(passage -> passage.kind() != Passage.Kind.FIELD);
    }

    /** The values of a field, in order. */
    public List<Passage> field(String name) {
        return passages.stream().filter(passage -> passage.isField(name)).toList();
    }
}
