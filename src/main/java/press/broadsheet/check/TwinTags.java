package press.broadsheet.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import press.broadsheet.news.Card;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.text.Slug;

/**
 * Tags that are one word: they differ in letter case, accents or hyphens, and share a page, which shows one of them; or
 * they differ in number and split what belongs together over two pages.
 */
final class TwinTags implements Rule.OfPaper {
    /** What stands in YAML as it is, wherever it stands. */
    private static final Pattern SAFE = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} -]*");

    private static final List<String> YAML_WORDS = List.of("true", "false", "null", "yes", "no");

    @Override
    public String id() {
        return "twin-tags";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Paper paper, Remarks remarks) {
        for (Paper.Shelf shelf : paper.shelves()) {
            String language = shelf.settings().language().tag();
            var bySlug = new TreeMap<String, Map<String, List<Card>>>();
            for (Card card : shelf.published()) {
                for (String tag : card.filing().tags()) {
                    bySlug.computeIfAbsent(Slug.of(tag, language), none -> new TreeMap<>())
                            .computeIfAbsent(tag, none -> new ArrayList<>())
                            .add(card);
                }
            }
            bySlug.values().stream()
                    .filter(forms -> forms.size() > 1)
                    .forEach(forms -> tellForms(forms, paper, remarks));
            if (shelf.settings().language().primary().equals("en")) {
                tellNumbers(bySlug, paper, remarks);
            }
        }
    }

    private void tellForms(Map<String, List<Card>> forms, Paper paper, Remarks remarks) {
        List<String> ranked = forms.keySet().stream()
                .sorted(Comparator.comparingInt(
                        (String form) -> -forms.getOrDefault(form, List.of()).size()))
                .toList();
        String commonest = ranked.getFirst();
        int most = forms.getOrDefault(commonest, List.of()).size();
        for (String form : ranked.subList(1, ranked.size())) {
            List<Card> cards = forms.getOrDefault(form, List.of());
            boolean certain = cards.size() < most;
            for (Card card : cards) {
                Optional<Passage> typed = typed(card, form, paper);
                remarks.add(
                        typed.map(passage -> passage.place(passage.text().indexOf(form)))
                                .orElse(card.place()),
                        "The tag \"" + form + "\" is \"" + commonest + "\" in " + articles(most) + ".",
                        "Write it alike everywhere: their page shows one of the two.",
                        certain ? fix(typed.orElse(null), form, commonest) : null);
            }
        }
    }

    private static void tellNumbers(Map<String, Map<String, List<Card>>> bySlug, Paper paper, Remarks remarks) {
        bySlug.forEach((slug, forms) -> {
            Map<String, List<Card>> plural = bySlug.get(slug + "s");
            if (plural == null || slug.length() < 4 || slug.endsWith("s")) {
                return;
            }
            boolean singularIsRarer = count(forms) <= count(plural);
            Map<String, List<Card>> rarer = singularIsRarer ? forms : plural;
            Map<String, List<Card>> other = singularIsRarer ? plural : forms;
            String form = rarer.keySet().iterator().next();
            Card card = rarer.getOrDefault(form, List.of()).getFirst();
            remarks.add(
                    typed(card, form, paper)
                            .map(passage -> passage.place(passage.text().indexOf(form)))
                            .orElse(card.place()),
                    "The tags \"" + form + "\" (" + articles(count(rarer)) + ") and \""
                            + other.keySet().iterator().next() + "\" (" + articles(count(other))
                            + ") have two pages for one thing.",
                    "Keep one of the two.");
        });
    }

    private static int count(Map<String, List<Card>> forms) {
        return forms.values().stream().mapToInt(List::size).sum();
    }

    private static String articles(int number) {
        return number + (number == 1 ? " article" : " articles");
    }

    private static Optional<Passage> typed(Card card, String form, Paper paper) {
        List<Passage> tags = paper.proof(card.place().file())
                .map((Proof proof) -> proof.field("tags"))
                .orElse(List.of());
        return tags.stream()
                .filter(passage -> passage.text().equals(form))
                .findFirst()
                .or(() -> tags.stream()
                        .filter(passage -> passage.text().contains(form))
                        .findFirst());
    }

    private static @org.jspecify.annotations.Nullable Fix fix(
            @org.jspecify.annotations.Nullable Passage typed, String form, String commonest) {
        boolean sure = typed != null
                && typed.text().equals(form)
                && typed.isWhole(0, form.length())
                && SAFE.matcher(commonest).matches()
                && !YAML_WORDS.contains(commonest.toLowerCase(java.util.Locale.ROOT));
        return sure && typed != null ? new Fix(typed.place(0), form, commonest) : null;
    }
}
