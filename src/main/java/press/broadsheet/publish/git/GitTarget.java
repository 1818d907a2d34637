package press.broadsheet.publish.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import press.broadsheet.publish.Target;
import press.broadsheet.publish.TargetFailure;
import press.broadsheet.publish.TargetSettings;

/**
 * A branch of a git repository, for hosts that show one: GitHub, GitLab or Codeberg Pages. Each deployment is one commit on
 * top of the one before; nothing is ever forced.
 */
public final class GitTarget implements Target {
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    @Override
    public String kind() {
        return "git";
    }

    @Override
    public Set<String> required() {
        return Set.of("repository");
    }

    @Override
    public Set<String> optional() {
        return Set.of("branch", "domain", "author", "identity");
    }

    @Override
    public Session open(TargetSettings settings) throws IOException {
        String domain = settings.value("domain");
        if (!domain.isEmpty() && !DOMAIN.matcher(domain).matches()) {
            throw new TargetFailure(
                    "\"" + domain + "\" is no domain.", "Write the bare name: domain: www.example.org", "domain");
        }
        String branch = settings.value("branch", "gh-pages");
        if (!Repository.isValidRefName("refs/heads/" + branch)) {
            throw new TargetFailure(
                    "\"" + branch + "\" can be no branch.", "Write its bare name: branch: gh-pages", "branch");
        }
        URIish repository = repository(settings);
        Path local = settings.base().resolve(".broadsheet").resolve("git-" + settings.name());
        var remote = new Remote(repository, new Access(settings, repository));
        return new Branch(local, remote, branch, domain, Author.of(settings));
    }

    private static URIish repository(TargetSettings settings) throws TargetFailure {
        String text = settings.value("repository");
        try {
            var uri = new URIish(text);
            if (uri.getPass() != null) {
                throw new TargetFailure(
                        "The address of the repository has a password in it, and settings are no place for one.",
                        "Take it out, change it, and give it to the command as " + Access.TOKEN + ".");
            }
            boolean local = uri.getScheme() == null && uri.getHost() == null;
            return local
                    ? new URIish(settings.base()
                            .resolve(text)
                            .toAbsolutePath()
                            .normalize()
                            .toString())
                    : uri;
        } catch (URISyntaxException e) {
            throw new TargetFailure(
                    "\"" + text + "\" is no address of a repository.",
                    "Write it as git would take it: https://github.com/lantern/site.git",
                    "repository");
        }
    }
}
