package press.broadsheet.serve;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import press.broadsheet.build.Inventory.Entry;
import press.broadsheet.build.Inventory.State;
import press.broadsheet.problem.Problem;
import press.broadsheet.text.Escape;

/**
 * The overview of the paper's files as HTML. Works without scripts; whatever comes from a file is escaped.
 *
 * @param refused a moment that could not be read; empty if none
 */
record DeskPage(Round round, Filter filter, ZoneId zone, String refused) {
    /** More than these nobody looks through: the search is faster. */
    private static final int MOST = 300;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private static final Map<State, String> STATES = Map.of(
            State.PUBLISHED, "published",
            State.DRAFT, "draft",
            State.EMBARGOED, "embargoed",
            State.SCHEDULED, "scheduled",
            State.EXPIRED, "expired",
            State.WITHDRAWN, "withdrawn",
            State.BROKEN, "broken",
            State.OTHER, "other");

    /**
     * Which files are listed.
     *
     * @param words all must stand in the path, the headline, the address or a problem; empty for all
     * @param state the word of a state, or {@code problems} or {@code pictures}; empty for all
     */
    record Filter(String words, String state) {
        static Filter of(Map<String, String> query) {
            return new Filter(
                    query.getOrDefault("q", "").strip().toLowerCase(Locale.ROOT), query.getOrDefault("state", ""));
        }

        boolean takes(Entry entry) {
            return switch (state) {
                        case "" -> true;
                        case "problems" -> !entry.problems().isEmpty();
                        case "pictures" -> entry.withoutAlt() + entry.withoutCredit() > 0;
                        default -> state.equals(STATES.get(entry.state()));
                    }
                    && hasWords(entry);
        }

