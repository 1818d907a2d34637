package press.broadsheet.build;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperCheck;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.edition.References;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Checks what texts name: that each link from text to text leads somewhere, its anchor too, that authors exist, and that
 * embeds have a template.
 */
final class BodyLinks {
    private final Edition edition;
    private final Newsroom newsroom;
    private final Set<String> embeds;
    private final Problems problems;

    private BodyLinks(Edition edition, Newsroom newsroom, Set<String> embeds, Problems problems) {
        this.edition = edition;
        this.newsroom = newsroom;
        this.embeds = embeds;
        this.problems = problems;
    }

    /** @param embeds the names of those that have a template */
    static void check(Newspaper paper, Newsroom newsroom, Set<String> embeds, Problems problems) {
        for (Edition edition : paper.editions()) {
            var links = new BodyLinks(edition, newsroom, embeds, problems);
            var told = new HashSet<String>();
            for (Card card : edition.cards()) {
                Body.Ends ends = newsroom.ends(card.id());
                links.check(ends);
                ends.authors()
                        .forEach(author ->
                                PaperCheck.contributor(edition, author.text(), author.place(), told, problems));
            }
            for (Body standing : Standing.bodies(edition.settings(), edition.matter())) {
                links.check(standing.ends());
            }
        }
    }

    private void check(Body.Ends text) {
        text.links().forEach(this::check);
        for (Card.Reference embed : text.embeds()) {
            if (!embeds.contains(embed.text())) {
                problems.add(
                        PaperFault.UNKNOWN_EMBED,
                        embed.place(),
                        "There is no embed \"" + embed.text() + "\"; it is shown as a link without a look of its own.",
                        Nearest.of(embed.text(), embeds)
                                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                                .orElseGet(() -> "There is: " + String.join(", ", embeds)
                                        + ". A new one is a template: templates/embeds/" + embed.text() + ".peb."));
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
