package press.broadsheet.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.ArticleNeed;
import press.broadsheet.desk.EditionDesk;
import press.broadsheet.desk.Holdings;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.RecordingDesk;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.news.Article;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;

/**
 * Makes the files of the paper that are stale, leaves the others as they are, and writes down what each was made from.
 * For one build.
 */
final class Printing {
    /** For what is the same wherever it stands; read again, it stands nowhere. */
    static final Codecs WITHOUT_PLACES =
            new Codecs(Place.class, place -> Fingerprint.NONE, print -> Place.in(Path.of("")));

    /** No output begins with it as it is written. */
    private static final int ONLY_PRINT = 0;

    /** So few questions are asked sooner than others are told to. */
    private static final int FEW = 200;

    private final Newsroom newsroom;
    private final State state;
    private final Workers workers;
    private final Progress progress;
    private final Problems problems;
    private final Newspaper paper;
    private final Holdings holdings;
    private final List<NewsDesk> desks;
    private final Press press;
    private final Notebook notebook;
    private final Answers answers;
    private final Map<OutputPath, Ledger.Made> made;
    private final Supplier<List<Written>> today;
    private boolean renumbered;
    private volatile boolean foundByBytes;
    private final Map<OutputPath, String> stale = new LinkedHashMap<>();
    private Companions companions;
    private @Nullable TextIndex index;
    private @Nullable Askers askers;

    Printing(
            Assembly assembly,
            Newsroom newsroom,
            Theme theme,
            State state,
            Workers workers,
            Progress progress,
            Problems problems,
            Future<Notebook> asked) {
        this.newsroom = newsroom;
        this.state = state;
        this.workers = workers;
        this.progress = progress;
        this.problems = problems;
        this.paper = assembly.paper();
        this.holdings = holdings(assembly, newsroom, theme);
        this.desks = desks(paper, holdings);
        this.press = Press.of(theme, newsroom.sources().content());
        this.made = new ConcurrentHashMap<>();
        this.companions = new Companions(
                newsroom.hosting(), state.lastImprints(), state.last().time());
        this.notebook = Workers.await(asked);
        this.answers = new Answers(desks, newsroom::print, newsroom.bodies());
        // Others plan the paper meanwhile.
        Ledger last = state.last();
        this.today = workers.begin(last.questions().size(), number -> answer(number, last));
    }

    /** The same after some texts were read again; what was made stays until it is made again. */
    private Printing(Printing before, Ledger last, Newsroom newsroom, State state, Workers workers, Problems problems) {
        this.newsroom = newsroom;
        this.state = state;
        this.workers = workers;
        this.progress = Progress.NONE;
        this.problems = problems;
        this.paper = before.paper;
        this.holdings = before.holdings.with(newsroom.bodies()::of);
        this.desks = desks(paper, holdings);
        this.press = before.press;
        this.companions = before.companions;
        this.notebook = before.renumbered ? new Notebook(last.questions()) : before.notebook;
        this.answers = new Answers(desks, newsroom::print, newsroom.bodies());
        // Nobody uses the printing before any more: what fails here is made by a build that knows only what was kept.
        this.made = before.renumbered ? new ConcurrentHashMap<>(last.made()) : before.made;
        this.index = before.renumbered ? null : before.index;
        this.askers = before.renumbered ? null : before.askers;
        this.today = List::of;
    }

    /** The same after articles were touched; what was made stays until it is made again. */
    private Printing(
            Printing before,
            Ledger last,
            Assembly assembly,
            Newsroom newsroom,
            Theme theme,
            State state,
            Workers workers,
            Problems problems) {
        this.newsroom = newsroom;
        this.state = state;
        this.workers = workers;
        this.progress = Progress.NONE;
        this.problems = problems;
        this.paper = assembly.paper();
        this.holdings = holdings(assembly, newsroom, theme);
        this.desks = desks(paper, holdings);
        this.press = Press.of(theme, newsroom.sources().content());
        this.companions = before.companions;
        this.notebook = before.renumbered ? new Notebook(last.questions()) : before.notebook;
        this.answers = new Answers(desks, newsroom::print, newsroom.bodies());
        // As after texts were read again: nobody uses the printing before any more.
        this.made = before.renumbered ? new ConcurrentHashMap<>(last.made()) : before.made;
        this.index = before.renumbered ? null : before.index;
        this.askers = before.renumbered ? null : before.askers;
        this.today = List::of;
    }

