package press.broadsheet.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import press.broadsheet.files.OutputPath;
import press.broadsheet.news.Hosting;
import press.broadsheet.plan.Output.HostFileKind;
import press.broadsheet.problem.Place;

/** Plans the files that tell hosts how the paper is to be served. */
record HostFiles(Hosting hosting, Layout layout) {
    private static final Place SETTINGS = Place.in(Path.of("content", "site.yaml"));

    /** Those that hosts look for in the published folder. */
    List<Output> published() {
        var files = new ArrayList<Output>();
        if (has(Hosting.Host.NETLIFY) || has(Hosting.Host.CLOUDFLARE)) {
            files.add(file("_headers", HostFileKind.HEADERS));
            files.add(file("_redirects", HostFileKind.REDIRECTS));
        }
        if (!hosting.pings().indexNow().isEmpty()) {
            files.add(file(hosting.pings().indexNow() + ".txt", HostFileKind.INDEX_NOW_KEY));
        }
        return files;
    }

    /** Those that belong to a server's settings: what stands in them is nobody else's business. */
    List<Output.HostFile> beside() {
        var files = new ArrayList<Output.HostFile>();
        if (has(Hosting.Host.NGINX)) {
            files.add(file("nginx.conf", HostFileKind.NGINX));
        }
        if (has(Hosting.Host.APACHE)) {
            files.add(file("apache.conf", HostFileKind.APACHE));
        }
        // Whatever the hosts: a deployment goes by it.
        files.add(new Output.HostFile(
                new OutputPath("serving"), HostFileKind.SERVING, layout, InlineCode.NONE, SETTINGS));
        return files;
    }

    private boolean has(Hosting.Host host) {
        return hosting.hosts().contains(host);
    }

    private Output.HostFile file(String name, HostFileKind kind) {
        return new Output.HostFile(new OutputPath(name), kind, layout.forHosts(), InlineCode.NONE, SETTINGS);
    }
}
