package press.broadsheet.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.broadsheet.edition.Subject;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.problem.Place;

class PlanTest {
    private static Output page(String path, Subject subject) {
        return new Output.Page(
                new OutputPath(path), new Language("en"), subject, "any", Place.in(Path.of("content", "a.md")));
    }

    @Test
    void goneIsWhatWasWithdrawnAndWhatRedirectsSayIsGoneButNotThePageForWhatIsMissing() {
        var article = new Article.Id("world/river");
        var plan = new Plan(List.of(
                page("index.html", new Subject.Front()),
                page("404.html", new Subject.Missing()),
                page("uk/404.html", new Subject.Missing()),
                page("old/index.html", new Subject.Missing()),
                page("world/river/index.html", new Subject.Withdrawn(article)),
                page("world/bridge/index.html", new Subject.Story(new Article.Id("world/bridge")))));
        assertEquals(Set.of(new OutputPath("old/index.html"), new OutputPath("world/river/index.html")), plan.gone());
    }
}
