package press.broadsheet.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.broadsheet.files.OutputPath;

/**
 * What a deployment changes, in the words of its pages, for targets that keep a history. Pages say themselves what they are:
 * in their Open Graph data, which is looked for at the beginning of each changed page.
 */
public final class Headlines {
    private static final int BEGINNING = 1 << 14;
    private static final int NAMED = 100;
    private static final Pattern ARTICLE = Pattern.compile("<meta property=\"og:type\" content=\"article\"");
    private static final Pattern TITLE = Pattern.compile("<meta property=\"og:title\" content=\"([^\"]*)\"");

    private final FinishedSite site;

    public Headlines(FinishedSite site) {
        this.site = site;
    }

    private record Article(OutputPath path, String title) {}

    /** One line that says what was published, an empty one, and a line for each article, up to {@value #NAMED}. */
    public List<String> of(Difference work) {
        var articles = new ArrayList<Article>();
        for (SiteFile file : work.toSend()) {
            if (Stage.of(file.path()) == Stage.PAGE) {
                title(file.path()).ifPresent(title -> articles.add(new Article(file.path(), title)));
            }
        }
        List<SiteFile> notices = work.toSend().stream()
                .filter(file -> site.serving().isNotice(file.path()))
                .toList();
        var lines = new ArrayList<String>();
        lines.add(
                articles.isEmpty() && !notices.isEmpty() ? "Publish a notice of withdrawal" : subject(articles, work));
        lines.add("");
        articles.stream()
                .limit(NAMED)
                .forEach(article -> lines.add("- " + article.title() + " (" + Guard.address(article.path()) + ")"));
        if (articles.size() > NAMED) {
            lines.add("- and " + (articles.size() - NAMED) + " more");
        }
        notices.stream()
                .limit(NAMED)
                .forEach(notice -> lines.add("- notice of withdrawal (" + Guard.address(notice.path()) + ")"));
        lines.add(work.added().size() + " files added, " + work.changed().size() + " changed, "
                + work.gone().size() + " gone.");
        return lines;
    }

    private static String subject(List<Article> articles, Difference work) {
        int files = work.toSend().size();
        return switch (articles.size()) {
            case 0 -> files == 0 ? "Remove what is gone" : "Publish " + files + (files == 1 ? " file" : " files");
            case 1 -> "Publish \"" + articles.getFirst().title() + "\"";
            default -> "Publish " + articles.size() + " articles";
        };
    }

    private Optional<String> title(OutputPath path) {
        try (InputStream in = Files.newInputStream(site.file(path))) {
            String html = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            Matcher title = TITLE.matcher(html);
            return ARTICLE.matcher(html).find() && title.find() ? Optional.of(plain(title.group(1))) : Optional.empty();
        } catch (IOException unreadable) {
            // Sending it will tell.
            return Optional.empty();
        }
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
