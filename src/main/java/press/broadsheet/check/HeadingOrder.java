package press.broadsheet.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.news.Passage;
import press.broadsheet.problem.Place;

/** A heading that skips a level, on the finished page: who listens to it looks in vain for what is left out. */
final class HeadingOrder implements Rule.OfPaper {
    /** How many pages show a jump, and the first of them. */
    private static final class Jump {
        private final Place place;
        private final String message;
        private int more;

        Jump(Place place, String message) {
            this.place = place;
            this.message = message;
        }
    }

    @Override
    public String id() {
        return "heading-order";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        // What every page of a kind shows comes from its template, and is told once.
        Map<String, Jump> jumps = new LinkedHashMap<>();
        for (PublishedPage page : paper.published().pages().values()) {
            int before = 0;
            for (PublishedPage.Heading heading : page.headings()) {
                if (heading.level() > before + 1) {
                    note(page, before, heading, paper, jumps);
                }
                before = heading.level();
            }
        }
        jumps.values()
                .forEach(jump -> remarks.add(
                        jump.place,
                        jump.message
                                + (jump.more > 0
                                        ? " So it is on " + jump.more
                                                + (jump.more == 1 ? " more page." : " more pages.")
                                        : ""),
                        "Write it one level higher, or give it the heading that is missing above it."));
    }

    private static void note(
            PublishedPage page, int before, PublishedPage.Heading heading, Paper paper, Map<String, Jump> jumps) {
        Optional<Place> typed = typed(page, heading, paper);
        String key = typed.map(Place::toString).orElse(before + " " + heading.level() + " " + heading.text());
        Jump known = jumps.get(key);
        if (known != null) {
            known.more++;
            return;
        }
        String what = "The heading \"" + heading.text() + "\" is of level " + heading.level() + " and "
                + (before == 0 ? "the first of its page" : "follows one of level " + before) + ".";
        jumps.put(
                key,
                new Jump(typed.orElse(page.place()), typed.isPresent() ? what : what + " (" + page.address() + ")"));
    }

    /** Where a person typed the heading; empty if it is a template's. */
    private static Optional<Place> typed(PublishedPage page, PublishedPage.Heading heading, Paper paper) {
        return paper.proof(page.place().file())
                .flatMap(proof -> proof.body()
                        .filter(passage -> passage.kind() == Passage.Kind.HEADING
                                && plain(passage.text()).equals(plain(heading.text())))
                        .findFirst())
                .map(passage -> passage.place(0));
    }

    /** Letters and digits only: typography changes the rest. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
