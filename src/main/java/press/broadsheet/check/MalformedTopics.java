package press.broadsheet.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.broadsheet.news.Passage;
import press.broadsheet.news.Proof;
import press.broadsheet.text.Nearest;

/**
 * A topic that is no IPTC Media Topic: {@code medtop:} and eight digits. Any well-formed code is good, since the list
 * grows; the top level is known by name, to help whoever wrote a word instead.
 */
final class MalformedTopics implements Rule.OfText {
    private static final Pattern CODE = Pattern.compile("medtop:\\d{8}");

    /** The top level of IPTC's Media Topics, https://cv.iptc.org/newscodes/mediatopic/. */
    private static final Map<String, String> TOP = new LinkedHashMap<>();

    static {
        TOP.put("arts, culture, entertainment and media", "01000000");
        TOP.put("crime, law and justice", "02000000");
        TOP.put("disaster, accident and emergency incident", "03000000");
        TOP.put("economy, business and finance", "04000000");
        TOP.put("education", "05000000");
        TOP.put("environment", "06000000");
        TOP.put("health", "07000000");
        TOP.put("human interest", "08000000");
        TOP.put("labour", "09000000");
        TOP.put("lifestyle and leisure", "10000000");
        TOP.put("politics and government", "11000000");
        TOP.put("religion", "12000000");
        TOP.put("science and technology", "13000000");
        TOP.put("society", "14000000");
        TOP.put("sport", "15000000");
        TOP.put("conflict, war and peace", "16000000");
        TOP.put("weather", "17000000");
    }

    @Override
    public String id() {
        return "malformed-topic";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public void look(Proof proof, Paper paper, Remarks remarks) {
        for (Passage topic : proof.field("topics")) {
            if (!CODE.matcher(topic.text()).matches()) {
                remarks.add(
                        topic.place(0),
                        "\"" + topic.text() + "\" is no media topic: a code is medtop: and eight digits.",
                        hint(topic.text()));
            }
        }
    }

    private static String hint(String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replaceFirst("^medtop:\\s*", "");
        if (word.matches("\\d{8}")) {
            return "Write it so: medtop:" + word;
        }
        return name(word)
                .map(name -> "For " + name + " write medtop:" + TOP.get(name) + ".")
                .orElse("The codes are listed at https://cv.iptc.org/newscodes/mediatopic/. Free words are tags.");
    }

    private static java.util.Optional<String> name(String word) {
        Stream<String> having = TOP.keySet().stream()
                .filter(name -> word.length() > 3
                        && (" " + name + " ").replace(",", " ").contains(" " + word + " "));
        return having.findFirst().or(() -> Nearest.of(word, TOP.keySet()));
    }
}
