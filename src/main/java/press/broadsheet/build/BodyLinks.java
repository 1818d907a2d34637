package press.broadsheet.build;

import java.util.HashSet;
import java.util.List;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperCheck;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.edition.References;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problems;

/** Checks what texts name: that each link from text to text leads somewhere, its anchor too, and that authors exist. */
record BodyLinks(Newspaper paper, Newsroom newsroom, Problems problems) {

    /** In standing matter. */
    void matter() {
        for (Edition edition : paper.editions()) {
            for (Body standing : Standing.bodies(edition.settings(), edition.matter())) {
                standing.ends().links().forEach(link -> check(link, edition));
            }
        }
    }

    /** In one article. */
    void article(Edition edition, Card card) {
        newsroom.ends(card.id()).links().forEach(link -> check(link, edition));
    }

    /**
     * Whom entries of live reports name; each is told once.
     *
     * @param cards of the edition, newest first
     */
    void authors(Edition edition, Iterable<Card> cards) {
        var told = new HashSet<String>();
        for (Card card : cards) {
            for (Card.Reference author : newsroom.ends(card.id()).authors()) {
                PaperCheck.contributor(edition, author.text(), author.place(), told, problems);
            }
        }
    }

    private void check(Card.Reference link, Edition edition) {
        edition.references().check(link.text(), link.place(), problems);
        checkAnchor(link, edition);
    }

    private void checkAnchor(Card.Reference link, Edition edition) {
        int hash = link.text().indexOf('#');
        if (hash < 0 || hash == link.text().length() - 1) {
            return;
        }
        String anchor = link.text().substring(hash + 1);
        References.Named named = edition.references().find(link.text());
        if (named == null) {
            return;
        }
        List<String> anchors = named instanceof References.Named.Story story
                ? newsroom.ends(story.card().id()).anchors()
                : ((References.Named.Page) named).page().body().ends().anchors();
        if (!anchors.contains(anchor)) {
            problems.add(
                    PaperFault.UNKNOWN_ANCHOR,
                    link.place(),
                    "The text linked to has no heading \"#" + anchor + "\".",
                    anchors.isEmpty() ? "It has no headings at all." : "It has: #" + String.join(", #", anchors));
        }
    }
}
