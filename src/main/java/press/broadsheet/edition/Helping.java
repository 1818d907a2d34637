package press.broadsheet.edition;

import java.util.function.Supplier;

/** Somebody who may do some of the work meanwhile. What is made does not depend on whether anybody does. */
@FunctionalInterface
public interface Helping {
    /** Nobody: all work is done at once. */
    Helping NONE = new Helping() {
        @Override
        public <T> Supplier<T> begin(Supplier<T> work) {
            T done = work.get();
            return () -> done;
        }
    };

    /** Begins some work; whoever asks for its result waits for it. */
    <T> Supplier<T> begin(Supplier<T> work);
}
