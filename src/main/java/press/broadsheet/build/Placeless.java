package press.broadsheet.build;

import java.nio.file.Path;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.problem.Place;
import press.broadsheet.text.Fingerprint;

/** How values are written of which it does not matter where in the newsroom's files they stand. Thread-safe. */
final class Placeless {
    /** What is read again stands nowhere. */
    static final Codecs CODECS = new Codecs(Place.class, place -> Fingerprint.NONE, print -> Place.in(Path.of("")));

    private Placeless() {}

    /** The same of two values that differ only in where they stand. */
    static <T> Fingerprint print(Class<T> type, T value) {
        try (Sink sink = Sink.passing()) {
            CODECS.write(type, value, sink);
            return sink.fingerprint();
        }
    }
}
