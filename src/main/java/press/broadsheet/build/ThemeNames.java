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

    ThemeNames(Theme theme, Problems problems) {
        this(theme.namesIn("embeds/"), theme.namesIn("slots/"), problems);
    }

    private ThemeNames(Set<String> embeds, Set<String> layouts, Problems problems) {
        this.embeds = embeds;
        this.layouts = layouts;
        this.problems = problems;
    }

    /** The same, which tells others. */
    ThemeNames telling(Problems others) {
        return new ThemeNames(embeds, layouts, others);
    }

    /** In standing matter, and on fronts. */
    void matter(Newspaper paper) {
        for (Edition edition : paper.editions()) {
            Standing.bodies(edition.settings(), edition.matter()).forEach(standing -> embeds(standing.ends()));
            edition.matter().fronts().values().forEach(front -> front.slots().forEach(this::layout));
        }
    }

    /** In one text. */
    void embeds(Body.Ends text) {
        embeds(text.embeds());
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
