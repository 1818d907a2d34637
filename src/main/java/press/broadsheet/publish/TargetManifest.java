package press.broadsheet.publish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.files.OutputPath;

/**
 * What deployments have put at a target, kept at the target. One line a file: digest, size, state, path
 * and, each after a tab, whether it is a list and what the host was told to serve it with.
 *
 * @param deployed when the last deployment that was completed began; {@link Instant#EPOCH} if none was
 * @param held by path
 */
public record TargetManifest(Instant deployed, SortedMap<OutputPath, Held> held) {
    private static final String VERSION = "broadsheet deployment 2";

    /** Which knew nothing of lists and headers, and says nothing of them. */
    private static final String FIRST_VERSION = "broadsheet deployment 1";

    private static final String LIST = "list";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) (\\S{1,40}) (.+)");

    /** Of a target to which nothing was ever deployed. */
    public static final TargetManifest NONE = new TargetManifest(Instant.EPOCH, new TreeMap<>());

    public TargetManifest {
        held = Collections.unmodifiableSortedMap(held);
    }

    /**
     * A file at the target.
     *
     * @param file as it was sent last
     * @param state whether it is whole, and wanted
     * @param gone when the site ceased to have it; {@link Instant#EPOCH} if it is wanted
     */
    public record Held(SiteFile file, State state, Instant gone) {
        static Held whole(SiteFile file) {
            return new Held(file, State.WHOLE, Instant.EPOCH);
        }

        /** On its way: a deployment that is cut off leaves it as the new one, the old one or none. */
        static Held underWay(SiteFile file) {
            return new Held(file, State.UNDER_WAY, Instant.EPOCH);
        }

        /** With what is known today, if it stands there as it is to. */
        Held isNow(SiteFile today) {
            return state == State.WHOLE && file.isServedAs(today) ? whole(today) : this;
        }

        Held goneAt(Instant when) {
            return state == State.GONE ? this : new Held(file, State.GONE, when);
        }
    }

    /** What is known of a file at the target. */
    public enum State {
        WHOLE,
        UNDER_WAY,
        GONE
    }

    /** Whether anything was ever deployed, or begun to be. */
    public boolean isNone() {
        return held.isEmpty();
    }

    /** As it is kept at the target. */
    public byte[] toBytes() {
        var text = new StringBuilder(held.size() * 128 + 100);
        text.append(VERSION).append('\n').append(deployed).append('\n');
        held.values()
                .forEach(one -> text.append(one.file().digest())
                        .append(' ')
                        .append(one.file().size())
                        .append(' ')
                        .append(state(one))
                        .append(' ')
                        .append(one.file().path())
                        .append(more(one.file()))
                        .append('\n'));
        text.append("end ").append(held.size()).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String more(SiteFile file) {
        var more = new StringBuilder(file.isList() ? "\t" + LIST : "");
        file.headers()
                .forEach((name, value) ->
                        more.append('\t').append(name).append(": ").append(value));
        return more.toString();
    }

    private static String state(Held one) {
        return switch (one.state()) {
            case WHOLE -> "whole";
            case UNDER_WAY -> "under-way";
            case GONE -> one.gone().toString();
        };
    }

    /** Reads what {@link #toBytes} wrote; empty if it is damaged, cut off or another program's. */
    public static Optional<TargetManifest> read(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        boolean whole = lines.size() >= 3
                && (lines.getFirst().equals(VERSION) || lines.getFirst().equals(FIRST_VERSION))
                && lines.getLast().equals("end " + (lines.size() - 3));
        if (!whole) {
            return Optional.empty();
        }
        try {
            var held = new TreeMap<OutputPath, Held>();
            // A few say it for thousands of files.
            var headers = new HashMap<List<String>, SortedMap<String, String>>();
            for (String line : lines.subList(2, lines.size() - 1)) {
                Held one = held(line, headers);
                held.put(one.file().path(), one);
            }
            return Optional.of(new TargetManifest(Instant.parse(lines.get(1)), held));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> headers(List<String> lines) {
        var headers = new TreeMap<String, String>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return headers;
    }

    private static Held held(String line, Map<List<String>, SortedMap<String, String>> known) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        List<String> texts = List.of(parts.group(4).split("\t", -1));
        boolean isList = texts.size() > 1 && texts.get(1).equals(LIST);
        SortedMap<String, String> headers =
                known.computeIfAbsent(texts.subList(isList ? 2 : 1, texts.size()), TargetManifest::headers);
        var file = new SiteFile(
                new OutputPath(texts.getFirst()), Long.parseLong(parts.group(2)), parts.group(1), isList, headers);
        return switch (parts.group(3)) {
            case "whole" -> Held.whole(file);
            case "under-way" -> Held.underWay(file);
            default -> new Held(file, State.GONE, Instant.parse(parts.group(3)));
        };
    }
}
