package press.broadsheet.check;

import press.broadsheet.news.Proof;

/**
 * One thing that the second reader looks for. A rule knows no files, no settings of its own and no other rule; it is
 * stateless and thread-safe. A new one is a class, a line in {@link Rules}, a broken paper in the tests and a heading in
 * the guide to problems.
 */
public sealed interface Rule permits Rule.OfText, Rule.OfPaper {
    /** In words and hyphens, for example {@code double-word}; never changes. */
    String id();

    /** What its findings weigh unless the settings say otherwise. */
    Level level();

    /** A rule that reads one text at a time, as it was typed. */
    non-sealed interface OfText extends Rule {
        void look(Proof proof, Paper paper, Remarks remarks);
    }

    /** A rule that needs the whole paper: what all articles say, or what would be published. */
    non-sealed interface OfPaper extends Rule {
        void look(Paper paper, Remarks remarks);
    }
}
