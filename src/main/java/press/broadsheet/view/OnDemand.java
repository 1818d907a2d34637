package press.broadsheet.view;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value of a view that is made when a template first prints it, since it costs much and not every theme prints it. What
 * it asks the desk is asked only then, so that a page depends on it only then. Templates see the value itself. For one page
 * on one thread.
 */
public final class OnDemand<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T value;

    /** @param maker is asked once at most */
    public OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value. */
    public T get() {
        T made = value;
        if (made == null) {
            made = java.util.Objects.requireNonNull(maker, "A value that asks for itself")
                    .get();
            value = made;
            maker = null;
        }
        return made;
    }
}
