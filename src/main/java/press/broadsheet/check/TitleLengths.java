package press.broadsheet.check;

import java.util.List;
import press.broadsheet.news.Card;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.problem.Place;

/**
 * A headline or a standfirst that says too little. (What says too much is told by every build.) Chinese, Japanese and
 * Korean say more in fewer characters.
 */
final class TitleLengths implements Rule.OfText {
    /** Which of the two. */
    enum Title {
        HEADLINE("headline", 12, 5),
        STANDFIRST("standfirst", 20, 8);

        private final String field;
        private final int least;
        private final int leastDense;

        Title(String field, int least, int leastDense) {
            this.field = field;
            this.least = least;
            this.leastDense = leastDense;
        }
    }

    private final Title title;

    TitleLengths(Title title) {
        this.title = title;
    }

    @Override
    public String id() {
        return "short-" + title.field;
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        Card card = proof.card();
        if (card == null || (title == Title.STANDFIRST && card.titles().opens())) {
            return;
        }
        String text = title == Title.HEADLINE
                ? card.titles().headline()
                : card.titles().standfirst().plain();
        boolean dense = List.of("zh", "ja", "ko").contains(proof.language().primary());
        int least = dense ? title.leastDense : title.least;
        int length = text.codePointCount(0, text.length());
        if (length < least && length > 0) {
            Place place = proof.field(title.field).stream()
                    .findFirst()
                    .map((Passage passage) -> passage.place(0))
                    .orElse(proof.place());
            remarks.add(
                    place,
                    "The " + title.field + " has " + length + " characters; out of its place, in a list or a search, it"
                            + " says little.",
                    "Say who did what, in at least " + least + " characters.");
        }
    }
}
