package press.broadsheet.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Article;
import press.broadsheet.news.Language;
import press.broadsheet.text.Fingerprint;

/** What is looked up in a ledger is what reading all of it gives. */
class LedgerLookupTest {
    private static final Language ENGLISH = new Language("en");

    /** More than a portion, so that it must be found in which one something is. */
    private static final int MANY = 10_500;

    @TempDir
    private Path folder = Path.of("");

    private LedgerFile file() {
        return new LedgerFile(new SealedFile(folder.resolve("ledger"), print("program")), new Codecs());
    }

    private static Fingerprint print(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Written written(String text) {
        var sink = new Sink();
        sink.text(text);
        return Written.of(sink);
    }

    private static Article.Id id(int article) {
        return new Article.Id("world/article-" + article);
    }

    private static OutputPath page(int article) {
        return new OutputPath("world/" + article + "/index.html");
    }

    private static Ledger.Kept source(int article, String text) {
        var slot = new SourceStore.Slot(article * 100L, 100, print(text));
        return new Ledger.Kept(article, -article, print(text), print("card " + article), slot, slot);
    }

    private static Ledger.Made made(String bytes, int... needs) {
        return new Ledger.Made(written("plan"), bytes.length(), Numbers.of(needs), List.of(), print(bytes));
    }

    private static Notebook.Entry asked(ArticleNeed<?> need) {
        return new Notebook.Entry.Asked(ENGLISH, need);
    }

    /** Each article has a page that asks for its card and its text; a feed shows the first three. */
    private static Ledger ledger(int articles) {
        var sources = new HashMap<String, Ledger.Kept>();
        var questions = new ArrayList<Notebook.Entry>();
        var answers = new ArrayList<Written>();
        var all = new HashMap<OutputPath, Ledger.Made>();
        for (int i = 0; i < articles; i++) {
            sources.put("world/" + i + ".md", source(i, "text " + i));
            questions.add(asked(new ArticleNeed.OfCard(id(i))));
            answers.add(written("card " + i));
            questions.add(asked(new ArticleNeed.OfBody(id(i))));
            answers.add(written("text " + i));
            all.put(page(i), made("page " + i, 2 * i, 2 * i + 1));
        }
        questions.add(new Notebook.Entry.Together(Numbers.of(0, 3)));
        answers.add(Written.NONE);
        sources.put(
                "world/map.svg",
                new Ledger.Kept(1, 2, print("map"), null, null, new SourceStore.Slot(7, 8, print("m"))));
        all.put(new OutputPath("feed.xml"), made("feed", 1, 3, 5));
        return new Ledger(written("stylebook"), 17, 0, 0, sources, questions, answers, all);
    }

    private LedgerLookup lookup() {
        return file().lookup().orElseThrow();
    }

    private void assertKnows(Ledger all, LedgerLookup some) {
        assertEquals(all.reading(), some.reading());
        assertEquals(all.changes(), some.changes());
        all.sources().forEach((path, kept) -> assertEquals(Optional.of(kept), some.source(path)));
        all.made().forEach((path, made) -> assertEquals(Optional.of(made), some.made(path)));
        for (int number = 0; number < all.questions().size(); number++) {
            LedgerLookup.Question question = some.question(number);
            if (all.questions().get(number) instanceof Notebook.Entry.Asked asked) {
                assertEquals(some.key(asked.language(), asked.need()), question.key());
                assertEquals(all.answers().get(number), question.answer());
            } else {
                assertEquals(
                        new Notebook.Entry.Together(question.needs()),
                        all.questions().get(number));
            }
        }
    }

    private static BitSet bits(int... numbers) {
        var bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    @Test
    void whatIsFoundIsWhatIsReadHoweverMuchItIs() {
        for (int size : List.of(0, 1, 4, 5_000, 10_000, MANY)) {
            Ledger ledger = ledger(Math.max(size, 4));
            file().write(ledger, () -> LedgerIndex.of(ledger), work -> work);
            assertKnows(ledger, lookup());
            assertEquals(
                    Set.of(page(0), new OutputPath("feed.xml")),
                    lookup().shown(id(0)).paths());
            // In the order of names 9999 is the last.
            for (int article = 4; article < size; article += 357) {
                assertEquals(Set.of(page(article)), lookup().shown(id(article)).paths());
            }
            assertEquals(
                    size > 9_999 ? Set.of(page(9_999)) : Set.of(),
                    lookup().shown(id(9_999)).paths());
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        file().write(ledger(30), () -> LedgerIndex.of(ledger(30)), work -> work);
        for (String path : List.of("", "a", "world", "world/100.md", "world/29.mdx", "zzz")) {
            assertEquals(Optional.empty(), lookup().source(path), path);
            assertEquals(Optional.empty(), lookup().made(new OutputPath("x" + path)), path);
        }
        assertEquals(Optional.empty(), lookup().card(print("no card")));
        assertEquals(Set.of(), lookup().shown(id(1_000)).paths());
    }

    @Test
    void aTextIsShownByItsPageAndByAFeed() {
        file().write(ledger(30), () -> LedgerIndex.of(ledger(30)), work -> work);
        LedgerLookup.Shown shown = lookup().shown(id(2));
        assertEquals(Set.of(page(2), new OutputPath("feed.xml")), shown.paths());
        assertEquals(bits(5), shown.questions());
        assertFalse(shown.shared());
        assertEquals(Set.of(page(20)), lookup().shown(id(20)).paths());
    }

    @Test
    void aTextThatManyPagesHaveInCommonIsTold() {
        file().write(ledger(30), () -> LedgerIndex.of(ledger(30)), work -> work);
        assertTrue(lookup().shown(id(1)).shared());
    }

    @Test
    void aCardIsFoundWhereItsSourceIsKept() {
        Ledger ledger = ledger(30);
        file().write(ledger, () -> LedgerIndex.of(ledger), work -> work);
        for (int i = 0; i < 30; i++) {
            assertEquals(Optional.of(source(i, "text " + i).result()), lookup().card(print("card " + i)));
        }
    }

    @Test
    void whatLaterBuildsChangedIsFoundAsTheyLeftIt() {
        LedgerFile file = file();
        Ledger ledger = ledger(30);
        file.write(ledger, () -> LedgerIndex.of(ledger), work -> work);
        var change = new Ledger.Change(
                Map.of("world/4.md", source(400, "another text"), "world/new.md", source(30, "a new text")),
                Map.of(9, written("another text")),
                List.of(asked(new ArticleNeed.OfBody(id(30))), new Notebook.Entry.Together(Numbers.of(9))),
                List.of(written("a new text"), Written.NONE),
                Map.of(page(4), made("another page", 8, 9), page(30), made("new page", 61), page(5), made("five", 9)));
        file.setAside();
        file.append(change);
        LedgerLookup some = lookup();
        assertKnows(file.read().orElseThrow(), some);
        assertEquals(
                Optional.of(source(400, "").result().at()),
                some.card(print("card 400")).map(SourceStore.Slot::at));
        assertEquals(Set.of(page(4), page(5)), some.shown(id(4)).paths());
        assertTrue(some.shown(id(4)).shared());
        assertEquals(Set.of(page(30)), some.shown(id(30)).paths());
        assertEquals(bits(61), some.shown(id(30)).questions());
        var again = new Ledger.Change(
                Map.of(), Map.of(61, written("once more")), List.of(), List.of(), Map.of(page(30), made("more", 61)));
        file.setAside();
        file.append(again);
        assertKnows(file.read().orElseThrow(), lookup());
    }

    @Test
    void whatAnotherProgramWroteCountsAsNone() {
        file().write(ledger(3), () -> LedgerIndex.of(ledger(3)), work -> work);
        var foreign = new LedgerFile(new SealedFile(folder.resolve("ledger"), print("another")), new Codecs());
        assertTrue(foreign.lookup().isEmpty());
    }
}
