package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.broadsheet.news.CheckSetting;
import press.broadsheet.news.Passage;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/**
 * A text of the newsroom's as it was typed: for checks, which ask where each word stands. What is wrong with the file is
 * told by whoever reads it for the paper, not here.
 *
 * @param fields all texts of the front matter, each named as the article's fields are: {@code image.caption}
 * @param checks what it says below {@code checks:}
 * @param language the field {@code lang} as typed; empty if not given
 * @param text what stands below the front matter
 * @param firstLine the line of the file in which that begins
 */
public record Typed(List<Passage> fields, List<CheckSetting> checks, String language, String text, int firstLine) {
    private static final String CHECKS = "checks";

    /** Empty if the file cannot be read as text with front matter. */
    public static Optional<Typed> of(String path, byte[] bytes) {
        Path file = new ContentPath(path).file();
        return TextFile.decode(bytes, file, new Problems())
                .flatMap(text -> path.endsWith(".md")
                        ? ofMarkdown(text, file)
                        : Optional.of(new Typed(List.of(), List.of(), "", text, 1)));
    }

    /** What a file of settings says below {@code checks:}; nothing if it cannot be read. */
    public static List<CheckSetting> settings(byte[] siteYaml, Path file) {
        return TextFile.decode(siteYaml, file, new Problems())
                .flatMap(new Sheet(file, 0, new Problems())::read)
                .filter(Value::isMap)
                .map(settings -> checks(settings.entries()))
                .orElse(List.of());
    }

    private static Optional<Typed> ofMarkdown(String text, Path file) {
        Optional<FrontMatter.Part> part = FrontMatter.Part.find(text);
        if (part.isEmpty()) {
            return FrontMatter.Part.isOpened(text)
                    ? Optional.empty()
                    : Optional.of(new Typed(List.of(), List.of(), "", text, 1));
        }
        String yaml = part.get().yaml();
        var fields = new ArrayList<Passage>();
        var checks = new ArrayList<CheckSetting>();
        var sheet = new Sheet(file, part.get().linesBefore(), new Problems());
        Optional<Value> value = sheet.read(yaml).filter(Value::isMap);
        if (value.isPresent()) {
            Map<String, Value> entries = value.get().entries();
            checks.addAll(checks(entries));
            var reading = new Reading(new Alignment(file, part.get().linesBefore(), yaml), fields);
            entries.forEach((key, one) -> {
                if (!key.equals(CHECKS)) {
                    reading.take(ArticleReader.VOCABULARY.fieldOf(key).orElse(key), one);
                }
            });
        }
        String language = fields.stream()
                .filter(passage -> passage.isField("lang"))
                .map(Passage::text)
                .findFirst()
                .orElse("");
        return Optional.of(new Typed(
                List.copyOf(fields),
                List.copyOf(checks),
                language,
                text.substring(part.get().rest()),
                part.get().firstLine()));
    }

    private static List<CheckSetting> checks(Map<String, Value> entries) {
        Value checks = entries.get(CHECKS);
        if (checks == null || !checks.isMap()) {
            return List.of();
        }
        return checks.entries().entrySet().stream()
                .map(entry -> new CheckSetting(
                        entry.getKey(),
                        entry.getValue().isText() ? entry.getValue().line() : "",
                        entry.getValue().place()))
                .toList();
    }

    /** Walks through lists and maps to the texts in them. */
    private record Reading(Alignment alignment, List<Passage> fields) {
        void take(String name, Value value) {
            if (value.isMap()) {
                value.entries().forEach((key, one) -> take(name + "." + key, one));
            } else if (value.isList()) {
                value.items().forEach(one -> take(name, one));
            } else if (!value.isNothing()) {
                String text = value.text();
                fields.add(new Passage(Passage.Kind.FIELD, name, 0, text, alignment.of(text, value.place())));
            }
        }
    }

    /** Finds a value's words again in the YAML text, whatever its style: plain, quoted, folded. */
    private record Alignment(Path file, int linesBefore, List<String> lines) {
        Alignment(Path file, int linesBefore, String yaml) {
            this(file, linesBefore, List.of(yaml.split("\n", -1)));
        }

        List<Passage.Stretch> of(String text, Place start) {
            var stretches = new ArrayList<Passage.Stretch>();
            int line = start.line() - 1 - linesBefore;
            int column = Math.max(0, start.column() - 1);
            int at = 0;
            while (at < text.length()) {
                int end = at;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end);
                int found = line < lines.size() ? lines.get(line).indexOf(word, column) : -1;
                while (found < 0 && ++line < lines.size()) {
                    found = lines.get(line).indexOf(word);
                }
                if (found < 0) {
                    // An escaped character, say: from here on only the field's own place is sure.
                    stretches.add(new Passage.Stretch(at, new Place(file, start.line(), 0)));
                    return stretches;
                }
                stretches.add(new Passage.Stretch(at, new Place(file, linesBefore + line + 1, found + 1)));
                column = found + word.length();
                at = end;
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            }
            return stretches.isEmpty() ? List.of(new Passage.Stretch(0, start)) : joined(stretches);
        }

        /** Words that stand on one line just as in the text are one stretch. */
        private static List<Passage.Stretch> joined(List<Passage.Stretch> words) {
            var joined = new ArrayList<Passage.Stretch>();
            for (Passage.Stretch word : words) {
                Passage.Stretch last = joined.isEmpty() ? null : joined.getLast();
                boolean goesOn = last != null
                        && last.place().line() == word.place().line()
                        && word.place().column() - last.place().column() == word.at() - last.at();
                if (!goesOn) {
                    joined.add(word);
                }
            }
            return List.copyOf(joined);
        }
    }
}