    private static Holdings holdings(Assembly assembly, Newsroom newsroom, Theme theme) {
        var addressing = new Addressing(newsroom.site(), assembly.pictures().found(), theme);
        return new Holdings(
                newsroom.bodies()::of,
                addressing.pictures(),
                addressing.assets(),
                newsroom.data(),
                theme.digests(),
                newsroom.hosting(),
                id -> assembly.versions().getOrDefault(id, List.of()));
    }

    private static List<NewsDesk> desks(Newspaper paper, Holdings holdings) {
        return paper.editions().stream()
                .map(edition -> (NewsDesk) new EditionDesk(paper, edition, holdings))
                .toList();
    }

    /**
     * To make again what shows texts that were read again, where nothing else is other than after this printing.
     *
     * @param last what was kept of it
     */
    Printing again(Ledger last, Newsroom read, State now, Workers hands, Problems told) {
        return new Printing(this, last, read, now, hands, told);
    }

    /**
     * To make again what is other after articles were touched, see {@link #remake}.
     *
     * @param last what was kept of this printing
     */
    Printing after(
            Ledger last, Assembly assembly, Newsroom read, Theme theme, State now, Workers hands, Problems told) {
        return new Printing(this, last, assembly, read, theme, now, hands, told);
    }

    /** Brings a published folder up to the plan; nobody sees it before it is committed. */
    void print(Plan plan, OutputTree output) {
        var staleness = new StalePages(state.last(), today.get());
        print(
                plan.outputs().stream()
                        .filter(planned -> !(planned instanceof Output.HostFile))
                        .toList(),
                staleness,
                output);
        // What hosts are told depends on what pages hold.
        print(hostFiles(plan.outputs()), staleness, output);
        companions.sums(output);
    }

    /** What the newsroom allows pages to weigh. */
    Hosting.Budget budget() {
        return newsroom.hosting().budget();
    }

    /** What pages weigh after {@link #reprint}. */
    Weighing weighing(Weighing before) {
        return before.with(stale.keySet(), companions, newsroom.site().basePath(), this::sizeOf);
    }

    /** What pages weigh after {@link #remake}. */
    Weighing weighing(Weighing before, NextPlan plan, Remade remade) {
        var others = new HashSet<>(remade.made().keySet());
        plan.gone().forEach(output -> others.add(output.path()));
        List<Output> planned = others.stream()
                .filter(plan.all()::containsKey)
                .map(path -> Objects.requireNonNull(plan.all().get(path)))
                .toList();
        // What pages load weighs in each of them.
        boolean isLoaded = planned.stream().anyMatch(Output.Asset.class::isInstance)
                || plan.gone().stream().anyMatch(Output.Asset.class::isInstance);
        return isLoaded
                ? weighing(plan.all().values())
                : before.with(others, planned, companions, newsroom.site().basePath(), this::sizeOf);
    }

    private long sizeOf(OutputPath path) {
        Ledger.Made known = made.get(path);
        return known == null ? 0 : known.size();
    }

    /** What pages weigh; after {@link #print}. */
    Weighing weighing(Plan plan) {
        return weighing(plan.outputs());
    }

    private Weighing weighing(Collection<Output> planned) {
        return Weighing.of(planned, companions, newsroom.site().basePath(), this::sizeOf);
    }

    private void print(List<Output> outputs, StalePages staleness, OutputTree output) {
        List<Optional<String>> reasons = workers.map(
                outputs, planned -> staleness.why(planned, this::identity, path -> isThere(path, output)), done -> {});
        var toMake = new ArrayList<Output>();
        var toCatchUp = new ArrayList<OutputPath>();
        for (int i = 0; i < reasons.size(); i++) {
            Output planned = outputs.get(i);
            if (reasons.get(i).isPresent()) {
                stale.put(planned.path(), reasons.get(i).get());
                toMake.add(planned);
            } else {
                keep(planned.path(), state.last(), output);
                if (!companions.keep(planned.path(), output)) {
                    toCatchUp.add(planned.path());
                }
            }
        }
        workers.each(toMake, planned -> make(planned, output), done -> progress.at("making", done, toMake.size()));
        workers.each(toCatchUp, path -> companions.catchUp(path, output), done -> {});
    }

    private List<Output> hostFiles(Collection<Output> outputs) {
        List<Output> planned =
                outputs.stream().filter(Output.HostFile.class::isInstance).toList();
        if (planned.isEmpty()) {
            return planned;
        }
        var code = inlineCode();
        return planned.stream()
                .filter(Output.HostFile.class::isInstance)
                .map(one -> (Output) ((Output.HostFile) one).with(code))
                .toList();
    }

