package press.broadsheet.build;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import press.broadsheet.cache.Codecs;
import press.broadsheet.cache.Sink;
import press.broadsheet.cache.Source;
import press.broadsheet.files.Look;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.Timetable;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Fingerprint;

/**
 * What a build that published the paper was given, and what it said: while all of that is as it was, another build would
 * make nothing and say the same.
 *
 * @param files that were published
 */
record Receipt(Facts facts, Files files) {

    /**
     * What the published folder holds.
     *
     * @param planned in order
     * @param companions what lies beside them, in order
     */
    record Files(List<Published> planned, List<Published> companions) {
        static final Files NONE = new Files(List.of(), List.of());

        /**
         * The same after some were made again.
         *
         * @param beside the sizes of all companions
         */
        Files with(ToLongFunction<OutputPath> sizes, Map<OutputPath, Long> beside) {
            return new Files(
                    planned.stream()
                            .map(file -> new Published(file.path(), sizes.applyAsLong(file.path())))
                            .toList(),
                    companions(beside));
        }

        /** @param sizes of companions, in whatever order */
        static List<Published> companions(Map<OutputPath, Long> sizes) {
            return new TreeMap<>(sizes)
                    .entrySet().stream()
                            .map(one -> new Published(one.getKey(), one.getValue()))
                            .toList();
        }

        /** How many there are. */
        int count() {
            return planned.size() + companions.size();
        }
    }

    /** A published file and its size in bytes. */
    record Published(OutputPath path, long size) {}

    /**
     * All but the files.
     *
     * @param given options, and the look of what was read
     * @param looked when that look was begun, in nanoseconds of the file system's clock
     * @param from the moment that the paper shows
     * @param until when it, or what is told of it, changes by itself; null if it never does
     * @param root the paper's address
     * @param hosting what it asks of its host
     * @param history whether it tells readers what they had before
     * @param hostFiles what lies beside the published folder, by name
     * @param texts files that were read; the next three how they add up
     */
    public record Facts(
            Fingerprint given,
            long looked,
            Instant from,
            @Nullable Instant until,
            URI root,
            Hosting hosting,
            boolean history,
            Map<String, Fingerprint> hostFiles,
            int texts,
            int published,
            int broken,
            int other,
            List<BuildReport.HeldBack> heldBack,
            List<Problem> problems,
            Weights weights,
            Timetable timetable) {}

    /** What a build is given: how it is to be done, and what it will read. */
    static Fingerprint given(BuildOptions options, Look look) {
        var sink = new Sink();
        sink.text(options.baseUrl() == null ? null : options.baseUrl().toString());
        for (boolean one : new boolean[] {
            options.drafts(), options.future(), options.strict(), options.keepGoing(), options.guarded()
        }) {
            sink.one(one ? 1 : 0);
        }
        sink.fingerprint(look.all());
        return sink.fingerprint();
    }

    /** The same after a build that changed some files, and nothing that anything else says. */
    Receipt at(Fingerprint given, long looked, Instant from, Files now, Weights weighed) {
        var later = new Facts(
                given,
                looked,
                from,
                facts.until(),
                facts.root(),
                facts.hosting(),
                facts.history(),
                facts.hostFiles(),
                facts.texts(),
                facts.published(),
                facts.broken(),
                facts.other(),
                facts.heldBack(),
                facts.problems(),
                weighed,
                facts.timetable());
        return new Receipt(later, now);
    }

    /** Whether the paper of a moment is this one, as far as time goes. */
    boolean isOf(Instant moment) {
        Instant until = facts.until();
        return !moment.isBefore(facts.from()) && (until == null || moment.isBefore(until));
    }

    /**
     * What a build reports that found all as it was.
     *
     * @param inventory of the same files
     */
    BuildReport report(Inventory inventory, Duration time) {
        return report(inventory, Map.of(), 0, new Problems(), time);
    }

    /**
     * The same of one that made some files again.
     *
     * @param reasons why, by file
     * @param written how many of them are others now
     * @param problems that it met itself
     */
    BuildReport report(
            Inventory inventory, Map<OutputPath, String> reasons, int written, Problems problems, Duration time) {
        problems.addAll(facts.problems());
        int planned = files.count();
        return new BuildReport(
                facts.texts(),
                facts.published(),
                facts.heldBack(),
                facts.broken(),
                facts.other(),
                planned,
                written,
                planned - written,
                0,
                reasons,
                files.planned().stream().map(Published::path).toList(),
                false,
                problems.inOrder(),
                true,
                time,
                inventory,
                facts.weights(),
                facts.timetable());
    }

    void write(Sink sink, Codecs codecs) {
        codecs.write(Facts.class, facts, sink);
        write(files.planned(), sink);
        write(files.companions(), sink);
    }

    private static void write(List<Published> files, Sink sink) {
        sink.count(files.size());
        for (Published file : files) {
            sink.text(file.path().path());
            sink.whole(file.size());
        }
    }

    /** @throws RuntimeException if the bytes are no receipt */
    static Receipt read(Source source, Codecs codecs) {
        return new Receipt(codecs.read(Facts.class, source), new Files(published(source), published(source)));
    }

    private static List<Published> published(Source source) {
        int size = source.count();
        source.atLeast(size);
        var files = new ArrayList<Published>(size);
        for (int i = 0; i < size; i++) {
            files.add(new Published(new OutputPath(source.text()), source.whole()));
        }
        return files;
    }
}
