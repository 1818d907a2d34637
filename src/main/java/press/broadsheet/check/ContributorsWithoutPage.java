package press.broadsheet.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.broadsheet.news.Author;
import press.broadsheet.news.Card;
import press.broadsheet.news.Credits;
import press.broadsheet.news.Genre;
import press.broadsheet.text.Slug;

/** Somebody who writes for the paper again and again, and of whom readers learn no more than the name. */
final class ContributorsWithoutPage implements Rule.OfPaper {
    /** Fewer are a guest's. */
    private static final int REGULAR = 3;

    /** An id without a file is told by every build. */
    private static boolean isId(String reference) {
        return reference
                .chars()
                .allMatch(c -> c == '-' || c == '_' || Character.isDigit(c) || Character.isLowerCase(c));
    }

    @Override
    public String id() {
        return "contributor-without-page";
    }

    @Override
    public Level level() {
        return Level.NOTE;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        for (Paper.Shelf shelf : paper.shelves()) {
            Map<String, List<Credits.Credit>> credits = new LinkedHashMap<>();
            Set<String> known = known(shelf, paper);
            for (Card card : shelf.published()) {
                boolean ours = card.filing().genre() != Genre.SPONSORED
                        && card.credits().source() == null;
                card.credits().authors().stream()
                        .filter(credit -> ours && !isKnown(credit, known, shelf))
                        .forEach(credit -> credits.computeIfAbsent(credit.reference(), none -> new ArrayList<>())
                                .add(credit));
            }
            credits.values().stream()
                    .filter(one -> one.size() >= REGULAR)
                    .forEach(one -> tell(one.getFirst(), one.size(), shelf, remarks));
        }
    }

    private static Set<String> known(Paper.Shelf shelf, Paper paper) {
        Set<String> known = new HashSet<>();
        for (Author author : shelf.matter().authors().values()) {
            known.add(author.id().value());
            known.add(author.name());
        }
        // Nobody needs a page that says who the paper itself is.
        known.add(shelf.settings().name());
        known.add(paper.site().organisation().name());
        known.add(paper.site().organisation().publicationName());
        return known;
    }

    private static boolean isKnown(Credits.Credit credit, Set<String> known, Paper.Shelf shelf) {
        return isId(credit.reference())
                || !credit.url().isEmpty()
                || known.contains(credit.reference())
                || known.contains(slug(credit, shelf));
    }

    private static String slug(Credits.Credit credit, Paper.Shelf shelf) {
        return Slug.of(credit.reference(), shelf.settings().language().tag());
    }

    private static void tell(Credits.Credit first, int count, Paper.Shelf shelf, Remarks remarks) {
        String folder = shelf.settings().folder();
        remarks.add(
                first.place(),
                "\"" + first.reference() + "\" has written " + count + " articles and has no file in people/: readers"
                        + " learn nothing but the name.",
                "Add content/" + (folder.isEmpty() ? "" : folder + "/") + "people/" + slug(first, shelf) + ".md.");
    }
}
