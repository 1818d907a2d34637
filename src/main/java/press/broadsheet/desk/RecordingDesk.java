package press.broadsheet.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers as the desk of an edition does, and notes each question. What it answers is what asking the question again
 * would give, by construction: every answer comes from {@link Need#ask}. For one page; not thread-safe.
 */
public final class RecordingDesk extends AskingDesk {
    private final Notebook notebook;
    private final NewsDesk desk;
    private final Map<Object, Notebook.Shared<?>> shared;
    private final Needs needs;

    /**
     * @param notebook of the whole build
     * @param desk of the page's edition, which answers
     */
    public RecordingDesk(Notebook notebook, NewsDesk desk) {
        this(notebook, desk, new Needs());
    }

    private RecordingDesk(Notebook notebook, NewsDesk desk, Needs needs) {
        super(desk.language());
        this.notebook = notebook;
        this.desk = desk;
        this.shared = notebook.shared(desk.language());
        this.needs = needs;
    }

    /** What has been asked so far: numbers of the notebook, each once, in order. */
    public Numbers needs() {
        return needs.numbers();
    }

    @Override
    <A> A answer(Need<A> need) {
        needs.add(notebook.number(language(), need));
        return need.ask(desk);
    }

    @Override
    public <T> T shared(Object key, Function<NewsDesk, T> make) {
        Notebook.Shared<T> one = notebook.shared(shared, desk, key, make);
        needs.add(one.number());
        return one.value();
    }

    @Override
    public void note(Need<?> need) {
        needs.add(notebook.number(language(), need));
    }

    /** The other desks note in the same place. */
    @Override
    public List<NewsDesk> editions() {
        note(new PaperNeed.OfEditions());
        return desk.editions().stream()
                .map(other -> other.language().equals(language())
                        ? this
                        : (NewsDesk) new RecordingDesk(notebook, other, needs))
                .toList();
    }
}