        private boolean hasWords(Entry entry) {
            if (words.isEmpty()) {
                return true;
            }
            var text = new StringBuilder(entry.path() + '\n' + entry.headline() + '\n' + entry.address());
            entry.problems()
                    .forEach(problem -> text.append('\n')
                            .append(problem.code().id())
                            .append(' ')
                            .append(problem.message()));
            String whole = text.toString().toLowerCase(Locale.ROOT);
            for (String word : words.split("\\s+", -1)) {
                if (!whole.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    String html() {
        List<Entry> all = round.report().inventory().list();
        var html = new StringBuilder(1 << 16);
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>The desk</title>\n<link rel=\"stylesheet\" href=\"/_desk/desk.css\">\n")
                .append("<script src=\"/_desk/desk.js\" data-revision=\"")
                .append(round.revision())
                .append("\" defer></script>\n</head>\n<body>\n");
        head(html);
        html.append("<main>\n");
        moment(html);
        otherProblems(html);
        search(all, html);
        list(all, html);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void head(StringBuilder html) {
        html.append(
                "<header><h1 class=\"name\">The desk</h1><nav><a href=\"/\">The preview’s front page</a></nav></header>\n");
    }

    private void moment(StringBuilder html) {
        html.append("<section class=\"moment")
                .append(round.chosen() ? " chosen" : "")
                .append("\" aria-label=\"Moment\">\n<p>");
        String time = "<time datetime=\"" + round.moment() + "\">" + shown(round.moment()) + "</time>";
        html.append(
                round.chosen()
                        ? "The preview shows the paper <strong>as of " + time + "</strong>, not as of now."
                        : "The preview shows the paper of now: it was made " + time + ".");
        if (!round.report().committed()) {
            html.append(" <strong>Something is broken, so the last whole paper is still shown.</strong>");
        }
        html.append("</p>\n<form method=\"post\" action=\"").append(Desk.AS_OF).append("\">\n");
        html.append("<label for=\"moment\">Show the paper as of</label>\n")
                .append("<input type=\"datetime-local\" id=\"moment\" name=\"moment\" value=\"")
                .append(field(round.moment()))
                .append("\">\n<button>Show</button>\n");
        if (round.chosen()) {
            html.append("<button name=\"back\" value=\"1\">Back to now</button>\n");
        }
        html.append("</form>\n<p class=\"soft\">Times are those of ")
                .append(Escape.text(zone.getId()))
                .append(".</p>\n");
        if (!refused.isEmpty()) {
            html.append("<p class=\"error\" role=\"alert\">“")
                    .append(Escape.text(refused))
                    .append("” is no time; write it as 2026-11-24T08:00.</p>\n");
        }
        html.append("</section>\n");
    }

    /** What is wrong outside the files of the list: in templates, or so that nothing could be read. */
    private void otherProblems(StringBuilder html) {
        List<Problem> others = round.report().problems().stream()
                .filter(problem -> !problem.place().file().startsWith("content")
                        || problem.place().file().getNameCount() < 2
                        || round.report().filesRead() == 0)
                .toList();
        if (!others.isEmpty()) {
            html.append("<section class=\"others\"><h2>Beside the files</h2>\n");
            problems(others, true, html);
            html.append("</section>\n");
        }
    }

    private void search(List<Entry> all, StringBuilder html) {
        var counts = new EnumMap<State, Integer>(State.class);
        all.forEach(entry -> counts.merge(entry.state(), 1, Integer::sum));
        html.append("<form class=\"search\" method=\"get\" action=\"/_desk/\" role=\"search\">\n")
                .append("<label for=\"q\">Search</label>\n<input type=\"search\" id=\"q\" name=\"q\" value=\"")
                .append(Escape.attribute(filter.words()))
                .append("\" placeholder=\"headline, file, address, problem\" autocomplete=\"off\">\n")
                .append("<label for=\"state\">Only</label>\n<select id=\"state\" name=\"state\">\n");
        option("", "all files (" + all.size() + ")", html);
        counts.forEach((state, count) ->
                option(STATES.getOrDefault(state, ""), STATES.getOrDefault(state, "") + " (" + count + ")", html));
        option("problems", "with problems (" + count(all, "problems") + ")", html);
        option("pictures", "pictures to describe or credit (" + count(all, "pictures") + ")", html);
        html.append("</select>\n<button>Search</button>\n</form>\n");
    }

    private static long count(List<Entry> all, String state) {
        var filter = new Filter("", state);
        return all.stream().filter(filter::takes).count();
    }

    private void option(String value, String label, StringBuilder html) {
        html.append("<option value=\"").append(value).append('"');
        html.append(filter.state().equals(value) ? " selected>" : ">")
                .append(label)
                .append("</option>\n");
    }

    private void list(List<Entry> all, StringBuilder html) {
        List<Entry> found = all.stream().filter(filter::takes).toList();
        html.append("<section id=\"list\">\n<p role=\"status\">")
                .append(found.size())
                .append(found.size() == 1 ? " file" : " files");
        if (found.size() > MOST) {
            html.append("; the first ").append(MOST).append(" are listed: search for the others");
        }
        html.append(".</p>\n<ul class=\"files\">\n");
        found.stream().limit(MOST).forEach(entry -> entry(entry, html));
        html.append("</ul>\n</section>\n");
    }

    private void entry(Entry entry, StringBuilder html) {
        String state = STATES.getOrDefault(entry.state(), "");
        html.append("<li class=\"file\"><p class=\"state ")
                .append(state)
                .append("\">")
                .append(stateOf(entry, state))
                .append("</p>\n<div>");
        if (!entry.headline().isEmpty()) {
            html.append("<p class=\"headline\">");
            if (entry.state() == State.PUBLISHED) {
                html.append("<a href=\"")
                        .append(Escape.attribute(entry.address()))
                        .append("\">");
                html.append(Escape.text(entry.headline())).append("</a>");
            } else {
                html.append(Escape.text(entry.headline()));
            }
            html.append("</p>\n");
        }
        html.append("<p class=\"path\">content/")
                .append(Escape.text(entry.path()))
                .append("</p>\n");
        if (!entry.address().isEmpty()) {
            html.append("<p class=\"facts\">")
                    .append(Escape.text(entry.address()))
                    .append(" · ")
                    .append(entry.words());
            html.append(entry.words() == 1 ? " word" : " words");
            missing(entry.withoutAlt(), "without a description", html);
            missing(entry.withoutCredit(), "without a credit", html);
            html.append("</p>\n");
        }
        problems(entry.problems(), false, html);
        html.append("</div></li>\n");
    }

    private String stateOf(Entry entry, String word) {
        Instant until = entry.until();
        if (until == null) {
            return word;
        }
        String time = "<time datetime=\"" + until + "\">" + shown(until) + "</time>";
        return switch (entry.state()) {
            case EMBARGOED -> word + " until " + time;
            case SCHEDULED -> word + " for " + time;
            case PUBLISHED -> word + " until " + time;
            default -> word + " " + time;
        };
    }

    private static void missing(int pictures, String what, StringBuilder html) {
        if (pictures > 0) {
            html.append(" · <strong>")
                    .append(pictures)
                    .append(pictures == 1 ? " picture " : " pictures ")
                    .append(what)
                    .append("</strong>");
        }
    }

    private static void problems(List<Problem> problems, boolean withFile, StringBuilder html) {
        if (problems.isEmpty()) {
            return;
        }
        html.append("<ul class=\"problems\">\n");
        for (Problem problem : problems) {
            boolean error = problem.code().severity() == Problem.Severity.ERROR;
            html.append("<li class=\"").append(error ? "error" : "warning").append("\"><span class=\"code\">");
            html.append(error ? "error " : "warning ")
                    .append(Escape.text(problem.code().id()))
                    .append("</span> ");
            if (withFile) {
                html.append(Escape.text(problem.place().toString())).append(": ");
            } else if (problem.place().line() > 0) {
                html.append("line ").append(problem.place().line()).append(": ");
            }
            html.append(Escape.text(problem.message()));
            if (!problem.hint().isEmpty()) {
                html.append(" <span class=\"hint\">")
                        .append(Escape.text(problem.hint()))
                        .append("</span>");
            }
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private String shown(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    private String field(Instant moment) {
        return moment.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
