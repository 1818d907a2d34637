package press.broadsheet.build;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.desk.EditionDesk;
import press.broadsheet.desk.Holdings;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.RecordingDesk;
import press.broadsheet.edition.Newspaper;
import press.broadsheet.files.OutputPath;
import press.broadsheet.files.OutputTree;
import press.broadsheet.files.PictureFile;
import press.broadsheet.make.asset.AssetMaker;
import press.broadsheet.make.feed.FeedMaker;
import press.broadsheet.make.live.LiveFileMaker;
import press.broadsheet.make.page.PageMaker;
import press.broadsheet.news.Article;
import press.broadsheet.news.Hosting;
import press.broadsheet.news.Language;
import press.broadsheet.news.Version;
import press.broadsheet.plan.InlineCode;
import press.broadsheet.plan.Output;
import press.broadsheet.plan.Plan;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;
import press.broadsheet.view.Views;

/**
 * Makes the files of the paper that are stale, leaves the others as they are, and writes down what each was made from.
 * For one build.
 */
final class Printing {
    private final Newsroom newsroom;
    private final State state;
    private final Workers workers;
    private final Progress progress;
    private final Problems problems;
    private final List<NewsDesk> desks = new ArrayList<>();
    private final Press press;
    private final Notebook notebook;
    private final Answers answers;
    private final Map<OutputPath, Ledger.Made> made = new ConcurrentHashMap<>();
    private List<Fingerprint> today = List.of();
    private final Map<OutputPath, String> stale = new LinkedHashMap<>();
    private final Companions companions;

    Printing(
            Newspaper paper,
            Newsroom newsroom,
            Theme theme,
            Map<String, PictureFile> pictures,
            State state,
            Workers workers,
            Progress progress,
            Problems problems,
            Map<Article.Id, List<Version>> versions) {
        this.newsroom = newsroom;
        this.state = state;
        this.workers = workers;
        this.progress = progress;
        this.problems = problems;
        var addressing = new Addressing(newsroom.site(), pictures, theme);
        var holdings = new Holdings(
                newsroom.bodies()::of,
                addressing.pictures(),
                addressing.assets(),
                newsroom.data(),
                theme.digests(),
                newsroom.hosting(),
                id -> versions.getOrDefault(id, List.of()));
        paper.editions().forEach(edition -> desks.add(new EditionDesk(paper, edition, holdings)));
        var views = new Views();
        this.press = new Press(
                new PageMaker(theme.templates(), views),
                new FeedMaker(views::entry),
                new LiveFileMaker(views),
                new AssetMaker(newsroom.sources().content()::read, (name, told) -> theme.asset(name)));
        this.companions = new Companions(
                newsroom.hosting(), state.lastImprints(), state.last().time());
        this.notebook = new Notebook(state.last().questions());
        this.answers = new Answers(desks, newsroom::print, newsroom.bodies()::print);
    }

    /** Brings a published folder up to the plan; nobody sees it before it is committed. */
    void print(Plan plan, OutputTree output) {
        Ledger last = state.last();
        today = answers(last.questions(), 0);
        var staleness = new StalePages(last, today);
        print(
                plan.outputs().stream()
                        .filter(planned -> !(planned instanceof Output.HostFile))
                        .toList(),
                staleness,
                output);
        // What hosts are told depends on what pages hold.
        print(hostFiles(plan), staleness, output);
        companions.sums(output);
    }

    /** What the newsroom allows pages to weigh. */
    Hosting.Budget budget() {
        return newsroom.hosting().budget();
    }

    /** What pages weigh; after {@link #print}. */
    Weighing weighing(Plan plan) {
        return Weighing.of(plan, companions, newsroom.site().basePath(), path -> {
            Ledger.Made known = made.get(path);
            return known == null ? 0 : known.size();
        });
    }

