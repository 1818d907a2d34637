package press.broadsheet.edition;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.broadsheet.news.Card;
import press.broadsheet.news.FrontPage;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;
import press.broadsheet.text.Slug;

/** Tells what an editor wrote for a front and no reader would see there. For one front. */
final class FrontCheck {
    private final Edition edition;
    private final Problems problems;

    /** Where each article was picked to stay, so far. */
    private final Map<References.Named, Place> picked = new HashMap<>();

    private FrontCheck(Edition edition, Problems problems) {
        this.edition = edition;
        this.problems = problems;
    }

    static void check(Edition edition, FrontPage front, Problems problems) {
        var check = new FrontCheck(edition, problems);
        for (FrontPage.Slot slot : front.slots()) {
            slot.picks().forEach(check::pick);
            FrontPage.Backfill backfill = slot.backfill();
            if (backfill != null) {
                backfill.tagPlaces().forEach(check::tag);
            }
        }
    }

    private void pick(FrontPage.Pick pick) {
        References references = edition.references();
        references.check(pick.article().text(), pick.article().place(), problems);
        References.Named main = references.find(pick.article().text());
        if (main != null) {
            once(main, pick.article(), pick.until() == null);
        }
        for (Card.Reference reference : pick.supporting()) {
            references.check(reference.text(), reference.place(), problems);
            References.Named other = references.find(reference.text());
            if (other != null && other.equals(main)) {
                problems.add(
                        PaperFault.NAMES_ITSELF,
                        reference.place(),
                        "\"" + reference.text() + "\" is the very article that it should support.",
                        "Name another article behind \"supporting\", or take it out.");
            } else if (other != null) {
                once(other, reference, pick.until() == null);
            }
        }
    }

    /** What is picked until some time may be picked a second time, for when that is over. */
    private void once(References.Named article, Card.Reference named, boolean stays) {
        Place before = picked.get(article);
        if (before != null) {
            problems.add(
                    PaperFault.PICKED_TWICE,
                    named.place(),
                    "\"" + named.text() + "\" is picked for this front in line " + before.line()
                            + " already, and an article stands there only once.",
                    "Keep one of the two, or say until when the first holds: {id: ..., until: ...}");
        } else if (stays) {
            picked.put(article, named.place());
        }
    }

    private void tag(String tag, Place place) {
        Set<String> tags = new HashSet<>();
        edition.cards().forEach(card -> tags.addAll(card.filing().tags()));
        near(tag, tags)
                .ifPresent(near -> problems.add(
                        PaperFault.UNKNOWN_TAG,
                        place,
                        "No article has the tag \"" + tag + "\", so that this slot takes none by it.",
                        "Did you mean \"" + near + "\"?"));
    }

    /** The tag that was meant; empty if there is that tag, or none like it. */
    private Optional<String> near(String tag, Collection<String> tags) {
        String language = edition.settings().language().tag();
        String slug = Slug.of(tag, language);
        return tags.stream().anyMatch(one -> Slug.of(one, language).equals(slug))
                ? Optional.empty()
                : Nearest.slip(tag, tags);
    }
}
