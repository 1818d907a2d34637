package press.broadsheet.build;

import java.util.Optional;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Written;
import press.broadsheet.plan.Output;
import press.broadsheet.text.Fingerprint;

/**
 * What a file is to be, and of which bytes, as far as no desk is asked for them: as it is kept, to be compared with what is
 * planned later. Where it is declared is no part of it, because no maker asks for that. Of what may show texts it can be read
 * again.
 */
final class Identity {
    /** No output begins with it as it is written. */
    private static final int ONLY_PRINT = 0;

    private Identity() {}

    /** @param sources in which a picture's bytes are known */
    static Written of(Output output, Sources sources) {
        try (Sink sink = Sink.passing()) {
            Placeless.CODECS.write(Output.class, output, sink);
            if (output instanceof Output.Page || output instanceof Output.Feed) {
                return Written.of(sink);
            }
            if (output instanceof Output.Asset asset && asset.source() instanceof Output.AssetSource.Picture picture) {
                Ledger.Kept source = sources.kept(picture.path());
                sink.fingerprint(source == null ? Fingerprint.NONE : source.print());
            }
            Fingerprint print = sink.fingerprint();
            sink.clear();
            sink.one(ONLY_PRINT);
            sink.fingerprint(print);
            return Written.of(sink);
        }
    }

    /** What was to be made, if that can be read again; it stands nowhere then. */
    static Optional<Output> read(Written identity) {
        return identity.read().one() == ONLY_PRINT
                ? Optional.empty()
                : Optional.of(Placeless.CODECS.read(Output.class, identity.read()));
    }
}
