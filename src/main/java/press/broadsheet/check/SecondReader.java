package press.broadsheet.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.broadsheet.news.CheckSetting;
import press.broadsheet.news.Proof;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Nearest;

/** Reads the whole paper by all rules, at the levels that its settings give them, and spares what articles excuse. */
public final class SecondReader {
    private final List<Rule> rules;
    private final Map<String, Level> levels = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The rules that a file excuses, with the place of the excuse. */
    private final Map<Path, List<CheckSetting>> waivers = new HashMap<>();

    private final Set<CheckSetting> used = new HashSet<>();

    private SecondReader(List<Rule> rules) {
        this.rules = rules;
        rules.forEach(rule -> levels.put(rule.id(), rule.level()));
    }

    /**
     * All findings; in no particular order.
     *
     * @param settings what {@code site.yaml} says about rules
     */
    public static List<Finding> read(Paper paper, List<Rule> rules, List<CheckSetting> settings) {
        var reader = new SecondReader(rules);
        settings.forEach(reader::take);
        paper.proofs().values().forEach(reader::takeWaivers);
        for (Rule rule : rules) {
            reader.look(rule, paper);
        }
        reader.tellIdleWaivers();
        return List.copyOf(reader.findings);
    }

    private void take(CheckSetting setting) {
        if (!isKnown(setting)) {
            return;
        }
        Level.of(setting.text())
                .ifPresentOrElse(
                        level -> levels.put(setting.rule(), level),
                        () -> tell(
                                SettingFault.UNKNOWN_LEVEL,
                                setting,
                                "\"" + setting.text() + "\" is no level of a check.",
                                Nearest.of(setting.text(), Level.words())
                                        .map(near -> "Did you mean \"" + near + "\"?")
                                        .orElse("Levels are: " + String.join(", ", Level.words()) + ".")));
    }

    private void takeWaivers(Proof proof) {
        for (CheckSetting waiver : proof.checks()) {
            if (!isKnown(waiver)) {
                continue;
            }
            if (waiver.text().isBlank()) {
                tell(
                        SettingFault.WAIVER_WITHOUT_REASON,
                        waiver,
                        "This does not say why \"" + waiver.rule() + "\" does not count here.",
                        "Write the reason, so that the next one need not ask: checks: {" + waiver.rule()
                                + ": \"quotes a song\"}");
            } else {
                waivers.computeIfAbsent(proof.place().file(), none -> new ArrayList<>())
                        .add(waiver);
            }
        }
    }

    private boolean isKnown(CheckSetting setting) {
        if (levels.containsKey(setting.rule())) {
            return true;
        }
        tell(
                SettingFault.UNKNOWN_CHECK,
                setting,
                "There is no check \"" + setting.rule() + "\".",
                Nearest.of(setting.rule(), levels.keySet())
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Checks are: "
                                + String.join(
                                        ", ", levels.keySet().stream().sorted().toList()) + "."));
        return false;
    }

    private void tell(SettingFault fault, CheckSetting setting, String message, String hint) {
        findings.add(new Finding(new Problem(fault, setting.place(), message, hint), List.of()));
    }

    private void look(Rule rule, Paper paper) {
        Level level = levels.getOrDefault(rule.id(), rule.level());
        if (level == Level.OFF) {
            return;
        }
        var remarks = new Remarks(new Finding.Kind(rule.id(), level.severity()));
        switch (rule) {
            case Rule.OfText ofText -> paper.proofs().values().forEach(proof -> ofText.look(proof, paper, remarks));
            case Rule.OfPaper ofPaper -> ofPaper.look(paper, remarks);
        }
        remarks.findings().stream().filter(finding -> !isWaived(finding)).forEach(findings::add);
    }

    private boolean isWaived(Finding finding) {
        Problem problem = finding.problem();
        boolean waived = false;
        for (CheckSetting waiver : waivers.getOrDefault(problem.place().file(), List.of())) {
            if (waiver.rule().equals(problem.code().id())) {
                used.add(waiver);
                waived = true;
            }
        }
        return waived;
    }

    private void tellIdleWaivers() {
        Set<String> off = new HashSet<>();
        rules.stream().filter(rule -> levels.get(rule.id()) == Level.OFF).forEach(rule -> off.add(rule.id()));
        waivers.values().stream()
                .flatMap(List::stream)
                .filter(waiver -> !used.contains(waiver) && !off.contains(waiver.rule()))
                .forEach(waiver -> tell(
                        SettingFault.WAIVER_OF_NOTHING,
                        waiver,
                        "\"" + waiver.rule() + "\" finds nothing in this article that would have to be excused.",
                        "Delete this line."));
    }
}
