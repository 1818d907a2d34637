package press.broadsheet.build;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.PatchedMap;

/**
 * Weighs fronts and articles. Added up from what was seen when pages were made; no page is read for it.
 *
 * @param fronts all, the paper's and those of sections, the heaviest first
 * @param articles all, the heaviest first
 * @param byPath all of both
 */
record Weighing(List<PageWeight> fronts, List<PageWeight> articles, Map<OutputPath, PageWeight> byPath) {
    private static final int NAMED = 3;

    /**
     * @param basePath under which the paper stands
     * @param size of a published file in bytes; 0 if there is none
     */
    static Weighing of(Collection<Output> planned, Companions seen, String basePath, ToLongFunction<OutputPath> size) {
        var scales = new Scales(seen, basePath, size);
        var fronts = new ArrayList<PageWeight>();
        var articles = new ArrayList<PageWeight>();
        for (Output output : planned) {
            switch (Weights.Kind.of(output)) {
                case FRONT -> fronts.add(scales.weigh(output.path()));
                case ARTICLE -> articles.add(scales.weigh(output.path()));
                case NEITHER -> {}
            }
        }
        fronts.sort(PageWeight.HEAVIEST);
        articles.sort(PageWeight.HEAVIEST);
        var byPath = HashMap.<OutputPath, PageWeight>newHashMap(fronts.size() + articles.size());
        Stream.of(fronts, articles).flatMap(List::stream).forEach(page -> byPath.put(page.path(), page));
        return new Weighing(List.copyOf(fronts), List.copyOf(articles), byPath);
    }

    /**
     * The same, of which some files were made again, or for the first time, and others are no more.
     *
     * @param others all of them
     * @param planned those that are there
     */
    Weighing with(
            Set<OutputPath> others,
            Collection<Output> planned,
            Companions seen,
            String basePath,
            ToLongFunction<OutputPath> size) {
        var scales = new Scales(seen, basePath, size);
        List<PageWeight> gone =
                others.stream().map(byPath::get).filter(Objects::nonNull).toList();
        List<PageWeight> nowFronts = weigh(Weights.Kind.FRONT, planned, scales);
        List<PageWeight> nowArticles = weigh(Weights.Kind.ARTICLE, planned, scales);
        var now = new HashMap<OutputPath, PageWeight>();
        Stream.of(nowFronts, nowArticles).flatMap(List::stream).forEach(page -> now.put(page.path(), page));
        return new Weighing(
                with(gone, nowFronts, fronts), with(gone, nowArticles, articles), PatchedMap.of(byPath, now, others));
    }

    private static List<PageWeight> weigh(Weights.Kind kind, Collection<Output> planned, Scales scales) {
        return planned.stream()
                .filter(output -> Weights.Kind.of(output) == kind)
                .map(output -> scales.weigh(output.path()))
                .toList();
    }

    /**
     * Pages in the order of their weights.
     *
     * @param without those that are not to be in it as they were, if they are
     * @param again those that are weighed anew
     */
    private static List<PageWeight> with(List<PageWeight> without, List<PageWeight> again, List<PageWeight> before) {
        var pages = new ArrayList<PageWeight>(before.size() + again.size());
        pages.addAll(before);
        for (PageWeight page : without) {
            int place = Collections.binarySearch(pages, page, PageWeight.HEAVIEST);
            if (place >= 0) {
                pages.remove(place);
            }
        }
        for (PageWeight page : again) {
            int place = Collections.binarySearch(pages, page, PageWeight.HEAVIEST);
            pages.add(place < 0 ? -place - 1 : place, page);
        }
        return List.copyOf(pages);
    }

    /** What one page weighs. */
    static PageWeight weigh(OutputPath page, Companions seen, String basePath, ToLongFunction<OutputPath> size) {
        return new Scales(seen, basePath, size).weigh(page);
    }

    private record Scales(Companions seen, String basePath, ToLongFunction<OutputPath> size, Map<String, Long> known) {
        Scales(Companions seen, String basePath, ToLongFunction<OutputPath> size) {
            this(seen, basePath, size, new HashMap<>());
        }

