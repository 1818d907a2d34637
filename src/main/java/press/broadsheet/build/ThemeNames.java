package press.broadsheet.build;

import java.util.List;
import java.util.Set;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.PaperFault;
import press.broadsheet.make.page.TemplateFault;
import press.broadsheet.news.Body;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/**
 * Checks what the newsroom names of the theme, where it names it: embeds in texts, and layouts on fronts. A theme that has
 * none of either shows them in a way of its own.
 */
final class ThemeNames {
    private final Set<String> embeds;
    private final Set<String> layouts;
    private final Problems problems;

    private ThemeNames(Theme theme, Problems problems) {
        this.embeds = theme.namesIn("embeds/");
        this.layouts = theme.namesIn("slots/");
        this.problems = problems;
    }

    static void check(Newspaper paper, Newsroom newsroom, Theme theme, Problems problems) {
        var names = new ThemeNames(theme, problems);
        for (Edition edition : paper.editions()) {
            edition.cards()
                    .forEach(card -> names.embeds(newsroom.ends(card.id()).embeds()));
            for (Body standing : Standing.bodies(edition.settings(), edition.matter())) {
                names.embeds(standing.ends().embeds());
            }
            edition.matter().fronts().values().forEach(front -> front.slots().forEach(names::layout));
        }
    }

    private void embeds(List<Card.Reference> named) {
        for (Card.Reference embed : named) {
            if (!embeds.isEmpty() && !embeds.contains(embed.text())) {
                problems.add(
                        PaperFault.UNKNOWN_EMBED,
                        embed.place(),
                        "There is no embed \"" + embed.text() + "\"; it is shown as a link without a look of its own.",
                        hint(embed.text(), embeds, "embeds/"));
            }
        }
    }

    private void layout(FrontPage.Slot slot) {
        if (!layouts.isEmpty() && !layouts.contains(slot.layout())) {
            problems.add(
                    TemplateFault.UNKNOWN_SLOT_LAYOUT,
                    slot.place(),
                    "There is no slot layout \"" + slot.layout() + "\".",
                    hint(slot.layout(), layouts, "slots/"));
        }
    }

    private static String hint(String name, Set<String> there, String folder) {
        return Nearest.of(name, there)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElseGet(() -> "There is: " + String.join(", ", there) + ". A new one is a template: templates/"
                        + folder + name + ".peb.");
    }
}
