package press.broadsheet.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
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
            Set<String> known = new HashSet<>();
            for (Author author : shelf.matter().authors().values()) {
                known.add(author.id().value());
                known.add(author.name());
            }
            // Nobody needs a page that says who the paper itself is.
            known.add(shelf.settings().name());
            known.add(paper.site().organisation().name());
            known.add(paper.site().organisation().publicationName());
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<String, Credits.Credit> first = new LinkedHashMap<>();
            for (Card card : shelf.published()) {
                if (card.filing().genre() == Genre.SPONSORED || card.credits().source() != null) {
                    continue;
                }
                for (Credits.Credit credit : card.credits().authors()) {
                    String slug = Slug.of(
                            credit.reference(), shelf.settings().language().tag());
                    if (!isId(credit.reference())
                            && !known.contains(credit.reference())
                            && !known.contains(slug)
                            && credit.url().isEmpty()) {
                        counts.merge(credit.reference(), 1, Integer::sum);
                        first.putIfAbsent(credit.reference(), credit);
                    }
                }
            }
            first.forEach((name, credit) -> {
                int count = counts.getOrDefault(name, 0);
                String slug = Slug.of(name, shelf.settings().language().tag());
                if (count >= REGULAR) {
                    String folder = shelf.settings().folder();
                    remarks.add(
                            credit.place(),
                            "\"" + name + "\" has written " + count + " articles and has no file in people/: readers"
                                    + " learn nothing but the name.",
                            "Add content/" + (folder.isEmpty() ? "" : folder + "/") + "people/" + slug + ".md.");
                }
            });
        }
    }
}
