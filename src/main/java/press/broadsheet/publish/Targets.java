package press.broadsheet.publish;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.Nearest;

/** The kinds of targets that there are. */
public final class Targets {
    /** Settings that every target has. */
    public static final String GRACE = "grace";

    /** Every target may say {@code record: false}: what it gets is a rehearsal, not what readers have. */
    public static final String RECORD = "record";

    private final TreeMap<String, Target> kinds = new TreeMap<>();

    private Targets(Iterable<Target> found) {
        found.forEach(target -> kinds.put(target.kind(), target));
    }

    /** Those on the class path. */
    public static Targets find() {
        return new Targets(ServiceLoader.load(Target.class));
    }

    /** The target that settings describe; empty after telling what is wrong with them. */
    public Optional<Target> of(TargetSettings settings, Problems problems) {
        Target target = kinds.get(settings.kind());
        if (target == null) {
            problems.add(
                    DeployFault.UNUSABLE_TARGET,
                    settings.place("kind"),
                    "There is no kind of target \"" + settings.kind() + "\".",
                    Nearest.of(settings.kind(), kinds.keySet())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Known are: " + String.join(", ", kinds.keySet()) + "."));
            return Optional.empty();
        }
        return isComplete(target, settings, problems) ? Optional.of(target) : Optional.empty();
    }

    private static boolean isComplete(Target target, TargetSettings settings, Problems problems) {
        boolean complete = true;
        for (String needed : new TreeSet<>(target.required())) {
            if (settings.value(needed).isEmpty()) {
                complete = false;
                problems.add(
                        DeployFault.UNUSABLE_TARGET,
                        settings.place(),
                        "The target \"" + settings.name() + "\" needs \"" + needed + "\".",
                        "Add it: " + needed + ": ...");
            }
        }
        var known = new TreeSet<>(target.required());
        known.addAll(target.optional());
        known.add(GRACE);
        known.add(RECORD);
        for (String given : settings.values().keySet()) {
            if (!known.contains(given)) {
                complete = false;
                problems.add(
                        DeployFault.UNUSABLE_TARGET,
                        settings.place(given),
                        "A target of the kind \"" + target.kind() + "\" has no setting \"" + given + "\".",
                        Nearest.of(given, known)
                                .map(near -> "Did you mean \"" + near + "\"?")
                                .orElse("Known are: " + String.join(", ", known) + "."));
            }
        }
        return complete;
    }
}
