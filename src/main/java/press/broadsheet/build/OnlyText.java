package press.broadsheet.build;

import java.util.List;
import press.broadsheet.files.SourceTree;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problem;

/**
 * Tells whether a file that was read again gives what it gave, but for its text: whether all that others show of the
 * article, and all that is told of the paper, is as it was.
 *
 * @param told of the paper by the last build
 * @param history whether the paper tells its readers what they had before
 */
record OnlyText(List<Problem> told, boolean history) {

    /** @param path below {@code content/} */
    boolean isOther(String path, Filed before, Filed now) {
        Card card = now.card();
        return card != null
                && now.print().equals(before.print())
                && now.problems().equals(before.problems())
                && isSame(path, before.ends(), now.ends())
                && told.stream()
                        .noneMatch(problem -> LeftOutArticles.isLookedUp(problem.code())
                                && problem.place()
                                        .file()
                                        .equals(SourceTree.place(path).file()))
                // An address of an entry of a live report depends on how many there are.
                && card.extent().entries() == 0
                // Whether it is another version than readers had is seen by comparing texts.
                && !(history && History.isNoted(card));
    }

    /** Whether the checks of the whole find in a text what they found before; and find it where they found it, if they told of it. */
    private boolean isSame(String path, Body.Ends before, Body.Ends now) {
        boolean isTold = told.stream()
                .anyMatch(problem ->
                        problem.place().file().equals(SourceTree.place(path).file()));
        return before.equals(now)
                || (!isTold && Placeless.print(Body.Ends.class, before).equals(Placeless.print(Body.Ends.class, now)));
    }
}
