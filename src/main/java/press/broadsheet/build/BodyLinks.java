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
final class BodyLinks {
    private final Edition edition;
    private final Newsroom newsroom;
    private final Problems problems;

    private BodyLinks(Edition edition, Newsroom newsroom, Problems problems) {
        this.edition = edition;
        this.newsroom = newsroom;
        this.problems = problems;
    }

    static void check(Newspaper paper, Newsroom newsroom, Problems problems) {
        for (Edition edition : paper.editions()) {
            var links = new BodyLinks(edition, newsroom, problems);
            var told = new HashSet<String>();
            for (Card card : edition.cards()) {
                Body.Ends ends = newsroom.ends(card.id());
                ends.links().forEach(links::check);
                ends.authors()
                        .forEach(author ->
                                PaperCheck.contributor(edition, author.text(), author.place(), told, problems));
            }
            for (Body standing : Standing.bodies(edition.settings(), edition.matter())) {
                standing.ends().links().forEach(links::check);
            }
        }
    }

    private void check(Card.Reference link) {
        edition.references().check(link.text(), link.place(), problems);
        checkAnchor(link);
    }

    private void checkAnchor(Card.Reference link) {
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
