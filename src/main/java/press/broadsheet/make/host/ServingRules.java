package press.broadsheet.make.host;

import java.util.List;
import press.broadsheet.news.Redirect;
import press.broadsheet.news.Root;
import press.broadsheet.plan.Layout;

/**
 * How each file is served, in lines that {@code publish} reads: a word, what it is about, a colon and a space, a value. For hosts
 * that have to be told file by file, as object stores are. Later lines of one word about more count more.
 */
final class ServingRules {
    /** Names without an ending that says what they are. */
    private static final List<String> PLAIN_TEXT = List.of("SHA256SUMS", "_headers", "_redirects");

    private final StringBuilder text = new StringBuilder();

    private ServingRules() {}

    static String of(Root root, Layout layout, ResponseHeaders headers) {
        var rules = new ServingRules();
        rules.text.append("broadsheet serving 1\n");
        rules.line("root", "", root.url().toString());
        headers.all().forEach((name, value) -> rules.line("header", name, value));
        MediaTypes.ENDINGS.forEach((endings, type) -> {
            for (String ending : endings.split(" ", -1)) {
                rules.line("ending", ending, withCharset(type));
            }
        });
        MediaTypes.FEEDS.forEach((name, type) -> rules.line("name", name, withCharset(type)));
        PLAIN_TEXT.forEach(name -> rules.line("name", name, withCharset("text/plain")));
        rules.line("kept", "", headers.pages());
        rules.line("kept", "assets/", headers.assets());
        rules.line("kept", "media/", headers.pictures());
        // What is missing may be there in a moment.
        layout.missing().forEach(folder -> rules.line("kept", folder + "404.html", "no-cache"));
        layout.former().forEach(rules::former);
        layout.lists().forEach(file -> rules.line("list", file, ""));
        layout.ended().forEach(place -> rules.line("ended", place, ""));
        return rules.text.append("end\n").toString();
    }

    private static String withCharset(String type) {
        return type.equals("text/html") || MediaTypes.OF_TEXT.contains(type) ? type + "; charset=utf-8" : type;
    }

    private void former(Layout.Former former) {
        if (!former.hasPage()) {
            return;
        }
        if (former.status() == Redirect.Status.MOVED) {
            line("moved", former.file(), former.to());
        } else if (former.status() == Redirect.Status.GONE) {
            line(former.hasNotice() ? "notice" : "gone", former.file(), "");
        }
    }

    private void line(String word, String about, String value) {
        text.append(word).append(' ').append(about).append(": ").append(value).append('\n');
    }
}
