package press.broadsheet.make.host;

import java.nio.charset.StandardCharsets;
import press.broadsheet.desk.NewsDesk;
import press.broadsheet.make.Maker;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.Output;
import press.broadsheet.problem.Problems;

/** Makes the files that tell hosts how to serve the paper: from one source, so that all hosts serve it alike. Stateless. */
public final class HostFileMaker implements Maker<Output.HostFile> {
    @Override
    public byte[] make(Output.HostFile output, NewsDesk desk, Problems problems) {
        Hosting hosting = desk.hosting();
        ResponseHeaders headers = ResponseHeaders.of(hosting, output.code());
        String text = switch (output.kind()) {
            case HEADERS -> PlainRules.headers(desk.root(), output.layout(), headers);
            case REDIRECTS -> PlainRules.redirects(desk.root(), output.layout(), hosting.hosts());
            case NGINX -> Nginx.of(desk.root(), output.layout(), hosting, headers);
            case APACHE -> Apache.of(desk.root(), output.layout(), hosting, headers);
            case SERVING -> ServingRules.of(desk.root(), output.layout(), headers);
            case INDEX_NOW_KEY -> hosting.pings().indexNow() + "\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
