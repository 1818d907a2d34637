package press.broadsheet.check;

import java.util.Set;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.news.Site;

/** A comment in a text: whoever gets the file, or the page's source, can read what was meant for the desk. */
final class HiddenComments implements Rule.OfText {
    /** Marks of other programs, which say nothing. */
    private static final Set<String> MARKS = Set.of("more", "excerpt", "break", "readmore", "toc", "truncate", "/", "");

    @Override
    public String id() {
        return "hidden-comment";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        boolean published = paper.site().text().html() == Site.Text.Html.TRUSTED;
        proof.passages().stream()
                .filter(passage -> passage.kind() == Passage.Kind.COMMENT
                        && !MARKS.contains(passage.text().toLowerCase(java.util.Locale.ROOT)))
                .forEach(comment -> remarks.add(
                        comment.place(0),
                        published
                                ? "This comment is published: everybody can read it in the page's source."
                                : "This comment is not published, but stays in the file for whoever gets it.",
                        "Delete it; what the desk should know goes into \"note:\", which is never published."));
    }
}
