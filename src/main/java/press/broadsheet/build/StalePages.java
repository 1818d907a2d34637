package press.broadsheet.build;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import press.broadsheet.cache.Ledger;
import press.broadsheet.desk.Notebook;
import press.broadsheet.desk.Numbers;
import press.broadsheet.files.OutputPath;
import press.broadsheet.plan.Output;
import press.broadsheet.text.Fingerprint;

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
     * @param today the fingerprints of today's answers, by the same numbers
     */
    StalePages(Ledger last, List<Fingerprint> today) {
        this.last = last;
        this.changed = new BitSet(today.size());
        List<Notebook.Entry> questions = last.questions();
        for (int number = 0; number < questions.size(); number++) {
            boolean isOther = switch (questions.get(number)) {
                case Notebook.Entry.Asked asked ->
                    !today.get(number).equals(last.answers().get(number));
                // What was made together comes after all that it was made from.
                case Notebook.Entry.Together together -> first(together.needs()) >= 0;
            };
            changed.set(number, isOther);
        }
    }

    /**
     * @param identity of a planned output
     * @param isThere whether the published folder still has what the last build made
     * @return by path, in the order of the plan: why, in words
     */
    Map<OutputPath, String> of(
            List<Output> plan, Function<Output, Fingerprint> identity, Predicate<OutputPath> isThere) {
        var stale = new LinkedHashMap<OutputPath, String>();
        for (Output output : plan) {
            Ledger.Made made = last.made().get(output.path());
            if (made == null) {
                stale.put(output.path(), "it is new");
            } else if (!made.output().equals(identity.apply(output))) {
                stale.put(output.path(), "it is planned in another way than before");
            } else {
                int number = first(made.needs());
                if (number >= 0) {
                    stale.put(output.path(), words(number) + " changed");
                } else if (!isThere.test(output.path())) {
                    stale.put(output.path(), "the published file is gone, or was changed by somebody else");
                }
            }
        }
        return stale;
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
