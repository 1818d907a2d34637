package press.broadsheet.build;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.GatheredMap;

/**
 * The files that the published folder has: what each was made from, what lies beside them, and where to find those that asked
 * something. One build fills it; a process that goes on hands it from round to round. To {@link #put} a file in is
 * thread-safe.
 */
final class Printed {
    private final Notebook notebook;
    private final GatheredMap<OutputPath, Ledger.Made> made;
    private Companions companions;
    private boolean renumbered;
    private @Nullable TextIndex index;
    private @Nullable Askers askers;
    private @Nullable QuestionIndex questions;

    /** In all files, as far as they were made before somebody asked or others were made; null if nobody has asked. */
    private @Nullable InlineCode code;

    /** Nothing yet. */
    Printed(Notebook notebook, Companions companions) {
        this(notebook, companions, new GatheredMap<>());
    }

    private Printed(Notebook notebook, Companions companions, GatheredMap<OutputPath, Ledger.Made> made) {
        this.notebook = notebook;
        this.companions = companions;
        this.made = made;
    }

    /** The ledger that was made of this has other numbers than the notebook. */
    void renumbered() {
        renumbered = true;
    }

    /**
     * For a round that follows, in which some of the files are made again. Nobody is to use this one any more: what fails
     * there is made by a build that knows only what was kept.
     *
     * @param last what was kept of this
     */
    Printed next(Ledger last) {
        return renumbered
                ? new Printed(new Notebook(last.questions()), companions, new GatheredMap<>(last.made()))
                : this;
    }

    /** All that was asked. */
    Notebook notebook() {
        return notebook;
    }

    /** What lies beside the files of the plan, and what is known of all. */
    Companions companions() {
        return companions;
    }

    /** These files will be made again: what was seen in them stays known until that is over. */
    void again(Collection<OutputPath> paths) {
        if (code != null) {
            code = companions.code(code);
        }
        companions = companions.again(paths);
    }

    /** A file was made, or stays as it was. */
    void put(OutputPath path, Ledger.Made one) {
        made.put(path, one);
    }

    /** What a file was made from; null of one that is not there. */
    Ledger.@Nullable Made made(OutputPath path) {
        return made.get(path);
    }

    /** The same of all files. */
    Map<OutputPath, Ledger.Made> made() {
        return Collections.unmodifiableMap(made.map());
    }

    /** In bytes; 0 of a file that is not there. */
    long size(OutputPath path) {
        Ledger.Made known = made.get(path);
        return known == null ? 0 : known.size();
    }

    /** The files of the plan that the paper now has: all but those that could not be made. */
    Set<OutputPath> paths() {
        return Collections.unmodifiableSet(made.map().keySet());
    }

    /** All files that the published folder has. */
    Set<OutputPath> published() {
        if (companions.paths().isEmpty()) {
            return paths();
        }
        var all = new HashSet<>(made.map().keySet());
        all.addAll(companions.paths());
        return all;
    }

    /**
     * The same before a round, whatever is put in or taken out in that.
     *
     * @param last what was kept of these
     */
    Set<OutputPath> published(Ledger last) {
        return companions.paths().isEmpty() ? last.made().keySet() : Set.copyOf(published());
    }

    /** Whether all files of a plan could be made. */
    boolean hasAll(Plan plan) {
        Map<OutputPath, Ledger.Made> all = made.map();
        return plan.outputs().stream().allMatch(planned -> all.containsKey(planned.path()));
    }

    /** What the published folder holds. */
    Receipt.Files receipt() {
        return new Receipt.Files(
                made.map().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> new Receipt.Published(
                                one.getKey(), one.getValue().size()))
                        .toList(),
                Receipt.Files.companions(companions.sizes()));
    }

    /** What the pages among these weigh. */
    Weighing weighing(Collection<Output> planned, String basePath) {
        return Weighing.of(planned, companions, basePath, this::size);
    }

    /** What pages hold that a content security policy must name; known when all are made. */
    InlineCode inlineCode() {
        InlineCode now = companions.code(code);
        code = now;
        return now;
    }

    /** The files that may show one of these texts, by the numbers of the questions for them. */
    SortedSet<OutputPath> showing(BitSet texts) {
        return index().showing(texts);
    }

    /**
     * The files that were given one of these answers.
     *
     * @param numbers of the questions
     * @param all how many there are
     */
    SortedSet<OutputPath> asking(BitSet numbers, int all) {
        Askers known = askers;
        if (known == null || known.isWorn()) {
            known = new Askers(made.map(), all);
            askers = known;
        }
        return known.of(numbers);
    }

    /**
     * What was asked, by what it is about.
     *
     * @param last which has the same numbers as the notebook
     * @param alone whether the paper has one edition
     */
    QuestionIndex questions(Ledger last, boolean alone) {
        QuestionIndex known = questions;
        if (known == null) {
            known = new QuestionIndex(last.questions(), alone);
            questions = known;
        }
        return known;
    }

    /**
     * Files are no more.
     *
     * @return these, and what lay beside them
     */
    Set<OutputPath> remove(Set<OutputPath> gone) {
        made.map().keySet().removeAll(gone);
        index().remove(gone);
        if (askers != null) {
            askers.remove(gone);
        }
        var all = new HashSet<>(companions.remove(gone));
        all.addAll(gone);
        return all;
    }

    /**
     * Some files were made again, or for the first time.
     *
     * @param first the number of the first of the questions
     * @param asked questions that were not asked before
     * @return what they were made from
     */
    Map<OutputPath, Ledger.Made> remade(Set<OutputPath> paths, int first, List<Notebook.Entry> asked) {
        var remade = new TreeMap<OutputPath, Ledger.Made>();
        paths.forEach(path -> remade.put(path, Objects.requireNonNull(made.get(path), "Not made")));
        index().add(remade, first, asked);
        if (questions != null) {
            questions.add(first, asked);
        }
        if (askers != null) {
            askers.add(remade);
        }
        return remade;
    }

    /** Tells what was told while the files were made. */
    void tell(Problems problems) {
        index().told().forEach(problems::addAll);
    }

    private TextIndex index() {
        TextIndex known = index;
        if (known == null) {
            known = new TextIndex(made.map(), notebook.entries());
            index = known;
        }
        return known;
    }
}
