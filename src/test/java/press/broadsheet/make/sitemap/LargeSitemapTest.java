package press.broadsheet.make.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.CardDraft;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.SamplePaper;
import press.broadsheet.edition.Subject;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.ForCrawlers;
import press.broadsheet.plan.Materials;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.plan.Planner;
import press.broadsheet.problem.Problems;

/** A paper with more pages than one sitemap may name: none of them is left out, and no part is too long or empty. */
class LargeSitemapTest {
    private static final int ARTICLES = ForCrawlers.MOST_ADDRESSES + 500;
    private static final String ROOT = "https://lantern.example/";
    private static final Pattern LOCATION = Pattern.compile("<loc>" + ROOT + "([^<]*)</loc>");

    private static Plan plan = new Plan(List.of());
    private static NewsDesk desk = new SamplePaper().desk();

    @BeforeAll
    static void printAMonthFullOfNews() {
        var paper = new SamplePaper();
        paper.pageSize = 4;
        for (int i = 0; i < ARTICLES; i++) {
            var draft = new CardDraft((i % 100 == 0 ? "uk/world/n" : "world/n") + i);
            draft.published = SamplePaper.NOW.minus(Duration.ofMinutes(i % 20_000));
            draft.tags = List.of("Rain");
            paper.add(draft);
        }
        plan = Planner.plan(
                paper.paper(), new Materials(List.of(), Map.of(), Set.of(), Hosting.USUAL, List.of()), new Problems());
        desk = paper.desk();
    }

    private static List<Output.Sitemap> parts(Class<? extends Output.SitemapPart> kind) {
        return plan.outputs().stream()
                .filter(Output.Sitemap.class::isInstance)
                .map(Output.Sitemap.class::cast)
                .filter(sitemap -> kind.isInstance(sitemap.part()))
                .toList();
    }

    private static Set<String> named(Class<? extends Output.SitemapPart> kind) {
        var all = new ArrayList<String>();
        List<Output.Sitemap> parts = parts(kind);
        assertTrue(parts.size() > 1, () -> "Only one part: " + parts);
        for (Output.Sitemap part : parts) {
            String xml = new String(new SitemapMaker().make(part, desk, new Problems()), StandardCharsets.UTF_8);
            List<String> here =
                    LOCATION.matcher(xml).results().map(found -> found.group(1)).toList();
            assertTrue(!here.isEmpty() && here.size() <= 50_000, () -> part.path() + " names " + here.size());
            all.addAll(here);
        }
        assertEquals(new HashSet<>(all).size(), all.size(), "an address stands twice");
        return new TreeSet<>(all);
    }

    private static Set<String> planned(Predicate<Subject> which) {
        var pages = new TreeSet<String>();
        for (Output output : plan.outputs()) {
            if (output instanceof Output.Page page && which.test(page.subject())) {
                pages.add(page.path().path().replaceFirst("index\\.html$", ""));
            }
        }
        return pages;
    }

    @Test
    void everyListAndEveryPageOfItIsNamed() {
        assertEquals(
                planned(subject -> !(subject instanceof Subject.Story) && !(subject instanceof Subject.Missing)),
                named(Output.SitemapPart.Pages.class));
    }

    @Test
    void everyArticleOfAMonthIsNamed() {
        assertEquals(planned(Subject.Story.class::isInstance), named(Output.SitemapPart.Month.class));
    }

    @Test
    void theIndexNamesAllParts() {
        Output.Sitemap index = parts(Output.SitemapPart.Index.class).getFirst();
        String xml = new String(new SitemapMaker().make(index, desk, new Problems()), StandardCharsets.UTF_8);
        for (Output.Sitemap part : parts(Output.SitemapPart.class)) {
            assertTrue(
                    part.equals(index) || xml.contains("<loc>" + ROOT + part.path() + "</loc>"), part.path()::toString);
        }
    }
}
