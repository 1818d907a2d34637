package press.broadsheet.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import press.broadsheet.news.Card;
import press.broadsheet.news.Named;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Slug;

/** Somebody or something that articles list in two spellings, and that has two pages for it: readers find half of it. */
final class TwinNames implements Rule.OfPaper {
    /** Shorter ones are too often two names. */
    private static final int SHORTEST = 8;

    @Override
    public String id() {
        return "twin-names";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        for (Paper.Shelf shelf : paper.shelves()) {
            for (Named.Kind kind : Named.Kind.values()) {
                var byKey = new TreeMap<String, Map<String, List<Mention>>>();
                for (Card card : shelf.published()) {
                    for (Named named : card.filing().named()) {
                        String key = Spelling.key(named.name());
                        if (named.kind() == kind && key.length() >= SHORTEST) {
                            byKey.computeIfAbsent(key, none -> new TreeMap<>())
                                    .computeIfAbsent(
                                            Slug.of(
                                                    named.name(),
                                                    card.language().tag()),
                                            none -> new ArrayList<>())
                                    .add(new Mention(card, named.name()));
                        }
                    }
                }
                byKey.values().stream().filter(pages -> pages.size() > 1).forEach(pages -> tell(pages, paper, remarks));
            }
        }
    }

    private record Mention(Card card, String name) {}

    /** All but the page with the most articles are told. */
    private static void tell(Map<String, List<Mention>> pages, Paper paper, Remarks remarks) {
        List<List<Mention>> ranked = pages.values().stream()
                .sorted(Comparator.comparingInt((List<Mention> page) -> -page.size()))
                .toList();
        String commonest = ranked.getFirst().getFirst().name();
        for (List<Mention> rarer : ranked.subList(1, ranked.size())) {
            for (Mention mention : rarer) {
                remarks.add(
                        typed(mention, paper),
                        "\"" + mention.name() + "\" is \"" + commonest + "\" in "
                                + articles(ranked.getFirst().size()) + ", and has a page of its own.",
                        "If this is one and the same, spell it alike everywhere. If not, excuse it in one of the articles: checks.");
            }
        }
    }

    private static String articles(int number) {
        return number + (number == 1 ? " other article" : " other articles");
    }

    private static Place typed(Mention mention, Paper paper) {
        List<Passage> fields =
                paper.proof(mention.card().place().file()).map(Proof::passages).orElse(List.of());
        return fields.stream()
                .filter(passage ->
                        passage.kind() == Passage.Kind.FIELD && passage.text().equals(mention.name()))
                .findFirst()
                .map(passage -> passage.place(0))
                .orElse(mention.card().place());
    }
}
