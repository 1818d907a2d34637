package press.broadsheet.build;

import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperCheck;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problems;

/** What only the whole paper shows to be wrong, of all that was read. */
record WholeCheck(PaperCheck paper, BodyLinks links, ThemeNames names) {
    /** @param problems is told */
    static WholeCheck of(Newspaper paper, Newsroom newsroom, Theme theme, Problems problems) {
        return new WholeCheck(
                new PaperCheck(paper, problems),
                new BodyLinks(paper, newsroom, problems),
                new ThemeNames(theme, problems));
    }

    /** Tells all of it. */
    static void check(Newspaper paper, Newsroom newsroom, Theme theme, Problems problems) {
        WholeCheck check = of(paper, newsroom, theme, problems);
        check.matter();
        for (Edition edition : paper.editions()) {
            check.unknown(edition, edition.cards());
            edition.cards().forEach(card -> check.article(edition, card));
        }
        UnusedThemeFiles.check(newsroom, theme, problems);
    }

    /** The same, which tells it to others. */
    WholeCheck telling(Problems others) {
        return new WholeCheck(
                new PaperCheck(links.paper(), others),
                new BodyLinks(links.paper(), links.newsroom(), others),
                names.telling(others));
    }

    /** Tells what is wrong with what stays from day to day. */
    void matter() {
        paper.matter();
        links.matter();
        names.matter(links.paper());
    }

    /** Tells what is wrong with one article: it follows from the article, and from what has the names that it names. */
    void article(Edition edition, Card card) {
        paper.article(edition, card);
        links.article(edition, card);
        names.embeds(links.newsroom().ends(card.id()));
    }

    /**
     * Tells who and what is named and not known: each once, where it is named first.
     *
     * @param cards of the edition, newest first
     */
    void unknown(Edition edition, Iterable<Card> cards) {
        paper.unknown(edition, cards);
        links.authors(edition, cards);
    }
}