        PageWeight weigh(OutputPath path) {
            long css = 0;
            long scripts = 0;
            long pictures = 0;
            List<String> loads = seen.imprint(path).parts().loads();
            for (String address : loads) {
                long bytes = known.computeIfAbsent(address, this::sizeOf);
                switch (endingOf(address)) {
                    case "css" -> css += bytes;
                    case "js", "mjs" -> scripts += bytes;
                    default -> pictures += bytes;
                }
            }
            return new PageWeight(path, size.applyAsLong(path), css, scripts, pictures, loads.size() + 1);
        }

        private static String endingOf(String address) {
            return address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        /** Of what another host sends nothing is known. */
        private long sizeOf(String address) {
            if (!address.startsWith(basePath) || address.startsWith("//")) {
                return 0;
            }
            String path = URLDecoder.decode(
                    address.substring(basePath.length())
                            .replaceFirst("[?#].*", "")
                            .replace("+", "%2B"),
                    StandardCharsets.UTF_8);
            return OutputPath.isSafe(path) ? size.applyAsLong(new OutputPath(path)) : 0;
        }
    }

    /** What is told of it. */
    Weights weights() {
        return new Weights(
                fronts.isEmpty() ? null : fronts.getFirst(),
                articles.isEmpty() ? null : articles.getFirst(),
                articles.isEmpty() ? null : articles.get(articles.size() / 2));
    }

    /** Tells what is over the budget that the newsroom has set itself. */
    void check(Hosting.Budget budget, Problems problems) {
        check(fronts, "front", budget.front(), budget, problems);
        check(articles, "article", budget.article(), budget, problems);
        var all = new ArrayList<>(fronts);
        all.addAll(articles);
        List<PageWeight> tooMany = all.stream()
                .filter(page -> budget.requests() > 0 && page.requests() > budget.requests())
                .sorted(Comparator.comparingInt(PageWeight::requests).reversed().thenComparing(PageWeight::path))
                .toList();
        if (!tooMany.isEmpty()) {
            problems.add(
                    WeightFault.OVER_BUDGET,
                    place("requests", budget),
                    count(tooMany, "page") + " more than " + budget.requests() + " files: "
                            + names(tooMany, page -> page.requests() + " files") + ".",
                    "Show fewer pictures there, or raise the budget.");
        }
    }

    private static void check(
            List<PageWeight> pages, String kind, long most, Hosting.Budget budget, Problems problems) {
        List<PageWeight> heavy =
                pages.stream().filter(page -> most > 0 && page.total() > most).toList();
        if (!heavy.isEmpty()) {
            PageWeight first = heavy.getFirst();
            problems.add(
                    WeightFault.OVER_BUDGET,
                    place(kind, budget),
                    count(heavy, kind) + " more than " + kilobytes(most) + ": "
                            + names(heavy, page -> kilobytes(page.total())) + ".",
                    "The heaviest has " + kilobytes(first.pictures()) + " of pictures, " + kilobytes(first.html())
                            + " of HTML, " + kilobytes(first.css()) + " of styles, " + kilobytes(first.scripts())
                            + " of scripts. Make them smaller, or raise the budget.");
        }
    }

    private static String count(List<PageWeight> pages, String kind) {
        return pages.size() == 1 ? "1 " + kind + " loads" : pages.size() + " " + kind + "s load";
    }

    private static String names(List<PageWeight> pages, java.util.function.Function<PageWeight, String> weight) {
        var names = new ArrayList<String>();
        pages.stream().limit(NAMED).forEach(page -> names.add(page.path() + " (" + weight.apply(page) + ")"));
        return String.join(", ", names) + (pages.size() > NAMED ? ", ..." : "");
    }

    private static Place place(String field, Hosting.Budget budget) {
        return budget.place().getOrDefault(field, Place.in(java.nio.file.Path.of("content", "site.yaml")));
    }

    static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
    }
}