    /** What pages hold that a content security policy must name; known when all are made. */
    private InlineCode inlineCode() {
        var scripts = new TreeSet<String>();
        var styles = new TreeSet<String>();
        companions.imprints().values().forEach(imprint -> {
            scripts.addAll(imprint.parts().scripts());
            styles.addAll(imprint.parts().styles());
        });
        return new InlineCode(List.copyOf(scripts), List.copyOf(styles));
    }

    /** What is made beside the published folder, by name; always, because it is little and nothing is kept of it. */
    Map<String, byte[]> beside(List<Output.HostFile> wanted) {
        var files = new TreeMap<String, byte[]>();
        var code = inlineCode();
        wanted.forEach(planned -> press.make(planned.with(code), desks.getFirst(), problems)
                .ifPresent(bytes -> files.put(planned.path().path(), bytes)));
        return files;
    }

    /** What lies beside the files of the plan, and what is known of all. */
    Companions companions() {
        return companions;
    }

    /** Whether a published file is what the last build made; where its time does not prove that, its bytes do. */
    private boolean isThere(OutputPath path, OutputTree output) {
        Ledger.Made known = state.last().made().get(path);
        if (known == null || output.has(path, known.size(), state.last().time())) {
            return known != null;
        }
        if (output.holds(path, known.size(), known.print())) {
            foundByBytes = true;
            return true;
        }
        return false;
    }

    private void keep(OutputPath path, Ledger last, OutputTree output) {
        Ledger.Made known = last.made().get(path);
        if (known != null) {
            output.keep(path);
            made.put(path, known);
            problems.addAll(known.problems());
        }
    }

    /** Whether it could be made. */
    private boolean make(Output planned, OutputTree output) {
        var told = new Problems();
        var desk = new RecordingDesk(notebook, deskOf(planned));
        Optional<byte[]> bytes = press.make(planned, desk, told);
        bytes.ifPresent(some -> {
            output.write(planned.path(), some);
            companions.made(planned.path(), some, output);
            made.put(
                    planned.path(),
                    new Ledger.Made(
                            identity(planned), some.length, desk.needs(), told.inOrder(), Fingerprint.of(some)));
        });
        problems.addAll(told.inOrder());
        return bytes.isPresent();
    }

    /** The desk of the output's edition; of what is published once, that of the first. */
    private NewsDesk deskOf(Output output) {
        Language language = switch (output) {
            case Output.Page page -> page.language();
            case Output.Feed feed -> feed.language();
            case Output.LiveFile live -> live.language();
            case Output.Notice notice -> notice.language();
            case Output.Sitemap sitemap -> desks.getFirst().language();
            case Output.Asset asset -> desks.getFirst().language();
            case Output.Redirect redirect -> desks.getFirst().language();
            case Output.HostFile file -> desks.getFirst().language();
        };
        return desks.stream()
                .filter(desk -> desk.language().equals(language))
                .findFirst()
                .orElse(desks.getFirst());
    }

    /**
     * What is to be made, and of which bytes, as far as no desk is asked for them; no maker asks where it is declared. Of
     * what may show texts, such that it can be read again.
     */
    private Written identity(Output output) {
        var sink = new Sink();
        WITHOUT_PLACES.write(Output.class, output, sink);
        if (output instanceof Output.Page || output instanceof Output.Feed) {
            return Written.of(sink);
        }
        if (output instanceof Output.Asset asset && asset.source() instanceof Output.AssetSource.Picture picture) {
            Ledger.Kept source = newsroom.sources().kept(picture.path());
            sink.fingerprint(source == null ? Fingerprint.NONE : source.print());
        }
        Fingerprint print = sink.fingerprint();
        sink.clear();
        sink.one(ONLY_PRINT);
        sink.fingerprint(print);
        return Written.of(sink);
    }

    /** What was to be made, if that can be read again; it stands nowhere then. */
    static Optional<Output> planned(Written identity) {
        return identity.read().one() == ONLY_PRINT
                ? Optional.empty()
                : Optional.of(WITHOUT_PLACES.read(Output.class, identity.read()));
    }

    private List<Written> answers(List<Notebook.Entry> questions) {
        return workers.map(questions, this::answer, done -> {});
    }

    /** Today's to a question of the last build; the very same that it had, if that still holds: there are many. */
    private Written answer(int number, Ledger last) {
        Written now = answer(last.questions().get(number));
        Written then = last.answers().get(number);
        return now.equals(then) ? then : now;
    }

