package press.broadsheet.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.broadsheet.news.Hosting;
import press.broadsheet.problem.Place;
import press.broadsheet.problem.Problems;

/** Reads {@code hosting:} and {@code budget:} in {@code site.yaml}. */
public final class HostingReader {
    private static final Path FILE = Path.of("content", "site.yaml");

    private static final Vocabulary VOCABULARY = Vocabulary.of(
            "hosts",
            "headers",
            "allow",
            "cache",
            "compress",
            "checksums",
            "webSub",
            "indexNow",
            "indexNowService",
            "policyInPages");
    private static final Vocabulary CACHE = Vocabulary.of("pages", "pictures", "assets");
    private static final Vocabulary BUDGET = Vocabulary.of("article", "front", "requests");

    /** Directives of Content Security Policy Level 3 that take sources. */
    private static final Vocabulary DIRECTIVES = Vocabulary.of(
            "child-src",
            "connect-src",
            "default-src",
            "font-src",
            "form-action",
            "frame-ancestors",
            "frame-src",
            "img-src",
            "manifest-src",
            "media-src",
            "object-src",
            "script-src",
            "style-src",
            "worker-src");

    private static final Map<String, Hosting.Host> HOSTS = Map.of(
            "netlify", Hosting.Host.NETLIFY,
            "cloudflare", Hosting.Host.CLOUDFLARE,
            "nginx", Hosting.Host.NGINX,
            "apache", Hosting.Host.APACHE);
    private static final Map<String, Hosting.Coding> CODINGS =
            Map.of("gzip", Hosting.Coding.GZIP, "brotli", Hosting.Coding.BROTLI);

