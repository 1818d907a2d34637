package press.broadsheet.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.edition.Difference;
import press.broadsheet.edition.Edition;
import press.broadsheet.edition.Listing;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.LetterCase;

/**
 * All that is planned, by what it is about: so that after a few articles changed only what is about them, about lists in which
 * they stand, or about neither, need be planned again. What a plan holds of an article follows from its card, and of a list
 * from the list; that no two files share an address is seen by looking at those that came. Not thread-safe.
 */
public final class KeptPlan {
    private final Map<Language, Map<Article.Id, List<Output>>> articles = new HashMap<>();
    private final Map<Language, Map<Listing.Id, List<Output>>> lists = new HashMap<>();
    private List<Output> others = new ArrayList<>();
    private final Addresses addresses = new Addresses();

    /**
     * Of a plan of which nothing was told.
     *
     * @param planned all of it
     */
    public KeptPlan(Collection<Output> planned) {
        planned.forEach(output -> {
            addresses.add(output);
            piece(output).add(output);
        });
    }

    /** What is other in a plan. */
    public record Change(List<Output> come, List<Output> gone) {}

    private List<Output> piece(Output output) {
        return switch (output) {
            case Output.Page page ->
                switch (page.subject()) {
                    case Subject.Story story -> article(page.language(), story.article());
                    case Subject.Entries entries -> article(page.language(), entries.article());
                    case Subject.Listed listed -> list(page.language(), listed.listing());
                    default -> others;
                };
            case Output.LiveFile live -> article(live.language(), live.article());
            case Output.Feed feed -> list(feed.language(), feed.listing());
            default -> others;
        };
    }

    private List<Output> article(Language language, Article.Id id) {
        return articles.computeIfAbsent(language, key -> new HashMap<>())
                .computeIfAbsent(id, key -> new ArrayList<>(1));
    }

    private List<Output> list(Language language, Listing.Id id) {
        return lists.computeIfAbsent(language, key -> new HashMap<>()).computeIfAbsent(id, key -> new ArrayList<>(1));
    }

    /**
     * What {@link Planner} would plan of a paper in another way than before.
     *
     * @param differences of its editions from those of which this is the plan, in their order
     * @return empty if that cannot be told without planning all of it, or if something would have to be said of it; this is
     *     then of no more use
     */
    public Optional<Change> after(Newspaper paper, List<Difference> differences, Materials materials) {
        var untold = new Problems();
        var planner = new Planner(paper, materials, Output::place, untold);
        if (planner.hasFormer()) {
            return Optional.empty();
        }
        var before = new LinkedHashMap<OutputPath, Output>();
        others.forEach(output -> before.put(output.path(), output));
        for (int i = 0; i < differences.size(); i++) {
            Edition edition = paper.editions().get(i);
            Language language = edition.settings().language();
            planner.beside(edition);
            for (Article.Id id : differences.get(i).articles()) {
                take(articles.getOrDefault(language, Map.of()).get(id), before);
                edition.card(id).ifPresent(card -> planner.article(edition, card));
            }
            for (Listing.Id id : differences.get(i).listings()) {
                take(lists.getOrDefault(language, Map.of()).get(id), before);
                planner.list(edition, id);
            }
        }
        planner.once();
        List<Output> now = planner.outputs();
        if (!untold.isEmpty()) {
            return Optional.empty();
        }
        var come = new ArrayList<Output>();
        addOthers(now, before, come);
        before.values().stream()
                .filter(output -> !(output instanceof Output.HostFile))
                .forEach(addresses::remove);
        if (!come.stream().allMatch(addresses::take)) {
            return Optional.empty();
        }
        // Hosts are told where all the rest stands; what they look for stays where it is.
        List<Output> forHosts = planner.hostFiles(addresses.tops.keySet());
        addOthers(forHosts, before, come);
        others = new ArrayList<>();
        now.forEach(output -> piece(output).add(output));
        others.addAll(forHosts);
        return Optional.of(new Change(come, List.copyOf(before.values())));
    }

    /** @param before what was planned; what is planned in the same way is taken out */
    private static void addOthers(List<Output> now, Map<OutputPath, Output> before, List<Output> others) {
        for (Output output : now) {
            if (output.equals(before.get(output.path()))) {
                before.remove(output.path());
            } else {
                others.add(output);
            }
        }
    }

    /** What hosts look for in the published folder. */
    public List<Output> hostFiles() {
        return others.stream().filter(Output.HostFile.class::isInstance).toList();
    }

    /** Takes a piece out; what it held is added to some. */
    private static void take(@Nullable List<Output> piece, Map<OutputPath, Output> some) {
        if (piece != null) {
            piece.forEach(output -> some.put(output.path(), output));
            piece.clear();
        }
    }

    /** The addresses that are taken, and the folders that something stands in. */
    private static final class Addresses {
        private final Map<String, Integer> files = new HashMap<>();
        private final Map<String, Integer> folders = new HashMap<>();

        /** The first parts of addresses, as they are written. */
        private final Map<String, Integer> tops = new HashMap<>();

        void add(Output output) {
            count(output, 1);
        }

        void remove(Output output) {
            count(output, -1);
        }

        private void count(Output output, int one) {
            String path = output.path().path();
            String key = LetterCase.fold(path);
            count(key, one, files);
            for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
                count(key.substring(0, slash), one, folders);
            }
            if (path.indexOf('/') > 0) {
                count(path.substring(0, path.indexOf('/')), one, tops);
            }
        }

        private static void count(String name, int one, Map<String, Integer> counts) {
            counts.merge(name, one, (some, more) -> some + more == 0 ? null : Integer.valueOf(some + more));
        }

        /** Whether nothing stands there, below it, or as a file where it needs a folder; if so, it is taken. */
        boolean take(Output output) {
            String key = LetterCase.fold(output.path().path());
            boolean isFree = !files.containsKey(key) && !folders.containsKey(key);
            for (int slash = key.lastIndexOf('/'); slash > 0 && isFree; slash = key.lastIndexOf('/', slash - 1)) {
                isFree = !files.containsKey(key.substring(0, slash));
            }
            if (isFree) {
                add(output);
            }
            return isFree;
        }
    }
}
