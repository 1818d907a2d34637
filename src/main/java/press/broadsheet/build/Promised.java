package press.broadsheet.build;

import press.broadsheet.markdown.TextFault;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.news.Genre;
import press.broadsheet.news.ManuscriptFault;
import press.broadsheet.problem.Problems;
import press.broadsheet.read.Whereabouts;

/** Tells an article whose fields promise what its text does not hold. */
final class Promised {
    private Promised() {}

    /**
     * Compares them.
     *
     * @param text as it was typed
     * @param bytes of the article's file
     */
    static void check(Article article, String text, byte[] bytes, Problems problems) {
        Card card = article.card();
        Genre genre = card.filing().genre();
        boolean isEmptyGallery =
                genre == Genre.GALLERY && card.extent().pictures().isEmpty();
        boolean isEmptyReport = genre == Genre.LIVE && card.extent().entries() == 0;
        boolean isHeadline = text.isBlank() && isBare(card);
        if (!(isEmptyGallery || isEmptyReport || isHeadline) || isRefused(problems)) {
            return;
        }
        if (isEmptyGallery) {
            problems.add(
                    ManuscriptFault.GALLERY_WITHOUT_PICTURES,
                    Whereabouts.ofField(bytes, card.place(), "genre"),
                    "This is a gallery, and its text shows no picture.",
                    "Put the pictures between ::: gallery and :::, or name another genre.");
        } else if (isEmptyReport && !isToldOfEntries(problems)) {
            problems.add(
                    ManuscriptFault.LIVE_WITHOUT_ENTRIES,
                    Whereabouts.ofField(bytes, card.place(), "genre"),
                    "This is a live report, and it has no entries.",
                    "Write the first: ::: entry {time=\"14:05\"}. Or name another genre.");
        } else if (isHeadline) {
            problems.add(
                    ManuscriptFault.TEXT_MISSING,
                    Whereabouts.ofField(bytes, card.place(), "headline"),
                    "This article is a headline and nothing else.",
                    "Write its text, or hold it back until it has one.");
        }
    }

    /** Whether readers would see a headline alone. */
    private static boolean isBare(Card card) {
        return card.titles().standfirst().isEmpty()
                && card.picture() == null
                && card.apparatus().keyPoints().isEmpty()
                && card.apparatus().params().isEmpty();
    }

    /** Whether there were entries that could not be set. */
    private static boolean isToldOfEntries(Problems problems) {
        return problems.inOrder().stream()
                .anyMatch(problem -> problem.code() == TextFault.ENTRY_WITHOUT_TIME
                        || problem.code() == TextFault.ENTRY_OUTSIDE_LIVE
                        || problem.code() == TextFault.SAME_ENTRY_TWICE);
    }

    private static boolean isRefused(Problems problems) {
        return problems.inOrder().stream().anyMatch(problem -> TextFault.isRefusal(problem.code()));
    }
}