    /** That of today; none to what was made together. */
    private Written answer(Notebook.Entry question) {
        return question instanceof Notebook.Entry.Asked asked ? answers.of(asked) : Written.NONE;
    }

    /** Why each file was made that was made. */
    Map<OutputPath, String> reasons() {
        return stale;
    }

    /** Whether all files of a plan could be made. */
    boolean hasAll(Plan plan) {
        return plan.outputs().stream().allMatch(planned -> made.containsKey(planned.path()));
    }

    /** The files of the plan that the paper now has: all but those that could not be made. */
    Set<OutputPath> paths() {
        return made.keySet();
    }

    /** What the published folder holds. */
    Receipt.Files receipt() {
        return new Receipt.Files(
                new TreeMap<>(made)
                        .entrySet().stream()
                                .map(one -> new Receipt.Published(
                                        one.getKey(), one.getValue().size()))
                                .toList(),
                Receipt.Files.companions(companions.sizes()));
    }

    /** All files that the published folder has. */
    Set<OutputPath> published() {
        if (companions.paths().isEmpty()) {
            return Collections.unmodifiableSet(made.keySet());
        }
        var all = new HashSet<>(made.keySet());
        all.addAll(companions.paths());
        return all;
    }

    /** What was told while the files were made; after {@link #reprint}. */
    void tellAgain() {
        index().told().forEach(problems::addAll);
    }

    private TextIndex index() {
        TextIndex known = index;
        if (known == null) {
            known = new TextIndex(made, notebook.entries());
            index = known;
        }
        return known;
    }

    /** Whether the last build left the same paper, made from the same sources, and knew as much as this one. */
    boolean isAsBefore() {
        return stale.isEmpty()
                // What a ledger of today knows by times must not be read again and again.
                && !foundByBytes
                && !companions.hasCaughtUp()
                && made.size() == state.last().made().size()
                && newsroom.reading().equals(state.last().reading())
                && newsroom.sources().taken().equals(state.last().sources());
    }

    /**
     * What this build leaves for the next.
     *
     * @param looked when this build began to look at its sources
     */
    NextLedger ledger(long looked) {
        List<Notebook.Entry> questions = notebook.entries();
        var prints = new ArrayList<>(today.get());
        prints.addAll(answers(notebook.entries(prints.size())));
        var now = new Ledger(
                newsroom.reading(), looked, 0, 0, newsroom.sources().taken(), questions, prints, new HashMap<>(made));
        NextLedger next = NextLedger.of(state.last(), now, state.isCrowded(now));
        renumbered = next.isRenumbered();
        return next;
    }

    /**
     * Makes again what shows these texts, and nothing else.
     *
     * @param texts that are others, and their fingerprints
     * @param round that this one follows; its ledger has the numbers of this notebook
     * @return what is other now; empty if more than pages would have to be made again
     */
    Optional<Ledger.Change> reprint(Map<Article.Id, Fingerprint> texts, LastRound round, OutputTree output) {
        Ledger last = round.ledger();
        var changed = new TreeMap<Integer, Written>();
        var numbers = new BitSet();
        texts.forEach((id, print) -> notebook.numbers(new ArticleNeed.OfBody(id)).stream()
                .filter(number -> number < last.questions().size())
                .forEach(number -> {
                    changed.put(number, Answers.of(print));
                    numbers.set(number);
                }));
        if (round.shared().intersects(numbers)) {
            return Optional.empty();
        }
        var toMake = new ArrayList<Output>();
        for (OutputPath path : index().showing(numbers)) {
            Ledger.Made one = made.get(path);
            if (one != null && one.needs().anyOf(numbers)) {
                toMake.add(Objects.requireNonNull(round.planned().get(path), "Made and not planned"));
                stale.put(path, StalePages.words(last, one.needs(), numbers));
            }
        }
        companions = companions.again(stale.keySet());
        var whole = new AtomicBoolean(true);
        workers.each(
                toMake,
                one -> {
                    if (!make(one, output)) {
                        whole.set(false);
                    }
                },
                done -> {});
        if (!whole.get() || !companions.hasSameCode(stale.keySet()) || !companions.hasSameFiles(stale.keySet())) {
            return Optional.empty();
        }
        companions.sums(output);
        var remade = new TreeMap<OutputPath, Ledger.Made>();
        stale.keySet().forEach(path -> remade.put(path, made.get(path)));
        List<Notebook.Entry> asked = notebook.entries(last.questions().size());
        index().add(remade, last.questions().size(), asked);
        if (askers != null) {
            askers.add(remade);
        }
        return Optional.of(new Ledger.Change(Map.of(), changed, asked, answers(asked), remade));
    }

