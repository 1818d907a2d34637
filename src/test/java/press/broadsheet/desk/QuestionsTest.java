package press.broadsheet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import press.broadsheet.desk.Notebook.Entry;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;

class QuestionsTest {
    private static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("uk"));

    /** One of 4,000 questions in either language; equal ones are not the same object. */
    private static Entry.Asked question(Random random) {
        var id = new Article.Id("world/" + random.nextInt(1000));
        Need<?> need = switch (random.nextInt(4)) {
            case 0 -> new ArticleNeed.OfCard(id);
            case 1 -> new ArticleNeed.OfBody(id);
            case 2 -> new ArticleNeed.OfNeighbours(id);
            default -> new ArticleNeed.OfTarget(id.path());
        };
        return new Entry.Asked(LANGUAGES.get(random.nextInt(2)), need);
    }

    @Test
    void eachQuestionKeepsItsNumberAsInAMap() {
        var random = new Random(17);
        var questions = new Questions();
        Map<Entry.Asked, Integer> expected = new HashMap<>();
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 60_000; i++) {
            if (i % 100 == 0) {
                var together = new Entry.Together(Numbers.of(i));
                assertEquals(all.size(), questions.add(together));
                all.add(together);
            }
            Entry.Asked asked = question(random);
            Integer known = expected.putIfAbsent(asked, all.size());
            if (known == null) {
                all.add(asked);
            }
            assertEquals(expected.get(asked), questions.number(asked.language(), asked.need()));
        }
        assertEquals(all, questions.from(0));
        assertEquals(all.subList(500, all.size()), questions.from(500));
    }

    @Test
    void whatEarlierBuildsNotedHasTheSameNumbers() {
        var random = new Random(18);
        var first = new Questions();
        for (int i = 0; i < 5000; i++) {
            Entry.Asked asked = question(random);
            first.number(asked.language(), asked.need());
        }
        var second = new Questions();
        second.addAll(first.from(0));
        first.from(0).forEach(entry -> {
            var asked = (Entry.Asked) entry;
            assertEquals(first.number(asked.language(), asked.need()), second.number(asked.language(), asked.need()));
        });
        int next = first.from(0).size();
        assertEquals(next, second.number(LANGUAGES.getFirst(), new PageNeed.OfString("new")));
    }

    @Test
    void oneQuestionHasANumberInEachEditionThatAskedIt() {
        var questions = new Questions();
        var card = new ArticleNeed.OfCard(new Article.Id("world/river"));
        var expected = new BitSet();
        LANGUAGES.forEach(language -> expected.set(questions.number(language, card)));
        questions.number(LANGUAGES.getFirst(), new ArticleNeed.OfBody(new Article.Id("world/river")));
        assertEquals(2, expected.cardinality());
        assertEquals(expected, questions.numbers(card));
        assertTrue(questions
                .numbers(new ArticleNeed.OfCard(new Article.Id("world/other")))
                .isEmpty());
    }

    @Test
    void threadsThatAskTheSameAtOnceGetTheSameNumbers() throws Exception {
        for (int round = 0; round < 20; round++) {
            int seed = round;
            var questions = new Questions();
            Callable<Map<Entry.Asked, Integer>> asking = () -> {
                var random = new Random(seed);
                Map<Entry.Asked, Integer> numbers = new HashMap<>();
                for (int i = 0; i < 8000; i++) {
                    Entry.Asked asked = question(random);
                    int number = questions.number(asked.language(), asked.need());
                    assertEquals(number, numbers.getOrDefault(asked, number), "it keeps its number");
                    numbers.put(asked, number);
                }
                return numbers;
            };
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Future<Map<Entry.Asked, Integer>>> running =
                        threads.invokeAll(List.of(asking, asking, asking, asking));
                Map<Entry.Asked, Integer> first = running.getFirst().get();
                for (var one : running) {
                    assertEquals(first, one.get());
                }
                assertEquals(first.size(), new HashSet<>(first.values()).size(), "each has its own");
                assertEquals(first.size(), questions.from(0).size());
                first.forEach((asked, number) ->
                        assertEquals(asked, questions.from(number).getFirst()));
            }
        }
    }
}
