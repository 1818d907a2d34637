package press.broadsheet.build;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Written;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.Output;

/**
 * Which planned outputs must be made again, and why: those whose plan is another, and those that were given an answer
 * which is another today. Pure.
 */
final class StalePages {
    private final Ledger last;

    /** By the numbers of the last build's questions. */
    private final BitSet changed;

    /**
     * @param last what the last build knew
     * @param today today's answers, by the same numbers
     */
    StalePages(Ledger last, List<Written> today) {
        this.last = last;
        List<Notebook.Entry> questions = last.questions();
        this.changed = new BitSet(questions.size());
        for (int number = 0; number < questions.size(); number++) {
            // What was made together comes after all that it was made from.
            boolean isOther = questions.get(number) instanceof Notebook.Entry.Together together
                    ? first(together.needs()) >= 0
                    : !today.get(number).equals(last.answers().get(number));
            changed.set(number, isOther);
        }
    }

    /**
     * The same where it is known which questions have other answers, and what was made together from such.
     *
     * @param changed by number; not to be changed any more
     */
    StalePages(Ledger last, BitSet changed) {
        this.last = last;
        this.changed = changed;
    }

    /**
     * Why an output must be made again, in words; empty if it need not be.
     *
     * @param identity of a planned output
     * @param isThere whether the published folder still has what the last build made
     */
    Optional<String> why(Output output, Function<Output, Written> identity, Predicate<OutputPath> isThere) {
        Ledger.Made made = last.made().get(output.path());
        if (made == null) {
            return Optional.of("it is new");
        }
        if (!made.output().equals(identity.apply(output))) {
            return Optional.of("it is planned in another way than before");
        }
        int number = first(made.needs());
        if (number >= 0) {
            return Optional.of(words(number) + " changed");
        }
        return isThere.test(output.path())
                ? Optional.empty()
                : Optional.of("the published file is gone, or was changed by somebody else");
    }

    /** Which questions have other answers, by number; what was made together from one of them, too. */
    BitSet changed() {
        return changed;
    }

    /** The first of these that has another answer; -1 if none has. */
    private int first(Numbers numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (changed.get(numbers.get(i))) {
                return numbers.get(i);
            }
        }
        return -1;
    }

    /** Why a file is made again of whose questions some have other answers. */
    static String words(Ledger last, Numbers needs, BitSet changed) {
        int first = needs.stream().filter(changed::get).findFirst().orElseThrow();
        return last.questions().get(first) instanceof Notebook.Entry.Asked asked
                ? asked.need().words() + " changed"
                : "";
    }

    private String words(int number) {
        return switch (last.questions().get(number)) {
            case Notebook.Entry.Asked asked -> asked.need().words();
            case Notebook.Entry.Together together -> words(first(together.needs()));
        };
    }
}
