package press.broadsheet.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.broadsheet.files.OutputPath;
import press.broadsheet.problem.Problems;

/** Gathers outputs and refuses a second one for the same address, also if it differs by letter case only. */
final class OutputList {
    private final Problems problems;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, Output> byPath = new HashMap<>();
    /** Folders that planned files stand in, each with one of them. */
    private final Map<String, Output> folders = new HashMap<>();

    OutputList(Problems problems) {
        this.problems = problems;
    }

    /** Whether it was taken; if not, that is told. */
    boolean add(Output output) {
        String key = foldCase(output.path().path());
        Output other = byPath.putIfAbsent(key, output);
        if (other == null) {
            other = folders.get(key);
        }
        for (int slash = key.lastIndexOf('/'); slash > 0 && other == null; slash = key.lastIndexOf('/', slash - 1)) {
            String folder = key.substring(0, slash);
            other = byPath.get(folder);
            if (other == null && folders.putIfAbsent(folder, output) != null) {
                break;
            }
        }
        if (other == null) {
            outputs.add(output);
            return true;
        }
        problems.add(
                AddressFault.SAME_ADDRESS_TWICE,
                output.place(),
                "/" + output.path() + " would be published twice: from this file and from " + other.place() + ".",
                "Give one of them another slug, address or alias.");
        return false;
    }

    /** Whether something is planned there. */
    boolean has(OutputPath path) {
        return byPath.containsKey(foldCase(path.path()));
    }

    List<Output> all() {
        return outputs;
    }

    /**
     * Addresses that a file system without letter case takes for one have one key. By way of the capital, because
     * several letters may share one: σ and ς, s and ſ, i and ı.
     */
    static String foldCase(String path) {
        if (isAscii(path)) {
            return path.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
