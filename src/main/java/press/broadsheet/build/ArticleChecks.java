package press.broadsheet.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import press.broadsheet.edition.Claims;
import press.broadsheet.edition.Difference;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.References;
import press.broadsheet.edition.Release;
import press.broadsheet.news.Article;
import press.broadsheet.news.Card;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;

/**
 * What {@link WholeCheck} told of each article, and which articles name what: so that after a few were read again only these are
 * checked, those that name what these are called, and those of which something was told, since a hint may name any article.
 * Tells what a check of all would. Not thread-safe.
 */
final class ArticleChecks {
    private final Map<Article.Id, List<Problem>> told = new HashMap<>();

    /** Articles by what they name; perhaps some that did once. */
    private final Map<String, List<Article.Id>> naming = new HashMap<>();

    /** Those that name somebody or something unknown. */
    private final Set<Article.Id> unknown = new HashSet<>();

    /** How many articles machines would take for one, by what they know them by. */
    private final Map<String, Integer> identities = new HashMap<>();

    /** Of a whole paper. */
    ArticleChecks(Newspaper paper, Newsroom newsroom, Theme theme) {
        var one = new One(paper, newsroom, theme);
        for (Edition edition : paper.editions()) {
            for (Card card : edition.cards()) {
                one.check(edition, card);
                identities.merge(card.naming().uri(), 1, Integer::sum);
            }
        }
    }

    /**
     * Articles were read again.
     *
     * @param before the paper then
     * @param differences of its editions from those of the paper now
     */
    void again(Newspaper before, Newspaper now, List<Difference> differences, Reread read, Theme theme) {
        for (Article.Id id : read.ids()) {
            count(before, id, -1);
            count(now, id, 1);
        }
        var one = new One(now, read.now(), theme);
        for (Article.Id id : others(now, differences, read)) {
            told.remove(id);
            unknown.remove(id);
            for (Edition edition : now.editions()) {
                edition.card(id).ifPresent(card -> one.check(edition, card));
            }
        }
    }

    private void count(Newspaper paper, Article.Id id, int times) {
        for (Edition edition : paper.editions()) {
            edition.card(id)
                    .ifPresent(card -> identities.merge(
                            card.naming().uri(),
                            times,
                            (some, more) -> some + more == 0 ? null : Integer.valueOf(some + more)));
        }
    }

    /** The articles of which something else may be told. */
    private Set<Article.Id> others(Newspaper paper, List<Difference> differences, Reread read) {
        var ids = new HashSet<>(read.ids());
        ids.addAll(told.keySet());
        for (Difference difference : differences) {
            for (String name : difference.names()) {
                ids.addAll(naming.getOrDefault(name, List.of()));
                for (Edition edition : paper.editions()) {
                    // Within an edition its folder may be left out.
                    String folder = edition.settings().folder() + "/";
                    if (name.startsWith(folder)) {
                        ids.addAll(naming.getOrDefault(name.substring(folder.length()), List.of()));
                    }
                }
            }
        }
        return ids;
    }

    /** Tells all that is wrong with the paper. */
    void tell(Newspaper paper, Newsroom newsroom, Theme theme, Problems problems) {
        told.values().forEach(problems::addAll);
        WholeCheck check = WholeCheck.of(paper, newsroom, theme, problems);
        check.matter();
        for (Edition edition : paper.editions()) {
            check.unknown(edition, cards(edition, unknown));
        }
        UnusedThemeFiles.check(newsroom, theme, problems);
    }

    /** Whether no two articles claim one identity, and none that of one that was withdrawn. */
    boolean areUndisputed(List<Release> releases, Newspaper paper, Reread read) {
        if (releases.stream().allMatch(release -> release.withdrawn().isEmpty())) {
            int all = paper.editions().stream()
                    .mapToInt(edition -> edition.cards().size())
                    .sum();
            return identities.size() == all;
        }
        List<Card> come = paper.editions().stream()
                .flatMap(edition -> read.ids().stream().flatMap(id -> edition.card(id).stream()))
                .toList();
        return Claims.areUndisputed(releases, come);
    }

    private static List<Card> cards(Edition edition, Collection<Article.Id> ids) {
        return ids.stream()
                .flatMap(id -> edition.card(id).stream())
                .sorted(Edition.NEWEST_FIRST)
                .toList();
    }

    /** Checks one article after the other, and notes what is to be known of each. */
    private final class One {
        private Problems own = new Problems();
        private WholeCheck check;

        One(Newspaper paper, Newsroom newsroom, Theme theme) {
            this.check = WholeCheck.of(paper, newsroom, theme, own);
        }

        void check(Edition edition, Card card) {
            check.unknown(edition, List.of(card));
            if (!taken().isEmpty()) {
                unknown.add(card.id());
            }
            check.article(edition, card);
            List<Problem> wrong = taken();
            if (!wrong.isEmpty()) {
                told.put(card.id(), wrong);
            }
            names(card).distinct().forEach(name -> {
                List<Article.Id> ids = naming.computeIfAbsent(name, key -> new ArrayList<>(1));
                if (!ids.contains(card.id())) {
                    ids.add(card.id());
                }
            });
        }

        /** What was told since this was last asked. */
        private List<Problem> taken() {
            if (own.isEmpty()) {
                return List.of();
            }
            List<Problem> wrong = own.inOrder();
            own = new Problems();
            check = check.telling(own);
            return wrong;
        }

        private Stream<String> names(Card card) {
            Card.Reference original = card.naming().translationOf();
            return Stream.of(
                            card.apparatus().related(),
                            card.apparatus().follows(),
                            original == null ? List.<Card.Reference>of() : List.of(original),
                            check.links().newsroom().ends(card.id()).links())
                    .flatMap(List::stream)
                    .map(reference -> References.nameIn(reference.text()));
        }
    }
}
