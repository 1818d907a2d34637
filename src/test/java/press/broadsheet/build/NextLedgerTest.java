package press.broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.SourceStore;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

class NextLedgerTest {
    private static final Language ENGLISH = new Language("en");

    private static Fingerprint print(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Written written(String text) {
        var sink = new Sink();
        sink.text(text);
        return Written.of(sink);
    }

    private static Ledger.Kept source(String text) {
        return new Ledger.Kept(1, 2, print(text), print("card"), null, new SourceStore.Slot(3, 4, print(text)));
    }

    private static Ledger.Made page(int question, String bytes) {
        return new Ledger.Made(written("plan"), 10, Numbers.of(question), List.of(), print(bytes));
    }

    private static Notebook.Entry question(int article) {
        return new Notebook.Entry.Asked(ENGLISH, new ArticleNeed.OfBody(new Article.Id("article-" + article)));
    }

    private static OutputPath path(int article) {
        return new OutputPath("article-" + article + "/index.html");
    }

    /** A paper of articles, each with a page that asks for its text. */
    private static Ledger ledger(int articles) {
        var sources = new HashMap<String, Ledger.Kept>();
        List<Notebook.Entry> questions = new ArrayList<>();
        var answers = new ArrayList<Written>();
        var made = new HashMap<OutputPath, Ledger.Made>();
        for (int article = 0; article < articles; article++) {
            sources.put(article + ".md", source("text " + article));
            questions.add(question(article));
            answers.add(written("text " + article));
            made.put(path(article), page(article, "page " + article));
        }
        return new Ledger(written("reading"), 5, 6, 0, sources, questions, answers, made);
    }

    private static Ledger after(Ledger last, int changed) {
        var sources = new HashMap<>(last.sources());
        var answers = new ArrayList<>(last.answers());
        var made = new HashMap<>(last.made());
        sources.put(changed + ".md", source("another text"));
        answers.set(changed, written("another text"));
        made.put(path(changed), page(changed, "another page"));
        return new Ledger(last.reading(), 7, 0, 0, sources, last.questions(), answers, made);
    }

    private static void assertKnowsTheSame(Ledger expected, Ledger actual) {
        assertEquals(expected.sources(), actual.sources());
        assertEquals(expected.questions(), actual.questions());
        assertEquals(expected.answers(), actual.answers());
        assertEquals(expected.made(), actual.made());
    }

    @Test
    void ofALittleChangeOnlyThatIsWrittenDown() {
        Ledger last = ledger(100);
        Ledger now = after(last, 17);
        NextLedger next = NextLedger.of(last, now, false);
        Ledger.Change change = next.change().orElseThrow();
        assertEquals(List.of("17.md"), List.copyOf(change.sources().keySet()));
        assertEquals(Map.of(17, written("another text")), change.answers());
        assertEquals(List.of(path(17)), List.copyOf(change.made().keySet()));
        assertKnowsTheSame(now, next.ledger());
        assertEquals(last.looked(), next.ledger().looked(), "what changed since the first look is looked at again");
        assertFalse(next.isRenumbered());
    }

    @Test
    void whatIsNewIsAddedWithItsQuestions() {
        Ledger last = ledger(100);
        Ledger more = ledger(103);
        NextLedger next = NextLedger.of(last, more, false);
        assertEquals(3, next.change().orElseThrow().questions().size());
        assertKnowsTheSame(more, next.ledger());
    }

    @Test
    void ofWhatIsGoneItIsWrittenThatItIs() {
        Ledger last = ledger(100);
        var fewerPages = new HashMap<>(last.made());
        fewerPages.remove(path(3));
        var fewerSources = new HashMap<>(last.sources());
        fewerSources.remove("3.md");
        // One more has come for the one that is gone.
        fewerSources.put("100.md", source("text 100"));
        Ledger lessMade =
                new Ledger(last.reading(), 7, 0, 0, last.sources(), last.questions(), last.answers(), fewerPages);
        Ledger lessRead =
                new Ledger(last.reading(), 7, 0, 0, fewerSources, last.questions(), last.answers(), last.made());
        NextLedger withoutPage = NextLedger.of(last, lessMade, false);
        assertEquals(Set.of(path(3)), withoutPage.change().orElseThrow().lost().made());
        assertKnowsTheSame(lessMade, withoutPage.ledger());
        NextLedger withoutSource = NextLedger.of(last, lessRead, false);
        assertEquals(Set.of("3.md"), withoutSource.change().orElseThrow().lost().sources());
        assertKnowsTheSame(lessRead, withoutSource.ledger());
    }

    @Test
    void aWholeOneIsWrittenIfItMustBe() {
        Ledger last = ledger(100);
        NextLedger next = NextLedger.of(last, after(last, 17), true);
        assertTrue(next.change().isEmpty());
        assertKnowsTheSame(after(last, 17), next.ledger());
    }

    @Test
    void aPaperThatIsReadByOtherSettingsOrMostlyNewIsWrittenDownWhole() {
        Ledger last = ledger(100);
        Ledger now = after(last, 1);
        Ledger other = new Ledger(written("other"), 7, 0, 0, now.sources(), now.questions(), now.answers(), now.made());
        assertTrue(NextLedger.of(last, other, false).change().isEmpty());
        assertTrue(NextLedger.of(Ledger.EMPTY, last, false).change().isEmpty());
        assertTrue(NextLedger.of(ledger(50), last, false).change().isEmpty());
    }

    @Test
    void afterManyChangesItIsWrittenDownWholeAgain() {
        Ledger last = ledger(100);
        int changes = 0;
        for (NextLedger next = NextLedger.of(last, after(last, 0), false);
                next.change().isPresent();
                next = NextLedger.of(last, after(last, changes), false)) {
            last = next.ledger();
            changes++;
            assertEquals(changes, last.changes());
        }
        assertEquals(32, changes);
        assertEquals(0, NextLedger.of(last, after(last, 50), false).ledger().changes());
    }

    @Test
    void questionsThatNobodyAsksLeaveWhenTheyAreMany() {
        Ledger last = ledger(100);
        var made = new HashMap<>(last.made());
        for (int article = 0; article < 20; article++) {
            made.remove(path(article));
        }
        Ledger now = new Ledger(last.reading(), 7, 0, 0, last.sources(), last.questions(), last.answers(), made);
        NextLedger next = NextLedger.of(last, now, false);
        assertTrue(next.isRenumbered());
        assertTrue(next.change().isEmpty());
        assertEquals(80, next.ledger().questions().size());
        Ledger.Made page = Objects.requireNonNull(next.ledger().made().get(path(20)));
        assertEquals(question(20), next.ledger().questions().get(page.needs().get(0)));
        assertEquals(
                written("text 20"), next.ledger().answers().get(page.needs().get(0)));
    }
}