    private void print(List<Output> outputs, StalePages staleness, OutputTree output) {
        Map<OutputPath, String> found = staleness.of(outputs, this::identity, path -> isThere(path, output));
        stale.putAll(found);
        var toMake = new ArrayList<Output>();
        var toCatchUp = new ArrayList<OutputPath>();
        for (Output planned : outputs) {
            if (found.containsKey(planned.path())) {
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

    private List<Output> hostFiles(Plan plan) {
        var code = inlineCode();
        return plan.outputs().stream()
                .filter(Output.HostFile.class::isInstance)
                .map(planned -> (Output) ((Output.HostFile) planned).with(code))
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
    Map<String, byte[]> beside(Plan plan) {
        var files = new TreeMap<String, byte[]>();
        var code = inlineCode();
        plan.beside()
                .forEach(planned -> press.make(planned.with(code), desks.getFirst(), problems)
                        .ifPresent(bytes -> files.put(planned.path().path(), bytes)));
        return files;
    }

    /** What lies beside the files of the plan, and what is known of all. */
    Companions companions() {
        return companions;
    }

    private boolean isThere(OutputPath path, OutputTree output) {
        Ledger.Made known = state.last().made().get(path);
        return known != null && output.has(path, known.size(), state.last().time());
    }

    private void keep(OutputPath path, Ledger last, OutputTree output) {
        Ledger.Made known = last.made().get(path);
        if (known != null) {
            output.keep(path);
            made.put(path, known);
            problems.addAll(known.problems());
        }
    }

    private void make(Output planned, OutputTree output) {
        var told = new Problems();
        var desk = new RecordingDesk(notebook, deskOf(planned));
        press.make(planned, desk, told).ifPresent(bytes -> {
            output.write(planned.path(), bytes);
            companions.made(planned.path(), bytes, output);
            made.put(planned.path(), new Ledger.Made(identity(planned), bytes.length, desk.needs(), told.inOrder()));
        });
        problems.addAll(told.inOrder());
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

    /** What is to be made, and of which bytes, as far as no desk is asked for them. */
    private Fingerprint identity(Output output) {
        var sink = new Sink();
        state.codecs().write(Output.class, output, sink);
        if (output instanceof Output.Asset asset && asset.source() instanceof Output.AssetSource.Picture picture) {
            Ledger.Kept source = newsroom.sources().taken().get(picture.path());
            sink.fingerprint(source == null ? Fingerprint.NONE : source.print());
        }
        return sink.fingerprint();
    }

    /** The answers of today to all questions from a number on; none to what was made together. */
    private List<Fingerprint> answers(List<Notebook.Entry> questions, int from) {
        return workers.map(
                questions.subList(from, questions.size()),
                question -> question instanceof Notebook.Entry.Asked asked ? answers.of(asked) : Fingerprint.NONE,
                done -> {});
    }

    /** Why each file was made that was made. */
    Map<OutputPath, String> reasons() {
        return stale;
    }

    /** The files of the plan that the paper now has: all but those that could not be made. */
    Set<OutputPath> paths() {
        return made.keySet();
    }

    /** The files that were left as they are, in order. */
    List<OutputPath> kept() {
        return made.keySet().stream()
                .filter(path -> !stale.containsKey(path))
                .sorted()
                .toList();
    }

    /** What the published folder holds. */
    Receipt.Files receipt() {
        return new Receipt.Files(
                new TreeMap<>(made)
                        .entrySet().stream()
                                .map(one -> new Receipt.Published(
                                        one.getKey(), one.getValue().size()))
                                .toList(),
                new TreeMap<>(companions.sizes())
                        .entrySet().stream()
                                .map(one -> new Receipt.Published(one.getKey(), one.getValue()))
                                .toList());
    }

    /** Whether the last build left the same paper, made from the same sources, and knew as much as this one. */
    boolean isAsBefore() {
        return stale.isEmpty()
                && !companions.hasCaughtUp()
                && made.size() == state.last().made().size()
                && newsroom.reading().equals(state.last().reading())
                && newsroom.sources().taken().equals(state.last().sources());
    }

    /** What this build leaves for the next. */
    Ledger ledger() {
        List<Notebook.Entry> questions = notebook.entries();
        var prints = new ArrayList<>(today);
        prints.addAll(answers(questions, today.size()));
        int[] places = places(questions);
        var kept = new ArrayList<Notebook.Entry>();
        var keptPrints = new ArrayList<Fingerprint>();
        for (int number = 0; number < places.length; number++) {
            if (places[number] >= 0) {
                kept.add(moved(questions.get(number), places));
                keptPrints.add(prints.get(number));
            }
        }
        var moved = new TreeMap<OutputPath, Ledger.Made>();
        made.forEach((path, one) -> moved.put(
                path,
                new Ledger.Made(
                        one.output(), one.size(), one.needs().moved(number -> places[number]), one.problems())));
        return new Ledger(
                newsroom.reading(), 0, newsroom.sources().taken(), List.copyOf(kept), List.copyOf(keptPrints), moved);
    }

    /** The new number of each question that anybody still asks; -1 of the others. */
    private int[] places(List<Notebook.Entry> questions) {
        var asked = new BitSet(questions.size());
        made.values().forEach(one -> one.needs().stream().forEach(asked::set));
        // What was made together comes after what it was made from.
        for (int number = questions.size() - 1; number >= 0; number--) {
            if (asked.get(number) && questions.get(number) instanceof Notebook.Entry.Together together) {
                together.needs().stream().forEach(asked::set);
            }
        }
        int[] places = new int[questions.size()];
        int next = 0;
        for (int number = 0; number < places.length; number++) {
            places[number] = asked.get(number) ? next++ : -1;
        }
        return places;
    }

    private static Notebook.Entry moved(Notebook.Entry entry, int[] places) {
        return entry instanceof Notebook.Entry.Together together
                ? new Notebook.Entry.Together(together.needs().moved(number -> places[number]))
                : entry;
    }
}
