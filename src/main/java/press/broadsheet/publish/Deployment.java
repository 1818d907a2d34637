package press.broadsheet.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.broadsheet.files.OutputPath;
import press.broadsheet.publish.Target.Session;
import press.broadsheet.publish.TargetManifest.Held;

/**
 * Brings a target to hold a finished site: assets first, then pages, then lists, what is new before what is changed, the front last; then what is gone is
 * removed, and the manifest kept. Cut off at any point it leaves a site whose pages all work, and the next deployment
 * completes it.
 */
public final class Deployment {
    /** So often, in files, what was sent so far is noted at a target that readers see meanwhile. */
    private static final int NOTED_EVERY = 1000;

    private final FinishedSite finished;
    private final Terms terms;
    private final Transfer transfer;

    private final List<OutputPath> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<OutputPath> removed = new ArrayList<>();
    private long bytes;
    private @Nullable TargetManifest seen;
    private FinishedSite site;

    /** Looks once more at what is to be done, if another deployment came between. */
    public interface Review {
        /** @throws TargetFailure if it must not be done */
        void of(Difference work) throws IOException;
    }

    /**
     * How it is done.
     *
     * @param now when it begins
     * @param grace how long what is gone can still be reached
     * @param attempts how often a transfer that fails is tried
     * @param pause before the second attempt; doubled before each further one
     * @param stages when each file is sent
     */
    public record Terms(
            Instant now, Duration grace, int attempts, Duration pause, Function<OutputPath, Stage> stages) {}

    public Deployment(FinishedSite site, Terms terms, Transfer transfer) {
        this.finished = site;
        this.site = site;
        this.terms = terms;
        this.transfer = transfer;
    }

    /** What there would be to do. Reads the target's manifest and nothing else; {@link #run} does not read it again. */
    public Difference compare(Session target) throws IOException {
        TargetManifest manifest = retries().of(target::manifest);
        seen = manifest;
        return compare(target, manifest);
    }

    /** The site as it is to stand at the target; known after {@link #compare}. */
    public FinishedSite site() {
        return site;
    }

    private Difference compare(Session target, TargetManifest manifest) throws IOException {
        site = finished.at(manifest, target.isToldByFile());
        return Difference.between(site, manifest, terms.now(), terms.grace());
    }

    /**
     * Deploys. What goes wrong stands in the outcome.
     *
     * @param label what changed, for targets that keep a history
     * @param review asked if the target is no longer as {@link #compare} found it
     */
    public Outcome run(Session target, Function<Difference, List<String>> label, Review review) {
        var work = Difference.NOTHING;
        try {
            TargetManifest first = seen == null ? retries().of(target::manifest) : seen;
            seen = null;
            work = compare(target, first);
            if (work.isNothing() && !target.isBehind()) {
                return outcome(work, Optional.empty(), Optional.empty());
            }
            Optional<String> other = retries().of(() -> target.lock(terms.now(), transfer::waiting));
            if (other.isPresent()) {
                return outcome(work, other, Optional.empty());
            }
            // Only what was read under the lock is sure.
            TargetManifest before = retries().of(target::manifest);
            work = compare(target, before);
            if (!before.equals(first)) {
                review.of(work);
            }
            if (work.isNothing() && !target.isBehind()) {
                return outcome(work, Optional.empty(), Optional.empty());
            }
            carryOut(target, before, work, label.apply(work));
            return outcome(work, Optional.empty(), Optional.empty());
        } catch (IOException e) {
            return outcome(work, Optional.empty(), Optional.of(e));
        }
    }

    private void carryOut(Session target, TargetManifest before, Difference work, List<String> label)
            throws IOException {
        var held = new TreeMap<>(before.held());
        // What stays as it is may be another thing: a list, or none.
        site.files().forEach((path, file) -> held.computeIfPresent(path, (same, one) -> one.isNow(file)));
        work.toSend().forEach(file -> held.put(file.path(), Held.underWay(file)));
        work.gone().forEach(path -> held.computeIfPresent(path, (same, one) -> one.goneAt(terms.now())));
        note(target, before, held);
        for (OutputPath path : work.inTheWay()) {
            remove(target, path, held);
        }
        for (List<SiteFile> files : inOrder(work)) {
            for (int from = 0; from < files.size(); from += NOTED_EVERY) {
                List<SiteFile> some = files.subList(from, Math.min(files.size(), from + NOTED_EVERY));
                new Lanes(target.lanes()).each(some, file -> send(target, file, work));
                some.forEach(file -> held.put(file.path(), Held.whole(file)));
                if (some.size() == NOTED_EVERY) {
                    note(target, before, held);
                }
            }
        }
        for (OutputPath path : work.due()) {
            remove(target, path, held);
        }
        retries().of(() -> {
            target.finish(new TargetManifest(terms.now(), new TreeMap<>(held)), label);
            return true;
        });
    }

    /**
     * What may be sent at the same time, and what only after it. A page that readers have may lead to any that is new, as to the next
     * article or to a new tag: so all that is new comes before all that is changed, but for what pages load.
     */
    private List<List<SiteFile>> inOrder(Difference work) {
        var order = new ArrayList<List<SiteFile>>();
        order.add(of(work.toSend(), Stage.ASSET));
        for (List<SiteFile> files : List.of(work.added(), work.changed())) {
            order.add(of(files, Stage.PAGE));
            order.add(of(files, Stage.LIST));
        }
        order.add(of(work.toSend(), Stage.FRONT));
        return order;
    }

    private List<SiteFile> of(List<SiteFile> files, Stage stage) {
        return files.stream()
                .filter(file -> terms.stages().apply(file.path()) == stage)
                .toList();
    }

    private void note(Session target, TargetManifest before, SortedMap<OutputPath, Held> held) throws IOException {
        if (!target.isAtomic()) {
            retries().of(() -> {
                target.note(new TargetManifest(before.deployed(), new TreeMap<>(held)));
                return true;
            });
        }
    }

    private void remove(Session target, OutputPath path, SortedMap<OutputPath, Held> held) throws IOException {
        retries().of(() -> {
            target.remove(path);
            return true;
        });
        held.remove(path);
        removed.add(path);
    }

    private void send(Session target, SiteFile file, Difference work) throws IOException {
        retries().of(() -> {
            target.send(file, site.file(file.path()));
            return true;
        });
        arrived(file, work);
    }

    private synchronized void arrived(SiteFile file, Difference work) {
        sent.add(file.path());
        bytes += file.size();
        transfer.sent(sent.size(), work.added().size() + work.changed().size(), bytes, work.bytes());
    }

    private Outcome outcome(Difference work, Optional<String> other, Optional<IOException> failure) {
        return new Outcome(work, List.copyOf(sent), List.copyOf(removed), bytes, other, failure);
    }

    private Retries retries() {
        return new Retries(terms.attempts(), terms.pause());
    }
}