    /**
     * What is other after {@link #remake}.
     *
     * @param answers that are others, by number
     * @param questions that were not asked before
     * @param newAnswers to them
     * @param made files that were made, for the first time or again
     * @param removed files that are not planned any more, and what lay beside them
     */
    record Remade(
            Map<Integer, Written> answers,
            List<Notebook.Entry> questions,
            List<Written> newAnswers,
            Map<OutputPath, Ledger.Made> made,
            Set<OutputPath> removed) {}

    /**
     * Makes what is planned in another way than in the last round, and what was given another answer then. Nobody looks
     * whether all else is still there.
     *
     * @param round that this one follows; its ledger has the numbers of this notebook
     * @param same which answers are surely as they were
     * @return empty if more would have to be made again
     */
    Optional<Remade> remake(NextPlan plan, LastRound round, SameAnswers same, OutputTree output) {
        Ledger last = round.ledger();
        Map<Integer, Written> changed = otherAnswers(last, same);
        var staleness = new StalePages(last, changed::containsKey);
        if (round.shared().intersects(staleness.changed())) {
            notebook.forgetShared();
        }
        Askers all = askers(last);
        List<Output> toMake = toMake(plan, all.of(staleness.changed()), staleness);
        Set<OutputPath> lost = plan.lost();
        all.remove(lost);
        made.keySet().removeAll(lost);
        index().remove(lost);
        var removed = new HashSet<>(companions.remove(lost));
        removed.addAll(lost);
        companions = companions.again(stale.keySet());
        boolean isWhole = make(toMake, output);
        List<Output> hostFiles = hostFiles(plan.hostFiles()).stream()
                .filter(one -> isStale(one, staleness))
                .toList();
        isWhole &= make(hostFiles, output);
        List<OutputPath> replaced =
                stale.keySet().stream().filter(round.planned()::containsKey).toList();
        if (!isWhole || !companions.hasSameFiles(replaced)) {
            return Optional.empty();
        }
        companions.sums(output);
        var remade = new TreeMap<OutputPath, Ledger.Made>();
        stale.keySet().forEach(path -> remade.put(path, Objects.requireNonNull(made.get(path))));
        List<Notebook.Entry> asked = notebook.entries(last.questions().size());
        index().add(remade, last.questions().size(), asked);
        all.add(remade);
        return Optional.of(new Remade(changed, asked, answers(asked), remade, removed));
    }

    /** @param asking files that were given an answer which is another now */
    private List<Output> toMake(NextPlan plan, Set<OutputPath> asking, StalePages staleness) {
        var candidates = new TreeSet<>(asking);
        plan.come().forEach(one -> candidates.add(one.path()));
        var toMake = new ArrayList<Output>();
        for (OutputPath path : candidates) {
            Output one = plan.all().get(path);
            if (one != null && !(one instanceof Output.HostFile) && isStale(one, staleness)) {
                toMake.add(one);
            }
        }
        return toMake;
    }

    /** Whether all could be made. */
    private boolean make(List<Output> outputs, OutputTree output) {
        var whole = new AtomicBoolean(true);
        workers.each(
                outputs,
                one -> {
                    if (!make(one, output)) {
                        whole.set(false);
                    }
                },
                done -> {});
        return whole.get();
    }

    private Askers askers(Ledger last) {
        Askers known = askers;
        if (known == null || known.isWorn()) {
            known = new Askers(made, last.questions().size());
            askers = known;
        }
        return known;
    }

    private boolean isStale(Output planned, StalePages staleness) {
        Optional<String> reason = staleness.why(planned, this::identity, path -> true);
        reason.ifPresent(words -> stale.put(planned.path(), words));
        return reason.isPresent();
    }

    /** Today's answers that are others than the last, by number. */
    private Map<Integer, Written> otherAnswers(Ledger last, SameAnswers same) {
        var open = new ArrayList<Integer>();
        for (int number = 0; number < last.questions().size(); number++) {
            if (!same.has(last.questions().get(number))) {
                open.add(number);
            }
        }
        List<Written> now = open.size() < FEW
                ? open.stream().map(number -> answer(number, last)).toList()
                : workers.map(open, number -> answer(number, last), done -> {});
        var others = new TreeMap<Integer, Written>();
        for (int i = 0; i < open.size(); i++) {
            if (!now.get(i).equals(last.answers().get(open.get(i)))) {
                others.put(open.get(i), now.get(i));
            }
        }
        return others;
    }
}