    /** Kinds of targets whose hosts send no headers of ours. */
    private static final Set<String> PLAIN = Set.of("git", "s3");

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})\\s*(s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})(?:\\.([0-9]))?\\s*(bytes|kB|KB|MB)");

    private HostingReader() {}

    /** What a paper's settings ask of its host; what is wrong there is told by {@link SiteReader}. */
    public static Hosting read(byte[] siteYaml) {
        return TextFile.decode(siteYaml, FILE, new Problems())
                .flatMap(new Sheet(FILE, 0, new Problems())::read)
                .filter(Value::isMap)
                .map(Value::entries)
                .map(settings -> {
                    var known = new TreeMap<>(settings);
                    known.keySet().retainAll(List.of("hosting", "budget", "targets"));
                    return read(known);
                })
                .orElse(Hosting.USUAL);
    }

    /** Of the fields of the settings. */
    static Hosting read(Fields site) {
        Map<String, Value> given = new TreeMap<>();
        site.value("hosting").ifPresent(value -> given.put("hosting", value));
        site.value("budget").ifPresent(value -> given.put("budget", value));
        site.value("targets").ifPresent(value -> given.put("targets", value));
        return read(given);
    }

    private static Hosting read(Map<String, Value> settings) {
        Value budget = settings.get("budget");
        Value value = settings.get("hosting");
        Hosting.Budget weights = budget == null
                ? Hosting.Budget.NONE
                : budget.fields(BUDGET).map(HostingReader::budget).orElse(Hosting.Budget.NONE);
        Fields fields = value == null ? null : value.fields(VOCABULARY).orElse(null);
        Hosting usual = Hosting.USUAL;
        boolean isPlain = sendsNoHeaders(settings.get("targets"));
        if (fields == null) {
            return new Hosting(
                    usual.hosts(),
                    usual.headers(),
                    usual.allow(),
                    usual.cache(),
                    usual.compress(),
                    usual.checksums(),
                    usual.pings(),
                    weights,
                    isPlain);
        }
        return new Hosting(
                fields.value("hosts").isPresent() ? chosen(fields, "hosts", HOSTS) : usual.hosts(),
                headers(fields),
                allow(fields),
                cache(fields, usual.cache()),
                chosen(fields, "compress", CODINGS),
                fields.flag("checksums", false),
                pings(fields),
                weights,
                fields.flag("policyInPages", isPlain));
    }

    /** Whether the paper goes to a place that sends files and no headers of ours. */
    private static boolean sendsNoHeaders(@Nullable Value targets) {
        return targets != null
                && targets.isMap()
                && targets.entries().values().stream()
                        .filter(Value::isMap)
                        .map(target -> target.entries().get("kind"))
                        .anyMatch(kind -> kind != null && kind.isText() && PLAIN.contains(kind.line()));
    }

    /** What a list names of the words that it may name, each once, in the order of the enum; others are told. */
    private static <T extends Enum<T>> List<T> chosen(Fields fields, String name, Map<String, T> words) {
        var chosen = new ArrayList<T>();
        for (Value value : fields.items(name)) {
            T one = Fields.choiceOf(value, words);
            if (one != null && !chosen.contains(one)) {
                chosen.add(one);
            }
        }
        Collections.sort(chosen);
        return List.copyOf(chosen);
    }

    private static Map<String, String> headers(Fields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        fields.value("headers")
                .ifPresent(value -> value.entries().forEach((name, given) -> header(name, given, headers)));
        return Collections.unmodifiableMap(headers);
    }

    /** RFC 9110, 5.1 and 5.5. A dollar sign would begin a variable in the rules of nginx, which has no way to write it. */
    private static void header(String name, Value given, Map<String, String> headers) {
        String text = given.isNothing() ? "" : given.line();
        boolean nameIsGood = name.matches("[A-Za-z0-9!#%&'*+.^_`|~-]+");
        if (nameIsGood && text.matches("[\\x20-\\x7e]*") && text.indexOf('$') < 0) {
            headers.put(name, text);
        } else {
            given.tell(
                    ContentFault.UNKNOWN_VALUE,
                    "\"" + name + ": " + text + "\" cannot be a header of HTTP.",
                    "Names have letters, digits and hyphens; values have characters of ASCII on one line, without $.");
        }
    }

    private static Map<String, List<String>> allow(Fields fields) {
        Map<String, List<String>> allow = new TreeMap<>();
        fields.fields("allow", DIRECTIVES).ifPresent(given -> {
            for (String directive : DIRECTIVES.words()) {
                var sources = new ArrayList<String>();
                for (Value value : given.items(directive)) {
                    source(value, sources);
                }
                if (!sources.isEmpty()) {
                    allow.put(directive, List.copyOf(sources));
                }
            }
        });
        return Collections.unmodifiableMap(allow);
    }

    private static void source(Value value, List<String> sources) {
        String source = value.line();
        if (source.matches("[\\x21-\\x7e&&[^,;\"$]]+")) {
            sources.add(source);
        } else {
            value.tell(
                    ContentFault.UNKNOWN_VALUE,
                    "\"" + source + "\" is no source that a content security policy can name.",
                    "Write a host such as https://maps.example, or a word such as 'self' in its quotation marks.");
        }
    }

    private static Hosting.Cache cache(Fields fields, Hosting.Cache usual) {
        Fields cache = fields.fields("cache", CACHE).orElseGet(() -> Fields.none(fields.sheet(), CACHE));
        return new Hosting.Cache(
                seconds(cache, "pages", usual.pages()),
                seconds(cache, "pictures", usual.pictures()),
                seconds(cache, "assets", usual.assets()));
    }

    private static int seconds(Fields fields, String name, int otherwise) {
        Value value = fields.value(name).orElse(null);
        if (value == null || !value.isText()) {
            return otherwise;
        }
        String text = value.line();
        Matcher span = SPAN.matcher(text);
        if (text.equals("0")) {
            return 0;
        }
        if (!span.matches()) {
            value.tell(
                    ContentFault.BROKEN_DURATION,
                    value.called() + " is no span of time: \"" + text + "\".",
                    "Write a number and s, m, h or d: " + name + ": 5m");
            return otherwise;
        }
        long factor = switch (span.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 86_400;
        };
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(span.group(1)) * factor);
    }

    private static Hosting.Pings pings(Fields fields) {
        Value key = fields.value("indexNow").orElse(null);
        String given = key == null ? "" : key.line();
        // As the protocol has it; the key also names a file.
        if (key != null && !given.matches("[A-Za-z0-9-]{8,128}")) {
            key.tell(
                    ContentFault.UNKNOWN_VALUE,
                    "\"" + given + "\" is no key for IndexNow.",
                    "Make one up of 8 to 128 letters, digits and hyphens. It is published, so it is no password.");
            given = "";
        }
        return new Hosting.Pings(fields.address("webSub"), given, fields.address("indexNowService"));
    }

    private static Hosting.Budget budget(Fields fields) {
        Map<String, Place> places = new TreeMap<>();
        BUDGET.words().forEach(word -> fields.value(word).ifPresent(value -> places.put(word, value.place())));
        return new Hosting.Budget(
                size(fields, "article"),
                size(fields, "front"),
                fields.number("requests", 1, 10_000, 0),
                Collections.unmodifiableMap(places));
    }

    /** In bytes, thousands and millions of them; 0 if it is not given. */
    private static long size(Fields fields, String name) {
        Value value = fields.value(name).orElse(null);
        if (value == null || !value.isText()) {
            return 0;
        }
        Matcher size = SIZE.matcher(value.line());
        if (!size.matches()) {
            value.tell(
                    ContentFault.UNKNOWN_VALUE,
                    value.called() + " is no size: \"" + value.line() + "\".",
                    "Write a number and kB or MB: " + name + ": 600 kB");
            return 0;
        }
        long tenths = Long.parseLong(size.group(1)) * 10 + (size.group(2) == null ? 0 : Long.parseLong(size.group(2)));
        return switch (size.group(3)) {
            case "bytes" -> tenths / 10;
            case "MB" -> tenths * 100_000;
            default -> tenths * 100;
        };
    }
}
