package press.broadsheet.laws;

import java.util.Random;

/**
 * Writes short texts as people, their keyboards and their enemies do: in mixed scripts and directions, with composed
 * and bare marks, joined emoji, letters beyond the first plane, and signs that mean something to YAML, Markdown, HTML,
 * XML, JSON or a template. The same seed gives the same texts. Not thread-safe.
 */
final class AnyText {
    private static final String[] WORDS = {
        "River",
        "Straße",
        "İzmir",
        "Æther",
        "Žižka",
        "cafe\u0301",
        "a\u0323\u0302",
        "Ґанок",
        "її",
        "прем’єр",
        "川が増水",
        "ハ\u309Aン",
        "한국어",
        "\u1112\u1161\u11AB",
        "العربية",
        "می\u200Cخواهم",
        "שָׁלוֹם",
        "हिन्दी",
        "ไทย",
        "ΟΔΟΣ",
        "Ⅷ",
        "ﬁnal",
        "Ｆｕｌｌ",
        "𝔉raktur",
        "𠮷野家",
        "👩\u200D👩\u200D👧\u200D👦",
        "🏴\u200D☠\uFE0F",
        "🇺🇦",
        "👍🏽",
        "42",
        "٤٢",
        "1:0"
    };

    private static final String[] SIGNS = {
        " ",
        " ",
        " ",
        "  ",
        "\u00A0",
        "\u202F",
        "\u3000",
        "\u2028",
        "\u2029",
        "\u200B",
        "\u200E",
        "\u200F",
        "\u202E",
        "\u2066",
        "\u2069",
        "\uFEFF",
        "\u00AD",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "<b>",
        "</b>",
        "&amp;",
        "&lt;",
        "&#60;",
        "&nbsp",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "</script>",
        "<script>alert(1)</script>",
        "</title>",
        "</textarea>",
        "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)",
        "javascript:alert(1)",
        "{{ site }}",
        "{% if %}",
        "{# note #}",
        "#{x}",
        "${x}",
        "%s",
        "--",
        "---",
        "...",
        "# ",
        ": ",
        "- ",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](",
        "[[",
        "]]",
        "![",
        "\\",
        "\\n",
        "\\u0041",
        "|",
        "~",
        "@",
        "^",
        "=",
        "+",
        "$1",
        "%20",
        "?",
        "!",
        ";",
        ",",
        "/",
        "//",
        "“",
        "”",
        "«",
        "»",
        "„",
        "「",
        "」",
        "’",
        "–",
        "—",
        "…"
    };

    private final Random random;

    AnyText(long seed) {
        this.random = new Random(seed);
    }

    /** A text that begins and ends with a letter or a digit, of at most about 100 characters. */
    String line() {
        var text = new StringBuilder(word());
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            int signs = 1 + random.nextInt(2);
            for (int j = 0; j < signs; j++) {
                text.append(SIGNS[random.nextInt(SIGNS.length)]);
            }
            text.append(word());
        }
        return text.append(" end").toString();
    }

    /** One that differs from all others of this writer's, also as an address. */
    String line(String mark) {
        return mark + " " + line();
    }

    /** The text as a value in YAML, in one of the ways in which it can be written. */
    String yaml(String text) {
        return switch (random.nextInt(3)) {
            case 0 -> "'" + text.replace("'", "''") + "'";
            case 1 -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            default -> escaped(text);
        };
    }

    /** Every sign of ASCII behind a backslash: Markdown that means the text itself. */
    static String markdown(String text) {
        return text.replaceAll("[!-/:-@\\[-`{-~]", "\\\\$0");
    }

    private static String escaped(String text) {
        var yaml = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c >= 'a' && c <= 'z') {
                yaml.append((char) c);
            } else {
                yaml.append(String.format(java.util.Locale.ROOT, "\\u%04X", c));
            }
        });
        return yaml.append('"').toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
