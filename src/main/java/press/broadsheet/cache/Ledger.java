package press.broadsheet.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.text.PatchedMap;

/**
 * What one build leaves for the next: how it found each source, what it made of it, and what each file of the paper was
 * made from. Nobody changes one that others have.
 *
 * @param reading what the sources were read by: the stylebook
 * @param looked when a build last began to look at all sources, in nanoseconds of the file system's clock. Those that
 *     are not clearly older may have changed unseen
 * @param time of its file, in nanoseconds of the file system's clock; 0 if it was never written. Published files that
 *     are younger may have been changed by others
 * @param changes how many changes its file holds behind a whole ledger
 * @param sources by path below {@code content/}
 * @param questions all that pages asked, and what others they were made together from
 * @param answers to them, by number, in which cards and texts are fingerprints; {@link Written#NONE} to what was made
 *     together
 * @param made by path
 */
public record Ledger(
        Written reading,
        long looked,
        long time,
        int changes,
        Map<String, Kept> sources,
        List<Notebook.Entry> questions,
        List<Written> answers,
        Map<OutputPath, Made> made) {

    /** What is known before the first build. */
    public static final Ledger EMPTY = new Ledger(Written.NONE, 0, 0, 0, Map.of(), List.of(), List.of(), Map.of());

    /** The same, as a file of that time holds it. */
    public Ledger at(long fileTime) {
        return new Ledger(reading, looked, fileTime, changes, sources, questions, answers, made);
    }

    /**
     * A source as it was read.
     *
     * @param size in bytes
     * @param time when it was last changed, in nanoseconds of the file system's clock
     * @param print of its bytes
     * @param card the fingerprint of the card that it gave; null if it gave none
     * @param text where its typeset text is; null if it has none
     * @param result where that is what it gave, as its reader wrote it
     */
    public record Kept(
            long size,
            long time,
            Fingerprint print,
            @Nullable Fingerprint card,
            SourceStore.@Nullable Slot text,
            SourceStore.Slot result) {

        /** How many bytes are kept of it. */
        public long bytes() {
            return (long) result.length() + (text == null ? 0 : text.length());
        }

        /** The same bytes at another time. */
        public Kept at(long otherTime) {
            return new Kept(size, otherTime, print, card, text, result);
        }

        /** The same, which stands elsewhere. */
        Kept at(Map<SourceStore.Slot, SourceStore.Slot> moved) {
            return new Kept(
                    size,
                    time,
                    print,
                    card,
                    text == null ? null : moved.getOrDefault(text, text),
                    moved.getOrDefault(result, result));
        }
    }

    /**
     * A file of the paper as it was made.
     *
     * @param output what it was planned as; no more than tells it from another plan, unless it is a page or a feed
     * @param size in bytes
     * @param needs what was asked to make it, by number, in order
     * @param problems that were told on the way
     * @param print of its bytes
     */
    public record Made(Written output, long size, Numbers needs, List<Problem> problems, Fingerprint print) {
        /** The same without the file that it was read in. */
        Made alone() {
            return new Made(output.alone(), size, needs, problems, print);
        }

        /** The same after its questions were numbered anew. */
        public Made asking(Numbers moved) {
            return new Made(output, size, moved, problems, print);
        }
    }

    /** The same, of which what sources gave stands elsewhere. */
    public Ledger with(Map<SourceStore.Slot, SourceStore.Slot> moved) {
        var all = HashMap.<String, Kept>newHashMap(sources.size());
        sources.forEach((path, kept) -> all.put(path, kept.at(moved)));
        return new Ledger(reading, looked, time, changes, all, questions, answers, made);
    }

    /**
     * What is other after a build that left most as it was.
     *
     * @param sources that were read again
     * @param answers that are others, by number
     * @param questions that are new; their numbers follow those that were
     * @param newAnswers to them
     * @param made files that were made again
     * @param lost what is no more; none of it is among the others
     */
    public record Change(
            Map<String, Kept> sources,
            Map<Integer, Written> answers,
            List<Notebook.Entry> questions,
            List<Written> newAnswers,
            Map<OutputPath, Made> made,
            Lost lost) {

        /** One after which nothing is lost. */
        public Change(
                Map<String, Kept> sources,
                Map<Integer, Written> answers,
                List<Notebook.Entry> questions,
                List<Written> newAnswers,
                Map<OutputPath, Made> made) {
            this(sources, answers, questions, newAnswers, made, Lost.NOTHING);
        }
    }

    /**
     * What a build did not find any more, or did not make.
     *
     * @param sources by path below {@code content/}
     * @param made files that the paper has no more
     */
    public record Lost(Set<String> sources, Set<OutputPath> made) {
        /** All is still there. */
        public static final Lost NOTHING = new Lost(Set.of(), Set.of());
    }

    /** How many bytes are kept of all sources. */
    public long bytes() {
        return sources.values().stream().mapToLong(Kept::bytes).sum();
    }

    /** How many more they are after a change. */
    public long bytes(Change change) {
        long more = 0;
        for (Map.Entry<String, Kept> one : change.sources().entrySet()) {
            more += one.getValue().bytes() - bytes(one.getKey());
        }
        for (String path : change.lost().sources()) {
            more -= bytes(path);
        }
        return more;
    }

    private long bytes(String path) {
        Kept kept = sources.get(path);
        return kept == null ? 0 : kept.bytes();
    }

    /** The same after a change. */
    public Ledger with(Change change) {
        var allQuestions = new ArrayList<Notebook.Entry>(
                questions.size() + change.questions().size());
        allQuestions.addAll(questions);
        allQuestions.addAll(change.questions());
        var allAnswers = new ArrayList<Written>(allQuestions.size());
        allAnswers.addAll(answers);
        change.answers().forEach(allAnswers::set);
        allAnswers.addAll(change.newAnswers());
        return new Ledger(
                reading,
                looked,
                time,
                changes + 1,
                PatchedMap.of(sources, change.sources(), change.lost().sources()),
                allQuestions,
                allAnswers,
                PatchedMap.of(made, change.made(), change.lost().made()));
    }
}
