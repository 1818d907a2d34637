package press.broadsheet.desk;

import java.util.List;
import java.util.function.Function;
import press.broadsheet.news.Language;

/**
 * Answers what other desks answered before to the same questions, and notes each as a {@link RecordingDesk} does: for
 * somebody who knows that these answers still hold, and has no paper to ask. A question that nobody asked before ends in
 * {@link Unanswered}. For one page; not thread-safe.
 */
public final class RememberingDesk extends AskingDesk {
    /** What was asked before, by numbers of the notebook. */
    public interface Past {
        /**
         * The number of a question.
         *
         * @throws Unanswered if nobody asked it
         */
        int number(Language language, Need<?> need);

        /**
         * What was answered to it.
         *
         * @throws Unanswered if that is not known any more
         */
        <A> A answer(int number, Need<A> need);

        /**
         * The number of what was made together from these.
         *
         * @throws Unanswered if nothing was
         */
        int together(Numbers needs);
    }

    /** Nobody asked that before. */
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** @param question in words */
        public Unanswered(String question) {
            super(question);
        }
    }

    private final Past past;
    private final Needs needs;

    /** @param language of the page's edition */
    public RememberingDesk(Past past, Language language) {
        this(past, language, new Needs());
    }

    private RememberingDesk(Past past, Language language, Needs needs) {
        super(language);
        this.past = past;
        this.needs = needs;
    }

    /** What has been asked so far: numbers of the notebook, each once, in order. */
    public Numbers needs() {
        return needs.numbers();
    }

    @Override
    <A> A answer(Need<A> need) {
        int number = past.number(language(), need);
        needs.add(number);
        return past.answer(number, need);
    }

    @Override
    public void note(Need<?> need) {
        needs.add(past.number(language(), need));
    }

    @Override
    public <T> T shared(Object key, Function<NewsDesk, T> make) {
        var own = new RememberingDesk(past, language());
        T value = make.apply(own);
        needs.add(past.together(own.needs()));
        return value;
    }

    @Override
    public List<NewsDesk> editions() {
        return answer(new PaperNeed.OfEditions()).stream()
                .map(other -> other.equals(language()) ? this : (NewsDesk) new RememberingDesk(past, other, needs))
                .toList();
    }
}
