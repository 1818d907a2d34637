package press.broadsheet.make.live;

import press.broadsheet.desk.NewsDesk;
import press.broadsheet.make.Maker;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;
import press.broadsheet.text.JsonWriter;
import press.broadsheet.view.LiveView;
import press.broadsheet.view.Views;

/**
 * Makes the small file that an open page of a live report asks for again and again: whether it goes on, and a print that
 * is another one when anything is new. What is new is taken from the page itself, so that it looks as the theme shows it.
 * Thread-safe.
 */
public final class LiveFileMaker implements Maker<Output.LiveFile> {
    private final Views views;

    public LiveFileMaker(Views views) {
        this.views = views;
    }

    /** JSON: {@code state}, {@code print}, {@code entries} (how many). */
    @Override
    public byte[] make(Output.LiveFile output, NewsDesk desk, Problems problems) {
        LiveView live = views.live(output.article(), desk);
        return new JsonWriter()
                .object()
                .member("state", live.state())
                .member("print", live.print())
                .member("entries", live.total())
                .end()
                .toBytes();
    }
}
