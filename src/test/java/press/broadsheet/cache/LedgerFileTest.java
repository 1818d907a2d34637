package press.broadsheet.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.text.Fingerprint;

class LedgerFileTest {
    /** More than is written at once, and not a multiple of it. */
    private static final int MANY = 25_003;

    @TempDir
    private Path folder = Path.of("");

    private LedgerFile file(String program) {
        return new LedgerFile(new SealedFile(folder.resolve("ledger"), print(program)), new Codecs());
    }

    private static Fingerprint print(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Written written(String text) {
        var sink = new Sink();
        sink.text(text);
        return Written.of(sink);
    }

    private static Ledger ledger(int size) {
        var sources = new HashMap<String, Ledger.Kept>();
        var questions = new ArrayList<Notebook.Entry>();
        var answers = new ArrayList<Written>();
        var made = new HashMap<OutputPath, Ledger.Made>();
        for (int i = 0; i < size; i++) {
            var slot = new SourceStore.Slot(i * 100L, 100, print("slot" + i));
            sources.put(
                    "world/" + i + ".md",
                    new Ledger.Kept(
                            i,
                            -i,
                            print("source" + i),
                            i % 3 == 0 ? null : print("card" + i),
                            i % 2 == 0 ? null : slot,
                            slot));
            questions.add(new Notebook.Entry.Together(i == 0 ? Numbers.of(0) : Numbers.of(i - 1, i)));
            answers.add(Written.NONE);
            made.put(
                    new OutputPath("world/" + i + "/index.html"),
                    new Ledger.Made(written("output" + i), i, Numbers.of(i), List.of(), print("made" + i)));
        }
        return new Ledger(written("reading"), 17, 0, 0, sources, questions, answers, made);
    }

    @Test
    void whatIsReadIsWhatWasWrittenHoweverMuchItIs() {
        for (int size : List.of(0, 1, 10_000, MANY)) {
            Ledger ledger = ledger(size);
            file("one").write(ledger, () -> LedgerIndex.of(ledger), work -> work);
            assertEquals(
                    ledger, file("one").read().map(read -> read.at(0)).orElseThrow(), "with " + size + " of each kind");
        }
    }

    @Test
    void whatIsAddedIsReadWithTheRest() {
        LedgerFile file = file("one");
        Ledger ledger = ledger(3);
        file.write(ledger, () -> LedgerIndex.of(ledger), work -> work);
        file.setAside();
        assertTrue(file.read().isEmpty(), "set aside, it is not there");
        var change = new Ledger.Change(
                Map.of(
                        "new.md",
                        new Ledger.Kept(
                                1, 2, print("new"), print("card"), null, new SourceStore.Slot(5, 6, print("result")))),
                Map.of(1, written("another answer")),
                List.of(new Notebook.Entry.Together(Numbers.of(7))),
                List.of(Written.NONE),
                Map.of());
        file.append(change);
        assertEquals(ledger.with(change), file.read().map(read -> read.at(0)).orElseThrow());
    }

    @Test
    void whatAnotherProgramWroteOrWasDamagedCountsAsNone() throws Exception {
        file("one").write(ledger(20), () -> LedgerIndex.of(ledger(20)), work -> work);
        assertTrue(file("another").read().isEmpty());
        byte[] whole = Files.readAllBytes(folder.resolve("ledger"));
        for (int at = 0; at < whole.length; at += 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            Files.write(folder.resolve("ledger"), damaged);
            assertTrue(file("one").read().isEmpty(), "damaged at " + at);
        }
        Files.write(folder.resolve("ledger"), java.util.Arrays.copyOf(whole, whole.length - 1));
        assertTrue(file("one").read().isEmpty(), "cut short");
    }
}
