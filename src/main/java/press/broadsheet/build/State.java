package press.broadsheet.build;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.BodyStore;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Ledger;
import press.broadsheet.cache.LedgerFile;
import press.broadsheet.cache.StateFolder;

/** What a build has of the last one, and leaves for the next: a ledger, and the texts that it speaks of. */
final class State implements AutoCloseable {
    private final Codecs codecs = new Codecs();
    private final @Nullable StateFolder folder;
    private final @Nullable LedgerFile file;
    private final Ledger last;
    private final BodyStore texts;

    /** One that knows nothing and keeps nothing. */
    private State() {
        this.folder = null;
        this.file = null;
        this.last = Ledger.EMPTY;
        this.texts = BodyStore.passing(codecs);
    }

    private State(StateFolder folder, Path home) {
        this.folder = folder;
        LedgerFile kept = folder.ledger(Program.of(home), codecs);
        this.file = kept;
        Optional<Ledger> read = kept.read();
        this.last = read.orElse(Ledger.EMPTY);
        this.texts = folder.texts(read.isPresent(), codecs);
    }

    /** A build that leaves nothing behind has nothing to go by either. */
    static State passing() {
        return new State();
    }

    /** Empty while another build holds it. */
    static Optional<State> open(Path folder, BuildOptions options) {
        return StateFolder.open(folder, options.output()).map(held -> new State(held, options.home()));
    }

    Ledger last() {
        return last;
    }

    BodyStore texts() {
        return texts;
    }

    Codecs codecs() {
        return codecs;
    }

    /** Before anything that readers see is changed: if the build dies now, the next one takes nothing for granted. */
    void forget() {
        if (file != null) {
            file.remove();
        }
    }

    /** After everything that readers see is in place. */
    void keep(Ledger ledger) {
        if (file != null) {
            texts.flushed();
            file.write(ledger);
        }
    }

    @Override
    public void close() {
        texts.close();
        if (folder != null) {
            folder.close();
        }
    }
}
